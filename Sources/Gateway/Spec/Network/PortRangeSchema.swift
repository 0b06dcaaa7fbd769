import SpecReading
import YAMLTree

/// The ports of a security group rule: a port, or a range such as `8000-8010`.
struct PortRangeSchema: Schema {
  var placeholder: Given<String> { Given("0", at: .nowhere) }
  var takesIntrinsic: Bool { true }
  var shape: Shape { .pattern("[0-9]+(-[0-9]+)?") }
  var expectation: String { "a port (`443`) or a range of ports (`8000-8010`) from 0 to 65535" }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<String>? {
    guard let given = reader.read(node, as: .text, key: key), let text = given.literal else {
      return reader.isIntrinsic(node) ? Given(intrinsic: node, at: reader.tree.mark(node)) : nil
    }
    if PortRangeSchema.bounds(of: text) != nil { return given }
    reader.report(
      .notAllowed, at: given.mark, "expected \(expectation), found \(Reader.quoted(text))", help: help(text))
    // A word is kept, so that the rule does not seem to be one for all ports.
    return text.utf8.contains { $0 > UInt8(ascii: "9") } ? given : nil
  }

  /// What to write for a service, several ports, or all of them.
  private func help(_ text: String) -> String? {
    switch text.lowercased() {
    case "http": return "write `80`"
    case "https": return "write `443`"
    case "all", "any", "*", "-1": return "remove `port`: without it, all ports are meant"
    default: return text.contains(",") ? "write a rule for each port: a list of `{port: …}`" : nil
    }
  }

  /// The first and last port; nil if the text is neither a port nor a range.
  static func bounds(of text: String) -> ClosedRange<Int>? {
    let ports = text.split(separator: "-", omittingEmptySubsequences: false).map { port in
      port.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? UInt16(port).map(Int.init) : nil
    }
    guard ports.count <= 2, let first = ports[0], let last = ports[ports.count - 1], first <= last else { return nil }
    return first...last
  }
}

extension Schema where Self == PortRangeSchema {
  /// A port or a range of ports.
  static var ports: PortRangeSchema { PortRangeSchema() }
}
