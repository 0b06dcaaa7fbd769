import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Synthesis {
  /// Takes what is beside `Properties` and belongs below it as properties, with one finding: a missing property would be
  /// the same mistake.
  mutating func takeProperties(in body: inout Object, of node: Node) {
    if body.members.allSatisfy({ ResourceAttributes.names.contains($0.key) }) { return }
    var properties = Object()
    let written = body["Properties"]
    if let written, written != .null {
      guard let object = written.object, !written.isFunction else { return }
      properties = object
    }
    let type = body["Type"]?.text.flatMap { ResourceType.named($0) }
    let isEmpty = written == .null
    func isProperty(_ key: String) -> Bool {
      if ResourceAttributes.names.contains(key) || properties[key] != nil { return false }
      if type?[key] != nil { return true }
      // Behind `Properties` without a value, nearly every key is one.
      return isEmpty && key.first?.isUppercase ?? false && !key.hasPrefix("Fn::")
        && Suggestion.nearest(to: key, among: ResourceAttributes.names) == nil
    }
    let moved = body.members.filter { isProperty($0.key) }
    let tree = names.tree
    let entries = tree.entries(node).filter { entry in moved.contains { $0.key == tree.string(entry.key) } }
    guard let first = entries.first else { return }
    if isEmpty, let owner = tree.entries(node).first(where: { tree.string($0.key) == "Properties" }) {
      findings.report(spec.everywhere(Diagnostic(moved: entries.map(\.key), below: owner.key, in: tree)))
    } else {
      fail(
        .unknownKey, at: tree.mark(first.key),
        "\(Reader.quoted(tree.string(first.key))) is a property, not an attribute of the resource",
        related: Related.also(entries.dropFirst().map(\.key), in: tree), help: "write it under `Properties`")
    }
    for member in moved {
      body[member.key] = nil
      properties.set(member)
    }
    body["Properties"] = .object(properties)
  }
}
