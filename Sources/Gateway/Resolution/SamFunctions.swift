import SpecReading
import YAMLTree

/// Functions of SAM in `resources` (source: SAM's specification, AWS::Serverless::Function and Globals).
extension SpecNames {
  /// Whether SAM publishes an alias of a function, which its own events call.
  func publishesAlias(_ id: String) -> Bool {
    resourceTypes[id] == "AWS::Serverless::Function" && samProperty("AutoPublishAlias", of: id) != nil
  }

  /// The function of `FUNCTION.Alias` or `FUNCTION.Version`, which SAM has for `AutoPublishAlias`.
  func functionOfSam(withAlias name: String) -> String? {
    guard let dot = name.lastIndex(of: "."), [".Alias", ".Version"].contains(name[dot...]) else { return nil }
    let id = String(name[..<dot])
    return resourceTypes[id] == "AWS::Serverless::Function" ? id : nil
  }

  /// Whether a function or a state machine may have an event of a type: SAM creates the API of events that name none.
  func mayHaveEvent(_ event: String) -> Bool {
    spec.resources.contains { resource in
      // Loops and transforms make functions.
      guard let type = resourceTypes[resource.name], !type.isEmpty else { return true }
      guard type.hasPrefix("AWS::Serverless") else { return false }
      guard let events = property("Events", of: resource.name) else {
        return property("Fn::Transform", of: resource.name) != nil
      }
      return tree.kind(events) != .mapping
        || tree.entries(events).contains { entry in
          guard let written = tree.value("Type", in: entry.value) else { return true }
          return tree.kind(written) != .scalar || tree.string(written) == event
        }
    }
  }

  /// A property of a function, or that of `Function` in `Globals`.
  func samProperty(_ name: StaticString, of id: String) -> Node? {
    property(name, of: id) ?? samGlobals.flatMap { tree.value(name, in: $0) }
  }

  /// Whether a function is a container image, which has no folder of code.
  func isImageOfSam(_ id: String) -> Bool {
    samProperty("PackageType", of: id).map { tree.kind($0) == .scalar && tree.string($0) == "Image" } ?? false
  }

  /// `Function` of `Globals`.
  var samGlobals: Node? { spec.section("Globals").flatMap { tree.value("Function", in: $0.node) } }
}
