import CloudFormation
import TextSearch

/// The kinds of values that functions return.
extension RawValues {
  /// The kind of a literal.
  func kind(of value: Value) -> Kinds {
    switch value {
    case .string, .number, .bool: .text
    case .list: .list
    case .object: .mapping
    case .null, .ref, .getAtt: []
    }
  }

  /// The kinds that a function may return, as far as its arguments show it.
  func kinds(ofFunction value: Value, _ function: IntrinsicFunction) -> Kinds {
    switch value {
    case .ref(let name):
      if name == "AWS::NotificationARNs" { return .list }
      if loops.has(name) || hasOwnMacro { return .any }
      guard let type = parameterType(name) else { return .text }
      let isUnknown = type.hasPrefix("AWS::SSM::Parameter::Value") && !type.mentions("<")
      return isUnknown || !SectionEntries.isType(type)
        ? .any : type.isListType ? .list : .text
    case .getAtt(let id, let attribute):
      guard let type = names.resourceTypes[id].flatMap(ResourceType.named),
        type.hasAttribute(attribute) ?? false
      else { return .any }
      return type.isList(attribute) ? .list : .text
    case .object(let object) where function.name == "Fn::FindInMap":
      let cells = cells(of: object.members[0].value) ?? []
      // A mapping in place of a value is an error of its own.
      let hasMapping = cells.contains { $0.object != nil }
      return cells.isEmpty || hasMapping || hasOwnMacro ? function.result : Kinds(cells.map { kind(of: $0) })
    case .object(let object) where function.name == "Fn::Select":
      guard case .list(let parts) = object.members[0].value, parts.count == 2, case .list(let items) = parts[1],
        let index = parts[0].scalar.flatMap({ Int($0) }), items.indices.contains(index),
        IntrinsicFunction.name(of: items[index]) == nil
      else { return function.result }
      return kind(of: items[index])
    default: return function.result
    }
  }

  /// Whether a value is or may become a list: one that is written out, a function that returns one whatever its arguments
  /// are, or an `Fn::If` between values of which one is a list.
  func isSurelyList(_ value: Value) -> Bool {
    if case .list = value { return true }
    guard let name = IntrinsicFunction.name(of: value), let function = IntrinsicFunction.named(name) else {
      return false
    }
    if let (_, first, second) = value.choice { return isSurelyList(first) || isSurelyList(second) }
    return kinds(ofFunction: value, function) == .list
  }

  /// Whether a function returns a string, whatever its arguments are.
  func isSurelyText(_ value: Value) -> Bool {
    guard let name = IntrinsicFunction.name(of: value), let function = IntrinsicFunction.named(name) else {
      return false
    }
    return !value.isNothing && kinds(ofFunction: value, function) == .text
  }
}
