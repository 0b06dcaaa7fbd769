import SpecReading

/// Settings of an account in a region.
public struct Account: SpecObject {
  let logRole: Given<Bool>?
  let options: ElementOptions

  /// An empty mapping would have no effect.
  public static var mayBeEmpty: Bool { false }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    logRole = fields.optional(
      "logRole", .known(.flag),
      "Role with which API Gateway writes WebSocket logs, for the whole account and region; set it in one stack only."
    )
    options = fields.group(ElementOptions.self)
  }
}
