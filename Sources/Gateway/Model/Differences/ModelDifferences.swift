import CloudFormation
import SpecReading

extension Model {
  /// Compares what is written in AWS's words with the types: `resources`, `properties` and `overrides`.
  struct Differences {
    /// The differences, each with the mapping that has it.
    var all: [(difference: Difference, owner: Property)] = []
    let values: RawValues

    init(_ model: Model) {
      values = model.spec.values
      let hasChoices =
        values.hasLists || ["Parameters", "Mappings", "Conditions"].contains { model.template.sections[$0] != nil }
      model.forEachResource { resource, type in
        guard type.isComplete else {
          if resource.isWritten { findKnown(in: resource, of: type) }
          return
        }
        if resource.source == .document || resource.source == .serverless { return findForms(in: resource, of: type) }
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
        all.replaceSubrange(known..., with: all[known...].filter { !$0.difference.hasLoopVariable })
      }
      for function in model.serverlessFunctions {
        for member in function.properties.members where member.name != "Code" {
          if let form = ResourceType.function[member.name]?.form { check(member.value, form) { member } }
        }
      }
      if model.spec.isSAM { findServerless(model) }
    }

    /// Of a type that is described in part, the properties that are.
    private mutating func findKnown(in resource: Resource, of type: ResourceType) {
      for member in resource.properties.members {
        guard let known = type.properties[member.name] else {
          // A property that is not described may have any other name, unless it is nearly that of one which is needed.
          let needed = type.properties.filter { $0.isRequired && resource[$0.name] == nil }.map(\.name)
          let same = type.properties.first { $0.name.lowercased() == member.name.lowercased() }?.name
          if let near = same ?? Suggestion.nearest(to: member.name, among: needed) {
            all.append((.unknown(member, known: [near]), resource.properties))
          } else {
            checkWords(of: member)
          }
          continue
        }
        if known.traits.contains(.localPath), member.value.form == .scalar { continue }
        check(member.value, known.form) { member }
      }
      if resource.source != .resources { return }
      for property in type.properties where property.isRequired && resource.lacks(property.name) {
        all.append((.missing(property.name), resource.properties))
      }
    }

    /// In documents, unknown keys and missing ones have rules of their own.
    private mutating func findForms(in resource: Resource, of type: ResourceType) {
      let known = all.count
      findKnown(in: resource, of: type)
      let differences = all[known...].filter { difference, _ in
        switch difference {
        case .form: true
        case .limit: resource.source == .document
        default: false
        }
      }
      all.replaceSubrange(known..., with: differences)
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

    mutating func find(
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
            report(unknown: property(member), among: properties, in: mapping)
          }
        }
      }
      guard isComplete else { return }
      let isPartial = properties.contains { $0.traits.contains(.together) && mapping[$0.name] != nil }
      for property in properties
      where (property.isRequired || isPartial && property.traits.contains(.together)) && mapping[property.name] == nil {
        all.append((.missing(property.name), mapping))
      }
    }

    private mutating func report(
      unknown member: Property, among properties: [ResourceType.Property], in mapping: Property
    ) {
      let names = properties.map(\.name)
      switch names.last {
      case ResourceType.Property.others: return
      case ResourceType.Property.ignored: all.append((.ignored(member, known: names.dropLast()), mapping))
      default: all.append((.unknown(member, known: names), mapping))
      }
    }

    /// `{Condition: NAME}` is a mapping with a property.
    mutating func findCondition(
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
