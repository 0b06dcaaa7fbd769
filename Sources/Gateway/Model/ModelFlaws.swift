import CloudFormation

extension Model {
  /// Compares what is written in AWS's words with the types: `resources`, `properties` and `overrides`.
  struct Flaws {
    /// The differences, each with the mapping that has it.
    private(set) var all: [(flaw: Flaw, owner: Property)] = []
    private let values: RawValues

    init(_ model: Model) {
      values = model.spec.values
      let hasChoices =
        values.hasLists || ["Parameters", "Mappings", "Conditions"].contains { model.template.sections[$0] != nil }
      model.forEachResource { resource, type in
        guard type.isComplete else {
          if resource.isWritten { findKnown(in: resource, of: type) }
          return
        }
        if resource.source == .document { return findForms(in: resource, of: type) }
        // The API's own properties are checked where they are written.
        if resource.source == .quickCreate { return }
        if resource.isWritten { find(in: resource, of: type) }
        if hasChoices, !resource.isRaw { findChoices(in: resource.properties, type.properties) }
      }
      for resource in model.types.flatMap({ model.resources($0) }) where resource.source == .resources {
        if ResourceType.named(resource.type) == nil {
          for member in resource.properties.members { checkWords(of: member) }
        }
        for member in resource.record.attributes.members {
          guard let form = ResourceAttributes.form(of: member.key) else { continue }
          check(member.value, form) { Property(member, of: resource, fallback: resource.mark) }
        }
      }
      for resource in model.loopedResources {
        let known = all.count
        if let type = ResourceType.named(resource.type) {
          if type.isComplete { find(in: resource, of: type) } else { findKnown(in: resource, of: type) }
        }
        all.replaceSubrange(known..., with: all[known...].filter { !$0.flaw.hasLoopVariable })
      }
      for function in model.serverlessFunctions {
        for member in function.properties.members where member.name != "Code" {
          if let form = ResourceType.function[member.name]?.form { check(member.value, form) { member } }
        }
      }
    }

    /// Of a type that is described in part, the properties that are.
    private mutating func findKnown(in resource: Resource, of type: ResourceType) {
      for member in resource.properties.members {
        guard let known = type.properties[member.name] else {
          checkWords(of: member)
          continue
        }
        if known.traits.contains(.localPath), member.value.form == .scalar { continue }
        check(member.value, known.form) { member }
      }
    }

    /// In documents, unknown keys and missing ones have rules of their own.
    private mutating func findForms(in resource: Resource, of type: ResourceType) {
      let known = all.count
      findKnown(in: resource, of: type)
      let flaws = all[known...].filter { flaw, _ in if case .form = flaw { true } else { false } }
      all.replaceSubrange(known..., with: flaws)
    }

    /// The language's own values fit; those that a parameter, a mapping, a condition or a list decides may not.
    private mutating func findChoices(in mapping: Property, _ properties: [ResourceType.Property]) {
      for member in mapping.value.object?.members ?? [] where member.origin.key == nil {
        guard let form = properties[member.key]?.form else { continue }
        findChoices(in: member.value, form) { Property(member, of: mapping.resource, fallback: mapping.key) }
      }
    }

