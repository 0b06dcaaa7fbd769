import Diagnostics
import SpecReading

/// The `lint` section: which findings are ignored, and their severity.
public struct LintOptions: SpecObject {
  let ignore: Names?
  let severity: [Named<Given<Severity>>]

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    ignore = fields.optional(
      "ignore", .list(.known(.text)), "IDs of rules to ignore in the whole spec.")
    severity =
      fields.optional(
        "severity", .map(.known(.word(Severity.self)), keys: .any),
        "Severity by rule ID. Optional rules run only if they are listed here."
      ) ?? []
  }
}
