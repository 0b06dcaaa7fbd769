extension Rule.Report {
  /// Reports parts of APIs in `resources` that name their API or domain by another attribute than the one that `!Ref` gives.
  mutating func checkOwners(in model: Model) {
    for type in ["Stage", "Route", "Integration", "Authorizer", "ApiMapping", "Deployment", "Model"] {
      for resource in model.resources(type) where resource.isRaw {
        check(resource["ApiId"], in: model, of: "Api", "ID of the API")
        if type == "ApiMapping" { check(resource["DomainName"], in: model, of: "DomainName", "name of the domain") }
      }
    }
  }

  private mutating func check(_ property: Model.Property?, in model: Model, of type: String, _ noun: String) {
    guard let property, let text = property.value.spelled, let owner = SpelledReference.first(of: text),
      !["", "ApiId"].contains(owner.attribute), text == "${\(owner.id).\(owner.attribute)}",
      model.template[owner.id]?.type == ResourceType.prefix + type
    else { return }
    report(at: property, "`\(owner.attribute)` is not the \(noun)", help: "write `!Ref \(owner.id)`")
  }
}
