extension Rule {
  static let loggingOfHttpApi = Rule(
    id: "STG016",
    severity: .error,
    premise: .place,
    summary: "`logging` on an HTTP API",
    why: """
      API Gateway only logs the steps of messages of WebSocket APIs, and rejects these settings on an HTTP API. HTTP APIs
      have access logs.
      """,
    source: "API Gateway's API reference: RouteSettings",
    example: """
      apis:
        store:
          ⟪⟦logging⟧: INFO → accessLogs: true⟫
          routes:
            $default: https://books.example.com
      """,
    check: { model, report in
      func check(_ property: Model.Property?) {
        guard let property else { return }
        report.report(
          at: property.key, "`\(property.isRaw ? property.name : "logging")` is only supported on WebSocket APIs",
          help: property.isRaw ? "leave it out" : "use `accessLogs: true`")
      }
      for stage in model.apis.stages where stage.isWebSocket == false {
        for settings in stage.settings {
          check(settings["LoggingLevel"])
          check(settings["DataTraceEnabled"])
        }
      }
    })

  static let loggingLevel = property(
    [
      PropertyPath("Stage", "DefaultRouteSettings.LoggingLevel"),
      PropertyPath("Stage", "RouteSettings.*.LoggingLevel"),
    ],
    id: "STG017",
    summary: "unknown `LoggingLevel`",
    why:
      "API Gateway logs every step of a message at `INFO`, errors at `ERROR`, and nothing at `OFF`; it rejects other levels.",
    source: "API Gateway's CreateStage (LoggingLevel)",
    example: """
      account: {logRole: false}
      resources:
        Chat:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref Chat, StageName: live, AutoDeploy: true, DefaultRouteSettings: {LoggingLevel: ⟦DEBUG → INFO⟧}}
      """)

  static let logsWithoutRole = Rule(
    id: "STG018",
    severity: .note,
    premise: .spec,
    summary: "logs of a WebSocket API without a CloudWatch role of the account",
    why: """
      API Gateway writes logs of WebSocket APIs with a role that is set once per account and region. Without it the stage is
      rejected: "CloudWatch Logs role ARN must be set in account settings to enable logging".
      """,
    source: "public reports of API Gateway's message",
    example: """
      ⟪→
      account: {logRole: true}
      ⟫
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $default: chat
          stages:
            ⟦live⟧: {logging: INFO}
      """,
    check: { model, report in
      if model.names.spec.account?.logRole != nil || !model.resources("AWS::ApiGateway::Account").isEmpty { return }
      for api in model.apis.all where api.isWebSocket == true {
        guard let stage = api.stages.first(where: \.writesLogs) else { continue }
        report.report(
          at: stage.mark, "the logs of this stage need a CloudWatch role in the account's settings",
          help: "set `account: {logRole: true}` at the top level, or `logRole: false` where another stack sets the role"
        )
      }
    })

  static let wholeMessagesLogged = Rule(
    id: "STG019",
    severity: .warning,
    summary: "whole messages are logged",
    why: """
      With data trace enabled whole messages are written to the logs, including passwords, tokens and other personal data.
      """,
    source: "API Gateway's page on logging of WebSocket APIs",
    example: """
      account: {logRole: true}
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $default: chat
          stages:
            live: {logging: ⟪{level: INFO, dataTrace: ⟦true⟧} → INFO⟫}
      """,
    check: { model, report in
      for settings in model.apis.stages.filter({ $0.isWebSocket == true }).flatMap(\.settings) {
        guard let trace = settings["DataTraceEnabled"], trace.bool == true else { continue }
        report.report(at: trace, "whole messages are written to the logs", help: "leave it out")
      }
    })
}
