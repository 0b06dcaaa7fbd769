import Diagnostics
import SpecReading
import TextSearch

/// The paths of route keys.
extension RouteKeyParser {
  /// The segments of a path without a mistake, read in one pass; nil for any other path, which `parsePath` examines.
  static func plainSegments(_ path: UnsafeBufferPointer<UInt8>) -> [String]? {
    if path.count == 1 { return [] }
    var start = 1
    var segments: [String] = []
    segments.reserveCapacity(path.count { $0 == UInt8(ascii: "/") })
    var hasVariable = false
    while true {
      let end = path.place(of: UInt8(ascii: "/"), from: start)
      let part = UnsafeBufferPointer(rebasing: path[start..<end])
      guard PathSegment.isValid(part) else { return nil }
      if part.first == UInt8(ascii: "{") {
        // Two variables, which may have one name, and what follows a greedy one are left to `parsePath`.
        if hasVariable || part.dropLast().last == UInt8(ascii: "+") && end < path.count { return nil }
        hasVariable = true
      }
      segments.append(String(decoding: part, as: UTF8.self))
      if end == path.count { return segments }
      start = end + 1
    }
  }

  /// The segments of a path; nil for one with a mistake, which is reported.
  mutating func parsePath(_ path: Substring) -> [String]? {
    if path == "/" { return [] }
    if path.utf8.contains(where: { $0 <= UInt8(ascii: " ") }) {
      let isInBraces = path.contains("{ ") || path.contains(" }")
      fail(
        .routeKey, "a route key has one space, between method and path",
        help: isInBraces
          ? "write `\(text.replacing("{ ", with: "{").replacing(" }", with: "}"))`"
          : path.contains(", ") ? "write a key for each path; only methods can be listed: `GET, POST /books`" : nil)
      return nil
    }
    if let query = path.utf8.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }),
      path[query...].contains("=") || path[query...].contains("/") || path[query] == "#"
    {
      let flaw = PathSegment(String(path[query...])).flaw(isLast: true)
      fail(.segmentCharacters, flaw.message, help: flaw.help)
      return nil
    }
    if path.utf8.last == UInt8(ascii: "/") {
      fail(
        .trailingSlash, "the path ends with a slash", help: "write `\(text.dropLast())`",
        fix: place(of: path.index(before: path.endIndex)..<path.endIndex).map {
          Fix("remove the slash", at: $0, original: "/", replacement: "")
        })
      return nil
    }
    let segments = path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    var variables: [Substring.UTF8View] = []
    for (index, segment) in segments.enumerated() {
      guard check(segment, isLast: index == segments.count - 1) else { return nil }
      guard segment.utf8.first == UInt8(ascii: "{") else { continue }
      let variable = Substring(segment).utf8.prefix { $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "}") }
      if variables.contains(where: { $0.elementsEqual(variable) }) {
        fail(.variableTwice, "the path has the variable \(Reader.quoted(segment)) twice", help: "rename one of them")
        return nil
      }
      variables.append(variable)
    }
    return segments
  }

  private mutating func check(_ segment: String, isLast: Bool) -> Bool {
    if segment.isEmpty {
      fail(.routeKey, "the path has an empty segment (`//`)")
      return false
    }
    let parsed = PathSegment(segment)
    if !parsed.isValid, !hasPartialBraces(segment) {
      let flaw = parsed.flaw(isLast: isLast)
      fail(.segmentCharacters, flaw.message, help: flaw.help)
      return false
    }
    let bytes = segment.utf8
    let (open, close, plus) = (UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "+"))
    guard bytes.contains(where: { $0 == open || $0 == close }) else { return true }
    let inner = bytes.dropFirst().dropLast()
    let name = inner.last == plus ? inner.dropLast() : inner
    guard bytes.first == open, bytes.last == close, !name.isEmpty,
      !name.contains(where: { $0 == open || $0 == close || $0 == plus })
    else {
      fail(
        .partialSegment, "\(Reader.quoted(segment)) is not a path segment",
        help: segment.mentions("stageVariables.")
          ? "a route key is the same on every stage; a variable of the spec is `$(name)`"
          : PathSegment(segment).variableInside.map { "write `\($0)`" }
            ?? "a path variable is a whole segment: `{name}`, or `{name+}` for the rest of the path")
      return false
    }
    if inner.last == plus, !isLast {
      fail(
        .pathBehindGreedy, "\(Reader.quoted(segment)) matches the rest of the path, so nothing can follow it",
        help: "write `{\(Substring(name))}` for one segment, or end the path with \(Reader.quoted(segment))")
      return false
    }
    return true
  }

  /// Whether a brace is not at an end of a segment, or its variable does not have a name.
  private func hasPartialBraces(_ segment: String) -> Bool {
    let braces = segment.utf8.filter { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
    return !braces.isEmpty && !(segment.hasPrefix("{") && segment.hasSuffix("}") && braces.count == 2)
      || segment == "{}" || segment == "{+}"
  }
}
