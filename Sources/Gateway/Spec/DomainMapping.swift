import SpecReading
import YAMLTree

/// An item of `domain`: the host and base path of an API mapping.
public struct DomainMapping: SpecObject {
  let name: Given<String>
  let basePath: Given<String>?
  let options: ElementOptions
  /// The conditions of the `Fn::If` around it, each with whether it is true.
  var branch: [(name: String, holds: Bool)] = []

  /// A string is a host, optionally with a path.
  public static func shorthand(for text: String) -> StaticString? { "name" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.required(
      "name", .text, "`HOST` or `HOST/BASE/PATH`: a name in `domains` or the host of a domain.")
    basePath = fields.optional(
      "basePath", .text(1...300), "Base path, such as `v1`; empty by default.")
    options = fields.group(ElementOptions.self)
  }
}

/// The API mappings of an API or a stage.
public typealias DomainMappings = Many<DomainMapping>

/// A mapping or a list, also as the values of an `Fn::If`: each is then created under its condition.
struct DomainMappingsSchema: Schema {
  private let base: ListSchema<ObjectSchema<DomainMapping>> = .list(.object(DomainMapping.self))

  var placeholder: DomainMappings { base.placeholder }
  var takesIntrinsic: Bool { true }
  var shape: Shape { base.shape }
  var expectation: String { base.expectation }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> DomainMappings? {
    let isList = reader.tree.kind(node) == .sequence && reader.tree.tag(node) == .none
    let nodes = isList ? Array(reader.tree.items(node)) : [node]
    guard nodes.contains(where: { hasBranches($0, reader) }) else { return reader.read(node, as: base, key: key) }
    var items: [DomainMapping] = []
    for item in nodes {
      guard hasBranches(item, reader) else {
        items += reader.read(item, as: base, key: key)?.items ?? []
        continue
      }
      for (value, conditions) in reader.read(item, as: .block(base), key: key)?.branches ?? [] {
        items += value.items.map { mapping in
          var mapping = mapping
          mapping.branch = conditions
          return mapping
        }
      }
    }
    return Many(items: items, mark: reader.tree.mark(node), node: node)
  }

  /// Whether a node is an `Fn::If` of more than two hosts: the host itself may be any function.
  private func hasBranches(_ node: Node, _ reader: Reader) -> Bool {
    if reader.isNoValue(node) { return true }
    guard let arguments = reader.arguments(ofIf: node), arguments.count == 3 else { return false }
    return arguments.dropFirst().contains { value in
      let isPlain = reader.tree.kind(value) != .scalar && reader.tree.tag(value) == .none && !reader.isIntrinsic(value)
      return isPlain || hasBranches(value, reader)
    }
  }
}
