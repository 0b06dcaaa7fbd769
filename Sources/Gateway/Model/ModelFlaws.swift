import CloudFormation

extension Model {
  /// A difference between a property and CloudFormation's description of its type.
  enum Flaw {
    /// The type does not have it, but these.
    case unknown(Property, known: [String])
    /// It expects another kind of value.
    case form(Property, wanted: PropertyForm)
    /// It is required and missing.
    case missing(String)
    /// AWS sets it.
    case readOnly(Property)
  }

  /// Compares what is written in AWS's words with the types: `resources`, `properties` and `overrides`.
  struct Flaws {
    /// The differences, each with the mapping that has it.
    private(set) var all: [(flaw: Flaw, owner: Property)] = []
    private let values: RawValues

    init(_ model: Model) {
      values = model.spec.values
      model.forEachResource { resource, type in
        guard type.isComplete, resource.source != .document else { return }
        // The language's own values fit.
        if resource.isWritten { find(in: resource, of: type) }
      }
    }

    private mutating func find(in resource: Resource, of type: ResourceType) {
      let properties = resource.properties
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
      for member in mapping.isFunction ? [] : mapping.value.object?.members ?? [] {
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
      if value.isFunction {
        if form.isScalar, values.isSurelyList(value) {
          let property = property()
          if property.isRaw { all.append((.form(property, wanted: form), property)) }
        } else if IntrinsicFunction.name(of: value) == "Fn::If" {
          for branch in property().branches where !branch.isFunction { check(branch.value, form) { branch } }
        }
        return
      }
      switch (form.shape, value.form) {
      // A name that could not be looked up.
      case (_, .nothing) where !property().resource.isRaw: return
      case (.any, .scalar), (.any, .list), (.any, .mapping), (.text, .scalar), (.json, .scalar): return
      case (.integer, .scalar) where value.scalar.flatMap { Int($0) } != nil: return
      case (.number, .scalar) where value.scalar?.decimal != nil: return
      case (.flag, .scalar) where ["true", "false"].contains(value.scalar?.lowercased()): return
      case (.list(let item), .list): for part in property().items ?? [] { check(part.value, item) { part } }
      case (.map(let form), .mapping), (.json(let form), .mapping):
        for member in property().members where !member.name.hasPrefix("Fn::") { check(member.value, form) { member } }
      case (.object(let properties), .mapping):
        let property = property()
        find(in: property, properties, isComplete: property.resource.isWhole)
      default:
        let property = property()
        if property.isRaw { all.append((.form(property, wanted: form), property)) }
      }
    }
  }
}

extension Model.Property {
  /// A mapping for messages: its name, or the type of the resource whose properties it holds.
  var ownerName: String { origin.key == nil && name == "Properties" ? resource.type : name }
}
