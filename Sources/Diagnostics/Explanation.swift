/// The documentation of a rule, as `explain`, the rule pages and SARIF print it.
public struct Explanation: Sendable {
  /// The rule's ID.
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
  public var source: String?
  /// A page with more information.
  public var page: String?
  /// An example of the mistake and its fix, created on demand: a run explains few of hundreds of rules.
  public var example: Example? { makeExample?() }
  private let makeExample: (@Sendable () -> Example)?

  /// The documentation of a rule.
  public init(
    id: String, severity: Severity = .error, isOptional: Bool = false, summary: String, why: String,
    source: String? = nil, page: String? = nil, example: (@Sendable () -> Example)? = nil
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

  /// The severity as lists show it.
  public var severityLabel: String { isOptional ? "optional \(severity.rawValue)" : severity.rawValue }

  /// How to enable the rule, if it is optional.
  var request: String? {
    isOptional ? "This rule is optional: enable it with `lint: {severity: {\(id): \(severity.rawValue)}}`." : nil
  }

  /// The example without `⟦` and `⟧`.
  public static func unmarked(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "⟦" && $0 != "⟧" }))
  }
}
