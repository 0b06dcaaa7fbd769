import Diagnostics
import SpecReading
import YAMLTree

/// The findings that only follow from another mistake, so that one mistake gives one finding.
///
/// An unknown name is a consequence if its definition could not be read, and a conclusion from what is missing if that
/// may only be misspelled. What a key contains is of no interest where the key does not belong.
public struct Consequences {
  private let paths: SpecPaths
  /// The places of what could not be read: keys, types and words.
  private let unread: [(path: [String], id: String)]
  /// The same, with those of unknown names.
  private let causes: [[String]]
  /// The names that may be defined in what could not be read.
  private var lostNames: Set<String> = []
  /// Whether a section, defaults or the value of an anchor could not be read.
  private var isSharedBroken = false
  /// Whether an element could not be read, of which others may be made.
  private var isElementLost = false
  /// Whether a section could not be read that has no names.
  private var isSectionLost = false
  /// The APIs of an unknown protocol.
  private var unknownApis: Set<String> = []
  private let unreadParts: UnreadParts
  private let unknownValues: UnknownValues
  /// Whether a text has `${NAME}` or the like that nothing reads.
  private let hasUnreadName: Bool
  /// The places of keys that do not belong to the API's protocol.
  private let misplaced: [[String]]
  private let misspeltKeys: MisspeltKeys
  private let missingReferences: MissingReferences
  /// The places of properties that the language has a key for.
  private let doubled: [[String]]
  /// The mappings with a missing key, each with the number of them.
  private var missing: [[String]: Int] = [:]

  /// All findings except consequences of others.
  public static func removed(from findings: Findings, tree: Tree, root: Node) -> Findings {
    let sorted = findings.sorted
    let joined = Indentation.joined(sorted, tree, root: root)
    guard sorted.count > 1 || joined != nil else { return findings }
    let all = joined ?? sorted
    var left = all
    if all.contains(where: {
      $0.severity == .error || Cause.warnings.contains($0.id)
    }) {
      let consequences = Consequences(all, SpecPaths(tree, root: root))
      left.removeAll { consequences.contain($0) }
      left = consequences.unreadParts.joined(left, consequences.paths)
      left = MistakenProtocol.joined(left, consequences.paths)
    }
    left = SharedValues.joined(CoveredFindings.removed(from: left), tree: tree)
    // Two errors must not explain each other away.
    let isCauseLost = all.contains { $0.severity == .error } && !left.contains { $0.severity > .note }
    if isCauseLost { left = all }
    if joined == nil, left.count == all.count { return findings }
    var result = Findings(limited: findings.limited)
    for finding in left { result.report(finding, always: true) }
    return result
  }

  private init(_ findings: [Diagnostic], _ paths: SpecPaths) {
    self.paths = paths
    let places = findings.map { (finding: $0, path: paths.path(of: $0.mark)) }
    let errors = places.filter { Cause.isUnread($0.finding) }
    unread = errors.map { ($0.path, $0.finding.id) }
    hasUnreadName = findings.contains { Cause.unreadNames.contains($0.id) }
    unreadParts = UnreadParts(findings, paths)
    misspeltKeys = MisspeltKeys(findings, paths)
    missingReferences = MissingReferences(findings, paths)
    doubled = places.filter { $0.finding.isOf(.propertyOfLanguage) }.map(\.path)
    causes = places.filter { Cause.isOne($0.finding) || Cause.isAboutType($0.finding, $0.path) }.map(\.path)
    unknownValues = UnknownValues(findings, paths)
    misplaced = findings.filter(Cause.isMisplaced).map { Cause.key(of: $0, paths) }
    for (finding, path) in places where finding.isOf(.missingKey) { missing[path, default: 0] += 1 }
    // What a pointer names is missing itself: it defines no names.
    for (error, _) in errors where error.id != Rule.unresolvedPointer.id { lose(error) }
    // Nothing is known of a resource whose type is wrong.
    for (finding, path) in places where Cause.isAboutType(finding, path) { lostNames.insert(path[1]) }
  }

  /// Notes what an unread value may have defined.
  private mutating func lose(_ error: Diagnostic) {
    let path = paths.path(of: error.mark)
    guard let first = path.first, let value = paths.value(of: error.mark) else { return }
    isSharedBroken = isSharedBroken || Consequences.isShared(first) || path.count == 1
    isSectionLost = isSectionLost || (path.count == 1 && !paths.isMapping(value))
    lostNames.formUnion(path.dropFirst())
    // `books:{lambda` of a key without a space.
    for mark in error.places { lostNames.formUnion(paths.names(at: mark)) }
    lostNames.formUnion(paths.names(under: value))
    isElementLost = isElementLost || path.count <= 2
    if first == "apis", path.count == 3, isOtherProtocol(error, path[2]) { unknownApis.insert(path[1]) }
  }

  /// Whether an error means that an API was read as an HTTP API without being one for sure.
  private func isOtherProtocol(_ error: Diagnostic, _ key: String) -> Bool {
    if paths.text(of: error.mark).lowercased() == "websocket" { return true }
    return key == "type" && error.fix?.edits.first?.replacement != "http"
  }

