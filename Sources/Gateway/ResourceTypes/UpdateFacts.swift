import CloudFormation

/// The facts about a resource type that decide the effect of an update.
package struct UpdateFacts: Sendable {
  /// The properties whose change replaces the resource; nil if they are unknown.
  package let createOnly: [[String]]?
  /// The properties whose change replaces the resource only in some cases.
  package let sometimesCreateOnly: [[String]]
  /// The loss when the resource is deleted.
  package let loss: Loss?
  private let type: String
  /// The properties whose combined values only one resource can have.
  package let unique: [String]
  private let generated: String?

  /// The facts about a type.
  package init(of type: String) {
    self.type = type
    let createOnly = CreateOnly.paths(of: type)
    self.createOnly = createOnly
    sometimesCreateOnly = CreateOnly.conditionalPaths(of: type)
    loss = Loss.of(type)
    let described = ResourceType.named(type)
    generated = described?.ref?.property
    if let described, !described.unique.isEmpty {
      unique = described.unique
    } else if let name = UniqueNames.property(of: type) {
      unique = [name]
    } else {
      // A name that only the author can set is the resource's primary identifier.
      let noun = CloudFormation.Resource.noun(ofType: type)
      unique = ["Name", "\(noun)Name", "\(noun)Identifier"].filter { createOnly?.contains([$0]) ?? false }
    }
  }

  /// The values that no other resource of the type can have at the same time; nil if AWS generates them.
  package func claim(of properties: Object) -> [Value]? {
    if unique.isEmpty || unique.allSatisfy({ properties[$0] == nil }) { return nil }
    var values: [Value] = []
    for property in unique {
      if let value = properties[property] {
        values.append(claimed(value, of: property))
      } else if property == generated || (property.hasSuffix("Name") && property != "HostedZoneName") {
        return nil
      } else {
        values.append(.null)
      }
    }
    return values
  }

  private func claimed(_ value: Value, of property: String) -> Value {
    switch (type, property, value) {
    // API Gateway compares routes without the names of path variables.
    case ("AWS::ApiGatewayV2::Route", "RouteKey", .string(let key)): .string(RouteKeyText.withoutVariables(key))
    case ("AWS::Route53::RecordSet", _, .string(let name)):
      .string((name.hasSuffix(".") ? String(name.dropLast()) : name).lowercased())
    case (_, _, .getAtt(let id, let attribute)) where attribute.hasSuffix("Id") || attribute.hasSuffix("Arn"):
      .ref(id)
    default: value
    }
  }
}

extension ResourceType.Ref {
  /// The property or attribute.
  fileprivate var property: String {
    switch self {
    case .id(let name), .arn(let name), .name(let name), .url(let name), .address(let name): name
    }
  }
}
