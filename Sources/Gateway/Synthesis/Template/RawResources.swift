import CloudFormation
import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

extension Synthesis {
  /// The resources that are passed on as they are. What makes resources (`Fn::ForEach::…`, `Fn::Transform`) is too.
  mutating func writeRawResources() {
    for element in names.spec.resources {
      if element.name.hasPrefix("Fn::") {
        let loop = resolved(loop: values.value(element.value.node), element.value.node)
        template.macros[element.name] = completed(loop: loop, at: element.mark)
        if element.name == "Fn::Transform" {
          values.check(transform: values.value(element.value.node), at: element.value.node)
        }
      } else {
        write(element)
      }
    }
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
    let parts = Array(names.tree.items(element.value.node))
    guard !keys.contains(where: { $0.contains(Loops.unknown) }),
      parts.count == 3, names.tree.entries(parts[2]).allSatisfy({ names.tree.string($0.key).contains("{") })
    else { return }
    let place = names.tree.entries(parts[2]).first { _ in true }.map { names.tree.mark($0.key) } ?? element.mark
    for key in keys {
      if !LogicalIDSchema.isLogicalID(key) {
        return fail(
          .badName, at: place, "the loop makes \(Reader.quoted(key)), which is not a valid logical ID",
          help: "write `&{VARIABLE}` in the key, which leaves out other characters than letters and digits")
      }
      if !seen.insert(key).inserted || template.index(of: key) != nil {
        return fail(
          .logicalIdTwice, at: place, "the loop makes `\(key)`, which exists already",
          help: "use another key, or other values")
      }
    }
  }

  private mutating func write(_ element: Named<Raw>) {
    guard let body = body(element.value) else {
      return fail(.wrongKind, at: element.mark, "the resource \(Reader.quoted(element.name)) must be a mapping")
    }
    failAtEmptyValues(in: element.value.node)
    if !LogicalIDSchema.isLogicalID(element.name) {
      fail(
        .badName, at: element.mark, "\(Reader.quoted(element.name)) is not a valid logical ID",
        help: "use letters and digits")
    }
    var resource = Resource(id: element.name, body: body)
    resource.origin = Origin(key: element.node?.handle, value: element.value.node.handle)
    // `AWS::Include` may give all of it. A type that is not a name is reported where it is written.
    if body["Type"] == nil, body["Fn::Transform"] == nil {
      fail(.missingKey, at: element.mark, "the resource has no `Type`", help: "write `Type: AWS::…`")
    }
    relocate(&resource.properties, of: resource.type, at: element.mark)
    if resource.type == "AWS::Serverless::Function",
      !["CodeUri", "InlineCode", "ImageUri"].contains(where: { names.samProperty($0, of: element.name) != nil })
    {
      // SAM's default is the folder of the template.
      let folder = folder(of: element.mark)
      if !folder.isEmpty { resource.properties.add("CodeUri", .string(folder)) }
    }
    addTags(to: &resource.properties, of: resource.type)
    if !template.add(resource) {
      let other = placed.first { $0.id == element.name }?.path ?? "another resource"
      fail(
        .logicalIdTwice, at: element.mark, "`\(other)` has the same logical ID, `\(element.name)`",
        help: "rename this one, or set a `logicalId` on the other one")
    }
    placed.append(
      PlacedResource(
        path: "resources.\(element.name)", id: element.name, type: resource.type, mark: element.mark, own: []))
  }

  /// The resource as written. Places in `DependsOn` become logical IDs, and its condition must exist.
  func body(_ raw: Raw) -> Object? {
    guard case .object(let body) = values.value(raw.node) else { return nil }
    return resolved(body, raw.node)
  }

  /// A loop with the same for each resource in it.
  private func resolved(loop: Value, _ node: Node) -> Value {
    guard case .list(var parts) = loop, parts.count == 3, var bodies = parts[2].object,
      let last = names.tree.items(node).reversed().first, names.tree.kind(last) == .mapping
    else { return loop }
    for entry in names.tree.entries(last) {
      let key = names.tree.string(entry.key)
      if key.hasPrefix("Fn::ForEach") {
        bodies[key] = bodies[key].map { resolved(loop: $0, entry.value) }
      } else if let body = bodies[key]?.object, names.tree.kind(entry.value) == .mapping {
        bodies[key] = .object(resolved(body, entry.value))
      }
    }
    parts[2] = .object(bodies)
    return .list(parts)
  }

  private func resolved(_ body: Object, _ node: Node) -> Object {
    var body = body
    for entry in names.tree.entries(node) where body[names.tree.string(entry.key)] != .null {
      switch names.tree.string(entry.key) {
      case "DependsOn":
        let isList = names.tree.kind(entry.value) == .sequence
        let nodes = (isList ? Array(names.tree.items(entry.value)) : [entry.value])
          .filter { names.tree.kind($0) == .scalar }
        // Names with the variable of a loop are what it makes.
        let ids = nodes.map { (name: names.tree.string($0), mark: names.tree.mark($0)) }.flatMap {
          $0.name.mentions("{") ? [$0.name] : values.dependencies($0.name, at: $0.mark)
        }
        body["DependsOn"] = .list(ids.map { .string($0) })
      case "Condition":
        if values.isName(entry.value), !names.tree.string(entry.value).mentions("{") {
          values.checkCondition(entry.value)
        }
      default: break
      }
    }
    return body
  }
}
