import SpecReading
import TextSearch

/// Access logs of a stage. `true` creates a log group and logs each request as a JSON line.
public struct AccessLogs: SpecObject {
  let format: Given<String>?
  let fields: [Named<LogField>]
  let only: Given<Bool>?
  let logGroup: Given<String>?
  let retention: Given<Duration>?
  let kmsKey: Given<String>?
  let deletionPolicy: Given<DeletionPolicy>?

  /// A format or a log group. Words are not logical IDs, which begin with an upper-case letter by convention.
  public static func shorthand(for text: String) -> StaticString? {
    if text.hasPrefix("arn:") { return "logGroup" }
    if text == "json" || text == "clf" || text.contains("$context.") { return "format" }
    if Suggestion.nearest(to: text, among: formats) != nil { return nil }
    // Also `!GetAtt LOG_GROUP.Arn`, in both forms.
    let isID = text.first?.isUppercase == true && text.isMade(ofLettersDigitsAnd: ". ")
    return isID && !flags.contains(text.lowercased()) ? "logGroup" : nil
  }

  private static let formats = ["json", "clf"]
  private static let flags = ["true", "false", "yes", "no", "on", "off", "y", "n"]

  /// The short forms.
  public static func help(forText text: String) -> String? {
    if let format = Suggestion.nearest(to: text, among: formats) { return "did you mean `\(format)`?" }
    return text.hasPrefix("/")
      ? "write the ARN of the log group, or its logical ID if it is in `resources`"
      : "write `json`, `clf`, a format with `$context` variables, or a log group by ARN or logical ID"
  }

  /// Reads the fields.
  public init(fields visitor: inout some FieldVisitor) {
    format = visitor.optional(
      "format", .text(instead: "write the mapping in `fields`, with `only: true` to replace the default fields"),
      "`json`, `clf`, or a custom format on one line; `json` by default.")
    fields =
      visitor.optional(
        "fields", .map(LogFieldSchema(), keys: .any),
        "Fields added to the JSON line, such as `host: $context.domainName`; a mapping is an object.") ?? []
    only = visitor.optional("only", .known(.flag), "Whether `fields` replace the default fields.")
    logGroup = visitor.optional(
      "logGroup", .name(of: Kind.logGroup), "An existing log group, by ARN or logical ID.")
    let days = 86_400_000
    retention = visitor.optional(
      "retention", .duration(days...(3_653 * days), unit: .days), "Log retention; 30d by default.")
    kmsKey = visitor.optional("kmsKey", .name(of: Kind.kmsKey), "ARN of the KMS key that encrypts the log group.")
    deletionPolicy = visitor.optional(
      "deletionPolicy", .known(.word(DeletionPolicy.self)),
      "Deletion policy of the log group; `RetainExceptOnCreate` by default.")
  }
}
