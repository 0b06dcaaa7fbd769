import SpecReading
import YAMLTree

/// What a WebSocket API tells CloudWatch of each message.
public struct MessageLogging: SpecObject {
  let mark: Mark
  let level: Given<Level>?
  let dataTrace: Given<Bool>?

  /// How much is logged.
  public enum Level: String, CaseIterable, Sendable {
    /// What failed.
    case ERROR
    /// Every step.
    case INFO
    /// Nothing.
    case OFF
  }

  /// It would say nothing.
  public static var mayBeEmpty: Bool { false }

  /// `logging: INFO`.
  public static func shorthand(for text: String) -> StaticString? { "level" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    mark = fields.mark
    level = fields.optional("level", .word(Level.self), "How much is logged.")
    dataTrace = fields.optional("dataTrace", .flag, "Whether whole messages are logged as well.")
  }
}
