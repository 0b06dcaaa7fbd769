extension Rule {
  /// Which answer is sent.
  static let routeResponseSelection = property(
    [
      PropertyPath("Route", "RouteResponseSelectionExpression")
    ],
    id: "WS012",
    summary: "a `RouteResponseSelectionExpression` other than `$default`",
    why: "A route has one answer, `$default`, and there is nothing to select among.",
    source: "API Gateway's page on selection expressions of WebSocket APIs",
    example: """
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
            RouteResponseSelectionExpression: ⟦$request.body.kind → $default⟧
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
      PropertyPath("RouteResponse", "RouteResponseKey")
    ],
    id: "WS010",
    summary: "a `RouteResponseKey` other than `$default`",
    why: "A route has one answer: \"Currently, only $default is supported as a RouteResponseKey.\"",
    source: "API Gateway's CreateRouteResponse, found by deployments (cdk-preflight)",
    example: """
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
          Properties: {ApiId: !Ref Chat, RouteId: !Ref Say, RouteResponseKey: ⟦"200" → $default⟧}
      """)

  /// Whom nothing can be sent.
  static let answerOfDisconnect = Rule(
    id: "WS011",
    severity: .warning,
    summary: "an answer that is never sent, as to `$disconnect`",
    why: "When `$disconnect` is called, the connection is closed: there is nobody that an answer could go to.",
    source: "API Gateway's page on `$connect` and `$disconnect`",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $connect: {lambda: chat, auth: iam}
            $disconnect: ⟪{lambda: chat, returnResponse: ⟦true⟧} → chat⟫
            $default: {lambda: chat, returnResponse: true}
          stage: live
      """,
    check: { spec, report in
      spec.forEachMessageRoute { _, key, route in
        guard key.isReserved("disconnect"), let given = route.value.messages.returnResponse, given.isOn else { return }
        report.report(only: given.mark, "nobody is there who could get an answer", help: "leave it out")
      }
      let responses = spec.rawGateway("RouteResponse", of: .websocket)
      let answered = Set(responses.compactMap { $0["RouteId"]?.target })
      let routes = spec.rawGateway("Route", of: .websocket).filter(\.isWhole)
      for route in routes {
        guard let expression = route["RouteResponseSelectionExpression"], !answered.contains(route.id),
          responses.allSatisfy({ $0["RouteId"]?.target != nil })
        else { continue }
        report.report(
          at: expression.mark, "there is no answer that is sent",
          help: "write an `AWS::ApiGatewayV2::RouteResponse` for this route, or leave it out")
      }
      let silent = Set(routes.filter { $0["RouteResponseSelectionExpression"] == nil }.map(\.id))
      for response in responses {
        guard let route = response["RouteId"], let id = route.target, silent.contains(id) else { continue }
        report.report(
          at: route.mark, "this answer is never sent",
          help: "write `RouteResponseSelectionExpression: $default` on `\(id)`")
      }
    })
}
