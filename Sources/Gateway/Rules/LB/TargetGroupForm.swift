import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  static let targetGroupForm = Rule(
    id: "LB005",
    severity: .error,
    premise: .spec,
    summary: "target group with a setting that its target type does not support, or without port, protocol or VPC",
    why: """
      A target group of a Lambda function has no port, protocol or VPC; every other one needs them. A load balancer can be a
      target by TCP only, on the port of one of its listeners, and after this listener was created. Elastic Load Balancing rejects
      the target group.
      """,
    source:
      "Elastic Load Balancing's CreateTargetGroup, found by deployments (cdk-preflight: elbv2-tg rules); aws-cdk#17208",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: books}
      targetGroups:
        books: {lambda: books⟪, port: ⟦8080⟧ →⟫}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      for group in model.balancing.targetGroups {
        let resource = group.resource
        switch group.targetType {
        case "lambda":
          for property in ["Port", "Protocol", "VpcId"].compactMap({ group[$0] }) where property.isWritten {
            report.report(
              at: property, "a target group of a Lambda function has no `\(property.word)`", help: "remove it")
          }
          continue
        case nil: continue
        default: break
        }
        if resource.lacks("VpcId") {
          let balancer = group.users.first?.balancer?.name
          report.report(
            at: resource.mark, "the VPC of this target group is not known",
            help: resource.isRaw
              ? "add `VpcId`"
              : balancer.map { "add `vpc` here, or on `loadBalancers.\($0)`" }
                ?? "add `vpc`: no load balancer of the spec forwards to it")
        }
        for name in ["Port", "Protocol"] where resource.lacks(name) {
          report.report(
            at: resource.mark, "this target group has no `\(name)`",
            help: "add `\(name)`" + (name == "Port" ? ", which targets listen on by default" : ""))
        }
        if group.targetType == "alb", let property = group["Protocol"], let spoken = property.text, spoken != "TCP" {
          report.report(
            at: property, "a load balancer can be a target by TCP only, found \(spoken)",
            help: resource.isRaw ? "use `TCP`" : "remove it")
        }
        if let flaw = model.flaw(ofBalancerBehind: group) {
          report.report(at: flaw.place, flaw.message, related: flaw.related, help: flaw.help)
        }
      }
    })

  static let targetGroupOfTwoKinds = Rule(
    id: "LB027",
    severity: .error,
    summary: "target group with two kinds of targets, or too many",
    why: """
      A target group has either IP addresses, instances, one Lambda function, or one application load balancer as targets.
      """,
    source: "Elastic Load Balancing's page on target groups",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: books}
      targetGroups:
        books: {ips: 10.0.1.7⟪, instances: ⟦i-1234567890abcdef0⟧ →⟫}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      model.spec.forEachTargetGroup { group, _ in
        let kinds: [(key: String, mark: Mark?)] = [
          ("ips", group.ips?.mark), ("instances", group.instances?.mark), ("lambda", group.lambda?.mark),
          ("alb", group.alb?.mark), ("type", group.type?.mark),
        ]
        let given = kinds.compactMap { kind in kind.mark.map { (key: kind.key, mark: $0) } }
        guard given.count > 1 else { return }
        report.report(
          at: given[1].mark, "a target group has either `\(given[0].key)` or `\(given[1].key)`",
          related: [Related(message: "the other one", mark: given[0].mark)],
          help: given[1].key == "type"
            ? "remove `type`: `\(given[0].key)` implies it" : "make two target groups, and forward to both")
      }
      for group in model.balancing.targetGroups {
        guard let targets = group["Targets"]?.items, targets.count > 1 else { continue }
        let noun: String
        switch group.targetType {
        case "alb": noun = "load balancer"
        case "lambda": noun = "function"
        default: continue
        }
        report.report(
          at: targets[1], "a target group takes one \(noun)",
          help: "make two target groups, and forward to both")
      }
    })

  static let targetGroupProtocol = Rule(
    id: "LB028",
    severity: .error,
    summary: "target group protocol that does not match its listener",
    why: """
      A listener forwards HTTP and HTTPS by HTTP or HTTPS, TCP and TLS by TCP, TLS or TCP_UDP, and UDP by UDP or TCP_UDP.
      Elastic Load Balancing rejects other combinations.
      """,
    source:
      "Elastic Load Balancing's CreateListener, found by deployments (cdk-preflight: elbv2-listener-tg-protocol-match)",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            main: {port: 80, forward: {ips: 10.0.1.7, port: 8080, protocol: ⟦TCP → HTTP⟧}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      for group in model.balancing.targetGroups where !["lambda", "alb", nil].contains(group.targetType) {
        guard let property = group["Protocol"], let spoken = property.text.flatMap(ListenerProtocol.init),
          let listener = group.users.first(where: { $0.fittingProtocol?.accepts(behind: spoken) == false }),
          let accepted = listener.fittingProtocol
        else { continue }
        report.report(
          at: property,
          "the listener `\(listener.name)` uses \(accepted.rawValue) and cannot forward by \(spoken.rawValue)",
          related: [Related(message: "the listener", mark: listener.mark)],
          help: "use " + accepted.spokenBehind.map(\.rawValue).joined(separator: " or "))
      }
    })
}

extension Model {
  /// A target of a target group, a load balancer of the stack, that does not listen on its port, or not yet.
  fileprivate func flaw(
    ofBalancerBehind group: TargetGroup
  ) -> (place: Property, message: String, related: [Related], help: String)? {
    guard group.targetType == "alb" else { return nil }
    for target in group["Targets"]?.items ?? [] {
      guard let id = target["Id"], let balancer = balancing[balancer: id], !balancer.exists else { continue }
      let listeners = balancer.listeners
      if listeners.isEmpty { continue }
      let related = listeners.prefix(1).map { Related(message: "its listener", mark: $0.mark) }
      let ports = listeners.compactMap { $0["Port"]?.number }
      for port in [group["Port"], target["Port"]] where ports.count == listeners.count {
        guard let port, port.isWritten, let number = port.number, !ports.contains(number) else { continue }
        return (
          port, "the load balancer `\(balancer.name)` does not listen on port \(number)", related,
          "use \(ports.map { "`\($0)`" }.joined(separator: " or "))"
        )
      }
      // The language writes what its own target groups wait for.
      guard group.resource.isRaw else { continue }
      let port = (target["Port"] ?? group["Port"])?.value
      let fitting = listeners.filter { $0["Port"]?.value == port }
      let needed = (fitting.isEmpty ? listeners : fitting).map(\.resource)
      if creates(group.resource, afterOneOf: needed) { continue }
      return (
        id, "the target group may be created before the load balancer `\(balancer.name)` listens", related,
        "add `DependsOn: \(dependency(on: needed[0]))` to the target group"
      )
    }
    return nil
  }
}

extension ListenerProtocol {
  /// The protocols of targets behind a listener (source: cdk-preflight: elbv2-listener-tg-protocol-match).
  fileprivate var spokenBehind: [ListenerProtocol] {
    switch self {
    case .http, .https: [.http, .https]
    case .tcp, .tls: [.tcp, .tls, .tcpUdp]
    case .udp: [.udp, .tcpUdp]
    case .tcpUdp: [.tcpUdp]
    }
  }

  fileprivate func accepts(behind spoken: ListenerProtocol) -> Bool { spokenBehind.contains(spoken) }
}
