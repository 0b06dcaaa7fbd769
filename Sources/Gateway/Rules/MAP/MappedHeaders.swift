import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// Headers that API Gateway keeps for itself.
  static let reservedHeader = Rule(
    id: "MAP003",
    severity: .error,
    summary: "a mapping that changes a reserved header",
    why: """
      API Gateway, browsers and proxies on the way rely on these headers, so mappings may not change them: those that
      begin with `access-control-`, `apigw-`, `x-amz-` and `x-amzn-`, and `Authorization`, `Connection`, the `Content-`
      ones of encoding, length and location, `Origin`, `Transfer-Encoding`, `Via`, `X-Forwarded-For` and some more.
      """,
    source: "API Gateway's page on parameter mapping, reserved headers",
    example: """
      apis:
        store:
          routes:
            GET /books:
              http: https://books.example.com/v1
              requestParameters:
                overwrite:
                  headers: {⟦Authorization → x-shop-token⟧: $stageVariables.token}
      """,
    check: { spec, report in
      spec.forEachMappedHeader { change, name in
        let lower = name.lowercased()
        guard reserved.contains(lower) || reservedPrefixes.contains(where: lower.hasPrefix) else { return }
        report.report(
          at: change.mark, "`\(name)` is a reserved header, which mappings cannot change",
          help: lower.hasPrefix("access-control-") ? "`cors` of the API sets it" : "send it under another name")
      }
    })

  private static let reservedPrefixes = ["access-control-", "apigw-", "x-amz-", "x-amzn-"]
  private static let reserved: Set<String> = [
    "authorization", "connection", "content-encoding", "content-length", "content-location", "forwarded", "keep-alive",
    "origin", "proxy-authenticate", "proxy-authorization", "te", "trailers", "transfer-encoding", "upgrade",
    "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "via",
  ]

  /// What cannot be a header's name.
  static let headerName = Rule(
    id: "MAP017",
    severity: .error,
    summary: "a mapping to something that is no header's name",
    why: """
      The name of a header is made of letters, digits and a few signs. With a space or a colon in it no client and no
      server would read the message.
      """,
    source: "RFC 7230, section 3.2.6",
    example: """
      apis:
        store:
          routes:
            GET /books:
              http: https://books.example.com/v1
              requestParameters:
                append:
                  headers: {⟦shop id → shop-id⟧: north}
      """,
    check: { spec, report in
      spec.forEachMappedHeader { change, name in
        if name.isEmpty || name.isMade(ofLettersDigitsAnd: "!#$%&'*+-.^_`|~") { return }
        report.report(
          at: change.mark, "\(Reader.quoted(name)) is not the name of a header",
          help: "names are made of letters, digits and `-`")
      }
    })

  /// Two changes to one header.
  static let headerChangedTwice = Rule(
    id: "MAP015",
    severity: .warning,
    summary: "one header that is changed twice",
    why: """
      Case does not matter in headers' names, and nothing says which of two changes to the same header comes first.
      """,
    source: "RFC 7230, section 3.2; API Gateway's page on parameter mapping",
    example: """
      apis:
        store:
          routes:
            GET /books:
              http: https://books.example.com/v1
              requestParameters:
                ⟪
                append:header.x-shop: north
                →⟫
                ⟦overwrite:header.X-Shop → overwrite:header.x-shop⟧: south
      """,
    check: { spec, report in
      spec.forEachMapping { _, _, changes in
        var seen: [String: Mark] = [:]
        for change in changes {
          guard let name = mappedHeader(change) else { continue }
          guard let other = seen.updateValue(change.mark, forKey: name.lowercased()) else { continue }
          report.report(
            at: change.mark, "the header `\(name)` is changed twice, and nothing says which change comes first",
            related: [Related(message: "the other change", mark: other)], help: "leave out one of the two")
        }
      }
    })

  /// A value that nobody reads.
  static let removalWithValue = Rule(
    id: "MAP016",
    severity: .warning,
    summary: "something is removed and given a value",
    why: """
      `remove:` takes a header or a query parameter away. Its value is ignored, so what stands there was perhaps meant for
      `overwrite:`.
      """,
    source: "API Gateway's page on parameter mapping",
    example: """
      apis:
        store:
          routes:
            GET /books:
              http: https://books.example.com/v1
              requestParameters:
                remove:⟪querystring.debug: ⟦no⟧ →  {querystring: debug}⟫
      """,
    check: { spec, report in
      spec.forEachMapping { _, side, changes in
        for change in changes where side != .service && change.name.hasPrefix("remove:") {
          // Two quotes are what AWS's own examples have for nothing.
          if let value = change.value.literal, value.isEmpty || value == "''" { continue }
          // Any other part cannot be removed, which is told of the key.
          guard let part = MappingDestination(change.name)?.part, ["header", "querystring"].contains(part) else {
            continue
          }
          report.report(
            at: change.value.mark, "what is removed has no value; this one is ignored",
            help: "write `''`, or `overwrite:` in place of `remove:`")
        }
      }
    })

  fileprivate static func mappedHeader(_ change: Named<Given<String>>) -> String? {
    MappingDestination(change.name).flatMap { $0.part == "header" ? $0.name : nil }
  }
}

extension ResolvedSpec {
  fileprivate func forEachMappedHeader(_ body: (Named<Given<String>>, String) -> Void) {
    forEachMapping { _, side, changes in
      for change in changes where side != .service {
        if let name = Rule.mappedHeader(change) { body(change, name) }
      }
    }
  }
}
