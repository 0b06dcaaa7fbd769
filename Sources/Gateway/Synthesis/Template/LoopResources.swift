import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

/// The resources that loops (`Fn::ForEach`) make.
extension Synthesis {
  /// A loop whose resources are written like others: with logical IDs in `DependsOn`, paths that are relative to the template,
  /// and the spec's tags.
  mutating func completed(loop: Value, _ node: Node, at mark: Mark) -> Value {
    guard case .list(var parts) = loop, parts.count == 3, var bodies = parts[2].object,
      let last = names.tree.items(node).reversed().first, names.tree.kind(last) == .mapping
    else { return loop }
    for entry in names.tree.entries(last) {
      let key = names.tree.string(entry.key)
      guard let body = bodies[key] else { continue }
      if key.hasPrefix("Fn::ForEach") {
        bodies[key] = completed(loop: body, entry.value, at: mark)
      } else if case .object(let body) = body, names.tree.kind(entry.value) == .mapping {
        failWithoutType(body, of: key, at: names.tree.mark(entry.key))
        bodies[key] = .object(completed(resolved(body, entry.value, in: .loop), at: mark))
      }
    }
    parts[2] = .object(bodies)
    return .list(parts)
  }

  private mutating func completed(_ body: Object, at mark: Mark) -> Object {
    // Properties that a function gives stay as they are.
    guard let type = body["Type"]?.text, body["Properties"]?.isFunction != true else { return body }
    var body = body
    var properties = body["Properties"]?.object ?? Object()
    relocate(&properties, of: type, at: mark)
    addTags(to: &properties, of: type)
    if !properties.isEmpty { body["Properties"] = .object(properties) }
    return body
  }

  /// Whether a loop makes resources of a type.
  func hasLoops(of type: String) -> Bool {
    template.macros.members.contains { $0.key.hasPrefix("Fn::ForEach") && $0.value.overridden(type, nil) != nil }
  }

  /// Merges the override of a type into what loops make.
  mutating func overrideLoops(of type: String, with changes: Object) {
    for loop in template.macros.members where loop.key.hasPrefix("Fn::ForEach") {
      if let changed = loop.value.overridden(type, changes) { template.macros[loop.key] = changed }
    }
  }

  /// The keys of the loops, by the resources that they make.
  func loopsByResource() -> [String: String] {
    let loops = names.spec.resources.filter { $0.name.hasPrefix("Fn::ForEach") }
    let made = loops.flatMap { loop in
      Loops().keys(of: loop.value.node, names.tree, names.spec.mappings).map { ($0, loop.name) }
    }
    return Dictionary(made) { first, _ in first }
  }

  /// The names of loops and the logical IDs that they make, when all others are known.
  mutating func checkLoops() {
    for element in names.spec.resources where element.name.hasPrefix("Fn::ForEach") && !values.hasOwnMacro {
      let name = String(element.name.dropFirst("Fn::ForEach::".count))
      if template.index(of: name) != nil {
        fail(
          .logicalIdTwice, at: element.mark, "the loop has the name of the resource `\(name)`",
          help: "use another name, which is not a logical ID of the template")
      }
      checkKeys(ofLoop: element)
    }
  }

  /// The logical IDs that a loop makes; the first mistake is enough.
  private mutating func checkKeys(ofLoop element: Named<Raw>) {
    let keys = Loops().keys(of: element.value.node, names.tree, names.spec.mappings)
    var seen: Set<String> = []
    // A key without the variable is reported as such.
    guard !keys.contains(where: { $0.contains(Loops.unknown) }), names.tree.hasVariables(inKeysOf: element.value.node)
    else { return }
    let parts = Array(names.tree.items(element.value.node))
    let place = names.tree.entries(parts[2]).first { _ in true }.map { names.tree.mark($0.key) } ?? element.mark
    for key in keys {
      if !LogicalIDSchema.isLogicalID(key) {
        return fail(
          .badName, at: place, "the loop makes \(Reader.quoted(key)), which is not a valid logical ID",
          help: key.contains("{")
            ? "only variables of `Fn::ForEach` are replaced in a key"
            : "write `&{VARIABLE}` in the key, which leaves out other characters than letters and digits")
      }
      if !seen.insert(key).inserted || template.index(of: key) != nil {
        return fail(
          .logicalIdTwice, at: place, "the loop makes `\(key)`, which exists already",
          help: "use another key, or other values")
      }
    }
  }
}

extension Tree {
  /// Whether each key of a loop, and of the loops in it, has the variable of its loop.
  fileprivate func hasVariables(inKeysOf loop: Node) -> Bool {
    let parts = Array(items(loop))
    return parts.count == 3
      && entries(parts[2]).allSatisfy { entry in
        let key = string(entry.key)
        return key.hasPrefix("Fn::ForEach")
          ? hasVariables(inKeysOf: entry.value) : Loops.mentions(string(parts[0]), key)
      }
  }
}

extension Value {
  /// A loop, if it makes resources of a type, with changes of these.
  fileprivate func overridden(_ type: String, _ changes: Object?) -> Value? {
    guard case .list(var parts) = self, parts.count == 3, case .object(var bodies) = parts[2] else { return nil }
    var isFound = false
    for member in bodies.members {
      if member.key.hasPrefix("Fn::ForEach") {
        guard let inner = member.value.overridden(type, changes) else { continue }
        bodies[member.key] = inner
      } else if case .object(var body) = member.value, body["Type"]?.text == type {
        if let changes { body.merge(changes) }
        bodies[member.key] = .object(body)
      } else {
        continue
      }
      isFound = true
    }
    parts[2] = .object(bodies)
    return isFound ? .list(parts) : nil
  }
}
