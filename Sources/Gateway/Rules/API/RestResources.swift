import SpecReading

extension Rule {
  /// Resources of REST APIs.
  static let restResourceOfApi = Rule(
    id: "API025",
    severity: .error,
    summary: "resource of REST APIs for an HTTP or WebSocket API, or the other way round",
    why: """
      Resources of `AWS::ApiGateway` belong to REST APIs, those of `AWS::ApiGatewayV2` to HTTP and WebSocket APIs, except for
      API mappings, which map all of them. The other service does not know the ID: "Invalid API identifier specified".
      """,
    source: "CloudFormation's pages of AWS::ApiGateway and AWS::ApiGatewayV2; API Gateway's API references",
    example: """
      domains:
        api.example.com: {certificate: true, hostedZone: Z0123456789EXAMPLE}
      apis:
        store:
          disableExecuteApiEndpoint: false
          routes:
            GET /books: https://books.example.com
      resources:
        Mapping:
          ⟪
          Type: AWS::ApiGateway::BasePathMapping
          Properties: {DomainName: !Ref domains.api.example.com, RestApiId: ⟦!Ref apis.store⟧}
          →
          Type: AWS::ApiGatewayV2::ApiMapping
          Properties: {DomainName: !Ref domains.api.example.com, ApiId: !Ref apis.store, Stage: !Ref apis.store.stages.$default}
          ⟫
      """,
    check: { model, report in
      let hasRestApi = !model.resources("AWS::ApiGateway::RestApi").isEmpty
      for type in model.types where type.hasPrefix(hasRestApi ? "AWS::ApiGateway" : "AWS::ApiGateway::") {
        let isRest = type.hasPrefix("AWS::ApiGateway::")
        if type == "AWS::ApiGatewayV2::ApiMapping" { continue }
        for resource in model.resources(type) {
          guard let id = resource[isRest ? "RestApiId" : "ApiId"], let api = model.resource(id),
            api.type == (isRest ? ResourceType.prefix + "Api" : "AWS::ApiGateway::RestApi")
          else { continue }
          let name = type.split(separator: ":").last ?? ""
          let other = isRest ? "AWS::ApiGatewayV2::\(name == "BasePathMapping" ? "ApiMapping" : name)" : ""
          report.report(
            at: id, "`\(api.name)` is \(isRest ? "not a REST API" : "a REST API"), which has no `\(type)`",
            related: [.init(message: "the API", mark: api.mark)],
            help: isRest && ResourceType.named(other) != nil
              ? "use `\(other)`"
              : ForeignWords.adviceOnProperty(String(name))
                ?? "use resources of the same service as the API")
        }
      }
    })
}
