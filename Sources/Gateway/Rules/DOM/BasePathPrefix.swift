extension Rule {
  /// Longest prefix wins, in the middle of a word, too.
  static let basePathPrefix = Rule(
    id: "DOM021",
    severity: .warning,
    summary: "a base path that takes requests for another one that begins with the same letters",
    why: """
      Once a domain has a base path of several levels, API Gateway looks for the longest base path that the request's path
      begins with, letter by letter: `/ordersandmore` goes to `orders`.
      """,
    source: "API Gateway's page on API mappings of HTTP APIs",
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
          domain: api.example.com/⟦order⟧
        authors:
          routes:
            $default: https://authors.example.com
          disableExecuteApiEndpoint: true
          domain: api.example.com/⟪orders → history⟫/v1
      """,
    check: { spec, report in
      for group in spec.mappingsByHost where group.contains(where: { $0.pathText?.contains("/") ?? false }) {
        for mapping in group {
          guard let path = mapping.pathText, !path.isEmpty, path == path.trimmedSlashes else { continue }
          let others = spec.paths(of: group).filter { other in
            other.hasPrefix(path) && other.utf8.count > path.utf8.count && !other.hasPrefix(path + "/")
          }
          guard let other = others.min() else { continue }
          report.report(
            at: mapping.pathMark,
            "`/\(path)` takes requests that begin with it in the middle of a word, such as `/\(other)`",
            help:
              "API Gateway compares letter by letter here: name one of the two so that it does not begin with the other"
          )
        }
      }
    })
}

extension ResolvedSpec {
  /// The paths that the mappings of a host and the routes behind its root begin with.
  fileprivate func paths(of group: [ResolvedMapping]) -> [String] {
    var paths = group.compactMap(\.pathText)
    for mapping in group where mapping.pathText == "" {
      guard let index = names.index(mapping.api.name, in: "apis") else { continue }
      for route in routes[index] {
        guard case .http(_, let segments) = route.key.form else { continue }
        paths.append(segments.prefix { !$0.hasPrefix("{") }.joined(separator: "/"))
      }
    }
    return paths
  }
}

extension String {
  /// Without slashes at its ends.
  fileprivate var trimmedSlashes: String {
    split(separator: "/", omittingEmptySubsequences: true).joined(separator: "/")
  }
}
