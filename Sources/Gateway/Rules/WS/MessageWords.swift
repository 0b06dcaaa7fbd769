/// Words that AWS has for properties of WebSocket APIs, and no others.
extension Rule {
  /// What is done with what no template is for, and with binary content.
  static let messageConversion = property(
    [
      PropertyPath("Integration", "PassthroughBehavior"),
      PropertyPath("Integration", "ContentHandlingStrategy"),
      PropertyPath("IntegrationResponse", "ContentHandlingStrategy"),
    ],
    id: "WS021",
    summary: "a `PassthroughBehavior` or `ContentHandlingStrategy` that API Gateway does not have",
    why: """
      Messages that no template is for are passed on `WHEN_NO_MATCH`, `WHEN_NO_TEMPLATES` or `NEVER`; content is
      turned by `CONVERT_TO_BINARY` and `CONVERT_TO_TEXT`, or not at all.
      """,
    source: "API Gateway's CreateIntegration and CreateIntegrationResponse",
    example: """
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
            PassthroughBehavior: ⟦NONE → NEVER⟧
      """)
}
