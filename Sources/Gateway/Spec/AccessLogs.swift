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

  /// A format.
  public static func shorthand(for text: String) -> StaticString? {
    if text.hasPrefix("arn:") { return "logGroup" }
    return text == "json" || text == "clf" || text.contains("$context.") ? "format" : nil
  }

  /// Reads the fields.
  public init(fields visitor: inout some FieldVisitor) {
    format = visitor.optional("format", .text, "`json`, `clf`, or a custom format on one line; `json` by default.")
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
