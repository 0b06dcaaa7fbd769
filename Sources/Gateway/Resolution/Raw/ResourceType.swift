import CloudFormation

/// What may stand in a property of CloudFormation's.
indirect enum PropertyForm: Sendable {
  case text, integer, number, flag
  /// Nothing is known of it.
  case any
  case list(PropertyForm)
  /// A mapping with keys of the author's own.
  case map(PropertyForm)
  /// A mapping with keys of the author's own, or its JSON as a text.
  case json(PropertyForm)
  case object(PropertyNames)
}

/// The properties that a mapping may have, and those that it must have.
struct PropertyNames: Sendable {
  let forms: [String: PropertyForm]
  let required: [String]
  /// Those of which one makes the required ones needless.
  let unless: [String]

  /// Names by form: most are texts.
  init(
    texts: [String] = [], flags: [String] = [], integers: [String] = [], others: [String: PropertyForm] = [:],
    required: [String] = [], unless: [String] = []
  ) {
    var forms = others
    for name in texts { forms[name] = .text }
    for name in flags { forms[name] = .flag }
    for name in integers { forms[name] = .integer }
    self.forms = forms
    self.required = required
    self.unless = unless
  }
}

/// A type of resource: the properties that CloudFormation takes.
struct ResourceType: Sendable {
  let properties: PropertyNames
  /// What AWS gives: it can be read by `Fn::GetAtt`, and is not written.
  let readOnly: Set<String>

  init(_ properties: PropertyNames, readOnly: Set<String> = []) {
    self.properties = properties
    self.readOnly = readOnly
  }

  /// The same of what CloudFormation gets.
  func knowsAll(of own: Object) -> Bool {
    own.members.allSatisfy { properties.forms[$0.key] != nil || readOnly.contains($0.key) }
  }

  /// Whether a resource's properties are known, every one of them, and no function gives more.
  func knowsAll(of own: RawProperty) -> Bool {
    !own.isFunction && own.members.allSatisfy { properties.forms[$0.name] != nil || readOnly.contains($0.name) }
  }
}
