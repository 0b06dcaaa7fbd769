import CloudFormation
import Gateway

/// The effect of an update on a resource.
public struct ResourceChange: Sendable {
  /// The kinds of effects, in the order of reports.
  public enum Action: String, Sendable, CaseIterable {
    case replaced, moved, deleted, changed, added
  }

  /// A property that differs.
  struct Property: Sendable {
    /// Its name, those of nested properties with dots between them.
    let name: String
    /// The conditions under which it differs, such as `Prod` or `not Prod`.
    let conditions: [String]
    /// Whether the change replaces the resource.
    let replaces: Replacement
    /// The resource that it refers to, if the change of that one is the reason.
    let through: String?

    /// The conditions, for lists: ` (if Prod)`.
    var conditionWords: String { conditions.isEmpty ? "" : " (if \(conditions.joined(separator: " and ")))" }
    /// The name of the property of the resource that it is or is in.
    var top: String { String(name.prefix { $0 != "." }) }
  }

  /// The logical ID.
  let id: String
  let type: String
  let action: Action
  /// The properties that differ, for a resource that is changed or replaced.
  let properties: [Property]
  /// The nested stack before and after; empty for the main stack.
  let homes: (old: String, new: String)
  /// Whether it is kept in the account although it leaves the stack or is replaced.
  let isRetained: Bool
  /// The condition under which it is not, such as `if not Prod`; nil if there is none.
  let lossCondition: String?
  /// Whether CloudFormation makes a snapshot of it before it deletes it.
  let isSnapshot: Bool
  /// The condition of an added or deleted resource: otherwise nothing happens.
  let condition: String?
  /// The condition of the resource in the new version.
  let newCondition: String?
  /// The condition without which a resource that stays is deleted, if that is new or changes.
  let addedCondition: String?
}

extension ResourceChange {
  /// Whether the resource is new in its stack: what refers to it changes as well.
  var isFresh: Bool { action == .added || action == .replaced || action == .moved }

  /// Whether the old resource is deleted at the end of the update.
  var deletesOld: Bool { action == .deleted || action == .replaced || action == .moved }
}
