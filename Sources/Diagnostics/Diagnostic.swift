import YAMLTree

/// One finding: what is wrong, where, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
  /// The rule that found it: `REF001`.
  public let id: String
  /// How much it matters.
  public let severity: Severity
  /// What is wrong, in a sentence.
  public let message: String
  /// Where it is wrong.
  public let mark: Mark
  /// Other places that explain it.
  public var related: [Related]
  /// What to write instead.
  public var help: String?
  /// The change that does it, where there is one right answer.
  public var fix: Fix?
  /// What is not to be shown where lines of the spec are: findings go where the spec itself does not.
  public var secret: Mark?

  /// A finding at a place.
  public init(
    id: String, severity: Severity = .error, message: String, mark: Mark, related: [Related] = [],
    help: String? = nil, fix: Fix? = nil, secret: Mark? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.mark = mark
    self.related = related
    self.help = help
    self.fix = fix
    self.secret = secret
  }

  /// The same finding at other places.
  public func moved(_ place: (Mark) -> Mark) -> Diagnostic {
    Diagnostic(
      id: id, severity: severity, message: message, mark: place(mark),
      related: related.map { Related(message: $0.message, mark: place($0.mark)) }, help: help,
      fix: fix.map { fix in
        Fix(
          fix.description,
          edits: fix.edits.map { Edit(mark: place($0.mark), original: $0.original, replacement: $0.replacement) })
      },
      secret: secret.map(place))
  }

  /// A finding of a kind, of its severity unless another is given.
  public init(
    _ kind: FindingKind, severity: Severity? = nil, message: String, mark: Mark, related: [Related] = [],
    help: String? = nil, fix: Fix? = nil, secret: Mark? = nil
  ) {
    self.init(
      id: kind.id, severity: severity ?? kind.severity, message: message, mark: mark, related: related, help: help,
      fix: fix, secret: secret)
  }

  /// Whether it is a finding of a kind.
  public func isOf(_ kind: FindingKind) -> Bool { id == kind.id }

  /// Takes in what tells most findings from each other.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(mark)
  }

  /// The same finding, of another severity.
  public func with(severity: Severity) -> Diagnostic {
    Diagnostic(
      id: id, severity: severity, message: message, mark: mark, related: related, help: help, fix: fix, secret: secret)
  }
}

/// A second place that explains a finding.
public struct Related: Hashable, Sendable {
  /// What stands there.
  public let message: String
  /// Where it stands.
  public let mark: Mark

  /// A second place that explains a finding.
  public init(message: String, mark: Mark) {
    self.message = message
    self.mark = mark
  }
}
