import SpecReading
import YAMLTree

extension Rule {
  /// Usage plans belong to WebSocket APIs.
  static let usagePlanOfHttpApi = Rule(
    id: "API019",
    severity: .error,
    premise: .spec,
    summary: "usage plan for a stage of an HTTP API",
    why: "HTTP APIs have no API keys, so a usage plan has no effect on them.",
    source: "API Gateway's page on choosing between REST and HTTP APIs",
    example: """
      apis:
        store:
          ⟪→
          throttle: {rate: 10, burst: 20}
          ⟫
          routes:
            $default: https://books.example.com
          stages:
            live:
            $default:
      ⟪
      usagePlans:
        basic: {stages: ⟦store.live⟧}
      →⟫
      """,
    check: { model, report in
      for plan in model.resources("AWS::ApiGateway::UsagePlan") {
        for stage in plan["ApiStages"]?.items ?? [] {
          guard let id = stage["ApiId"], let api = model.apis[id.target.map { .ref($0) } ?? id.value],
            api.isWebSocket == false
          else { continue }
          report.report(
            at: plan.isRaw ? id.mark : stage.mark, "`\(api.name)` is an HTTP API, which has no usage plans",
            help:
              "remove it; \(plan.isRaw ? "`DefaultRouteSettings`" : "`throttle`") on the stage limits all callers together"
          )
        }
      }
    })

  /// A stage that does not exist.
  static let stageOfUsagePlan = Rule(
    id: "API026",
    severity: .error,
    summary: "usage plan for a stage that its API does not have",
    why: "API Gateway looks the stage up, and rejects the usage plan: \"API Stage not found: API_ID:STAGE\".",
    source: "aws/serverless-application-model#1560; serverless/serverless#2831",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $connect: {lambda: chat, auth: none}
            $disconnect: chat
            $default: chat
          stage: live
      resources:
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            ApiStages: [{ApiId: !Ref apis.chat, Stage: ⟦prod → !Ref apis.chat.stages.live⟧}]
      """,
    check: { model, report in
      for plan in model.resources("AWS::ApiGateway::UsagePlan") where plan.isWritten {
        for stage in plan["ApiStages"]?.items ?? [] {
          guard let id = stage["ApiId"], let api = model.apis[id.target.map { .ref($0) } ?? id.value],
            api.isWebSocket == true, let name = stage["Stage"], let text = name.text, let names = api.stageNames,
            !names.contains(text)
          else { continue }
          report.report(
            at: name, "the API `\(api.name)` has no stage \(Reader.quoted(text))",
            related: [.init(message: "the API", mark: api.mark)], help: Suggestion.help(for: text, among: names))
        }
      }
    })
}
