import SpecReading

extension Rule {
  /// WebSocket types on an HTTP API.
  static let integrationOfWebSocket = Rule(
    id: "INT002",
    severity: .error,
    summary: "integration type that HTTP APIs do not support",
    why: """
      HTTP APIs support only `AWS_PROXY` and `HTTP_PROXY` integrations. API Gateway rejects `AWS`, `HTTP` and `MOCK`, which
      belong to WebSocket APIs.
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
    check: { model, report in
      for integration in model.apis.integrations where integration.isWebSocket == false {
        guard let type = integration["IntegrationType"], let text = type.text, ["AWS", "HTTP", "MOCK"].contains(text)
        else { continue }
        report.report(
          at: type, "integrations of type `\(text)` are only available on WebSocket APIs",
          help: text == "MOCK"
            ? "use a Lambda function"
            : "write `\(integration.isHttpOfFunction ? "AWS" : text)_PROXY`"
              + (integration.calledService.map { ", and replace the URI by \(integration.actionWords(of: $0))" } ?? ""))
      }
    })

  /// An action and what contradicts it.
  static let subtypeOfOther = Rule(
    id: "INT021",
    severity: .error,
    summary: "`IntegrationSubtype` on an integration that cannot have one",
    why: """
      An AWS service action consists of its subtype and its parameters: the type is `AWS_PROXY`, there is no URI, and only
      HTTP APIs have such actions. API Gateway rejects any other combination.
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
    check: { model, report in
      for integration in model.apis.integrations {
        guard let subtype = integration["IntegrationSubtype"] else { continue }
        let type = integration.resource.words("IntegrationType")
        let uri = integration.resource.words("IntegrationUri")
        if integration.isWebSocket == true {
          report.report(
            at: subtype.key, "`\(subtype.word)` is only available on HTTP APIs",
            help: "write `\(type): AWS`, and the URI of the action as `\(uri)`")
        } else if let text = integration.type, ["AWS", "HTTP", "HTTP_PROXY", "MOCK"].contains(text) {
          report.report(
            at: subtype.key, "an AWS service action must have the type `AWS_PROXY`, found \(Reader.quoted(text))",
            help: "write `\(type): AWS_PROXY`")
        } else if let uri = integration["IntegrationUri"] {
          report.report(
            at: uri.key, "an AWS service action has no `\(uri.word)`", help: "remove `\(uri.word)` or the subtype")
        }
      }
    })
}
