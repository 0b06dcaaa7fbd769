/// A kind of findings, declared once: what is wrong, and all that `explain`, the rule pages and SARIF say about it.
/// Rules and the steps before and after them report findings of a kind.
public struct FindingKind: Sendable {
  /// The id: the letters of an area and a number.
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
  public let source: String?
  /// A page to read on.
  public var page: String?
  private let makeExample: (@Sendable () -> String)?

  /// A text in which it is found, and the same without the mistake. It is made on demand: some are as large as the limit
  /// that they exceed.
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

  /// How bad it is, as lists show it.
  public var standing: String { isOptional ? "optional \(severity.rawValue)" : severity.rawValue }

  /// How a spec asks for it, where it has to.
  var request: String? {
    isOptional ? "It is looked for only where `lint: {severity: {\(id): \(severity.rawValue)}}` asks for it." : nil
  }
}
