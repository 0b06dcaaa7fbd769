/// A kind of findings, declared once: the mistake, and its documentation in `explain`, the rule pages and SARIF.
/// Rules and the steps before and after them report findings of a kind.
public struct FindingKind: Sendable {
  /// The ID: the letters of an area and a number.
  public let id: String
  /// The severity unless `lint.severity` sets another.
  public let severity: Severity
  /// Whether the rule runs only if `lint.severity` enables it.
  public let isOptional: Bool
  /// The mistake, as a noun phrase.
  public let summary: String
  /// Why it matters, in one paragraph.
  public let why: String
  /// The source of the rule.
  public let source: String?
  /// A page with more information.
  public var page: String?
  private let makeExample: (@Sendable () -> String)?

  /// An example of the mistake and its fix, created on demand: some are as large as the limit that they exceed, and a run
  /// explains few of hundreds of rules.
  public var example: Example? { makeExample.map { Example($0()) } }

  /// A kind of findings; `example` is the text of an `Example`.
  public init(
    id: String, severity: Severity = .error, isOptional: Bool = false, summary: String, why: String,
    source: String? = nil, page: String? = nil, example: (@Sendable () -> String)? = nil
  ) {
    self.id = id
    self.severity = severity
    self.isOptional = isOptional
    self.summary = summary
    self.why = why
    self.source = source
    self.page = page
    makeExample = example
  }

  /// The same kind with the source and the example of a rule that finds it.
  public func with(source: String, example: @escaping @Sendable () -> String) -> FindingKind {
    FindingKind(
      id: id, severity: severity, isOptional: isOptional, summary: summary, why: why, source: source, page: page,
      example: example)
  }

  /// The severity as lists show it.
  public var severityLabel: String { isOptional ? "optional \(severity.rawValue)" : severity.rawValue }

  /// How to enable the rule, if it is optional.
  var request: String? {
    isOptional ? "This rule is optional: enable it with `lint: {severity: {\(id): \(severity.rawValue)}}`." : nil
  }
}
