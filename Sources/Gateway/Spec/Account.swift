import SpecReading

/// What is set once for an account and a region.
public struct Account: SpecObject {
  let logRole: Given<Bool>?
  let options: ElementOptions

  /// It would say nothing.
  public static var mayBeEmpty: Bool { false }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    logRole = fields.optional(
      "logRole", .known(.flag),
      "The role by which API Gateway writes WebSocket logs, set for the whole account in this region; one stack is enough."
    )
    options = ElementOptions(fields: &fields)
  }
}
