import CloudFormation
import Diagnostics

extension Rule {
  /// A path of a host leads to one stage.
  static let mappedTwice = Rule(
    id: "DOM010",
    severity: .error,
    summary: "the same base path twice on one domain",
    why: """
      Each base path of a host leads to one stage. The second mapping fails in the deployment with a conflict.
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
    check: { spec, report in
      for group in spec.mappedPlacesByHost {
        var seen: [String: MappedPlace] = [:]
        for mapping in group {
          let key = mapping.path.map { $0.text ?? "\u{0}\($0.fingerprint)" } ?? ""
          guard let other = seen.updateValue(mapping, forKey: key) else { continue }
          // Conditions may keep them apart.
          if !mapping.conditions.isEmpty, !other.conditions.isEmpty, mapping.conditions != other.conditions { continue }
          let what =
            key.isEmpty
            ? "the root of \(spec.words(for: mapping.host))" : "this path of \(spec.words(for: mapping.host))"
          report.report(
            at: mapping.mark, "\(what) is mapped twice",
            related: [Related(message: "the other one", mark: other.mark)],
            help: "give one of them another path: `HOST/PATH`")
        }
      }
    })
}
