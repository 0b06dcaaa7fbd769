import SpecReading

extension Rule {
  /// Answers that nothing is made of.
  static let noIntegrationResponse = Rule(
    id: "WS007",
    severity: .warning,
    summary: "`integrationResponses: {}` on a target that answers by them",
    why: """
      The answer of a target that is no proxy goes through an integration response. Where none fits, the message has
      failed, though the target has done its work: "No match for output mapping and no default output mapping configured".
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
    check: { spec, report in
      spec.forEachMessageTarget { answering in
        let integration = answering.target.integration
        guard integration.answersByResponses(in: answering.api.value),
          let responses = integration.messages?.integrationResponses, responses.isEmpty
        else { return }
        report.report(
          at: answering.mark, "nothing is made of what this target answers",
          help: "leave `integrationResponses` out: then `$default` passes it on")
      }
      let answered = Set(spec.rawGateway("IntegrationResponse").compactMap { $0["IntegrationId"]?.target })
      let isUnclear = spec.rawGateway("IntegrationResponse").contains { $0["IntegrationId"]?.target == nil }
      for integration in spec.rawIntegrations where integration.isWebSocket == true && !isUnclear {
        guard let kind = integration.kind, ["AWS", "HTTP", "MOCK"].contains(kind),
          !answered.contains(integration.resource.id)
        else { continue }
        report.report(
          at: integration.resource.mark, "nothing is made of what this target answers",
          help: "write an `AWS::ApiGatewayV2::IntegrationResponse` with `IntegrationResponseKey: $default`")
      }
    })

  /// What an answer is known by.
  static let integrationResponseKey = Rule(
    id: "WS008",
    severity: .error,
    summary: "a key of `integrationResponses` that is neither `$default` nor a pattern",
    why: """
      An answer is known by its status: `$default` is for any, and a regular expression between slashes for some, such as
      `/4\\d\\d/`.
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
    check: { spec, report in
      spec.forEachMessageTarget { answering in
        for response in answering.target.integration.messages?.integrationResponses ?? [] {
          guard let flaw = IntegrationResponseKey.flaw(in: response.name) else { continue }
          report.report(at: response.mark, flaw.message, help: flaw.help)
        }
      }
      for response in spec.rawGateway("IntegrationResponse") {
        guard let key = response["IntegrationResponseKey"], let text = key.text,
          let flaw = IntegrationResponseKey.flaw(in: text)
        else { continue }
        report.report(at: key.mark, flaw.message, help: flaw.help)
      }
    })

  /// A proxy's answer goes back by itself.
  static let responseOfProxy = Rule(
    id: "WS009",
    severity: .error,
    summary: "`integrationResponses`, or `templates` of an answer, where the target is a proxy",
    why: """
      What a Lambda function or an HTTP proxy answers is sent back as it is: there is no integration response, and nothing
      that a template could be applied in.
      """,
    source: "API Gateway's page on integration responses of WebSocket APIs",
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
    check: { spec, report in
      spec.forEachMessageTarget { answering in
        let integration = answering.target.integration
        guard !integration.answersByResponses(in: answering.api.value),
          let first = integration.messages?.integrationResponses?.first
        else { return }
        report.report(
          at: first.mark, "what a proxy answers is sent back as it is",
          help: "write `proxy: false` beside the URL, or leave it out")
      }
      spec.forEachMessageRoute { api, _, route in
        guard let template = route.value.messages.returnResponse?.fields?.templates.first,
          let target = spec.target(of: route.value, in: api.value),
          !target.integration.answersByResponses(in: api.value)
        else { return }
        report.report(
          at: template.mark, "what a proxy answers is sent back as it is",
          help:
            "leave out `templates`; \(target.key == "lambda" ? "the function gives the answer its form" : "or write `proxy: false`")"
        )
      }
      let integrations = Dictionary(spec.rawIntegrations.map { ($0.resource.id, $0) }) { first, _ in first }
      for response in spec.rawGateway("IntegrationResponse") {
        if spec.rawApis[response]?.isWebSocket == false {
          report.report(at: response.mark, "HTTP APIs have no integration responses", help: RawApi.help(of: .http))
        } else if let integration = response["IntegrationId"]?.target.flatMap({ integrations[$0] }),
          integration.kind?.hasSuffix("_PROXY") == true
        {
          report.report(
            at: response.mark, "what a proxy answers is sent back as it is",
            help: "leave it out, or take `_PROXY` from the type of `\(integration.resource.id)`")
        }
      }
    })
}

/// Keys of integration responses.
enum IntegrationResponseKey {
  /// What is wrong with a key, and what to write.
  static func flaw(in key: String) -> (message: String, help: String)? {
    if key == "$default" { return nil }
    guard key.count > 2, key.hasPrefix("/"), key.hasSuffix("/") else {
      let digits = key.filter { $0.isASCII && $0.isNumber }
      let isStatus = key.count == 3 && !digits.isEmpty && key.allSatisfy { $0.isNumber || "xX*".contains($0) }
      let pattern = key.map { $0.isNumber ? String($0) : "\\d" }.joined()
      return (
        "\(Reader.quoted(key)) is neither `$default` nor a pattern",
        isStatus ? "write `/\(pattern)/`" : "write `$default`, or a pattern of the status, such as `/4\\d\\d/`"
      )
    }
    if (try? Regex(String(key.dropFirst().dropLast()))) == nil {
      return ("\(Reader.quoted(key)) is no regular expression", "write one such as `/4\\d\\d/`")
    }
    return nil
  }
}
