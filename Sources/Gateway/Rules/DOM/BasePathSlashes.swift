extension Rule {
  /// Where slashes stand in a base path.
  static let basePathSlashes = Rule(
    id: "DOM007",
    severity: .error,
    summary: "a base path that begins or ends with a slash, or has two in a row",
    why: """
      A base path is what stands between the host and the API's own paths, without the slashes around it: `v1`, `shop/v1`.
      For the host's root nothing is written.
      """,
    source: "API Gateway's CreateApiMapping: API mapping key should not start with a '/' or have consecutive '/'s",
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
          domain: {name: api.example.com, basePath: ⟦/v1 → v1⟧}
      """,
    check: { spec, report in
      for place in spec.mappedPlaces {
        guard place.resource != nil, let path = place.pathText, !path.isEmpty else { continue }
        let mended = path.split(separator: "/").joined(separator: "/")
        if mended == path { continue }
        report.report(
          at: place.pathMark, mended.isEmpty ? "the root of a host has no base path" : "the base path \(flaw(path))",
          help: mended.isEmpty ? "leave out `ApiMappingKey`" : "write `\(mended)`")
      }
      for mapping in spec.mappings {
        guard mapping.basePath != nil, let path = mapping.pathText else { continue }
        let segments = path.split(separator: "/", omittingEmptySubsequences: true)
        let mended = segments.joined(separator: "/")
        if mended == path, !path.isEmpty { continue }
        let isKey = mapping.mapping.basePath != nil
        let whole =
          isKey
          ? mended : ([MappingText.split(mapping.mapping.name.literal ?? "").host, mended].joined(separator: "/"))
        report.report(
          at: mapping.pathMark, mended.isEmpty ? "the root of a host has no base path" : "the base path \(flaw(path))",
          help: !mended.isEmpty ? "write `\(whole)`" : isKey ? "leave out `basePath`" : "leave out the slash")
      }
    })

  private static func flaw(_ path: String) -> String {
    path.hasPrefix("/")
      ? "begins with a slash" : path.mentions("//") ? "has two slashes in a row" : "ends with a slash"
  }
}
