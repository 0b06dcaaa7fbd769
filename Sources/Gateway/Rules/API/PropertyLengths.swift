/// How long texts may be.
extension Rule {
  /// An API's name.
  static let apiNameLength = property(
    [
      PropertyPath("Api", "Name")
    ],
    id: "API003",
    summary: "an API's name that is empty or longer than 128 characters",
    why: "An API's name has 1 to 128 characters.",
    source: "API Gateway's CreateApi (Name)",
    example: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: ⟦"" → store⟧, ProtocolType: HTTP}
      """)

  /// Descriptions.
  static let descriptionLength = property(
    [
      PropertyPath("Api", "Description"),
      PropertyPath("Stage", "Description"),
      PropertyPath("Integration", "Description"),
      PropertyPath("Deployment", "Description"),
      PropertyPath("Model", "Description"),
      PropertyPath("PortalProduct", "Description"),
      PropertyPath("ApiGatewayManagedOverrides", "Integration.Description"),
      PropertyPath("ApiGatewayManagedOverrides", "Stage.Description"),
    ],
    id: "API004",
    summary: "a description of more than 1,024 characters",
    why: "Descriptions of APIs, stages, integrations, deployments and models have at most 1,024 characters.",
    source: "API Gateway's API reference (Description)",
    example: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP, Description: ⟦\(String(repeating: "a", count: 1025)) → The bookstore⟧}
      """)

  /// Versions.
  static let apiVersionLength = property(
    [
      PropertyPath("Api", "Version")
    ],
    id: "API005",
    summary: "an API's version that is empty or longer than 64 characters",
    why: "An API's version has 1 to 64 characters.",
    source: "API Gateway's CreateApi (Version)",
    example: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP, Version: ⟦"" → "1"⟧}
      """)

  /// Names of operations.
  static let operationNameLength = property(
    [
      PropertyPath("Route", "OperationName"),
      PropertyPath("ApiGatewayManagedOverrides", "Route.OperationName"),
    ],
    id: "ROU019",
    summary: "a route's `OperationName` that is empty or longer than 64 characters",
    why: "The name of an operation has 1 to 64 characters.",
    source: "API Gateway's CreateRoute (OperationName)",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Pens:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref apis.store
            RouteKey: GET /pens
            Target: !Sub integrations/${Shop}
            OperationName: ⟦\(String(repeating: "a", count: 65)) → listPens⟧
        Shop:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref apis.store
            IntegrationType: HTTP_PROXY
            IntegrationMethod: ANY
            IntegrationUri: https://books.example.com
            PayloadFormatVersion: "1.0"
      """)
}
