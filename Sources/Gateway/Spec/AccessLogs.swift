import SpecReading

/// Access logs of a stage; `true` in their place makes a log group and a JSON line a request.
public struct AccessLogs: SpecObject {
  let format: Given<String>?
  let fields: [Named<Given<String>>]
  let only: Given<Bool>?
  let logGroup: Given<String>?
  let retention: Given<Duration>?
  let deletionPolicy: Given<DeletionPolicy>?

  /// Reads the fields.
  public init(fields visitor: inout some FieldVisitor) {
    format = visitor.optional("format", .text, "`json` (the default), `clf`, or a format of your own, in one line.")
    fields =
      visitor.optional(
        "fields", .map(.text, keys: .any), "Added to the JSON line, such as `host: $context.domainName`.") ?? []
    only = visitor.optional("only", .known(.flag), "Whether `fields` are the whole of the line.")
    logGroup = visitor.optional(
      "logGroup", .name(of: Kind.logGroup), "A log group that exists, by its ARN or logical id.")
    let days = 86_400_000
    retention = visitor.optional(
      "retention", .duration(days...(3_653 * days), unit: .days), "How long lines are kept; 30d by default.")
    deletionPolicy = visitor.optional(
      "deletionPolicy", .known(.word(DeletionPolicy.self)),
      "What becomes of the group when the stack goes; `Retain` by default.")
  }
}
