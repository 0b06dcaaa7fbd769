import SpecReading
import YAMLTree

/// Functions of SAM in `resources` (source: SAM's specification, AWS::Serverless::Function and Globals).
extension SpecNames {
  /// Whether SAM publishes an alias of a function, which its own events call.
  func publishesAlias(_ id: String) -> Bool {
    resourceTypes[id] == "AWS::Serverless::Function" && samProperty("AutoPublishAlias", of: id) != nil
  }

  /// A property of a function, or that of `globals`.
  func samProperty(_ name: String, of id: String) -> Node? {
    let own = spec.resources.first { $0.name == id }.flatMap { value("Properties", in: $0.value.node) }
    return own.flatMap { value(name, in: $0) } ?? samGlobals.flatMap { value(name, in: $0) }
  }

  /// `Function` of `globals`.
  var samGlobals: Node? {
    guard let globals = spec.section("Globals") else { return nil }
    return value("Function", in: globals.node)
  }

  /// Whether `globals` has a section.
  func hasSamGlobals(_ section: String) -> Bool {
    spec.section("Globals").flatMap { value(section, in: $0.node) } != nil
  }

  private func value(_ key: StaticString, in node: Node) -> Node? { value(String(describing: key), in: node) }

  private func value(_ key: String, in node: Node) -> Node? {
    guard tree.kind(node) == .mapping else { return nil }
    return tree.entries(node).first { tree.string($0.key) == key }?.value
  }
}
