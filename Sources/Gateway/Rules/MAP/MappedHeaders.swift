import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A header that only API Gateway may set.
  static let reservedHeader = Rule(
    id: "MAP003",
    severity: .error,
    summary: "parameter mapping to a reserved header",
    why: """
      API Gateway, browsers and proxies rely on these headers, so API Gateway rejects mappings to them: those that begin with
      `access-control-`, `apigw-`, `x-amz-` and `x-amzn-`, and `Authorization`, `Connection`, `Content-Encoding`,
      `Content-Length`, `Content-Location`, `Origin`, `Transfer-Encoding`, `Via`, `X-Forwarded-For` and some others.
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
                  headers: {⟦Authorization → x-shop-token⟧: $request.querystring.token}
      """,
    check: { model, report in
      model.forEachMappedHeader { change, name in
        let lower = name.lowercased()
        guard reserved.contains(lower) || reservedPrefixes.contains(where: lower.hasPrefix) else { return }
        report.report(
          at: change.mark, "`\(name)` is a reserved header, which a parameter mapping cannot change",
          help: lower.hasPrefix("access-control-") ? "use the CORS settings of the API" : "use another header name")
      }
    })

  private static let reservedPrefixes = ["access-control-", "apigw-", "x-amz-", "x-amzn-"]
  private static let reserved: Set<String> = [
    "authorization", "connection", "content-encoding", "content-length", "content-location", "forwarded", "keep-alive",
    "origin", "proxy-authenticate", "proxy-authorization", "te", "trailers", "transfer-encoding", "upgrade",
    "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "via",
  ]

  /// A name that is not valid in HTTP.
  static let headerName = Rule(
    id: "MAP017",
    severity: .error,
    summary: "invalid header name in a parameter mapping",
    why: """
      A header name consists of letters, digits and a few symbols. Clients and servers reject a message with a space or a colon
      in one.
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
    check: { model, report in
      model.forEachMappedHeader { change, name in
        if name.isEmpty || name.isMade(ofLettersDigitsAnd: "!#$%&'*+-.^_`|~") { return }
        report.report(
          at: change.mark, "\(Reader.quoted(name)) is not a valid header name",
          help: withoutInvisible(name).map { "write `\($0.split(separator: " ").joined(separator: "-"))`" }
            ?? "use only letters, digits and `-`")
      }
    })

  /// Two changes to one header.
  static let headerChangedTwice = Rule(
    id: "MAP015",
    severity: .warning,
    summary: "header mapped twice",
    why: "Header names are case-insensitive, and the order of two changes to the same header is not defined.",
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
    check: { model, report in
      var seen: [String: Mark] = [:]
      var mapping = -1
      model.forEachMappedHeader { change, name in
        if change.mapping != mapping { (mapping, seen) = (change.mapping, [:]) }
        guard let other = seen.updateValue(change.mark, forKey: name.lowercased()) else { return }
        report.report(
          at: change.mark, "the header `\(name)` is mapped twice; the order is undefined",
          related: [Related(message: "other mapping", mark: other)], help: "remove one of the two")
      }
    })

  /// A value that API Gateway ignores.
  static let removalWithValue = Rule(
    id: "MAP016",
    severity: .warning,
    summary: "removed header or query parameter has a value",
    why: """
      `remove:` removes a header or a query parameter, and API Gateway ignores its value. The value was probably meant for
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
    check: { model, report in
      for change in model.changes {
        // AWS's own examples have `''` for no value.
        guard let destination = change.destination, destination.action == "remove",
          ["header", "querystring"].contains(destination.part),
          change.value.text.map({ $0 != "" && $0 != "''" }) ?? true
        else { continue }
        report.report(
          at: change.value, "the value of a `remove:` mapping is ignored",
          help: "write `''`, or `overwrite:\(destination.part).\(destination.name)`")
      }
    })
}

extension Model {
  /// Every change to a header.
  fileprivate func forEachMappedHeader(_ body: (Change, String) -> Void) {
    for change in changes {
      if let destination = change.destination, destination.part == "header" { body(change, destination.name) }
    }
  }
}
