import YAMLTree

/// A finding: what is wrong, where, and how to fix it.
public struct Diagnostic: Hashable, Sendable {
  /// The rule's ID: `REF001`.
  public let id: String
  /// The severity.
  public let severity: Severity
  /// One line: what is wrong.
  public let message: String
  /// Where it is.
  public let mark: Mark
  /// Other locations that explain it.
  public var related: [Related]
  /// How to fix it.
  public var help: String?
  /// The edit that `--fix` applies, if exactly one fix is correct.
  public var fix: Fix?
  /// A part of the spec that must not be shown in reports: they may be more public than the spec.
  public var secret: Mark?
  /// The number of findings that it is for, if they are only counted.
  public internal(set) var count = 1

  /// A finding at a location.
  public init(
    id: String, severity: Severity = .error, message: String, mark: Mark, related: [Related] = [],
    help: String? = nil, fix: Fix? = nil, secret: Mark? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = MessageText.message(message)
    self.mark = mark
    self.related = related
    self.help = help.map(MessageText.help)
    self.fix = fix
    self.secret = secret
  }

  /// A finding that is only counted.
  init(countOf other: Diagnostic) {
    id = other.id
    severity = other.severity
    message = ""
    mark = other.mark
    related = []
    count = other.count
  }

  /// The same finding at other locations.
  public func moved(_ place: (Mark) -> Mark) -> Diagnostic {
    var moved = Diagnostic(
      id: id, severity: severity, message: message, mark: place(mark),
      related: related.map { Related(message: $0.message, mark: place($0.mark)) }, help: help,
      fix: fix.map { fix in
        Fix(
          fix.description,
          edits: fix.edits.map { Edit(mark: place($0.mark), original: $0.original, replacement: $0.replacement) })
      },
      secret: secret.map(place))
    moved.count = count
    return moved
  }

  /// A finding of a kind, with the kind's severity unless another is given.
  public init(
    _ kind: FindingKind, severity: Severity? = nil, message: String, mark: Mark, related: [Related] = [],
    help: String? = nil, fix: Fix? = nil, secret: Mark? = nil
  ) {
    self.init(
      id: kind.id, severity: severity ?? kind.severity, message: message, mark: mark, related: related, help: help,
      fix: fix, secret: secret)
  }

  /// Whether it is only a number of findings.
  public var isCount: Bool { message.isEmpty }

  /// The number of findings of a severity.
  public static func number(of severity: Severity, in findings: [Diagnostic]) -> Int {
    findings.reduce(0) { $1.severity == severity ? $0 + $1.count : $0 }
  }

  /// Whether it is a finding of a kind.
  public func isOf(_ kind: FindingKind) -> Bool { id == kind.id }

  /// Hashes the parts that distinguish most findings.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(mark)
  }

  /// The same finding with another severity.
  public func with(severity: Severity) -> Diagnostic {
    var changed = Diagnostic(
      id: id, severity: severity, message: message, mark: mark, related: related, help: help, fix: fix, secret: secret)
    changed.count = count
    return changed
  }
}

/// A second location that explains a finding.
public struct Related: Hashable, Sendable {
  /// What is at that location.
  public let message: String
  /// Where it is.
  public let mark: Mark

  /// A second location that explains a finding.
  public init(message: String, mark: Mark) {
    self.message = MessageText.message(message)
    self.mark = mark
  }
}

extension [Related] {
  /// One location; none where it is not known.
  public static func one(_ message: String, at mark: Mark?) -> [Related] {
    mark.map { [Related(message: message, mark: $0)] } ?? []
  }
}
