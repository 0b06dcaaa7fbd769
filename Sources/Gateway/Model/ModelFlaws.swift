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

    init(_ model: Model) {
      model.forEachResource { resource, type in
        guard type.isComplete, resource.source != .document else { return }
        // The language's own values fit.
        if resource.isRaw || resource.record.properties.hasWritten { find(in: resource, of: type) }
      }
    }

    private mutating func find(in resource: Resource, of type: ResourceType) {
      let properties = resource.properties
      if properties.isFunction { return }
      let given = properties.members.filter { type.isReadOnly($0.name) }
      all += given.map { (.readOnly($0), properties) }
      find(in: properties, type.properties, besides: given.map(\.name), isComplete: resource.isWhole)
    }

    private mutating func find(
      in mapping: Property, _ properties: [ResourceType.Property], besides others: [String] = [], isComplete: Bool
    ) {
      var isComplete = isComplete && mapping.resource.isRaw
      for member in mapping.members {
        if let known = properties[member.name] {
          // What `aws cloudformation package` uploads may be a path.
          if known.traits.contains(.localPath), member.form == .scalar { continue }
          check(member, known.form)
        } else if !others.contains(member.name) {
          // What seems to be missing may be misspelled, or come from `Fn::Transform`.
          isComplete = false
          if member.isRaw, !member.name.hasPrefix("Fn::") {
            all.append((.unknown(member, known: properties.map(\.name)), mapping))
          }
        }
      }
      guard isComplete else { return }
      for property in properties where property.isRequired && mapping[property.name] == nil {
        all.append((.missing(property.name), mapping))
      }
    }

    private mutating func check(_ property: Property, _ form: PropertyForm) {
      if property.isFunction { return }
      switch (form.shape, property.form) {
      // A name that could not be looked up.
      case (_, .nothing) where !property.resource.isRaw: return
      case (.any, .scalar), (.any, .list), (.any, .mapping), (.text, .scalar), (.json, .scalar): return
      case (.integer, .scalar) where property.number != nil: return
      case (.number, .scalar) where property.text.flatMap(Double.init) != nil: return
      case (.flag, .scalar) where ["true", "false"].contains(property.text?.lowercased()): return
      case (.list(let item), .list): for part in property.items ?? [] { check(part, item) }
      case (.map(let value), .mapping), (.json(let value), .mapping):
        for member in property.members where !member.name.hasPrefix("Fn::") { check(member, value) }
      case (.object(let properties), .mapping):
        find(in: property, properties, isComplete: property.resource.isWhole)
      default: if property.isRaw { all.append((.form(property, wanted: form), property)) }
      }
    }
  }
}

extension Model.Property {
  /// A mapping for messages: its name, or the type of the resource whose properties it holds.
  var ownerName: String { origin.key == nil && name == "Properties" ? resource.type : name }
}

extension Object {
  /// Whether an author wrote a key in it.
  fileprivate var hasWritten: Bool { members.contains { $0.origin.key != nil || $0.value.hasWritten } }
}

extension Value {
  fileprivate var hasWritten: Bool {
    switch self {
    case .object(let object): object.hasWritten
    case .list(let items): items.contains(where: \.hasWritten)
    default: false
    }
  }
}
