/// What `explain`, the rule pages and SARIF say of an id.
public struct Explanation: Sendable {
  /// The id.
  public let id: String
  /// How bad it is, unless a spec says otherwise.
  public let severity: Severity
  /// Whether it is looked for only where a spec asks for it.
  public let isOptional: Bool
  /// What is wrong, in a line.
  public let summary: String
  /// Why it matters, in a paragraph.
  public let why: String
  /// Where the fact comes from.
  public var source: String?
  /// A page to read on.
  public var page: String?
  /// A text in which it is found, and its fix. It is made on demand: a run explains few ids, and knows hundreds.
  public var example: Example? { makeExample?() }
  private let makeExample: (@Sendable () -> Example)?

  /// An explanation; what is not given, there is not.
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

  /// How bad it is, as lists show it.
  public var standing: String { isOptional ? "optional \(severity.rawValue)" : severity.rawValue }

  /// How a spec asks for it, where it has to.
  var request: String? {
    isOptional ? "It is looked for only where `lint: {severity: {\(id): \(severity.rawValue)}}` asks for it." : nil
  }

  /// The text without the signs around places.
  public static func unmarked(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "⟦" && $0 != "⟧" }))
  }
}
