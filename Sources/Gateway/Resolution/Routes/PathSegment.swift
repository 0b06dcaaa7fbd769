/// A segment of a route's path, checked against API Gateway's own expression,
/// `^(\{[\w.:-]+\+?\}|[a-zA-Z0-9.:_-]+)$` (the message with which it rejects other segments: sst#207, serverless#10423).
struct PathSegment {
  private let text: String

  init(_ text: String) { self.text = text }

  /// Whether API Gateway accepts its characters. Braces inside of it are checked elsewhere.
  var isValid: Bool { PathSegment.isValid(text.utf8) }

  /// Whether API Gateway accepts the characters of a segment.
  static func isValid(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    guard isVariable(text) else { return !text.isEmpty && text.allSatisfy(isAllowed) }
    let inner = text.dropFirst().dropLast()
    let name = inner.last == UInt8(ascii: "+") ? inner.dropLast() : inner
    return !name.isEmpty && name.allSatisfy(isAllowed)
  }

  /// Whether braces enclose it.
  private var isVariable: Bool { PathSegment.isVariable(text.utf8) }

  private static func isVariable(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    text.first == UInt8(ascii: "{") && text.last == UInt8(ascii: "}")
  }

  /// `[a-zA-Z0-9.:_-]`
  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// The message and the help for an invalid segment.
  func flaw(isLast: Bool) -> (message: String, help: String) {
    if text == "$default" {
      return (
        "`$` is not allowed in a path", "write `$default` without a slash for requests that no other route matches"
      )
    }
    if let respelled { return ("`\(text)` is not a path variable", "write `\(respelled)`") }
    if text.hasPrefix("*") || text == "(.*)" {
      return ("a path does not have wildcards", "write `{\(isLast ? "proxy+" : "name")}`")
    }
    if text.utf8.contains(UInt8(ascii: "?")) {
      return ("a path does not contain a query", "remove it: every query reaches the target of the route")
    }
    if text.utf8.contains(UInt8(ascii: "#")) {
      return ("a path does not contain a fragment", "remove it: clients do not send it")
    }
    let help = "letters of ASCII, digits, `.`, `:`, `_` and `-` are allowed; `{name}` matches any text"
    return ("`\(text)` has a character that is not allowed in a path", help)
  }

  // MARK: Variables of other frameworks

  /// The variable that one of another framework means; nil where it is none: `:id` (Express), `<int:id>` (Flask),
  /// `{id:int}` and `{*rest}` (ASP.NET), `{+rest}` (RFC 6570), `{rest:path}` (FastAPI), `{rest...}` (Go), `[id]` and `[...rest]` (Next.js), `{id}` with a
  /// pattern.
  var respelled: String? {
    if isVariable { return respelledVariable }
    if text.hasPrefix(":") { return PathSegment.variable(text.dropFirst()) }
    if text.hasPrefix("<"), text.hasSuffix(">") {
      let parts = text.dropFirst().dropLast().split(separator: ":", maxSplits: 1)
      return parts.last.flatMap { PathSegment.variable($0, isGreedy: parts.count > 1 && parts[0] == "path") }
    }
    if text.hasPrefix("["), text.hasSuffix("]") {
      let inner = text.drop { $0 == "[" }
      return PathSegment.variable(inner.drop { $0 == "." }, isGreedy: inner.hasPrefix("..."))
    }
    return nil
  }

  /// The variable in a segment with too many or too few braces: `{id}` for `{{id}}`, `${id}`, `#{id}` or `{id`.
  var variableInside: String? {
    var inner = text[...]
    if inner.first == "$" || inner.first == "#" { inner = inner.dropFirst() }
    inner = inner.drop { $0 == "{" }
    let isGreedy = inner.hasSuffix("}+") || inner.hasSuffix("}*")
    if isGreedy { inner = inner.dropLast() }
    while inner.last == "}" { inner = inner.dropLast() }
    let name = inner.last == "+" ? inner.dropLast() : inner
    return !name.isEmpty && name.utf8.allSatisfy(PathSegment.isAllowed)
      ? "{\(isGreedy ? name + "+" : inner)}" : nil
  }

  private var respelledVariable: String? {
    let inner = text.dropFirst().dropLast()
    if inner.hasPrefix("*") || inner.hasPrefix("+") {
      return PathSegment.variable(inner.drop { $0 == "*" || $0 == "+" }, isGreedy: true)
    }
    guard let colon = inner.firstIndex(of: ":") else {
      if inner.hasSuffix("...") { return PathSegment.variable(inner.dropLast(3), isGreedy: true) }
      return isValid ? nil : PathSegment.variable(inner)
    }
    let pattern = inner[inner.index(after: colon)...]
    return PathSegment.variable(inner[..<colon], isGreedy: pattern == "path" || pattern.hasPrefix(".*"))
  }

  /// The variable whose name a text begins with, whatever follows it; `*` makes it greedy.
  private static func variable(_ text: Substring, isGreedy: Bool = false) -> String? {
    let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == ".") }
    if name.isEmpty { return nil }
    let isGreedy = isGreedy || text.hasSuffix("*") || text.hasSuffix("*)")
    return "{\(name)\(isGreedy ? "+" : "")}"
  }
}
