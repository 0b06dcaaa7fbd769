import CloudFormation

extension Model {
  /// The values that a value may have when the stack is deployed: itself, the branches of an `Fn::If`, the cells of an
  /// `Fn::FindInMap`, the item of an `Fn::Select`, the allowed values of a parameter. Nil where they are not all known.
  func alternatives(of value: Value) -> [Value]? {
    switch value {
    case .ref(let name): values(ofParameter: name)
    case .getAtt: nil
    case .object(let object) where value.isFunction: alternatives(ofFunction: object.members[0])
    default: [value]
    }
  }

  private func alternatives(ofFunction function: Object.Member) -> [Value]? {
    guard case .list(let arguments) = function.value, arguments.count >= 2 else { return nil }
    switch function.key {
    case "Fn::Select":
      guard let index = arguments[0].scalar.flatMap({ Int($0) }), case .list(let items) = arguments[1],
        items.indices.contains(index)
      else { return nil }
      return alternatives(of: items[index])
    case "Fn::If" where arguments.count == 3:
      guard let first = alternatives(of: arguments[1]), let second = alternatives(of: arguments[2]) else { return nil }
      return first + second
    case "Fn::FindInMap": return spec.values.cells(of: function.value)
    default: return nil
    }
  }

  /// The default of a parameter, if that is used as it is: a condition may compare it, and an empty one is none.
  func usualText(ofParameter name: String, of types: [String] = ["String", "Number"]) -> String? {
    guard let parameter = template.section("Parameters")[name]?.object,
      let type = parameter["Type"]?.text, types.contains(type), let text = parameter["Default"]?.scalar, !text.isEmpty,
      !Model.isPlaceholder(text), !namesInConditions.contains(name)
    else { return nil }
    return text
  }

  /// The names that conditions refer to: parameters, mostly.
  func findNamesInConditions() -> Set<String> {
    var names: Set<String> = []
    template.sections["Conditions"]?.forEachReference { names.insert($0) }
    return names
  }

  /// Whether a default only holds the place of the real value.
  static func isPlaceholder(_ text: String) -> Bool {
    let lower = text.lowercased()
    // Such as `certificate-arn` and `RoleArn`, words for what is due.
    let isNoun = text.hasSuffix("Arn") || lower.split { !$0.isLetter }.contains("arn")
    return text.contains("<") || isNoun && !text.contains(":")
      || ["none", "None", "NA", "N/A", "n/a", "null", "TBD", "tbd", "unset"].contains(text)
      || ["placeholder", "change", "replace", "todo", "xxx", "dummy", "your"].contains { lower.mentions($0) }
  }

  private func values(ofParameter name: String) -> [Value]? {
    if name == "AWS::NoValue" { return [] }
    // A default is often a placeholder.
    guard let parameter = template.section("Parameters")[name]?.object,
      case .list(let allowed)? = parameter["AllowedValues"], allowed.count <= RawValues.alternativeLimit
    else { return nil }
    // A condition most likely asks for an empty value, and leaves out what cannot be empty.
    return namesInConditions.contains(name) ? allowed.filter { $0 != "" } : allowed
  }
}
