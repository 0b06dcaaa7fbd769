import CloudFormation
import Diagnostics

extension Rule {
  static let mappedTwice = Rule(
    id: "DOM010",
    severity: .error,
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
      for group in model.domains.mappingsByHost {
        var seen: [String: Model.ApiMapping] = [:]
        for mapping in group {
          let key = mapping.path.map { $0.text ?? "\u{0}\($0.fingerprint)" } ?? ""
          guard let other = seen.updateValue(mapping, forKey: key) else { continue }
          // Different conditions may keep both from existing at once.
          if !mapping.conditions.isEmpty, !other.conditions.isEmpty, mapping.conditions != other.conditions { continue }
          report.report(
            at: mapping.mark, "\(key.isEmpty ? "the root" : "this path") of \(mapping.hostWords) is mapped twice",
            related: [Related(message: "the other mapping", mark: other.mark)],
            help: mapping.element == nil
              ? "give one of them another `ApiMappingKey`" : "give one of them another path: `HOST/PATH`")
        }
      }
    })
}
