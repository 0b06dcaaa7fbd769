import SpecReading

extension Rule {
  static let noIntegrationResponse = Rule(
    id: "WS007",
    severity: .warning,
    summary: "non-proxy integration without an integration response",
    why: """
      The answer of a non-proxy integration goes through an integration response. Without one the message fails although
      the target was called: "No match for output mapping and no default output mapping configured".
      """,
    source: "API Gateway's page on integration responses of WebSocket APIs",
    example: """
      apis:
        chat:
          type: websocket
          routes:
            $default: {mock: ⟦true⟧, requestTemplates: '{"statusCode": 200}'⟪, integrationResponses: {} →⟫}
          stage: live
      """,
    check: { model, report in
      let responses = model.responses
      if responses.isAnyIntegrationUnknown { return }
      for integration in model.apis.messageIntegrations where responses.of(integration).isEmpty {
        guard let type = integration.type, ["AWS", "HTTP", "MOCK"].contains(type) else { continue }
        report.report(
          at: integration.mark, "the answer of this target does not have an integration response",
          help: integration.resource.isRaw
            ? "add an `AWS::ApiGatewayV2::IntegrationResponse` with `IntegrationResponseKey: $default`"
            : "leave out `integrationResponses`: the default is `$default`, which passes the answer on")
      }
    })

  static let integrationResponseKey = Rule(
    id: "WS008",
    severity: .error,
    summary: "invalid integration response key",
    why: """
      The key of an integration response is `$default`, for any status, or a regular expression of the status between
      slashes, such as `/4\\d\\d/`. AWS rejects other keys.
      """,
    source: "API Gateway's page on integration responses of WebSocket APIs",
    example: """
      apis:
        chat:
          type: websocket
          routes:
            $default:
              mock: true
              requestTemplates: '{"statusCode": 200}'
              integrationResponses:
                $default: {}
                ⟦4xx → /4\\d\\d/⟧: {}
          stage: live
      """,
    check: { model, report in
      let responses = model.resources("IntegrationResponse")
      for (key, text) in responses.flatMap({ $0["IntegrationResponseKey"]?.choices ?? [] }) {
        guard let flaw = IntegrationResponseKey.flaw(in: text) else { continue }
        report.report(flaw, at: key)
      }
    })

  static let responseOfProxy = Rule(
    id: "WS009",
    severity: .error,
    premise: .part,
    summary: "integration response of a proxy integration",
    why: """
      The answer of a Lambda function or an HTTP proxy is passed on as it is: nothing applies a template to it. Among
      `resources`, where people deploy an integration response without templates beside a proxy, only templates are
      reported (WS036).
      """,
    source: """
      API Gateway's page on integration responses of WebSocket APIs; responses of proxies do nothing \
      (serverless-websockets-plugin#12)
      """,
    example: """
      apis:
        chat:
          type: websocket
          routes:
            $default:
              http: https://chat.example.com/messages
              ⟪→
              proxy: false
              ⟫
              returnResponse: true
              integrationResponses:
                ⟦$default⟧: {templates: '{"done": true}'}
          stage: live
      """,
    check: { model, report in
      for integration in model.apis.messageIntegrations where integration.isProxy == true {
        let responses = model.responses.of(integration).filter { !$0.isRaw }
          .compactMap { $0["IntegrationResponseKey"]?.mark }
        let templates = integration.routes.compactMap { route in
          route.element?.route.value.details.returnResponse?.fields?.templates.first?.mark
        }
        for mark in responses + templates {
          report.report(
            at: mark, "the answer of a proxy integration is passed on as it is",
            help: integration.type == "AWS_PROXY"
              ? "leave it out; the function formats the answer" : "add `proxy: false` to the target, or leave it out")
        }
      }
    })
}

/// Keys of integration responses.
enum IntegrationResponseKey {
  /// The message and the help for an invalid key.
  static func flaw(in key: String) -> (message: String, help: String)? {
    if key == "$default" { return nil }
    guard key.count > 2, key.hasPrefix("/"), key.hasSuffix("/") else {
      let digits = key.filter { $0.isASCII && $0.isNumber }
      let isStatus = key.count == 3 && !digits.isEmpty && key.allSatisfy { $0.isNumber || "xX*".contains($0) }
      let pattern = key.map { $0.isNumber ? String($0) : "\\d" }.joined()
      return (
        "\(Reader.quoted(key)) is not a valid integration response key",
        isStatus ? "use `/\(pattern)/`" : "use `$default`, or a regular expression of the status, such as `/4\\d\\d/`"
      )
    }
    if !RegularExpressionForm.isValid(String(key.dropFirst().dropLast())) {
      return ("\(Reader.quoted(key)) is not a valid regular expression", "use one such as `/4\\d\\d/`")
    }
    return nil
  }
}
