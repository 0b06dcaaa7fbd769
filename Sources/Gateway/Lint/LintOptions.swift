import Diagnostics
import SpecReading

/// What the author makes of findings: `lint` at the top of a spec.
public struct LintOptions: SpecObject {
  let ignore: Names?
  let severity: [Named<Given<Severity>>]

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    ignore = fields.optional(
      "ignore", .list(.known(.text)), "Ids of findings that are not told, anywhere in the spec.")
    severity =
      fields.optional(
        "severity", .map(.known(.word(Severity.self)), keys: .any),
        "How bad findings are, by their id; what is optional is looked for only if it stands here."
      ) ?? []
  }
}
