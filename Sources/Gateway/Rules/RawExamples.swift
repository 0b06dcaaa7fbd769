/// Specs with resources of CloudFormation's own, as rules show mistakes in them.
enum RawExample {
  /// Where a function outside of the spec is called as an authorizer.
  static let uri = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/\(function)/invocations"
  private static let function = "arn:aws:lambda:eu-west-1:111122223333:function:login"

  /// An HTTP API with an authorizer in `resources` that has these properties, a line each.
  static func authorizer(_ properties: String...) -> String {
    """
    apis:
      store:
        routes:
          GET /books: {http: "https://books.example.com", auth: Users}
    resources:
      Users:
        Type: AWS::ApiGatewayV2::Authorizer
        Properties:
          ApiId: !Ref apis.store
          Name: users
          \(properties.joined(separator: "\n      "))
    """
  }

  /// An HTTP API with a JWT authorizer in `resources`.
  static func jwt(_ properties: String..., type: String = "JWT", source: String? = "[$request.header.Authorization]")
    -> String
  {
    let lines = ["AuthorizerType: \(type)", source.map { "IdentitySource: \($0)" }].compactMap { $0 } + properties
    return authorizer(lines.joined(separator: "\n      "))
  }

  /// An HTTP API with an authorizer in `resources` that asks a function.
  static func lambda(_ properties: String..., version: String = "\"2.0\"") -> String {
    let lines = ["AuthorizerType: REQUEST", "AuthorizerUri: \(uri)", "AuthorizerPayloadFormatVersion: \(version)"]
    return authorizer((lines + properties).joined(separator: "\n      "))
  }

  /// A WebSocket API with an authorizer in `resources`.
  static func webSocketAuthorizer(_ properties: String...) -> String {
    """
    resources:
      Chat:
        Type: AWS::ApiGatewayV2::Api
        Properties: {Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
      Users:
        Type: AWS::ApiGatewayV2::Authorizer
        Properties:
          ApiId: !Ref Chat
          Name: users
          \(properties.joined(separator: "\n      "))
      Target:
        Type: AWS::ApiGatewayV2::Integration
        Properties: {ApiId: !Ref Chat, IntegrationType: HTTP_PROXY, IntegrationMethod: POST, IntegrationUri: "https://chat.example.com"}
      Connect:
        Type: AWS::ApiGatewayV2::Route
        Properties:
          ApiId: !Ref Chat
          RouteKey: $connect
          AuthorizationType: CUSTOM
          AuthorizerId: !Ref Users
          Target: !Sub integrations/${Target}
      Default:
        Type: AWS::ApiGatewayV2::Route
        Properties: {ApiId: !Ref Chat, RouteKey: $default, Target: !Sub "integrations/${Target}"}
      Live:
        Type: AWS::ApiGatewayV2::Stage
        Properties: {ApiId: !Ref Chat, StageName: live, AutoDeploy: true}
    """
  }

  /// An HTTP API with the JWT authorizer `users`, and a route in `resources` that has these properties.
  static func route(_ properties: String...) -> String {
    """
    apis:
      store:
        authorizers:
          users:
            jwt: {issuer: "https://login.example.com", audience: web}
        integrations:
          books: {http: "https://books.example.com"}
        routes:
          GET /books: {integration: books, auth: users}
    resources:
      Orders:
        Type: AWS::ApiGatewayV2::Route
        Properties:
          ApiId: !Ref apis.store
          RouteKey: GET /orders
          Target: !Sub integrations/${apis.store.integrations.books}
          \(properties.joined(separator: "\n      "))
    """
  }

  /// An HTTP API in `resources` with this CORS, and one route.
  static func cors(_ properties: String, route: String = "GET /books", _ others: String...) -> String {
    """
    resources:
      Store:
        Type: AWS::ApiGatewayV2::Api
        Properties:
          Name: store
          ProtocolType: HTTP
          CorsConfiguration: {\(properties)}
      Books:
        Type: AWS::ApiGatewayV2::Integration
        Properties:
          ApiId: !Ref Store
          IntegrationType: HTTP_PROXY
          IntegrationMethod: ANY
          IntegrationUri: https://books.example.com
          PayloadFormatVersion: "1.0"
      ListBooks:
        Type: AWS::ApiGatewayV2::Route
        Properties:
          \((["ApiId: !Ref Store", "RouteKey: \(route)"] + others).joined(separator: "\n      "))
          Target: !Sub integrations/${Books}
      Live:
        Type: AWS::ApiGatewayV2::Stage
        DependsOn: ListBooks
        Properties: {ApiId: !Ref Store, StageName: $default, AutoDeploy: true}
    """
  }

  /// A certificate of ACM's.
  static let certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888"

  /// A domain in `resources`.
  static func domain(_ name: String, _ configuration: String) -> String {
    """
    resources:
      Host:
        Type: AWS::ApiGatewayV2::DomainName
        Properties:
          \(name)
          DomainNameConfigurations: [{\(configuration)}]
    """
  }

  /// A mapping in `resources` of an API of the spec.
  static func mapping(_ key: String, isWebSocket: Bool = false) -> String {
    """
    functions:
      chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
    apis:
      store:
        type: \(isWebSocket ? "websocket" : "http")
        routes:
          $default: chat
        stage: live
    resources:
      AtHost:
        Type: AWS::ApiGatewayV2::ApiMapping
        Properties:
          DomainName: api.example.com
          ApiId: !Ref apis.store
          Stage: !Ref apis.store.stages.live
          \(key)
    """
  }

  /// An issuer's configuration.
  static func configuration(issuer: String = "https://login.example.com") -> String {
    "JwtConfiguration: {Issuer: \(issuer), Audience: [web]}"
  }
}
