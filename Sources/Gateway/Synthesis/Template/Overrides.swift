import CloudFormation
import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

extension Synthesis {
  /// Changes to resources, by place, logical ID or type, merged last: those of a type first.
  mutating func applyOverrides() {
    if names.spec.overrides.isEmpty { return }
    let ids = Dictionary(placed.map { ($0.path, $0.id) }) { first, _ in first }
    let byType = names.spec.overrides.filter { $0.name.mentions("::") }
    lazy var loops = loopsByResource()
    lazy var known = placed.flatMap { [$0.path, $0.id] }
    for element in byType + names.spec.overrides.filter({ !$0.name.mentions("::") }) {
      let id = ids[element.name] ?? element.name
      let isType = element.name.mentions("::")
      let targets =
        isType
        ? template.resources.filter { $0.type == element.name } : [template[id]].compactMap(\.self)
      let isInLoops = isType && hasLoops(of: element.name)
      if targets.isEmpty && !isInLoops {
        if let loop = loops[element.name] {
          fail(
            .unknownName, at: element.mark, "\(Reader.quoted(element.name)) is created by the loop `\(loop)`",
            help: "change the loop, or override the type")
          continue
        }
        let near =
          isType
          ? Suggestion.nearest(to: element.name, among: Set(placed.map(\.type)).sorted())
          : findings.isLong ? nil : name(like: element.name, among: known)
        // Rules of a company are also for types that a spec does not use.
        if isType, near == nil, !element.name.contains("*") { continue }
        fail(
          .unknownName, at: element.mark, "there is no resource \(Reader.quoted(element.name)) to override",
          help: near.map { "did you mean `\($0)`?" } ?? "`apigw-synth ids` lists paths and logical IDs")
        continue
      }
      guard var changes = body(element.value) else { continue }
      let type = targets.first?.type ?? element.name
      if let other = changes["Type"], other != .null, other.text != type {
        let place = names.tree.value("Type", in: element.value.node).map(names.tree.mark)
        fail(
          .notAllowed, at: place ?? element.mark, "an override cannot change the type of a resource",
          help: "remove this line, and write another resource in `resources`")
        changes["Type"] = nil
      }
      if case .object(var properties) = changes["Properties"] {
        // CloudFormation removes such a property as well.
        for name in properties.members.filter(\.value.isNothing).map(\.key) { properties[name] = .null }
        relocate(&properties, of: type, at: element.mark)
        changes["Properties"] = .object(properties)
      }
      for target in targets { template[target.id]?.override(with: changes) }
      if isInLoops { overrideLoops(of: type, with: changes) }
      failAtEmptyItems(in: element.value.node)
      failAtRemovals(in: element.value.node, of: type)
    }
  }

  private func name(like name: String, among known: [String]) -> String? {
    Synthesis.element(called: name, among: known) ?? Suggestion.nearest(to: name, among: known)
  }

  /// `null` and `AWS::NoValue` remove a property. What CloudFormation requires cannot be removed.
  private mutating func failAtRemovals(in body: Node, of type: String) {
    let required = Set(ResourceType.named(type)?.properties.filter(\.isRequired).map(\.name) ?? [])
    for (key, value) in names.tree.entries(body) {
      switch names.tree.string(key) {
      case "Type" where names.tree.isNull(value): failAtRemoval(of: "Type", at: value, type)
      case "Properties" where names.tree.isNull(value):
        if !required.isEmpty { failAtRemoval(of: "Properties", at: value, type) }
      case "Properties":
        for (name, value) in names.tree.entries(value)
        where names.tree.isNull(value) || values.value(value).isNothing {
          let name = names.tree.string(name)
          if required.contains(name) { failAtRemoval(of: name, at: value, type) }
        }
      default: break
      }
    }
  }

  private mutating func failAtRemoval(of name: String, at value: Node, _ type: String) {
    fail(
      .notAllowed, at: names.tree.mark(value), "`\(name)` cannot be removed: `\(type)` requires it",
      help: "remove this line, or write another value")
  }
}
