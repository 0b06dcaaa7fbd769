/// Words that AWS has for properties of WebSocket APIs, and no others.
extension Rule {
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
