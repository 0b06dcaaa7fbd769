import Diagnostics

/// A finding about an update.
public struct UpdateNote: Sendable {
  /// The subjects that `--fail-on` can select.
  public enum Topic: String, Sendable, CaseIterable {
    /// The update fails.
    case collision
    /// Data is deleted.
    case data
    /// A route becomes open.
    case open
    /// All others.
    case other
  }

  let kind: FindingKind
  let topic: Topic
  /// The logical ID of the resource, if it is about one.
  let id: String?
  /// The logical ID of the resource with its line, if that is another one.
  let placeID: String?
  let message: String
  let help: String?
  /// The line of the spec that the resource is written for, if it is in the new version.
  var place: (file: String, line: Int)?

  /// `spec.yaml:12`
  var placeText: String? { place.map { "\($0.file):\($0.line)" } }

  /// The words about further resources in the same finding; none if there are none.
  static func sameHappens(to ids: [String]) -> String {
    if ids.isEmpty { return "" }
    let rest = ids.count > 4 ? " and \(ids.count - 4) more" : ""
    return "; the same happens to \(ids.prefix(4).map { "`\($0)`" }.joined(separator: ", "))\(rest)"
  }

  init(
    _ kind: FindingKind, _ message: String, topic: Topic = .other, id: String? = nil, at placeID: String? = nil,
    help: String? = nil
  ) {
    self.kind = kind
    self.topic = topic
    self.id = id
    self.placeID = placeID ?? id
    self.message = message
    self.help = help
  }
}
