import CloudFormation
import TextSearch

extension RawValues {
  /// Whether a function gives a list: by what it is, or by what it refers to.
  func givesList(_ value: Value) -> Bool {
    switch value {
    case .list: return true
    case .ref(let name): return parameterType(name)?.isListType ?? false
    case .getAtt(_, let attribute): return ResourceType.listAttributes.contains(attribute)
    case .object(let object):
      guard object.members.count == 1, let function = object.members.first else { return false }
      switch function.key {
      case "Fn::Split", "Fn::GetAZs", "Fn::Cidr": return true
      case "Fn::If":
        guard case .list(let parts) = function.value, parts.count == 3 else { return false }
        return givesList(parts[1]) || givesList(parts[2])
      case "Fn::FindInMap":
        // The cells are of one kind, so the first one determines it.
        if case .list? = cells(of: function.value)?.first { return true }
        return false
      default: return false
      }
    case .string, .number, .bool, .null: return false
    }
  }

  /// The type of a parameter of the template.
  func parameterType(_ name: String) -> String? {
    section("Parameters")?[name]?.object?["Type"]?.text
  }

  /// Of more alternatives than these, none is looked at.
  static let alternativeLimit = 256

  /// The cells of a mapping that `Fn::FindInMap` may return; nil if they are not known or too many, or if it has a default.
  func cells(of arguments: Value) -> [Value]? {
    guard case .list(let keys) = arguments, keys.count == 3, let name = keys[0].text,
      let mapping = section("Mappings")?[name]?.object,
      keys[1].text != nil || mapping.members.count <= RawValues.alternativeLimit
    else { return nil }
    var cells: [Value] = []
    for row in mapping.values(at: keys[1].text) {
      guard let row = row.object else { return nil }
      cells += row.values(at: keys[2].text)
    }
    return cells
  }

  /// A section; nil while it is being read, for what it contains itself.
  private func section(_ name: String) -> Object? {
    guard let raw = names.spec.section(name), !isOpen(raw.node) else { return nil }
    return value(raw.node).object
  }
}

extension Object {
  /// The value of a key, or all values if the key is not known.
  fileprivate func values(at key: String?) -> [Value] {
    key.map { self[$0].map { [$0] } ?? [] } ?? members.map(\.value)
  }
}

extension RawValues {
  /// A list of these values, of which some may give lists themselves.
  func joined(_ parts: [Value]) -> Value {
    if !parts.contains(where: givesList) { return .list(parts) }
    var items: [Value] = []
    for part in parts {
      if case .list(let inner) = part { items += inner } else { items.append(part) }
    }
    guard items.contains(where: givesList) else { return .list(items) }
    if items.count == 1 { return items[0] }
    // CloudFormation has no way to append lists but by their text.
    let texts = items.map { givesList($0) ? ["Fn::Join": [",", $0]] : $0 }
    return ["Fn::Split": [",", ["Fn::Join": [",", .list(texts)]]]]
  }
}
