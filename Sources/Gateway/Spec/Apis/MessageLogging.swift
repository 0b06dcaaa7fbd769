import SpecReading
import YAMLTree

/// The CloudWatch logging of messages of a WebSocket API.
public struct MessageLogging: SpecObject {
  let level: Given<Level>?
  let dataTrace: Given<Bool>?

  /// The log level.
  public enum Level: String, CaseIterable, Sendable {
    /// Errors.
    case ERROR
    /// Errors and details of each request.
    case INFO
    /// No logging.
    case OFF
  }

  /// An empty mapping would have no effect.
  public static var mayBeEmpty: Bool { false }

  /// `logging: INFO`.
  public static func shorthand(for text: String) -> StaticString? { "level" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    level = fields.optional("level", .word(Level.self), "Log level.")
    dataTrace = fields.optional("dataTrace", .flag, "Whether to log whole messages.")
  }
}
