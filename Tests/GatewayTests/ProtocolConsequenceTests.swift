import Support
import Testing

/// An API with the type of the other protocol, and what is not used beside something that is missing: one finding each.
@Suite struct ProtocolConsequenceTests {
  @Test(arguments: [
    (
      """
      functions: {chat: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:chat"}}
      apis:
        talk:
          routeSelectionExpression: $request.body.action
          logging: ERROR
          models: {message: {schema: {type: object}}}
          routes:
            $connect: {lambda: chat, apiKeyRequired: true}
            $disconnect: chat
            send: {lambda: chat, requestModels: message, modelSelectionExpression: $request.body.action, returnResponse: true}
      """,
      "API007", "set `type: websocket` for a WebSocket API"
    ),
    (
      """
      functions: {books: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:books"}}
      apis:
        store:
          type: websocket
          cors: {allowOrigins: https://shop.example.com}
          authorizers: {users: {jwt: {issuer: "https://example.eu.auth0.com/", audience: store}}}
          defaultAuth: users
          routes:
            GET /books: books
            POST /books: {lambda: books, payloadFormatVersion: "2.0", auth: {scopes: books}}
      """,
      "API014", "remove `type: websocket` for an HTTP API"
    ),
    (
      """
      functions: {chat: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:chat"}}
      resources:
        Chat:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: chat, ProtocolType: HTTP, ApiKeySelectionExpression: $request.header.x-api-key}
        Call:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref Chat
            IntegrationType: AWS_PROXY
            IntegrationUri: !Sub arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${functions.chat.Arn}/invocations
        Connect:
          Type: AWS::ApiGatewayV2::Route
          Properties: {ApiId: !Ref Chat, RouteKey: $connect, Target: !Sub "integrations/${Call}", ApiKeyRequired: true}
        Send:
          Type: AWS::ApiGatewayV2::Route
          Properties: {ApiId: {Ref: Chat}, RouteKey: send, Target: !Sub "integrations/${Call}"}
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref Chat, StageName: live, AutoDeploy: true, DefaultRouteSettings: {LoggingLevel: INFO}}
      """,
      "API011", "set `ProtocolType: WEBSOCKET` for a WebSocket API"
    ),
  ])
  func anApiOfTheOtherTypeIsOneMistake(_ text: String, _ id: String, _ help: String) {
    let shown = Compiled(text).shown
    #expect(shown.map(\.id) == [id], "\(shown.map(\.message))")
    #expect(shown.first?.help == help)
    #expect(shown.first?.related.isEmpty == false)
  }

  @Test func settingsWithoutRoutesOfTheOtherTypeAreMistakesOfTheirOwn() {
    let text = """
      apis:
        store:
          logging: ERROR
          models: {message: {schema: {type: object}}}
          routes: {$default: https://books.example.com}
      """
    #expect(Compiled(text).shown.map(\.id) == ["STG016", "WS018"])
  }

  private static let parts = """
    vpcs: {main: {id: vpc-0a1b2c3d4e5f60718, privateSubnets: [subnet-0aa11bb22cc33dd44, subnet-0ee55ff66aa77bb88]}}
    vpcLinks: {link: {vpc: main}}
    domains: {main: {name: api.example.com, exists: true}}
    functions: {chat: {runtime: nodejs24.x, handler: index.handler, code: {inline: "exports.handler = async () => 1"}}}
    apis:
      store:
        disableExecuteApiEndpoint: true
        domain: api.example.com
        integrations: {shop: {http: "https://shop.example.com"}}
        routes: {$default: https://books.example.com, GET /chat: chat, GET /shop: {integration: shop}}
    resources:
      Uses: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref apis.store, IntegrationType: HTTP_PROXY,
        IntegrationMethod: ANY, ConnectionType: VPC_LINK, ConnectionId: !Ref vpcLinks.link, PayloadFormatVersion: "1.0",
        IntegrationUri: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2"}}

    """

  @Test func thePartsAreRight() { #expect(Compiled(Self.parts).shown.filter { $0.severity > .note }.isEmpty) }

  /// A text, the mistake in its place, more resources, and the only finding.
  @Test(arguments: [
    (" ConnectionId: !Ref vpcLinks.link,", "", "", "VPC001"),
    (
      ", GET /chat: chat", "",
      "  Call: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref apis.store, IntegrationType: AWS_PROXY, PayloadFormatVersion: \"2.0\"}}",
      "INT033"
    ),
    (
      ", GET /shop: {integration: shop}", "",
      "  Route: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref apis.store, RouteKey: GET /shop, Target: !Sub \"integrations/${Uses}\"}}\n"
        + "  Other: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref apis.store, RouteKey: GET /other}}",
      "ROU009"
    ),
    ("domain: api.example.com", "domain: api.exampel.com", "", "DOM025"),
    ("domain: api.example.com", "domain: shop.example.org", "", "DOM025"),
  ])
  func aMissingReferenceExplainsWhatIsNotUsed(_ text: String, _ mistake: String, _ more: String, _ id: String) {
    #expect(Self.parts.contains(text))
    let shown = Compiled(Self.parts.replacing(text, with: mistake, maxReplacements: 1) + more).shown
    #expect(shown.filter { $0.severity > .note }.map(\.id) == [id], "\(shown.map(\.message))")
  }
}
