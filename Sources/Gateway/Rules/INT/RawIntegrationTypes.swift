import SpecReading

/// Types and actions of integrations of `resources`, which the language writes of itself.
extension Rule {
  /// Types of WebSocket APIs.
  static let integrationOfWebSocket = Rule(
    id: "INT002",
    severity: .error,
    summary: "an integration of an HTTP API that is no proxy",
    why: """
      HTTP APIs pass requests on as they are: `AWS_PROXY` and `HTTP_PROXY` are their only types. The others belong to
      WebSocket APIs.
      """,
    source: "API Gateway's CreateIntegration (IntegrationType)",
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
            IntegrationType: ⟦HTTP → HTTP_PROXY⟧
            IntegrationMethod: ANY
            IntegrationUri: https://books.example.com
            PayloadFormatVersion: "1.0"
      """,
    check: { spec, report in
      for integration in spec.rawIntegrations where integration.isWebSocket == false {
        guard let type = integration["IntegrationType"], let kind = type.text, ["AWS", "HTTP", "MOCK"].contains(kind)
        else { continue }
        report.report(
          at: type.mark, "integrations of the type `\(kind)` belong to WebSocket APIs",
          help: kind == "MOCK" ? "let a function answer" : "write `\(kind)_PROXY`")
      }
      spec.documents.forEachIntegration { integration in
        let known = ["AWS_PROXY", "HTTP_PROXY"]
        guard let type = integration["type"], let text = type.text, let kind = integration.integrationType,
          !known.contains(kind)
        else { return }
        report.report(
          at: type.mark, "\(Reader.quoted(text)) is no type of an integration of an HTTP API",
          help: ["AWS", "HTTP"].contains(kind)
            ? "write `\(text)_\(text == kind ? "PROXY" : "proxy")`" : Suggestion.help(for: kind, among: known))
      }
    })

  /// What an action cannot stand beside.
  static let subtypeOfOther = Rule(
    id: "INT021",
    severity: .error,
    summary: "an `IntegrationSubtype` beside a URI, or on what is no `AWS_PROXY` of an HTTP API",
    why: """
      An action of a service is its subtype and its parameters. It has no URI, and only HTTP APIs have such actions,
      by the type `AWS_PROXY`.
      """,
    source: "API Gateway's CreateIntegration (IntegrationSubtype)",
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
            IntegrationType: AWS_PROXY
            IntegrationSubtype: SQS-SendMessage
            PayloadFormatVersion: "1.0"
            CredentialsArn: arn:aws:iam::111122223333:role/orders
            RequestParameters:
              QueueUrl: https://sqs.eu-west-1.amazonaws.com/111122223333/orders
              MessageBody: $request.body
            ⟪
            ⟦IntegrationUri⟧: arn:aws:sqs:eu-west-1:111122223333:orders
            →⟫
      """,
    check: { spec, report in
      for integration in spec.rawIntegrations {
        guard let subtype = integration["IntegrationSubtype"] else { continue }
        if integration.isWebSocket == true {
          report.report(
            at: subtype.key, "`IntegrationSubtype` belongs to HTTP APIs",
            help: "write `IntegrationType: AWS` with the action's URI as `IntegrationUri`")
        } else if let kind = integration.kind, kind != "AWS_PROXY" {
          report.report(
            at: subtype.key, "an action of a service is of the type `AWS_PROXY`",
            help: "write `IntegrationType: AWS_PROXY`")
        } else if let uri = integration["IntegrationUri"] {
          report.report(at: uri.key, "an action of a service has no URI", help: "leave it out")
        }
      }
    })
}
