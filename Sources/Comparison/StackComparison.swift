import CloudFormation
import Diagnostics

/// The effects of an update from one version of a stack to the next.
public struct StackComparison: Sendable {
  /// The changes of APIs, as their owner sees them.
  public let apis: [ApiChange]
  /// The outputs that differ.
  public let outputs: [ApiLine]
  /// The changes of resources, as CloudFormation makes them.
  public let resources: [ResourceChange]
  /// The findings, errors first.
  public private(set) var notes: [UpdateNote]
  /// Whether sections differ that no resource shows: parameters, mappings.
  public let otherSections: [String]
  /// The resources of SAM by the logical IDs of what SAM makes of them, and the resources of outputs.
  private let owners: [String: String]

  /// Compares two versions. `formerName` is the name of the stack that the old one is of, if it is another one.
  public init(from old: WholeStack, to new: WholeStack, named name: String = "", formerName: String? = nil) {
    let parameters = RenamedParameters(old.template, new.template)
    let written = (old.template.sections["Parameters"], new.template.sections["Parameters"])
    let parameterNotes = ParameterChanges.notes(old.template, new.template, parameters.withReplaced(old, new))
    let own = new
    let (old, new) = StackComparison.comparable(old.renaming(parameters), new)
    var changes = StackChanges(from: old, to: new)
    let apis = ApiComparison(changes)
    let outputs = OutputComparison(changes)
    owners = new.samOwners(notIn: own).merging(outputs.owners) { sam, _ in sam }
    let (subnets, outside) = (SubnetAddresses(changes), NamesOutside(changes))
    let collisions = Collisions(changes, besides: subnets.clashing)
    let notes =
      collisions.notes + TargetGroupUse(changes, besides: collisions.clashing).notes + LostTargets(changes).notes
      + BalancerSubnets(changes, besides: subnets.clashing, and: collisions.roots).notes
      + subnets.notes + outside.notes + LostParts(changes).notes
      + Overwritten(changes).notes
      + WebAcls(changes).notes + OverwrittenParts(changes).notes + MountTargets(changes).notes
      + NetworkInUse(changes).notes + QuickCreated(changes).notes + RecordZones(changes).notes
      + RemovedPermissions(changes).notes + FunctionLogs(changes).notes + RemovedRecords(changes).notes
      + SubscriptionFilters(changes).notes + PlanKeys(changes).notes + FunctionVersions(changes).notes
      + KeptDeployments(changes).notes + ClosedListeners(changes).notes
      + changes.notesOnResources(withoutLossOf: outside.losses) + apis.notes + outputs.notes + parameterNotes
    let renaming = formerName.map { former in
      UpdateNote(
        .updateStackName,
        "the stack is called `\(name)`, and the earlier template is that of `\(former)`: a deployment creates a second stack, "
          + "with its own APIs and URLs",
        help: "set `stack: \(former)` to update the existing one")
    }
    self.apis = apis.changes
    self.outputs = outputs.lines
    let order = ResourceChange.Action.allCases
    resources = order.flatMap { action in changes.all.filter { $0.action == action } }
    self.notes = (notes + [renaming].compactMap(\.self)).sorted { $0.kind.severity > $1.kind.severity }
    let names = Set(old.template.sections.keys).union(new.template.sections.keys)
    otherSections =
      names.filter { name in
        let both = name == "Parameters" ? written : (old.template.sections[name], new.template.sections[name])
        guard let one = both.0, let other = both.1 else { return true }
        return !one.isSame(as: other)
      }.sorted() + StackComparison.loops(old.template.macros, new.template.macros)
  }

  /// The two versions without what is only written in another way.
  static func comparable(_ old: WholeStack, _ new: WholeStack) -> (old: WholeStack, new: WholeStack) {
    let unrolled = new.withLoopsWrittenOut.withSamParts
    let new = (unrolled.withDefaults(ofParametersMissingIn: old) ?? unrolled).withKnownCells
    return (old.withLoopsWrittenOut.withSamParts.withKnownCells.withConditionNames(of: new), new)
  }

  /// Gives the findings about resources their lines in the spec, which `place` finds by logical ID.
  public mutating func locateNotes(_ place: (String) -> (file: String, line: Int)?) {
    for index in notes.indices {
      guard let id = notes[index].placeID else { continue }
      notes[index].place = place(id) ?? owners[id].flatMap(place)
    }
  }

  /// The loops that differ, of values that only a deployment knows, and other transforms among the resources.
  private static func loops(_ old: Object, _ new: Object) -> [String] {
    (old.members + new.members).map(\.key).distinct.filter { old[$0]?.canonical != new[$0]?.canonical }
  }

  /// The messages about data that is lost, and about failing updates.
  public var serious: [String] {
    notes.filter { $0.topic == .collision || $0.topic == .data }.map(\.message)
  }

  /// The number of resources of each effect: `1 replaced, 2 added`; nil if no resource changes.
  public var resourceCounts: String? {
    let counts = ResourceChange.Action.allCases.map { action in
      (action, resources.count { $0.action == action })
    }
    let words = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)" }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// Whether the two versions are the same.
  public var isEmpty: Bool { changesNothing && notes.isEmpty }

  /// Whether nothing but the name of the stack changes.
  var changesNothing: Bool {
    apis.isEmpty && outputs.isEmpty && resources.isEmpty && otherSections.isEmpty
      && notes.allSatisfy { $0.kind.id == FindingKind.updateStackName.id }
  }
}
