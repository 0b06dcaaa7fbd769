import SpecReading
import YAMLTree

/// A literal logical ID: letters and digits.
struct LogicalIDSchema: Schema {
  var placeholder: Given<String> { Given("", at: .nowhere) }
  var shape: Shape { .pattern("[A-Za-z0-9]{1,255}") }
  var expectation: String { "a logical ID of 1 to 255 letters and digits" }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<String>? {
    guard let given = reader.read(node, as: .known(.text), key: key), let text = given.literal else { return nil }
    if LogicalIDSchema.isLogicalID(text) { return given }
    reader.report(.notAllowed, at: given.mark, "expected \(expectation), found \(Reader.quoted(text))")
    return nil
  }

  /// Whether CloudFormation accepts a text as a logical ID.
  static func isLogicalID(_ text: String) -> Bool {
    (1...255).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: false
        }
      }
  }
}

extension Schema where Self == LogicalIDSchema {
  /// A logical ID.
  static var logicalId: LogicalIDSchema { LogicalIDSchema() }
}
