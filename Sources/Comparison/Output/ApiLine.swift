/// A line about an API as its owner sees it.
public struct ApiLine: Sendable {
  /// Whether something is new, different or removed.
  public enum Sign: String, Sendable {
    case added = "+"
    case changed = "~"
    case removed = "-"
  }

  let sign: Sign
  /// `route`, `authorizer`, `stage`, `address`, `setting`.
  let kind: String
  let name: String
  let detail: String
  /// Whether everyone can call it from now on, but not before.
  var opens = false
}

/// The changes of an API.
public struct ApiChange: Sendable {
  let name: String
  let id: String
  let sign: ApiLine.Sign
  let lines: [ApiLine]
}
