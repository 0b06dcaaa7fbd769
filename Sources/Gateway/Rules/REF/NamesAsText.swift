import SpecReading

/// Resources of the template that are named by a literal, so that CloudFormation does not see the reference.
extension Rule {
  static let nameAsText = Rule(
    id: "REF010",
    severity: .warning,
    premise: .spec,
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
