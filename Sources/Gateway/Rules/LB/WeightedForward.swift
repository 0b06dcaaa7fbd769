import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// The target groups of an action.
  static let weightedForward = Rule(
    id: "LB033",
    severity: .error,
    premise: .part,
    summary: "action that forwards to no target group, or to several without weights or of different protocols",
    why: """
      An action forwards to one to five target groups of one protocol, each with a weight if there are several. Elastic Load Balancing
      rejects anything else.
      """,
    source: """
      Elastic Load Balancing's TargetGroupTuple and its page on limits; found by deployments (cdk-preflight: \
      elbv2-action-forward-…)
      """,
    example: """
      vpcs:
        main:
      targetGroups:
        old: {ips: 10.0.0.10, port: 80, vpc: main}
        new: {ips: 10.0.0.11, port: 80, vpc: main}
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http:
              port: 80
              forward:
                - {targetGroup: old, weight: 9}
                - {targetGroup: ⟦new⟧⟪→ , weight: 1⟫}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      for action in model.balancing.listeners.flatMap(\.allActions) {
        let config = action["ForwardConfig"]
        if config == nil, action["TargetGroupArn"] == nil, action["Type"]?.text == "forward", action.property.isRaw {
          report.report(
            at: action.property.valueMark, "this action forwards to no target group", help: "add `TargetGroupArn`")
        }
        guard let groups = config?["TargetGroups"]?.items, !groups.contains(where: \.isFunction) else { continue }
        if groups.isEmpty, action["TargetGroupArn"] == nil {
          report.report(
            at: config?["TargetGroups"]?.mark ?? action.mark,
            "this action forwards to no target group",
            help: "write one, or respond with `\(action.property.isRaw ? "fixed-response" : "fixedResponse")`")
        }
        if groups.count < 2 { continue }
        func place(_ index: Int) -> Mark { groups[index]["TargetGroupArn"]?.mark ?? action.mark }
        if groups.count > 5 {
          report.report(
            at: place(5), "an action can forward to at most five target groups, found \(groups.count)",
            help: "remove one")
        }
        for index in groups.indices where groups[index].lacks("Weight") {
          report.report(
            at: place(index), "each of several target groups needs a weight",
            help: groups[index].isRaw ? "add `Weight`" : "write `{targetGroup: NAME, weight: 1}`")
        }
        let spoken = groups.map { group in
          group["TargetGroupArn"].flatMap { model.balancing.group($0) }?["Protocol"]?.text
        }
        guard let first = spoken.first, let first,
          let other = spoken.firstIndex(where: { $0 != nil && $0 != first })
        else { continue }
        report.report(
          at: place(other),
          "an action forwards to target groups of one protocol, found \(first) and \(spoken[other] ?? "")",
          help: "use one protocol for both")
      }
    })
}