    private mutating func findChoices(in value: Value, _ form: PropertyForm, _ property: () -> Property) {
      guard value.mayHaveFunction else { return }
      switch (form.shape, value) {
      case (.object(let properties), .object) where !value.isFunction: findChoices(in: property(), properties)
      case (.map(let inner), .object) where !value.isFunction:
        let owner = property()
        for member in owner.value.object?.members ?? [] where member.origin.key == nil {
          findChoices(in: member.value, inner) { Property(member, of: owner.resource, fallback: owner.key) }
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
    private mutating func check(choicesOf property: Property, _ form: PropertyForm) {
      if property.texts.contains(where: { !form.accepts($0) }) || form.rejects(property.value) {
        all.append((.form(property, wanted: form), property))
      } else if let limit = form.limit {
        check(limit, property)
      }
    }

    private mutating func check(_ limit: PropertyLimit, _ property: Property) {
      for text in property.texts {
        guard let (message, help) = limit.flaw(of: text, in: property) else { continue }
        return all.append((.limit(property, message: message, help: help), property))
      }
    }

    private mutating func find(in resource: Resource, of type: ResourceType) {
      let properties = resource.properties
      if properties.value.isNamedCondition { return findCondition(in: properties.value, properties, type.properties) }
      if properties.isFunction {
        for branch in properties.branches where !branch.isFunction {
          find(in: branch, of: type, isComplete: resource.isWhole)
        }
        return
      }
      find(in: properties, of: type, isComplete: resource.isWhole)
    }

    private mutating func find(in properties: Property, of type: ResourceType, isComplete: Bool) {
      let given = properties.members.filter { type.isReadOnly($0.name) }
      all += given.map { (.readOnly($0), properties) }
      find(in: properties, type.properties, besides: given.map(\.name), isComplete: isComplete)
    }

    private mutating func find(
      in mapping: Property, _ properties: [ResourceType.Property], besides others: [String] = [], isComplete: Bool
    ) {
      var isComplete = isComplete && mapping.resource.isRaw
      // A property is only made where it is looked into or reported.
      func property(_ member: Object.Member) -> Property {
        Property(member, of: mapping.resource, fallback: mapping.key)
      }
      for member in mapping.isFunction ? [] : mapping.value.object?.members ?? []
      where mapping.resource.isRaw || member.mayHaveFlaw {
        if let known = properties[member.key] {
          // What `aws cloudformation package` uploads may be a path.
          if known.traits.contains(.localPath), member.value.form == .scalar { continue }
          check(member.value, known.form) { property(member) }
        } else if !others.contains(member.key) {
          // What seems to be missing may be misspelled, or come from `Fn::Transform`.
          isComplete = false
          if member.origin.key != nil, !member.key.hasPrefix("Fn::") {
            all.append((.unknown(property(member), known: properties.map(\.name)), mapping))
          }
        }
      }
      guard isComplete else { return }
      for property in properties where property.isRequired && mapping[property.name] == nil {
        all.append((.missing(property.name), mapping))
      }
    }

    private mutating func check(_ value: Value, _ form: PropertyForm, _ property: () -> Property) {
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
      case (.text, .scalar), (.json, .scalar): return
      case (.integer, .scalar) where value.scalar.flatMap { Int($0) } != nil && !value.mayBeOctal: return
      case (.number, .scalar) where value.scalar?.decimal != nil && !value.mayBeOctal: return
      case (.integer, .scalar) where value.mayBeOctal && !property().isPlainScalar: return
      case (.flag, .scalar) where ["true", "false"].contains(value.scalar?.lowercased()): return
      case (.list(let item), .list): for part in property().items ?? [] { check(part.value, item) { part } }
      case (.map(let form), .mapping), (.json(let form), .mapping):
        let owner = property()
        for member in value.object?.members ?? []
        where (owner.resource.isRaw || member.mayHaveFlaw(of: form)) && !member.key.hasPrefix("Fn::") {
          check(member.value, form) { Property(member, of: owner.resource, fallback: owner.key) }
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
    private mutating func checkWords(of property: Property) {
      // A document is written in YAML 1.2, and may be read from a file of its own.
      guard property.isRaw, !["Body", "DefinitionBody"].contains(property.name) else { return }
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

    private mutating func check(function value: Value, _ form: PropertyForm, _ property: () -> Property) {
      if value.choice != nil {
        for branch in property().branches { check(branch.value, form) { branch } }
      } else if isOfOtherKind(value, form) {
        let property = property()
        if property.isRaw { all.append((.form(property, wanted: form), property)) }
      } else if form.isScalar {
        check(choicesOf: property(), form)
      }
    }

    /// `{Condition: NAME}` is a mapping with a property.
    private mutating func findCondition(
      in value: Value, _ owner: Property, _ properties: [ResourceType.Property]
    ) {
      guard let member = value.object?.members.first, properties[member.key] == nil, owner.resource.isRaw else {
        return
      }
      let property = Property(member, of: owner.resource, fallback: owner.key)
      all.append((.unknown(property, known: properties.map(\.name)), owner))
    }
  }
}
