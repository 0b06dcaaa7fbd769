/// CORS settings in AWS's words; the language rejects these values when it is read.
extension Rule {
  /// How long browsers may cache the answer to a preflight request.
  static let corsMaxAge = property(
    [PropertyPath("Api", "CorsConfiguration.MaxAge")],
    id: "COR006",
    summary: "CORS `MaxAge` out of range",
    why: "`MaxAge` is in seconds: at most 86,400, one day. With `-1` browsers do not cache the answer.",
    source: "API Gateway's CreateApi (Cors.MaxAge)",
    example: cors("AllowOrigins: [\"https://www.example.com\"], MaxAge: ⟦864000 → 86400⟧"))

  /// The allowed methods.
  static let corsMethods = property(
    [PropertyPath("Api", "CorsConfiguration.AllowMethods.*")],
    id: "COR007",
    summary: "invalid CORS method",
    why: "HTTP APIs accept seven methods, and `*` for all of them. `ANY` is valid in route keys only.",
    source: """
      API Gateway's page on CORS of HTTP APIs; Terraform's acceptance tests of `aws_apigatewayv2_api` (`put` in lower case); a \
      report of the message (aws-cdk#10230)
      """,
    example: cors("AllowOrigins: [\"https://www.example.com\"], AllowMethods: [⟪GET, ⟦ANY⟧ → \"*\"⟫]"))

  /// An HTTP API in `resources` with these CORS settings and one route.
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
