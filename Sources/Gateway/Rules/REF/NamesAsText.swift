import SpecReading

/// Resources of the template that are named by a literal, so that CloudFormation does not see the reference.
extension Rule {
  static let nameAsText = Rule(
    id: "REF010",
    severity: .warning,
    summary: "resource of the template that is referred to by its literal name",
    why: """
      CloudFormation creates a resource before another one only if it sees a reference. A literal name is none, so the resource may
      not exist yet when its name is used, and the deployment fails, or it fails once in a while.
      """,
    source: "CloudFormation's page on DependsOn; aws-cdk#15464",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books, name: list-books}
      apis:
        store:
          routes:
            GET /books: books
      resources:
        MayCall:
          Type: AWS::Lambda::Permission
          Properties:
            FunctionName: ⟦list-books → !Ref functions.books⟧
            Action: lambda:InvokeFunction
            Principal: events.amazonaws.com
      """,
    check: { model, report in
      for reference in NameReference.all where !reference.isEssential { reference.report(model, &report) }
    })

  static let mappingOfLaterDomain = Rule(
    id: "DOM033",
    severity: .error,
    summary: "API mapping with the literal name of a domain of the template",
    why: """
      The mapping does not wait for the domain, and AWS rejects it as long as the domain does not exist: "Invalid domain name
      identifier specified".
      """,
    source: "aws-cdk#15464",
    example: """
      domains:
        api.example.com:
          certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
          hostedZone: Z0123456789EXAMPLE
      apis:
        store:
          routes:
            $default: https://books.example.com
          disableExecuteApiEndpoint: true
          domain: api.example.com
        orders:
          routes:
            $default: https://orders.example.com
          stage: live
          disableExecuteApiEndpoint: true
      resources:
        Mapping:
          Type: AWS::ApiGatewayV2::ApiMapping
          Properties:
            ApiId: !Ref apis.orders
            Stage: !Ref apis.orders.stages.live
            DomainName: ⟦api.example.com → !Ref domains.api.example.com⟧
            ApiMappingKey: orders
      """,
    check: { model, report in
      for reference in NameReference.all where reference.isEssential { reference.report(model, &report) }
    })
}

/// A property that takes the name of a resource of another type.
private struct NameReference {
  let type: String
  let property: String
  let target: ResourceType
  /// The property of the target with its name.
  let name: String
  /// Whether both belong to the same API.
  var isOfApi = false
  /// Text in front of the name in an ARN.
  var prefix: String?
  /// Whether the deployment surely fails.
  var isEssential = false

  static let all: [NameReference] =
    [
      NameReference(
        type: "ApiMapping", property: "DomainName", target: .domainName, name: "DomainName", isEssential: true),
      NameReference(type: "Deployment", property: "StageName", target: .stage, name: "StageName", isOfApi: true),
      NameReference(
        type: "Stage", property: "AccessLogSettings.DestinationArn", target: .logGroup, name: "LogGroupName",
        prefix: ":log-group:"),
    ]
    + ["Permission", "Alias", "Version", "EventSourceMapping", "Url", "EventInvokeConfig"].map {
      NameReference(type: "AWS::Lambda::\($0)", property: "FunctionName", target: .function, name: "FunctionName")
    }

  /// Reports every property that names a resource which does not surely exist by then.
  func report(_ model: Model, _ report: inout Rule.Report) {
    let targets = model.resources(target.name).filter { $0[name]?.text != nil }
    if targets.isEmpty { return }
    model.forEach(PropertyPath(type, property)) { property in
      guard let text = property.text, let found = targets.first(where: { isNamed($0, by: text, property) }),
        found.id != property.resource.id, !model.createdBefore(property.resource).contains(found.id),
        !model.createdBefore(found).contains(property.resource.id)
      else { return }
      report.report(
        at: property, "`\(property.resource.name)` does not wait for \(Reader.quoted(found[name]?.text ?? ""))",
        related: [.init(message: "which is created here", mark: found.mark)],
        help: "use a reference, such as `!\(prefix == nil ? "Ref" : "GetAtt") …`, or `DependsOn`")
    }
  }

  private func isNamed(_ resource: Model.Resource, by text: String, _ property: Model.Property) -> Bool {
    guard let own = resource[name]?.text, !isOfApi || resource.apiKey == property.resource.apiKey else { return false }
    guard let prefix else { return own == text }
    guard let start = text.firstRange(of: prefix)?.upperBound else { return false }
    return text[start...].prefix { $0 != ":" && $0 != "/" || own.contains("/") && $0 != ":" } == own
  }
}
