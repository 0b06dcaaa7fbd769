import Diagnostics
import TextSearch

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

    /// The subject of most findings of a kind.
    fileprivate init(of kind: FindingKind) {
      switch kind.id {
      case FindingKind.updateCollision.id, FindingKind.updateType.id, FindingKind.updateMove.id,
        FindingKind.updateSubnets.id, FindingKind.updateRejected.id:
        self = .collision
      case FindingKind.updateData.id, FindingKind.updateDeletesUsed.id: self = .data
      case FindingKind.updateOpensRoute.id: self = .open
      default: self = .other
      }
    }
  }

  let kind: FindingKind
  let topic: Topic
  /// The logical ID of the resource, if it is about one.
  let id: String?
  /// The logical ID of the resource with its line, if that is another one.
  let placeID: String?
  private(set) var message: String
  let help: String?
  /// The line of the spec that the resource is written for, if it is in the new version.
  var place: (file: String, line: Int)?

  /// `spec.yaml:12`
  var placeText: String? { place.map { "\($0.file):\($0.line)" } }

  /// The words about further resources in the same finding; none if there are none.
  static func sameHappens(to ids: [String]) -> String {
    ids.isEmpty ? "" : "; the same happens to \(list(ids))"
  }

  /// The first names, and how many there are beside them.
  static func list(_ names: [String]) -> String {
    let rest = names.count > 4 ? " and \(names.count - 4) more" : ""
    return names.prefix(4).map { "`\($0)`" }.joined(separator: ", ") + rest
  }

  /// The same with one finding for all resources to which the same happens, with the same remedy.
  static func merged(_ notes: [UpdateNote]) -> [UpdateNote] {
    var groups: [[UpdateNote]] = []
    var indices: [[String]: Int] = [:]
    for note in notes {
      let words = [note.message, note.help ?? ""].map { $0.replacing("`\(note.id ?? "")`", with: "") }
      if let index = indices[words] {
        groups[index].append(note)
      } else {
        indices[words] = groups.count
        groups.append([note])
      }
    }
    return groups.map { group in
      var first = group[0]
      first.message += sameHappens(to: group.dropFirst().compactMap(\.id))
      return first
    }
  }

  init(
    _ kind: FindingKind, _ message: String, topic: Topic? = nil, id: String? = nil, at placeID: String? = nil,
    help: String? = nil
  ) {
    self.kind = kind
    self.topic = topic ?? Topic(of: kind)
    self.id = id
    self.placeID = placeID ?? id
    self.message = message
    self.help = help
  }
}
