import CloudFormation

/// Compares values with the forms that properties have.
extension Model.Differences {
  /// The language's own values fit; those that a parameter, a mapping, a condition or a list decides may not.
  mutating func findChoices(in mapping: Model.Property, _ properties: [ResourceType.Property]) {
    for member in mapping.value.object?.members ?? [] where member.origin.key == nil {
      guard let form = properties[member.key]?.form else { continue }
      findChoices(in: member.value, form) { Model.Property(member, of: mapping.resource, fallback: mapping.key) }
    }
  }

  private mutating func findChoices(in value: Value, _ form: PropertyForm, _ property: () -> Model.Property) {
    guard value.mayHaveFunction else { return }
    switch (form.shape, value) {
    case (.object(let properties), .object) where !value.isFunction: findChoices(in: property(), properties)
    case (.map(let inner), .object) where !value.isFunction:
      let owner = property()
      for member in owner.value.object?.members ?? [] where member.origin.key == nil {
        findChoices(in: member.value, inner) { Model.Property(member, of: owner.resource, fallback: owner.key) }
      }
    case (.list(let item), .list): for part in property().items ?? [] { findChoices(in: part.value, item) { part } }
    case (.text, .list), (.integer, .list), (.number, .list), (.flag, .list):
      let property = property()
      all.append((.form(property, wanted: form), property))
    case _ where value.choice != nil:
      for branch in property().branches { findChoices(in: branch.value, form) { branch } }
    default:
      guard value.isFunction else { return }
      if isOfOtherKind(value, form) {
        let property = property()
        all.append((.form(property, wanted: form), property))
      } else if form.isScalar {
        check(choicesOf: property(), form)
      }
    }
  }

  /// The values that a function may give.
  private mutating func check(choicesOf property: Model.Property, _ form: PropertyForm) {
    if property.texts.contains(where: { !form.accepts($0) }) || form.rejects(property.value) {
      all.append((.form(property, wanted: form), property))
    } else if let limit = form.limit {
      check(limit, property)
    }
  }

  private mutating func check(_ limit: PropertyLimit, _ property: Model.Property) {
    for text in property.texts {
      guard let flaw = limit.flaw(of: text, in: property) else { continue }
      return all.append((.limit(property, flaw), property))
    }
    if let flaw = limit.flaw(ofOpenTextIn: property) { all.append((.limit(property, flaw), property)) }
  }

  mutating func check(_ value: Value, _ form: PropertyForm, _ property: () -> Model.Property) {
    if value.isDynamicReference { return }
    if value.isFunction, !value.isNamedCondition { return check(function: value, form, property) }
    if value.isNamedCondition, case .object(let properties) = form.shape {
      return findCondition(in: value, property(), properties)
    }
    if let limit = form.limit, value.form == .scalar {
      let property = property()
      if property.isRaw { check(limit, property) }
    }
    switch (form.shape, value.form) {
    // A name that could not be looked up, or `null`, which is reported as such.
    case (_, .nothing): return
    case (.any, .scalar), (.any, .list), (.any, .mapping): checkWords(of: property())
    case (.text, .scalar): return
    case (.json, .scalar) where value.scalar.map { $0.drop(while: \.isWhitespace).hasPrefix("{") } ?? true: return
    case (.integer, .scalar) where value.scalar.flatMap { Int($0) } != nil && !value.mayBeOctal: return
    case (.number, .scalar) where value.scalar?.decimal != nil && !value.mayBeOctal: return
    case (.integer, .scalar) where value.mayBeOctal && !property().isPlainScalar: return
    case (.flag, .scalar) where ["true", "false"].contains(value.scalar?.lowercased()): return
    case (.list(let item), .list): for part in property().items ?? [] { check(part.value, item) { part } }
    case (.map(let form), .mapping), (.json(let form), .mapping):
      let owner = property()
      for member in value.object?.members ?? []
      where (owner.resource.isRaw || member.mayHaveFlaw(of: form)) && !member.key.hasPrefix("Fn::") {
        check(member.value, form) { Model.Property(member, of: owner.resource, fallback: owner.key) }
      }
    case (.object(let properties), .mapping):
      let property = property()
      find(in: property, properties, isComplete: property.resource.isWhole)
    default:
      let property = property()
      if property.isRaw { all.append((.form(property, wanted: form), property)) }
    }
  }

  /// A property that is not described, with all of its parts: it may be a boolean or a number.
  mutating func checkWords(of property: Model.Property) {
    // A document is written in YAML 1.2, and may be read from a file of its own.
    guard property.isRaw, !["Body", "DefinitionBody"].contains(property.name), !property.isEventsOfSam else { return }
    switch property.value {
    case .string:
      guard let meaning = property.value.meaningInYAML11, property.isPlainScalar else { return }
      all.append((.yaml11(property, meaning: meaning), property))
    case .list: for part in property.items ?? [] { checkWords(of: part) }
    case .object where property.value.choice != nil: for part in property.branches { checkWords(of: part) }
    case .object where !property.isFunction: for part in property.members { checkWords(of: part) }
    case .object, .ref, .getAtt, .number, .bool, .null: return
    }
  }

  /// Whether a function surely returns another kind of value.
  private func isOfOtherKind(_ value: Value, _ form: PropertyForm) -> Bool {
    switch form.shape {
    case .text, .integer, .number, .flag: values.isSurelyList(value)
    case .list: values.isSurelyText(value)
    case .map, .object: values.isSurelyText(value) || values.isSurelyList(value)
    case .any, .json: false
    }
  }

  private mutating func check(function value: Value, _ form: PropertyForm, _ property: () -> Model.Property) {
    if value.choice != nil {
      for branch in property().branches { check(branch.value, form) { branch } }
    } else if isOfOtherKind(value, form) {
      let property = property()
      if property.isRaw { all.append((.form(property, wanted: form), property)) }
    } else if form.isScalar {
      check(choicesOf: property(), form)
    }
  }
}
