/// A route key, taken apart. An object, so that passing it on copies nothing.
final class RouteKey: Equatable, Sendable {
  /// The form of the key.
  enum Form: Equatable, Sendable {
    /// A method and the segments of a path.
    case http(method: String, segments: [String])
    /// `$default`, `$connect`, `$disconnect`, without the sign.
    case reserved(String)
    /// The result of a WebSocket API's route selection expression.
    case message(String)
  }

  /// As AWS gets it.
  let text: String
  /// Its parts.
  let form: Form
  /// The word after `$` in the keys that API Gateway defines.
  static let reserved: Set<String> = ["default", "connect", "disconnect"]

  /// The method and the path of an HTTP key.
  var path: String? {
    if case .http(_, let segments) = form { "/" + segments.joined(separator: "/") } else { nil }
  }

  /// Whether it is `$connect`, `$disconnect` or `$default`.
  func isReserved(_ name: String) -> Bool { form == .reserved(name) }

  /// The key with the names of its variables erased.
  var erased: String {
    if case .http = form { RouteKeyText.withoutVariables(text) } else { text }
  }

  /// The names of its path variables, without braces and `+`.
  var variables: [String] {
    guard case .http(_, let segments) = form else { return [] }
    return segments.filter { SegmentKind($0) != .literal }.map(SegmentKind.name)
  }

  /// A key of a WebSocket API: any text; three are API Gateway's own.
  init(message text: String) {
    self.text = text
    let name = String(text.dropFirst())
    form = text.hasPrefix("$") && RouteKey.reserved.contains(name) ? .reserved(name) : .message(text)
  }

  /// A key of an HTTP API that was found to be well formed; `text` is the whole key if it is known.
  init(method: String, segments: [String], text: String? = nil) {
    self.text = text ?? RouteKey.text(method, segments)
    form = .http(method: method, segments: segments)
  }

  private static func text(_ method: String, _ segments: [String]) -> String {
    method + " /" + segments.joined(separator: "/")
  }

  /// Whether text and parts are equal.
  static func == (one: RouteKey, other: RouteKey) -> Bool {
    one === other || one.text == other.text && one.form == other.form
  }

  /// `$default` of an HTTP API.
  static let fallback = RouteKey(message: "$default")
}

/// The kinds of segments of a route's path, the most specific one first.
enum SegmentKind: Int, Comparable {
  case literal, variable, greedy

  init(_ segment: String) {
    self = !segment.hasPrefix("{") ? .literal : segment.hasSuffix("+}") ? .greedy : .variable
  }

  /// The name of a variable, without braces and `+`.
  static func name(of segment: String) -> String {
    String(segment.dropFirst().prefix { $0 != "+" && $0 != "}" })
  }

  static func < (one: SegmentKind, other: SegmentKind) -> Bool { one.rawValue < other.rawValue }
}
