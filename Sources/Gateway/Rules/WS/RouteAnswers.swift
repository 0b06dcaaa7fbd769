extension Rule {
  static let routeResponseSelection = property(
    [
      PropertyPath("Route", "RouteResponseSelectionExpression")
    ],
    id: "WS012",
    summary: "invalid `RouteResponseSelectionExpression`",
    why: "A route has one response, `$default`; AWS rejects any other expression.",
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
            RouteKey: $default
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

  static let routeResponseKey = property(
    [
      PropertyPath("RouteResponse", "RouteResponseKey")
    ],
    id: "WS010",
    summary: "invalid `RouteResponseKey`",
    why: "AWS rejects any other key than `$default`: \"Currently, only $default is supported as a RouteResponseKey.\"",
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
            RouteKey: $default
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

  static let answerOfDisconnect = Rule(
    id: "WS011",
    severity: .warning,
    summary: "response of a `$disconnect` route",
    why: "The connection is closed when `$disconnect` is called, so its response is never sent.",
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
    check: { model, report in
      for route in model.apis.messageRoutes where route.name == "$disconnect" {
        guard let expression = route["RouteResponseSelectionExpression"] else { continue }
        report.report(
          only: expression.mark, "the response of `$disconnect` is never sent: the connection is closed",
          help: "leave it out")
      }
    })

  static let halfResponse = Rule(
    id: "WS036",
    severity: .warning,
    premise: .spec,
    summary: "response that is never sent, or templates that are never applied",
    why: """
      A route sends a response if it has both a `RouteResponseSelectionExpression` and a route response. With only one of
      the two the client never gets an answer. The answer of a proxy integration is passed on as it is, without the
      templates of its integration response.
      """,
    source: """
      API Gateway's pages on two-way communication and on integration responses of WebSocket APIs; \
      serverless-websockets-plugin#12
      """,
    example: """
      resources:
        Chat:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
        Say:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Chat
            RouteKey: $default
            Target: !Sub integrations/${Backend}
            RouteResponseSelectionExpression: ⟦$default⟧
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
        ⟪→
        Answer:
          Type: AWS::ApiGatewayV2::RouteResponse
          Properties: {ApiId: !Ref Chat, RouteId: !Ref Say, RouteResponseKey: $default}
        ⟫
      """,
    check: { model, report in
      for route in model.apis.messageRoutes {
        let responses = model.responses.of(route)
        if let expression = route["RouteResponseSelectionExpression"] {
          guard responses.isEmpty, !model.responses.isAnyRouteUnknown else { continue }
          report.report(
            at: expression, "the route `\(route.name)` does not have a route response",
            help: "add an `AWS::ApiGatewayV2::RouteResponse` for this route, or leave this out")
        } else if route.resource.lacks("RouteResponseSelectionExpression") {
          for response in responses {
            report.report(
              at: response["RouteId"]?.mark ?? response.mark, "the response of the route `\(route.name)` is never sent",
              help: route.name == "$disconnect"
                ? "remove it: the connection is closed when `$disconnect` is called"
                : "add `RouteResponseSelectionExpression: $default` to `\(route.resource.id)`")
          }
        }
      }
      for integration in model.apis.messageIntegrations where integration.isProxy == true {
        for response in model.responses.of(integration) where response.isRaw {
          guard let unused = response["ResponseTemplates"] ?? response["ResponseParameters"] else { continue }
          report.report(
            at: unused.key,
            "`\(unused.name)` is never applied: the answer of a proxy integration is passed on as it is",
            help: "remove it, or remove `_PROXY` from the type of `\(integration.resource.id)`")
        }
      }
    })
}
