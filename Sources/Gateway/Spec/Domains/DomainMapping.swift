import SpecReading
import YAMLTree

/// An item of `domain`: the host and base path of an API mapping.
public struct DomainMapping: SpecObject {
  fileprivate(set) var name: Given<String>
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

/// A mapping or a list. What an `Fn::If` gives, a mapping or its host only, is created under the condition.
struct DomainMappingsSchema: Schema {
  private let base: ListSchema<ObjectSchema<DomainMapping>> = .list(.object(DomainMapping.self))

  var placeholder: DomainMappings { base.placeholder }
  var takesIntrinsic: Bool { true }
  var shape: Shape { base.shape }
  var expectation: String { base.expectation }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> DomainMappings? {
    let isList = reader.tree.kind(node) == .sequence && reader.tree.tag(node) == .none
    let nodes = isList ? Array(reader.tree.items(node)) : [node]
    guard nodes.contains(where: { hasBranches($0, reader) }) else {
      guard let read = reader.read(node, as: base, key: key) else { return nil }
      if read.items.allSatisfy({ $0.name.literal != nil }) { return read }
      return Many(
        items: read.items.flatMap { byHost($0, reader) }, intrinsic: read.intrinsic, mark: read.mark, node: read.node)
    }
    var items: [DomainMapping] = []
    for item in nodes {
      guard hasBranches(item, reader) else {
        items += (reader.read(item, as: base, key: key)?.items ?? []).flatMap { byHost($0, reader) }
        continue
      }
      for (value, conditions) in reader.read(item, as: .block(base), key: key)?.branches ?? [] {
        items += value.items.flatMap { mapping in
          var mapping = mapping
          mapping.branch = conditions
          return byHost(mapping, reader)
        }
      }
    }
    return Many(items: items, mark: reader.tree.mark(node), node: node)
  }

  /// A mapping whose host is an `Fn::If`, once for each of the two hosts: each has its own domain and base path.
  private func byHost(_ mapping: DomainMapping, _ reader: Reader) -> [DomainMapping] {
    let tree = reader.tree
    guard let node = mapping.name.node, mapping.name.literal == nil, let parts = reader.arguments(ofIf: node),
      parts.count == 3, tree.kind(parts[0]) == .scalar, !parts.contains(where: { reader.isNoValue($0) })
    else { return [mapping] }
    return [(parts[1], true), (parts[2], false)].flatMap { host, holds in
      var one = mapping
      one.name = reader.text(ofBranch: host)
      one.branch.append((tree.string(parts[0]), holds))
      return byHost(one, reader)
    }
  }

  /// Whether a node is an `Fn::If` of mappings, or of nothing.
  private func hasBranches(_ node: Node, _ reader: Reader) -> Bool {
    if reader.isNoValue(node) { return true }
    guard let arguments = reader.arguments(ofIf: node), arguments.count == 3 else { return false }
    return arguments.dropFirst().contains { value in
      let isPlain = reader.tree.kind(value) != .scalar && reader.tree.tag(value) == .none && !reader.isIntrinsic(value)
      return isPlain || hasBranches(value, reader)
    }
  }
}
