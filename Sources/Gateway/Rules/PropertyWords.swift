/// Words that AWS has for a property, and no others. The language has words of its own for most of them.
extension Rule {
  /// The protocols.
  static let protocolType = property(
    [
      (PropertyPath("Api", "ProtocolType"), .words(["HTTP", "WEBSOCKET"]))
    ],
    id: "API001",
    summary: "a protocol that API Gateway does not have",
    why: "An API is an `HTTP` or a `WEBSOCKET` one; its protocol is written in capitals.",
    source: "API Gateway's CreateApi (ProtocolType)",
    bad: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: ⟦http⟧}
      """,
    good: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP}
      """)

  /// Addresses.
  static let ipAddressType = property(
    [
      (PropertyPath("Api", "IpAddressType"), .words(["ipv4", "dualstack"])),
      (PropertyPath("DomainName", "DomainNameConfigurations.*.IpAddressType"), .words(["ipv4", "dualstack"])),
    ],
    id: "API006",
    summary: "a kind of addresses that API Gateway does not have",
    why: """
      APIs and domains answer on `ipv4`, or on `dualstack`, which adds IPv6. There is none for IPv6 alone.
      """,
    source: "API Gateway's CreateApi (IpAddressType)",
    bad: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP, IpAddressType: ⟦ipv6⟧}
      """,
    good: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP, IpAddressType: dualstack}
      """)

  /// What integrations are.
  static let integrationType = property(
    [
      (PropertyPath("Integration", "IntegrationType"), .words(["AWS_PROXY", "HTTP_PROXY", "AWS", "HTTP", "MOCK"]))
    ],
    id: "INT001",
    summary: "a type of integration that API Gateway does not have",
    why: "The types are `AWS_PROXY` and `HTTP_PROXY`, and for WebSocket APIs `AWS`, `HTTP` and `MOCK`.",
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
            IntegrationType: ⟦HTTP-PROXY⟧
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
      """)

  /// Forms of events.
  static let payloadFormatVersion = property(
    [
      (PropertyPath("Integration", "PayloadFormatVersion"), .words(["1.0", "2.0"])),
      (PropertyPath("ApiGatewayManagedOverrides", "Integration.PayloadFormatVersion"), .words(["1.0", "2.0"])),
    ],
    id: "INT005",
    summary: "a `PayloadFormatVersion` that API Gateway does not have",
    why: """
      There are two, `1.0` and `2.0`, each with its point: as a number, `2.0` may become `2` on its way, so it is best
      put in quotes.
      """,
    source: "API Gateway's CreateIntegration, found by deployments (cdk-preflight: aws-proxy-payload-version)",
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
            PayloadFormatVersion: ⟦1⟧
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
      """)

  /// Ways to a target.
  static let connectionType = property(
    [
      (PropertyPath("Integration", "ConnectionType"), .words(["INTERNET", "VPC_LINK"]))
    ],
    id: "INT038",
    summary: "a `ConnectionType` that API Gateway does not have",
    why: "A target is called through the `INTERNET`, which is the default, or through a `VPC_LINK`.",
    source: "API Gateway's CreateIntegration (ConnectionType)",
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
            ConnectionType: ⟦VPCLINK⟧
            ConnectionId: abc123
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
      """)

  /// What is done with what no template is for, and with binary content.
  static let messageConversion = property(
    [
      (PropertyPath("Integration", "PassthroughBehavior"), .words(["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"])),
      (PropertyPath("Integration", "ContentHandlingStrategy"), .words(["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"])),
      (
        PropertyPath("IntegrationResponse", "ContentHandlingStrategy"),
        .words(["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"])
      ),
    ],
    id: "WS021",
    summary: "a `PassthroughBehavior` or `ContentHandlingStrategy` that API Gateway does not have",
    why: """
      Messages that no template is for are passed on `WHEN_NO_MATCH`, `WHEN_NO_TEMPLATES` or `NEVER`; content is
      turned by `CONVERT_TO_BINARY` and `CONVERT_TO_TEXT`, or not at all.
      """,
    source: "API Gateway's CreateIntegration and CreateIntegrationResponse",
    bad: """
      resources:
        Chat:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
        Backend:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref Chat
            IntegrationType: HTTP_PROXY
            IntegrationMethod: POST
            IntegrationUri: https://chat.example.com
            PassthroughBehavior: ⟦NONE⟧
      """,
    good: """
      resources:
        Chat:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
        Backend:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref Chat
            IntegrationType: HTTP_PROXY
            IntegrationMethod: POST
            IntegrationUri: https://chat.example.com
            PassthroughBehavior: NEVER
      """)

  /// Which answer is sent.
  static let routeResponseSelection = property(
    [
      (PropertyPath("Route", "RouteResponseSelectionExpression"), .words(["$default"]))
    ],
    id: "WS012",
    summary: "a `RouteResponseSelectionExpression` other than `$default`",
    why: "A route has one answer, `$default`, and there is nothing to select among.",
    source: "API Gateway's page on selection expressions of WebSocket APIs",
    bad: """
      resources:
        Chat:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
        Say:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Chat
            RouteKey: say
            Target: !Sub integrations/${Backend}
            RouteResponseSelectionExpression: ⟦$request.body.kind⟧
        Backend:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref Chat
            IntegrationType: HTTP_PROXY
            IntegrationMethod: POST
            IntegrationUri: https://chat.example.com
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref Chat, StageName: live, AutoDeploy: true}
        Answer:
          Type: AWS::ApiGatewayV2::RouteResponse
          Properties: {ApiId: !Ref Chat, RouteId: !Ref Say, RouteResponseKey: $default}
      """,
    good: """
      resources:
        Chat:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
        Say:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Chat
            RouteKey: say
            Target: !Sub integrations/${Backend}
            RouteResponseSelectionExpression: $default
        Backend:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref Chat
            IntegrationType: HTTP_PROXY
            IntegrationMethod: POST
            IntegrationUri: https://chat.example.com
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref Chat, StageName: live, AutoDeploy: true}
        Answer:
          Type: AWS::ApiGatewayV2::RouteResponse
          Properties: {ApiId: !Ref Chat, RouteId: !Ref Say, RouteResponseKey: $default}
      """)

  /// Answers of routes.
  static let routeResponseKey = property(
    [
      (PropertyPath("RouteResponse", "RouteResponseKey"), .words(["$default"]))
    ],
    id: "WS010",
    summary: "a `RouteResponseKey` other than `$default`",
    why: "A route has one answer: \"Currently, only $default is supported as a RouteResponseKey.\"",
    source: "API Gateway's CreateRouteResponse, found by deployments (cdk-preflight)",
    bad: """
      resources:
        Chat:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
        Say:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Chat
            RouteKey: say
            Target: !Sub integrations/${Backend}
            RouteResponseSelectionExpression: $default
        Backend:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref Chat
            IntegrationType: HTTP_PROXY
            IntegrationMethod: POST
            IntegrationUri: https://chat.example.com
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref Chat, StageName: live, AutoDeploy: true}
        Answer:
          Type: AWS::ApiGatewayV2::RouteResponse
          Properties: {ApiId: !Ref Chat, RouteId: !Ref Say, RouteResponseKey: ⟦"200"⟧}
      """,
    good: """
      resources:
        Chat:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
        Say:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Chat
            RouteKey: say
            Target: !Sub integrations/${Backend}
            RouteResponseSelectionExpression: $default
        Backend:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref Chat
            IntegrationType: HTTP_PROXY
            IntegrationMethod: POST
            IntegrationUri: https://chat.example.com
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref Chat, StageName: live, AutoDeploy: true}
        Answer:
          Type: AWS::ApiGatewayV2::RouteResponse
          Properties: {ApiId: !Ref Chat, RouteId: !Ref Say, RouteResponseKey: $default}
      """)

  /// How much is logged.
  static let loggingLevel = property(
    [
      (PropertyPath("Stage", "DefaultRouteSettings.LoggingLevel"), .words(["ERROR", "INFO", "OFF"])),
      (PropertyPath("Stage", "RouteSettings.*.LoggingLevel"), .words(["ERROR", "INFO", "OFF"])),
    ],
    id: "STG017",
    summary: "a `LoggingLevel` that API Gateway does not have",
    why: "The steps of messages are logged at `INFO`, their errors at `ERROR`, and nothing at `OFF`.",
    source: "API Gateway's CreateStage (LoggingLevel)",
    bad: """
      resources:
        Chat:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref Chat, StageName: live, AutoDeploy: true, DefaultRouteSettings: {LoggingLevel: ⟦DEBUG⟧}}
      """,
    good: """
      resources:
        Chat:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref Chat, StageName: live, AutoDeploy: true, DefaultRouteSettings: {LoggingLevel: INFO}}
      """)
}
