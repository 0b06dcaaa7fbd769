import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

/// Reads the keys under `routes` of an HTTP API; several methods make several route keys.
struct RouteKeyParser {
  let mark: Mark
  let text: String
  private(set) var diagnostics: [Diagnostic] = []

  init(_ text: String, at mark: Mark) {
    self.text = text
    self.mark = mark
  }

  /// The route keys, none where the text is not one.
  mutating func parse() -> [RouteKey] {
    if let key = plainKey { return [key] }
    if text == "$default" { return [.fallback] }
    if text == "*" || text == "ANY *" || text == "* *" {
      fail(.routeKey, "\(Reader.quoted(text)) is not a valid route key", help: "write `$default` for everything else")
      return []
    }
    if text.utf8.first == UInt8(ascii: "$") {
      let isWebSocket = RouteKey.reserved.contains(String(text.dropFirst()))
      fail(
        .dollarKey, "\(Reader.quoted(text)) is not a route key of an HTTP API",
        help: isWebSocket ? "set `type: websocket` for a WebSocket API" : "write `$default`")
      return []
    }
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else {
      fail(
        .routeKey, "\(Reader.quoted(text)) is not a valid route key",
        help: text.hasSuffix(" $default")
          ? "write `$default`, which has no method"
          : pathWithoutSlash.map { "write `\($0)`" }
            ?? (HttpMethod(rawValue: text) == nil
              ? "write a method and a path (`GET /books`), or `$default`"
              : "write a method and a path; inside `{ }`, quote a key with several methods"))
      return []
    }
    if let flaw = RouteKeyParser.flawOfForm(text) {
      fail(.routeKey, flaw.message, help: flaw.help)
      return []
    }
    let method = text[..<slash]
    let methods = parseMethods(method)
    guard
      let segments = Array(text.utf8[slash...]).withUnsafeBufferPointer(RouteKeyParser.plainSegments)
        ?? parsePath(text[slash...])
    else { return [] }
    return methods.map { name in
      let isWhole = method.utf8.count == name.utf8.count + 1 && method.utf8.last == UInt8(ascii: " ")
      return RouteKey(method: name, segments: segments, text: isWhole ? text : nil)
    }
  }

  /// The key with a slash before the path: `GET /books` for `get books`.
  private var pathWithoutSlash: String? {
    let words = text.split(separator: " ")
    guard words.count == 2, HttpMethod(rawValue: words[0].uppercased()) != nil, PathSegment(String(words[1])).isValid
    else { return nil }
    return "\(words[0].uppercased()) /\(words[1])"
  }

  private mutating func parseMethods(_ part: Substring) -> [String] {
    if part.utf8.last == UInt8(ascii: " "), let method = String(part.utf8.dropLast()),
      HttpMethod(rawValue: method) != nil
    {
      return [method]
    }
    if part.utf8.last == UInt8(ascii: " "), part.utf8.dropLast().last == UInt8(ascii: " ") {
      let words = text.split(separator: " ").joined(separator: " ")
      fail(.routeKey, "a route key has one space, between method and path", help: "write `\(words)`")
      return []
    }
    let trimmed = part.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    if trimmed.isEmpty {
      fail(.routeKey, "\(Reader.quoted(text)) has no method", help: "write `ANY \(text)`, or a method before the path")
      return []
    }
    if let first = trimmed.first, "[({".contains(first) {
      let words = trimmed.split { "[](){}, ".contains($0) }.joined(separator: ", ")
      fail(
        .routeKey, "several methods have no brackets", help: "write `\(words.uppercased()) \(text.drop { $0 != "/" })`")
      return []
    }
    var methods: [String] = []
    for word in trimmed.split(separator: ",", omittingEmptySubsequences: false) {
      let name = word.split(separator: " ").joined(separator: " ")
      if HttpMethod(rawValue: name) != nil {
        methods.append(name)
      } else if name == "*" || name.lowercased() == "all" {
        fail(.routeKey, "\(Reader.quoted(name)) is not a method", help: "write `ANY`")
      } else if HttpMethod(rawValue: name.uppercased()) != nil {
        fail(
          .routeKey, "methods are written in upper case", help: "write `\(name.uppercased())`",
          fix: replacing(name, in: part, with: name.uppercased()))
      } else if let method = name.split(separator: " ").first, HttpMethod(rawValue: String(method)) != nil {
        let path = text.drop { $0 != " " }.drop { $0 == " " }
        fail(
          .routeKey, "the path of \(Reader.quoted(text)) does not begin with `/`", help: "write `\(method) /\(path)`")
      } else if let word = name.split(separator: ".").last, trimmed == name,
        let method = HttpMethod(rawValue: word.filter(\.isLetter).uppercased())
      {
        fail(
          .routeKey, "\(Reader.quoted(name)) is not a method",
          help: "write `\(method.rawValue) \(text.drop { $0 != "/" })`")
      } else {
        fail(
          .routeKey, "\(Reader.quoted(name)) is not a method", help: Suggestion.help(for: name, among: HttpMethod.names)
        )
      }
    }
    if !methods.isEmpty, part.utf8.last != UInt8(ascii: " ") {
      fail(
        .routeKey, "a route key has one space, between method and path",
        help: "write `\(methods.joined(separator: ", ")) \(text.drop { $0 != "/" })`")
    }
    return methods
  }

  /// A key of one method and a path without a mistake, as most are; nil for any other text.
  private var plainKey: RouteKey? {
    var bytes = text
    return bytes.withUTF8 { bytes in
      let slash = bytes.place(of: UInt8(ascii: "/"), from: 0)
      guard slash > 0, slash < bytes.count, bytes[slash - 1] == UInt8(ascii: " ") else { return nil }
      let method = String(decoding: bytes[..<(slash - 1)], as: UTF8.self)
      guard HttpMethod.names.contains(method),
        let segments = RouteKeyParser.plainSegments(UnsafeBufferPointer(rebasing: bytes[slash...]))
      else { return nil }
      return RouteKey(method: method, segments: segments, text: text)
    }
  }

  /// The fix of one word of the key.
  private func replacing(_ name: String, in part: Substring, with other: String) -> Fix? {
    let words = part.split { $0 == "," || $0 == " " }
    return words.first { $0 == name }.flatMap { place(of: $0.startIndex..<$0.endIndex) }.map {
      Fix("write `\(other)`", at: $0, original: name, replacement: other)
    }
  }

  /// Where a part of the key is written, if the file has the key as it reads, apart from quotes.
  func place(of part: Range<String.Index>) -> Mark? {
    mark.withoutQuotes(around: text).mark(of: part, in: text)
  }

  mutating func fail(_ kind: FindingKind, _ message: String, help: String? = nil, fix: Fix? = nil) {
    let help = helpForInvisible(in: text) ?? help
    diagnostics.append(Diagnostic(kind, message: message, mark: mark, help: help, fix: fix))
  }
}
