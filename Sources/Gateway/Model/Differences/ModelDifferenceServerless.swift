import CloudFormation

/// Compares resources of SAM and their events with what SAM accepts.
extension Model.Differences {
  mutating func findServerless(_ model: Model) {
    for type in model.types where type.hasPrefix(SamProperties.prefix) {
      let name = String(type.dropFirst(SamProperties.prefix.utf8.count))
      let properties = SamForms.properties(of: name)
      if properties.isEmpty { continue }
      let globals = model.template.section("Globals")[name]?.object ?? Object()
      for resource in model.resources(type) where resource.source == .resources {
        find(in: resource.withGlobals(globals).properties, properties, isWhole: resource.isWhole)
      }
    }
    let ofConnectors = SamForms.ofConnectors
    model.forEachConnector { connector in
      if let properties = connector["Properties"] {
        find(in: properties, ofConnectors, isWhole: true)
      } else if connector.lacks("Properties") {
        all.append((.missing("Properties"), connector))
      }
    }
    // Read once for each type of events: there may be many of one type.
    var forms: [String: [ResourceType.Property]] = [:]
    model.forEachServerlessEvent { event, _ in
      checkMapping(event)
      guard let type = event["Type"], let properties = event["Properties"] else { return }
      check(type.value, .text) { type }
      checkMapping(properties)
      let name = type.text ?? ""
      let known = forms[name] ?? SamForms.properties(ofEvent: name)
      forms[name] = known
      find(in: properties, known, isWhole: false)
      for member in properties.members where known[member.name] == nil { checkWords(of: member) }
    }
    for event in model.serverlessEvents {
      if let type = ResourceType.named(event.type) { find(in: event.properties, type.properties, isWhole: false) }
    }
  }

  /// Only whether it is a mapping: its members are compared by themselves.
  @inline(never)
  private mutating func checkMapping(_ property: Model.Property) {
    if property.form == .mapping || property.isFunction { return }
    all.append((.form(property, wanted: .map(.any)), property))
  }

  /// Of the properties that are known, those that differ.
  @inline(never)
  private mutating func find(in mapping: Model.Property, _ properties: [ResourceType.Property], isWhole: Bool) {
    for member in mapping.members {
      guard let form = properties[member.name]?.form else { continue }
      if case .any = form.shape { continue }
      check(member.value, form) { member }
    }
    guard isWhole, !mapping.isFunction else { return }
    for property in properties where property.isRequired && mapping.lacks(property.name) {
      all.append((.missing(property.name), mapping))
    }
  }
}

extension Model.Property {
  /// Whether these are the events of a resource of SAM, which are compared by themselves.
  var isEventsOfSam: Bool { name == "Events" && resource.type.hasPrefix(SamProperties.prefix) }
}

extension Model.Resource {
  /// The same with the properties of `Globals`.
  fileprivate func withGlobals(_ globals: Object) -> Model.Resource {
    if globals.isEmpty { return self }
    var merged = globals
    merged.mergeAsSam(record.properties)
    var record = record
    record.properties = merged
    return Model.Resource(record, source, at: mark, isWhole: isWhole, in: model)
  }
}