  // MARK: Consequences

  private func contain(_ finding: Diagnostic) -> Bool {
    if finding.isCount || finding.mark.isNowhere { return false }
    let path = paths.path(of: finding.mark)
    if path.first == "apis", path.count > 1, unknownApis.contains(path[1]) {
      return !FindingKind.reading.contains { finding.isOf($0) }
    }
    if !Cause.isMisplaced(finding), misplaced.contains(where: path.starts) { return true }
    if !finding.isOf(.propertyOfLanguage), !Consequences.isUnknownName(finding), doubled.contains(where: path.starts) {
      return true
    }
    if finding.isOf(.missingKey) {
      return isSharedBroken || (missing[path] == 1 && isBesideUnknownKey(path)) || isWritten(finding, at: path)
    }
    if finding.isOf(.conflict) { return isBesideUnknownKey(path) }
    // SAM makes several resources of one: their references are those of its known properties.
    if finding.isOf(.cycle) { return causes.contains { $0.first == "resources" } }
    if finding.isOf(.unusedVariable) { return !causes.isEmpty || hasUnreadName }
    if !finding.isOf(.emptyValue), unread.contains(where: { $0.id == FindingKind.emptyValue.id && $0.path == path }) {
      return true
    }
    if unreadParts.explain(finding, at: path) || isOfMovedMethod(finding, path) { return true }
    if hasUnreadName, finding.id == Rule.unusedDefinition.id { return true }
    if missingReferences.explain(finding, at: path) { return true }
    if Consequences.isUnknownName(finding) {
      return isLost(finding) || unknownValues.hasElement(of: paths.names(at: finding.mark), from: path)
    }
    if misspeltKeys.explain(finding, at: path, paths) { return true }
    // What could not be read is the cause of an unknown name there.
    return !Cause.isUnread(finding) && unknownValues.explain(finding, at: path) || follows(finding, path)
  }

  private static func isUnknownName(_ finding: Diagnostic) -> Bool {
    finding.isOf(.unknownName) || finding.isOf(.nameOfOtherKind) || finding.isOf(.undefinedVariable)
  }

  /// Whether an unknown key is in the same mapping: the missing key, or the one that the others need.
  private func isBesideUnknownKey(_ path: [String]) -> Bool {
    unread.contains { error in
      error.id == FindingKind.unknownKey.id
        && (error.path.dropLast() == path[...] || error.path.dropLast() == path.dropLast())
    }
  }

  /// Whether the missing key is written, with a value that could not be read.
  private func isWritten(_ finding: Diagnostic, at path: [String]) -> Bool {
    unread.contains { error in
      error.path.dropLast() == path[...] && finding.message.hasPrefix("`\(error.path.last ?? "")`")
    }
  }

  /// Whether it is about `/books: {get: …}`, whose methods are unknown keys, `GET: {/books: …}` or
  /// `list: {RouteKey: GET /books}`.
  private func isOfMovedMethod(_ finding: Diagnostic, _ path: [String]) -> Bool {
    finding.isOf(.routeKey)
      && unread.contains {
        guard $0.id == FindingKind.unknownKey.id, $0.path.dropLast() == path[...], let key = $0.path.last else {
          return false
        }
        return HttpMethod(rawValue: key.uppercased()) != nil || key.hasPrefix("/")
          || Suggestion.same(as: key, among: ["routeKey", "path", "method"]) != nil
      }
  }

  private func follows(_ finding: Diagnostic, _ path: [String]) -> Bool {
    let premise = Rules.premises[finding.id]
    // An element that lacks one key need not lack another.
    if premise != nil, missing[path] != nil { return true }
    // A finding in a value that many elements have is about any of them.
    let isShared = !causes.isEmpty && path.first.map(Consequences.isShared) ?? false
    return switch premise {
    case .spec: !causes.isEmpty || finding.severity != .error && !unreadParts.isEmpty
    case .element: isSharedBroken || isShared || hasCause(in: path.prefix(2))
    case .part: isSharedBroken || isShared || hasCause(in: Consequences.part(of: path))
    case .name: isLost(finding)
    case .place, nil: false
    }
  }

  /// The part of an element that a place is in; in a document, it is the path of operations.
  private static func part(of path: [String]) -> ArraySlice<String> {
    let paths = path.dropFirst(3).firstIndex(of: "paths")
    return path.prefix(paths.map { $0 + 2 } ?? 4)
  }

  private static func isShared(_ section: String) -> Bool {
    section == "defaults" || section == "globals" || section.hasPrefix("x-")
  }

  private func hasCause(in part: ArraySlice<String>) -> Bool {
    !part.isEmpty && causes.contains { $0.starts(with: part) }
  }

  /// Whether a name may be defined in what could not be read.
  private func isLost(_ finding: Diagnostic) -> Bool {
    if unread.isEmpty, lostNames.isEmpty { return false }
    let names = paths.names(at: finding.mark)
    return isSectionLost || names.contains { lostNames.contains($0) } || (isElementLost && names.count > 2)
  }
}
