import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension Model {
  /// Texts with `${…}` in AWS's words that no function reads. Code, templates and values of the author's own may be any
  /// text.
  var unreadTexts: [Expression] {
    // A macro may read them.
    if spec.hasMacros { return [] }
    var texts: [Expression] = []
    forEachOpenProperty { add($0, $1, to: &texts) }
    if texts.isEmpty { return [] }
    let known = Set(spec.expressions.map(\.mark))
    return texts.filter { !known.contains($0.mark) }
  }

  /// Texts with `${…}` under free names in AWS's words, such as environment variables, in outputs, and in functions that do
  /// not replace them.
  var openValues: [Expression] {
    if spec.hasMacros { return [] }
    var texts: [Expression] = []
    forEachOpenProperty { addValues($0, $1, to: &texts) }
    let outputs = names.spec.outputs.compactMap { names.tree.value(ofOutput: $0.value.node) }
    for node in outputs + spec.values.unreadArguments where names.tree.kind(node) == .scalar {
      if names.tree.tag(node) == .none {
        add(.string(names.tree.string(node)), names.tree.mark(node), node, to: &texts)
      }
    }
    return texts
  }

  /// The described properties of resources that have texts with `${`.
  private func forEachOpenProperty(_ body: (Property, PropertyForm) -> Void) {
    forEachResource { resource, type in
      guard resource.hasOpenText else { return }
      for property in resource.properties.members {
        if let form = type[property.name]?.form { body(property, form) }
      }
    }
  }

  private func addValues(_ property: Property, _ form: PropertyForm, to texts: inout [Expression]) {
    switch form.shape {
    case .map(let item):
      switch item.shape {
      case .text, .any: break
      case .list, .map, .json, .object, .integer, .number, .flag: return
      }
      for member in property.members where member.isRaw {
        add(member.value, member.mark, member.origin.valueNode, to: &texts)
      }
    case .object(let properties):
      for member in property.members {
        if let form = properties[member.name]?.form { addValues(member, form, to: &texts) }
      }
    case .text, .list, .json, .any, .integer, .number, .flag: break
    }
  }

  private func add(
    _ value: Value, _ mark: Mark, _ node: Node?, key: String = "", isName: Bool = false, to texts: inout [Expression]
  ) {
    guard let text = value.text, text.mentions("${") else { return }
    texts.append(
      Expression(text: text, mark: mark, textMark: node.flatMap(names.tree.textMark), key: key, isName: isName))
  }

  private func add(_ property: Property, _ form: PropertyForm, to texts: inout [Expression]) {
    switch form.shape {
    case .text:
      guard property.isRaw, property.name != "ZipFile" else { return }
      add(
        property.value, property.mark, property.origin.valueNode, key: property.name,
        isName: Model.addresses.contains { property.name.hasSuffix($0) }, to: &texts)
    case .list(let item): for part in property.items ?? [] { add(part, item, to: &texts) }
    case .object(let properties):
      for member in property.members {
        if let form = properties[member.name]?.form { add(member, form, to: &texts) }
      }
    case .map, .json, .any, .integer, .number, .flag: break
    }
  }

  /// The ends of the names of properties that are an ARN, a URL or a name.
  private static let addresses = ["Arn", "Arns", "Id", "Ids", "Name", "Uri", "Url"]
}

extension Object {
  /// Whether a text in it has `${`; what functions read does not count.
  var hasOpenText: Bool {
    members.indices.contains { members[$0].value.hasOpenText && !members[$0].key.hasPrefix("Fn::") }
  }
}

extension Value {
  fileprivate var hasOpenText: Bool {
    switch self {
    case .string(let text): text.mentions("${")
    case .object(let object): object.hasOpenText
    case .list(let items): items.indices.contains { items[$0].hasOpenText }
    default: false
    }
  }
}
