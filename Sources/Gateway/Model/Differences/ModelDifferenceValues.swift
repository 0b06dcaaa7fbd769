import CloudFormation

extension PropertyForm {
  /// Whether CloudFormation can convert a text to a value of this kind.
  func accepts(_ text: String) -> Bool {
    switch shape {
    case .integer: Int(text) != nil
    case .number: text.decimal != nil
    case .flag: ["true", "false"].contains(text.lowercased())
    case .text, .any, .list, .map, .json, .object: true
    }
  }

  /// Whether it is a number or a boolean, and a function returns JSON.
  func rejects(_ value: Value) -> Bool {
    switch shape {
    case .integer, .number, .flag: value.object?["Fn::ToJsonString"] != nil
    case .text, .any, .list, .map, .json, .object: false
    }
  }
}

extension Model.Property {
  /// Whether its value is a scalar without quotes.
  var isPlainScalar: Bool { origin.valueNode.map { resource.tree.isPlain($0) } ?? false }
}

extension Object.Member {
  /// Whether an author wrote it or a part of it in AWS's words, or a function gives it: the language's own values fit.
  var mayHaveFlaw: Bool { origin.key != nil || value.mayHaveFlaw }

  /// The same under a name of the author's own, for a value of a form: in an object, only its members count.
  func mayHaveFlaw(of form: PropertyForm) -> Bool {
    if case .object = form.shape, case .object = value { value.mayHaveFlaw } else { mayHaveFlaw }
  }
}

extension Value {
  fileprivate var mayHaveFlaw: Bool { contains { $0.isFunction || $0.hasWrittenKey } }

  /// Whether it may be or contain a function, or a list that one gives.
  var mayHaveFunction: Bool {
    switch self {
    case .object, .ref, .list: true
    case .string, .number, .bool, .null, .getAtt: false
    }
  }

  /// Whether it is `{Condition: NAME}`, which is not a function in a property.
  var isNamedCondition: Bool { object?.members.first?.key == "Condition" }
}

extension Model.Property {
  /// A mapping for messages: its name, or the type of the resource whose properties it holds.
  var ownerName: String { origin.key == nil && name == "Properties" ? resource.type : name }
}
