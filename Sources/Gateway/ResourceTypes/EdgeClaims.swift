import CloudFormation

/// The claims of resources in front of an API: domains, base paths, and those of CloudFront.
extension UpdateFacts {
  /// SAM makes the domain of an API.
  func samApiClaims(of properties: Object) -> [UniqueClaim] {
    guard let name = properties["Domain"]?.object?["DomainName"] else { return [] }
    let type = UpdateFacts.claimed(by: type)
    return [UniqueClaim([.string(type), name.canonical.identity], if: [], ["Domain"], name: name.text)]
  }

  /// A mapping of a REST API is one of the domain's other mappings.
  func basePathClaims(of properties: Object) -> [UniqueClaim] {
    properties.guarded(["DomainName", "BasePath"]).compactMap { choice in
      guard let domain = choice.object["DomainName"] else { return nil }
      let path = choice.object["BasePath"].flatMap { $0.text == "(none)" || $0.text == "" ? nil : $0 }
      return UniqueClaim(
        [.string(UpdateFacts.claimed(by: type)), domain.canonical.identity, path?.canonical ?? .null],
        if: choice.guards,
        path == nil ? ["DomainName"] : ["DomainName", "BasePath"], name: path?.text)
    }
  }

  /// One distribution has an alias (source: CloudFront Developer Guide, Use custom URLs by adding alternate domain names).
  func aliasClaims(of properties: Object) -> [UniqueClaim] {
    (properties["DistributionConfig"]?.object?["Aliases"]?.guardedItems ?? []).map { alias in
      UniqueClaim(
        ["AWS::CloudFront::Alias", alias.value.canonical], if: alias.guards, ["DistributionConfig"],
        name: alias.value.text)
    }
  }

  /// The name in the configuration of a policy of CloudFront.
  func configClaims(of properties: Object) -> [UniqueClaim] {
    let key = CloudFormation.Resource.noun(ofType: type) + "Config"
    return (properties[key]?.object?["Name"]?.guarded ?? []).map { name in
      UniqueClaim([.string(type), name.value.canonical], if: name.guards, [key], name: name.value.text)
    }
  }
}
