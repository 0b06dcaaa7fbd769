/// Specs with an authorizer, or a route that has one, in `resources`, as rules show mistakes in them.
enum AuthorizerExample {
  /// Where a function outside of the spec is called as an authorizer.
  static let uri = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/\(function)/invocations"
  private static let function = "arn:aws:lambda:eu-west-1:111122223333:function:login"

  /// Which tokens are taken.
  static let configuration = "JwtConfiguration: {Issuer: https://login.example.com, Audience: [web]}"

  /// An HTTP API with an authorizer in `resources` that has these properties, a line each.
  static func any(_ properties: String...) -> String {
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
  static func jwt(_ properties: String..., type: String = "JWT") -> String {
    let lines = ["AuthorizerType: \(type)", "IdentitySource: [$request.header.Authorization]"] + properties
    return any(lines.joined(separator: "\n      "))
  }

  /// An HTTP API with an authorizer in `resources` that asks a function.
  static func lambda(_ properties: String...) -> String {
    let lines = ["AuthorizerType: REQUEST", "AuthorizerUri: \(uri)", "AuthorizerPayloadFormatVersion: \"2.0\""]
    return any((lines + properties).joined(separator: "\n      "))
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
}
