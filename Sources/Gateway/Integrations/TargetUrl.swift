import SpecReading
import TextSearch

/// URLs of `http` targets.
enum TargetUrl {
  /// The message and the help for an invalid URL.
  static func flaw(in text: String) -> Flaw? {
    // The stage knows what a stage variable begins with, the deployment what a dynamic reference gives.
    if text.hasPrefix("${stageVariables.") || text.hasDynamicReference { return nil }
    if text.utf8.contains(where: mayBeSpace), let space = text.firstIndex(where: \.isWhitespace) {
      let isInPath = text[..<space].split(separator: "/").count > 2 && text.last?.isWhitespace == false
      return ("the URL contains a space", isInPath ? "write a space as `%20`" : "remove it")
    }
    if let other = text.unicodeScalars.first(where: { !$0.isASCII }) {
      return (
        "the URL contains \(Reader.quoted(String(other))), which is not a character of ASCII",
        "“”„‘’«»".unicodeScalars.contains(other)
          ? "write straight quotes, or none"
          : "remove it, or write it with `%` and its bytes; a host in Punycode (`xn--…`)"
      )
    }
    guard let scheme = scheme(of: text) else {
      if let end = text.firstRange(of: "://") {
        return (
          "API Gateway does not support `\(text[..<end.lowerBound])` URLs", "write a URL that begins with `https://`"
        )
      }
      let scheme = ["https", "http"].first {
        text.hasPrefix($0) && ":/".contains(text.dropFirst($0.count).first ?? ".")
      }
      let rest = text.dropFirst(scheme?.count ?? 0).drop { ":/".contains($0) }
      return ("\(Reader.quoted(text)) is not a URL", "write `\(scheme ?? "https")://\(rest)`")
    }
    let rest = Substring(text.utf8.dropFirst(scheme.utf8.count))
    if let inner = self.scheme(of: String(rest)) {
      return ("the URL has two schemes", "write `\(inner)\(rest.dropFirst(inner.count))`")
    }
    let authority = Substring(rest.utf8.prefix { !"/?#".utf8.contains($0) })
    if let at = authority.utf8.lastIndex(of: UInt8(ascii: "@")) {
      let bare = "\(scheme)\(rest[rest.index(after: at)...])"
      return ("the URL contains a user name or password", "write `\(bare)`, and send credentials in a header")
    }
    if authority.isEmpty || authority.utf8.first == UInt8(ascii: ":") {
      return ("the URL has no host", "write `https://HOST/PATH`")
    }
    if let port = port(of: authority), port.isEmpty { return ("the URL has a colon, but no port", "remove the colon") }
    if let port = port(of: authority), !(Int(port).map { (1...65_535).contains($0) } ?? false) {
      return ("\(Reader.quoted(String(port))) is not a valid port", "write a number from 1 to 65535")
    }
    let host = Substring(authority.utf8.prefix { $0 != UInt8(ascii: ":") })
    if !"[{$".utf8.contains(authority.utf8.first ?? 0), !host.utf8.contains(where: { "{}$".utf8.contains($0) }),
      let flaw = flaw(inHost: host)
    {
      return (flaw, "write a host such as `api.example.com`")
    }
    if let fragment = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
      return ("the URL contains a fragment (`#…`)", "write `\(scheme)\(rest[..<fragment])`")
    }
    return nil
  }

  /// The message for a host that cannot be one.
  private static func flaw(inHost host: Substring) -> String? {
    if host.utf8.contains(UInt8(ascii: "*")) { return "a host does not have wildcards" }
    if !host.isMade(ofLettersDigitsAnd: ".-_") { return "\(Reader.quoted(String(host))) is not a host" }
    let labels = (host.utf8.last == UInt8(ascii: ".") ? host.utf8.dropLast() : host.utf8)
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if labels.contains(where: { $0.isEmpty }) { return "\(Reader.quoted(String(host))) has an empty label (`..`)" }
    let numbers = labels.count == 4 ? labels.compactMap { Int(Substring($0)) } : []
    if numbers.count == 4, numbers.contains(where: { $0 > 255 }) {
      return "\(Reader.quoted(String(host))) is not an IP address"
    }
    return nil
  }

  /// How to call a host with encryption, given the text after the scheme.
  static func encrypted(_ rest: Substring) -> String {
    let host = rest.prefix { !"/?#:".contains($0) }
    if host.mentions(".s3-website") {
      return "use the REST endpoint of the bucket or CloudFront: website endpoints do not support HTTPS"
    }
    if rest.first == "[" || CidrBlock.address(of: host.utf8) != nil {
      return "use a host name that has a certificate, or a VPC link"
    }
    return "write `https://\(rest)`, or use a VPC link"
  }

  private static func mayBeSpace(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") || byte >= 0x80 }

  /// The text after the host's colon; nil where there is none, or a variable gives it.
  private static func port(of authority: Substring) -> Substring? {
    // An IPv6 address has colons between its brackets.
    let end = authority[(authority.utf8.lastIndex(of: UInt8(ascii: "]")) ?? authority.startIndex)...]
    guard let colon = end.utf8.lastIndex(of: UInt8(ascii: ":")) else { return nil }
    let port = end[end.index(after: colon)...]
    return port.contains(where: { "${}".contains($0) }) ? nil : port
  }

  /// `http://` or `https://`, as it is written.
  static func scheme(of text: String) -> String? {
    for scheme in ["https://", "http://"] {
      let beginning = Substring(text.utf8.prefix(scheme.utf8.count))
      if beginning.lowercased() == scheme { return String(beginning) }
    }
    return nil
  }

  /// The path variables in it: `{id}`, but neither `${stageVariables.id}` nor `{{resolve:ssm:id}}`.
  static func variables(in text: String) -> [(name: String, range: Range<String.Index>)] {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return [] }
    var found: [(String, Range<String.Index>)] = []
    var rest = text.startIndex
    while let open = text.utf8[rest...].firstIndex(of: UInt8(ascii: "{")),
      let close = text.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      if text[open...].hasPrefix("{{resolve:"), let end = text[open...].firstRange(of: "}}") {
        rest = end.upperBound
        continue
      }
      rest = text.index(after: close)
      if open > text.startIndex, text.utf8[text.utf8.index(before: open)] == UInt8(ascii: "$") { continue }
      found.append((String(text[text.index(after: open)..<close]), open..<rest))
    }
    return found
  }
}
