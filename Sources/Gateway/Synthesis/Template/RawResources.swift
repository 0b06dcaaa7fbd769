import CloudFormation
import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

extension Synthesis {
  /// The resources that are passed on as they are. What makes resources (`Fn::ForEach::…`, `Fn::Transform`) is too.
  mutating func writeRawResources() {
    for element in names.spec.resources {
      if element.name == "Fn::Transform" || element.name.hasPrefix("Fn::ForEach") {
        template.macros[element.name] = completed(
          loop: values.value(element.value.node), element.value.node, at: element.mark)
        if element.name == "Fn::Transform" {
          values.check(transform: values.value(element.value.node), at: element.value.node)
        }
      } else {
        write(element)
      }
    }
  }

  /// What to write for sections in `resources`, where the Serverless Framework has them.
  private static let helpForSections = [
    "Resources": "write what is in it directly in `resources`", "extensions": "write it as the section `overrides`",
    "Outputs": "write it as the section `outputs`", "Parameters": "write it as the section `parameters`",
    "Conditions": "write it as the section `conditions`", "Mappings": "write it as the section `mappings`",
  ]

  /// Reports a resource that has no type. One that is not a name is reported where it is written.
  mutating func failWithoutType(_ body: Object, of name: String, at mark: Mark) {
    // `AWS::Include` may give all of it.
    if body["Type"] != nil || body["Fn::Transform"] != nil { return }
    let word = Suggestion.nearest(to: "Type", among: body.members.map(\.key)).flatMap(body.member)
    let key = word?.origin.key.map { names.tree.mark(Node(handle: $0)) }
    fail(
      .missingKey, at: key ?? mark, "the resource has no `Type`",
      help: Synthesis.helpForSections[name] ?? word.map { "write `Type` instead of `\($0.key)`" }
        ?? "write `Type: AWS::…`")
  }

  private mutating func write(_ element: Named<Raw>) {
    if element.name.hasPrefix("Fn::") {
      if IntrinsicFunction.named(element.name) == nil {
        return values.report(unknownFunction: element.name, at: element.mark)
      }
      return fail(
        .misplacedFunction, at: element.mark, "`\(element.name)` does not make resources",
        help: "write resources by their logical IDs; one with `Condition: NAME` is only created where that holds")
    }
    guard var body = body(element.value) else {
      return fail(
        .wrongKind, at: element.mark, "the resource \(Reader.quoted(element.name)) must be a mapping",
        help: Loops.corrected("Fn::" + element.name).map { "write `\($0)`" })
    }
    failAtEmptyValues(in: element.value.node)
    if !LogicalIDSchema.isLogicalID(element.name) {
      fail(
        .badName, at: element.mark, "\(Reader.quoted(element.name)) is not a valid logical ID",
        help: helpForInvisible(in: element.name) ?? "use letters and digits")
    }
    takeProperties(in: &body, of: element.value.node)
    var resource = Resource(id: withoutInvisible(element.name) ?? element.name, body: body)
    resource.origin = Origin(key: element.node?.handle, value: element.value.node.handle)
    failWithoutType(body, of: element.name, at: element.mark)
    relocate(&resource.properties, of: resource.type, at: element.mark)
    relocateContext(of: &resource, at: element.mark)
    if resource.type == "AWS::Serverless::Function", !names.isImageOfSam(element.name),
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
    return resolved(body, raw.node, in: .resources)
  }

  /// Where a resource is written. Names with the variable of a loop are what the loop makes.
  enum ResourcePlace { case resources, loop }

  /// The same for a body whose values are resolved.
  func resolved(_ body: Object, _ node: Node, in place: ResourcePlace) -> Object {
    func isMade(_ name: String) -> Bool { place == .loop && name.mentions("{") }
    var body = body
    for entry in names.tree.entries(node) where body[names.tree.string(entry.key)] != .null {
      switch names.tree.string(entry.key) {
      case "DependsOn":
        let isList = names.tree.kind(entry.value) == .sequence
        let nodes = (isList ? Array(names.tree.items(entry.value)) : [entry.value])
          .filter { names.tree.kind($0) == .scalar }
        let ids = nodes.flatMap { node in
          let name = names.tree.string(node)
          return isMade(name) ? [name] : values.dependencies(name, at: names.tree.mark(node))
        }
        body["DependsOn"] = .list(ids.map { .string($0) })
      case "Condition":
        if values.isName(entry.value), !isMade(names.tree.string(entry.value)) {
          values.checkCondition(entry.value)
        }
      default: break
      }
    }
    return body
  }
}
