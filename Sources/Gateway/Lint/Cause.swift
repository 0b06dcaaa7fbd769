import Diagnostics
import SpecReading

/// The findings that others may follow from.
enum Cause {
  /// Whether a key, a value or a word could not be read.
  static func isUnread(_ finding: Diagnostic) -> Bool {
    finding.severity == .error && unreadKinds.contains(finding.id)
  }

  /// Whether something is not known because of it: what could not be read, or a name.
  static func isOne(_ finding: Diagnostic) -> Bool {
    finding.severity == .error && (kinds.contains(finding.id) || Rules.premises[finding.id] == .name)
  }

  /// Whether a resource has no type, or a wrong one.
  static func isAboutType(_ finding: Diagnostic, _ path: [String]) -> Bool {
    guard path.count >= 2, path[0] == "resources", finding.severity == .error else { return false }
    return path.count >= 3 && path[2] == "Type" || path.count <= 3 && finding.isOf(.missingKey)
  }

  /// Whether a key does not belong where it is.
  static func isMisplaced(_ finding: Diagnostic) -> Bool {
    finding.severity == .error && Rules.premises[finding.id] == .place
  }

  /// The place of the key that a finding is about: it names it, and the mark of a mapping is that of its first key.
  static func key(of finding: Diagnostic, _ paths: SpecPaths) -> [String] {
    let path = paths.path(of: finding.mark)
    return path.lastIndex { finding.message.hasPrefix("`\($0)`") }.map { Array(path[...$0]) } ?? path
  }

  /// Texts that were to use a definition.
  static let unreadNames: Set = [
    Rule.unreadSubstitution.id, Rule.unreadName.id, Rule.expressionOfElsewhere.id,
  ]
  /// The warnings that others follow from.
  static let warnings = unreadNames.union(UnreadParts.kinds).union(MissingReferences.kinds).union([
    Rule.servicePrefix.id
  ])
  /// A missing key hides nothing.
  private static let unreadKinds = Set(FindingKind.reading.map(\.id)).subtracting([FindingKind.missingKey.id])
    .union([
      FindingKind.routeKey.id, FindingKind.segmentCharacters.id, FindingKind.trailingSlash.id, Rule.propertyForm.id,
      Rule.unknownProperty.id, Rule.unresolvedPointer.id,
      Rule.extensionForm.id, Rule.serverlessEventType.id,
    ])
  /// Nothing follows from a circle, but one may follow from them.
  private static let kinds = unreadKinds.union(FindingKind.names.map(\.id)).union([
    FindingKind.undefinedVariable.id, FindingKind.malformedVariable.id, Rule.unreadSubstitution.id,
    Rule.stackNameForm.id,
  ]).subtracting([FindingKind.cycle.id])
}
