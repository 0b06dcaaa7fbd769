import CloudFormation
import Diagnostics

extension Rule {
  static let mappedTwice = Rule(
    id: "DOM010",
    severity: .error,
    premise: .spec,
    summary: "base path mapped twice on one domain",
    why: """
      Each base path of a domain leads to one stage. API Gateway rejects the second mapping: "The base path is already mapped",
      with a ConflictException.
      """,
    source: "CloudFormation's page of AWS::ApiGatewayV2::ApiMapping",
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
          domain: api.example.com/v1
        authors:
          routes:
            $default: https://authors.example.com
          disableExecuteApiEndpoint: true
          domain: ⟦api.example.com/v1 → api.example.com/authors⟧
      """,
    isEssential: true,
    check: { model, report in
      for group in model.domains.mappingsByHost where group.count > 1 {
        var seen: [Value: [(mapping: Model.ApiMapping, guards: [ConditionLogic.Literal])]] = [:]
        for mapping in group {
          for (path, guards) in mapping.path?.guarded ?? [("", [])] {
            let path = path.isNothing ? "" : path
            let guards = mapping.conditions + guards
            let other = seen[path]?.first { other in
              other.mapping !== mapping && model.mayHold(guards, beside: other.guards)
            }
            seen[path, default: []].append((mapping, guards))
            guard let other = other?.mapping else { continue }
            report.report(
              at: mapping.mark, "\(path == "" ? "the root" : "this path") of \(mapping.hostWords) is mapped twice",
              related: [Related(message: "the other mapping", mark: other.mark)],
              help: mapping.element == nil
                ? "give one of them another `\(mapping.resource?.words("ApiMappingKey") ?? "ApiMappingKey")`"
                : "give one of them another path: `HOST/PATH`")
          }
        }
      }
    })
}

extension Model {
  /// Whether two things may exist at once; not where it is unknown how their conditions relate.
  fileprivate func mayHold(_ guards: [ConditionLogic.Literal], beside others: [ConditionLogic.Literal]) -> Bool {
    guards.isEmpty && others.isEmpty || conditionLogic.mayHold(guards + others) == true
  }
}
