extension Rule {
  static let basePathPrefix = Rule(
    id: "DOM021",
    severity: .warning,
    summary: "base path that is the beginning of another one",
    why: """
      On a domain with a base path of several levels, API Gateway chooses the longest base path that the request's path begins with,
      letter by letter: `/ordersandmore` goes to the mapping of `orders`.
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
    check: { model, report in
      for group in model.domains.mappingsByHost where group.contains(where: { $0.pathText?.contains("/") ?? false }) {
        let paths = paths(of: group)
        for mapping in group {
          guard let path = mapping.pathText, let last = path.utf8.last, last != UInt8(ascii: "/"), !path.hasPrefix("/")
          else { continue }
          let others = paths.filter { other in
            other.hasPrefix(path) && other.utf8.count > path.utf8.count && !other.hasPrefix(path + "/")
          }
          guard let other = others.min() else { continue }
          report.report(
            at: mapping.pathMark, "`/\(path)` also matches the beginning of `/\(other)`",
            help: "rename one of the two, so that it does not begin with the other")
        }
      }
    })

  /// The paths that the mappings of a host, and the routes behind its root, begin with.
  private static func paths(of group: [Model.ApiMapping]) -> [String] {
    let routes = group.filter { $0.pathText == "" }.compactMap(\.api).flatMap(\.routes)
    return group.compactMap(\.pathText)
      + routes.compactMap { route in
        guard case .http(_, let segments)? = route.key?.form else { return nil }
        return segments.prefix { !$0.hasPrefix("{") }.joined(separator: "/")
      }
  }
}
