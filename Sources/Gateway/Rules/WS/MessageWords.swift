extension Rule {
  static let messageConversion = property(
    [
      PropertyPath("Integration", "PassthroughBehavior"),
      PropertyPath("Integration", "ContentHandlingStrategy"),
      PropertyPath("IntegrationResponse", "ContentHandlingStrategy"),
    ],
    id: "WS021",
    summary: "unknown `PassthroughBehavior` or `ContentHandlingStrategy`",
    why: """
      API Gateway passes messages without a template on `WHEN_NO_MATCH`, `WHEN_NO_TEMPLATES` or `NEVER`, and converts
      content with `CONVERT_TO_BINARY` or `CONVERT_TO_TEXT`. It rejects other values.
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
            PassthroughBehavior: ⟦NONE → WHEN_NO_MATCH⟧
      """)
}
