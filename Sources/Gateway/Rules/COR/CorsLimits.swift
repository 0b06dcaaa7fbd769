/// CORS of `resources`: the language refuses these when it is read.
extension Rule {
  /// How long a browser may keep the answer.
  static let corsMaxAge = property(
    [(PropertyPath("Api", "CorsConfiguration.MaxAge"), .range(-1...86_400))],
    id: "COR006",
    summary: "an answer to preflights that is to be kept for longer than API Gateway lets it",
    why: "`MaxAge` is in seconds: up to 86,400, which is a day. `-1` says that a browser keeps nothing.",
    source: "API Gateway's CreateApi (Cors.MaxAge)",
    example: cors("AllowOrigins: [\"https://www.example.com\"], MaxAge: ⟦864000 → 86400⟧"))

  /// What routes are called with.
  static let corsMethods = property(
    [(PropertyPath("Api", "CorsConfiguration.AllowMethods.*"), .words(CorsMethod.allCases.map(\.rawValue)))],
    id: "COR007",
    summary: "a method of CORS that HTTP APIs do not have",
    why: "HTTP APIs take seven methods, in capitals, and `*` for all of them. `ANY` is a word of route keys.",
    source: "API Gateway's page on CORS of HTTP APIs",
    example: cors("AllowOrigins: [\"https://www.example.com\"], AllowMethods: [⟪GET, ⟦ANY⟧ → \"*\"⟫]"))

  /// An HTTP API in `resources` with this CORS, and one route.
  private static func cors(_ properties: String) -> String {
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
          ApiId: !Ref Store
          RouteKey: GET /books
          Target: !Sub integrations/${Books}
      Live:
        Type: AWS::ApiGatewayV2::Stage
        DependsOn: ListBooks
        Properties: {ApiId: !Ref Store, StageName: $default, AutoDeploy: true}
    """
  }
}
