import Diagnostics
import YAMLTree

extension Rule {
  /// How long API Gateway waits.
  static let integrationTimeout = Rule(
    id: "INT007",
    severity: .error,
    summary: "integration timeout outside 50 ms to 30 s",
    why: """
      An HTTP API waits 50 milliseconds to 30 seconds for an integration, and this quota cannot be raised. API Gateway rejects
      any other timeout.
      """,
    source: "API Gateway's quotas; found by deployments (cdk-preflight: integration-timeout-range)",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Shop:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref apis.store
            IntegrationType: HTTP_PROXY
            IntegrationMethod: ANY
            IntegrationUri: https://books.example.com
            PayloadFormatVersion: "1.0"
            TimeoutInMillis: ⟦60000 → 30000⟧
      """,
    check: { model, report in
      let allowed = IntegrationOptions.timeouts
      for integration in model.apis.integrations {
        // WebSocket APIs have a lower limit, which is a rule of its own.
        guard let timeout = integration["TimeoutInMillis"],
          let length = timeout.numbers.first(where: {
            $0 < allowed.lowerBound || $0 > allowed.upperBound && integration.isWebSocket != true
          })
        else { continue }
        report.report(
          at: timeout.branches.first { $0.number == length } ?? timeout,
          "`\(timeout.word)` must be \(allowed.lowerBound)–\(allowed.upperBound) milliseconds, found \(length)",
          // A number below the range is one of seconds.
          help: (1_000...IntegrationOptions.longestOfWebSockets).contains(length * 1_000)
            ? "write \(length * 1_000) for \(length) seconds"
            : "write \(length < allowed.lowerBound ? allowed.lowerBound : allowed.upperBound)")
      }
    })

  /// WebSocket APIs wait one second less.
  static let webSocketTimeout = Rule(
    id: "INT008",
    severity: .error,
    summary: "WebSocket API integration timeout above 29 seconds",
    why: """
      An integration of a WebSocket API has at most 29 seconds. API Gateway rejects the 30 seconds of HTTP APIs: "Timeout should
      be between 50 ms and 29000 ms".
      """,
    source: "API Gateway's quotas of WebSocket APIs; found by deployments (cdk-preflight)",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $default: {lambda: chat, timeout: ⟦30s → 29s⟧}
          stage: live
      """,
    check: { model, report in
      for integration in model.apis.integrations where integration.isWebSocket == true {
        guard let timeout = integration["TimeoutInMillis"],
          timeout.numbers.contains(where: { $0 > IntegrationOptions.longestOfWebSockets })
        else { continue }
        report.report(
          at: timeout, "a WebSocket API waits at most 29 seconds for an integration",
          help: timeout.isRaw ? "write 29000 or less" : "write `29s` or less")
      }
    })

  /// A function that continues after the client got an error.
  static let slowFunction = Rule(
    id: "INT009",
    severity: .warning,
    premise: .element,
    summary: "Lambda function timeout longer than the integration timeout",
    why: """
      API Gateway waits at most 30 seconds for an answer, 29 on WebSocket APIs, or as long as the integration's timeout. The
      client then gets an error while the function continues, is billed, and its result is lost.
      """,
    source: "API Gateway's quotas for HTTP APIs and for WebSocket APIs",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books, timeout: ⟦1m → 30s⟧}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      var seen: Set<Mark> = []
      for integration in model.apis.integrations {
        // When a connection has ended, no client waits.
        let isOfEnd =
          !integration.routes.isEmpty && integration.routes.allSatisfy { $0["RouteKey"]?.text == "$disconnect" }
        guard integration.type == "AWS_PROXY", !isOfEnd,
          let function = model.function(of: integration["IntegrationUri"]),
          let timeout = function["Timeout"], let length = timeout.number
        else { continue }
        let wait = integration["TimeoutInMillis"]
        if wait != nil && wait?.number == nil { continue }
        let limit =
          wait?.number
          ?? (integration.isWebSocket == true
            ? IntegrationOptions.longestOfWebSockets : IntegrationOptions.timeouts.upperBound)
        // A timeout that Lambda rejects is reported as such.
        if length > 900, function.lacks("CapacityProviderConfig") { continue }
        guard length * 1_000 > limit, seen.insert(timeout.mark).inserted else { continue }
        report.report(
          at: timeout,
          "`\(function.name)` may run for \(length) seconds, but API Gateway waits \(seconds(limit))",
          related: [
            wait.map { Related(message: "integration timeout", mark: $0.mark) }
              ?? Related(message: "integration with the default timeout", mark: integration.mark)
          ],
          help: "lower the timeout; hand longer work to a queue or a state machine (`sqs`, `stepFunctions`)")
      }
    })

  private static func seconds(_ milliseconds: Int) -> String {
    milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000) seconds" : "\(milliseconds) ms"
  }
}
