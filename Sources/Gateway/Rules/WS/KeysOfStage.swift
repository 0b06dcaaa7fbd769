import CloudFormation
import Diagnostics
import YAMLTree

extension Rule {
  /// An API key with two usage plans for a stage.
  static let keyInTwoPlans = Rule(
    id: "WS041",
    severity: .error,
    summary: "API key in two usage plans of a stage",
    why: """
      An API key can be in only one usage plan for each stage, since the plan's limits apply to its requests. AWS rejects the
      second one.
      """,
    source: "API Gateway's page on usage plans (a key is associated with one usage plan for each stage)",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $connect: {lambda: chat, apiKeyRequired: true}
            $disconnect: chat
            $default: chat
          stage: live
      apiKeys:
        partner:
        ⟪→
        tester:
        ⟫
      usagePlans:
        basic: {stages: chat.live, keys: partner}
        trial: {stages: chat.live, keys: ⟦partner → tester⟧, throttle: {rate: 1, burst: 1}}
      """,
    check: { model, report in
      let keys = model.resources("AWS::ApiGateway::UsagePlanKey")
      guard keys.count > 1 else { return }
      var plans: [String: [Model.StageOfPlan]] = [:]
      var seen: [[Value]: [Model.Resource]] = [:]
      for key in keys {
        guard let id = key["KeyId"], let plan = key["UsagePlanId"]?.target else { continue }
        let stages = plans[plan] ?? model.stages(ofPlan: plan)
        plans[plan] = stages
        for stage in stages {
          let pair = [id.value.identity, stage.api, stage.stage]
          if let other = seen[pair]?.first(where: { $0["UsagePlanId"]?.target != plan && !$0.excludes(key) }) {
            report.report(
              at: id, "this API key is already in another usage plan of the stage `\(stage.name)`",
              related: [Related(message: "the other plan", mark: other["KeyId"]?.mark ?? other.mark)],
              help: "remove it from one of the two plans, or create another key")
            break
          }
          seen[pair, default: []].append(key)
        }
      }
    })
}

extension Model {
  /// A stage of a usage plan.
  fileprivate struct StageOfPlan {
    let api: Value
    let stage: Value
    /// For messages.
    let name: String
  }

  /// The stages of a usage plan of the stack that surely belong to it.
  fileprivate func stages(ofPlan id: String) -> [StageOfPlan] {
    guard let items = resource(id)?["ApiStages"]?.items else { return [] }
    return items.compactMap { item in
      guard !item.isFunction, let api = item["ApiId"]?.value.identity, let stage = item["Stage"]?.value else {
        return nil
      }
      // A stage is named by its name or by `Ref`, which gives the name.
      let known = apis[api]?.stages.first { one in
        stage == .ref(one.resource.id) || (stage.text != nil && stage.text == one["StageName"]?.text)
      }
      return StageOfPlan(
        api: api, stage: known.map { .ref($0.resource.id) } ?? stage, name: known?.name ?? stage.text ?? "")
    }
  }
}
