import SpecReading

/// Integrations of `resources`, with what the language writes of itself.
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
    bad: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Shop:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref apis.store
            IntegrationType: ⟦HTTP⟧
            IntegrationMethod: ANY
            IntegrationUri: https://books.example.com
            PayloadFormatVersion: "1.0"
      """,
    good: """
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
      """,
    check: { spec, report in
      for integration in spec.rawIntegrations where integration.isWebSocket == false {
        guard let type = integration["IntegrationType"], let kind = type.text, ["AWS", "HTTP", "MOCK"].contains(kind)
        else { continue }
        report.report(
          at: type.mark, "integrations of the type `\(kind)` belong to WebSocket APIs",
          help: kind == "MOCK" ? "let a function answer" : "write `\(kind)_PROXY`")
      }
    })

  /// The form of events.
  static let payloadFormatOfHttpApi = Rule(
    id: "INT003",
    severity: .error,
    summary: "an integration of an HTTP API without `PayloadFormatVersion`",
    why: """
      AWS wants every integration of an HTTP API to say which form its events have ("PayloadFormatVersion is a required
      parameter for integration"): `2.0` or `1.0` for functions, `1.0` for everything else.
      """,
    source: "API Gateway's CreateIntegration (PayloadFormatVersion)",
    bad: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        ⟦Shop⟧:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref apis.store
            IntegrationType: HTTP_PROXY
            IntegrationMethod: ANY
            IntegrationUri: https://books.example.com
      """,
    good: """
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
      """,
    check: { spec, report in
      for integration in spec.rawIntegrations where integration.isWebSocket == false && integration.isWhole {
        guard let kind = integration.kind, ["AWS_PROXY", "HTTP_PROXY"].contains(kind),
          integration["PayloadFormatVersion"] == nil
        else { continue }
        let isFunction = kind == "AWS_PROXY" && integration["IntegrationSubtype"] == nil
        report.report(
          at: integration.resource.mark, "an integration of an HTTP API needs `PayloadFormatVersion`",
          help: "write `PayloadFormatVersion: \"\(isFunction ? "2.0" : "1.0")\"`")
      }
    })

  /// How a URL is called.
  static let methodOfHttpIntegration = Rule(
    id: "INT006",
    severity: .error,
    summary: "an `HTTP_PROXY` integration without `IntegrationMethod`",
    why: """
      AWS has to know by which method it calls the URL: "HttpMethod parameter method must be specified for
      integrationType HTTPPROXY".
      """,
    source: "API Gateway's CreateIntegration, found by deployments (cdk-preflight: http-proxy-integration-method)",
    bad: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        ⟦Shop⟧:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref apis.store
            IntegrationType: HTTP_PROXY
            IntegrationUri: https://books.example.com
            PayloadFormatVersion: "1.0"
      """,
    good: """
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
      """,
    check: { spec, report in
      for integration in spec.rawIntegrations where integration.isWebSocket == false && integration.isWhole {
        guard integration.kind == "HTTP_PROXY", integration["IntegrationMethod"] == nil else { continue }
        report.report(
          at: integration.resource.mark, "an `HTTP_PROXY` integration needs `IntegrationMethod`",
          help: "write `IntegrationMethod: ANY`, which passes on the request's own")
      }
    })

  /// How long API Gateway waits.
  static let integrationTimeout = Rule(
    id: "INT007",
    severity: .error,
    summary: "a timeout outside of 50 ms to 30 s",
    why: "An HTTP API waits for its targets from 50 milliseconds to 30 seconds, and that cannot be raised.",
    source: "API Gateway's quotas; found by deployments (cdk-preflight: integration-timeout-range)",
    bad: """
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
            TimeoutInMillis: ⟦60000⟧
      """,
    good: """
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
            TimeoutInMillis: 30000
      """,
    check: { spec, report in
      for integration in spec.rawIntegrations {
        // That a WebSocket API waits a second less is told by itself.
        if let timeout = integration["TimeoutInMillis"], let length = timeout.number,
          length < 50 || (length > 30_000 && integration.isWebSocket != true)
        {
          report.report(
            at: timeout.mark, "API Gateway does not wait for \(length) milliseconds", help: "write 50 to 30000")
        }
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
    bad: """
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
            ⟦IntegrationUri⟧: arn:aws:sqs:eu-west-1:111122223333:orders
      """,
    good: """
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
      """,
    alsoBad: [
      """
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
            ⟦IntegrationSubtype⟧: SQS-SendMessage
            PayloadFormatVersion: "1.0"
            CredentialsArn: arn:aws:iam::111122223333:role/orders
            RequestParameters:
              QueueUrl: https://sqs.eu-west-1.amazonaws.com/111122223333/orders
              MessageBody: $request.body
            IntegrationMethod: ANY
      """,
      """
      resources:
        Chat:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
        Backend:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref Chat
            IntegrationType: AWS_PROXY
            ⟦IntegrationSubtype⟧: SQS-SendMessage
            PayloadFormatVersion: "1.0"
            CredentialsArn: arn:aws:iam::111122223333:role/orders
      """,
    ],
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
