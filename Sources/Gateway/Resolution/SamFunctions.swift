import SpecReading
import YAMLTree

/// Functions of SAM in `resources` (source: SAM's specification, AWS::Serverless::Function and Globals).
extension SpecNames {
  /// Whether SAM publishes an alias of a function, which its own events call.
  func publishesAlias(_ id: String) -> Bool {
    resourceTypes[id] == "AWS::Serverless::Function" && samProperty("AutoPublishAlias", of: id) != nil
  }

  /// A property of a function, or that of `Function` in `Globals`.
  func samProperty(_ name: StaticString, of id: String) -> Node? {
    property(name, of: id) ?? samGlobals.flatMap { tree.value(name, in: $0) }
  }

  /// `Function` of `Globals`.
  var samGlobals: Node? { spec.section("Globals").flatMap { tree.value("Function", in: $0.node) } }
}
