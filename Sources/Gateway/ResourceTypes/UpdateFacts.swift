import CloudFormation
import TextSearch

/// Whether a change replaces a resource.
package enum Replacement: Sendable {
  case never, sometimes, always
}

/// The facts about a resource type that decide the effect of an update.
package struct UpdateFacts: Sendable {
  /// The properties whose change replaces the resource; nil if they are unknown, as for custom resources.
  private let createOnly: [[String]]?
  /// The properties whose change replaces the resource only in some cases.
  private let sometimesCreateOnly: [[String]]
  /// The loss when the resource is deleted.
  package let loss: Loss?
  let type: String
  /// The properties whose combined values only one resource can have.
  package let unique: [String]
  /// Those of them that AWS has a default for.
  private let optional: [String]
  /// Whether AWS identifies the resource by these, so that there is no other with the same values.
  package let isIdentity: Bool
  private let generated: String?

  /// The facts about a type.
  package init(of type: String) {
    self.type = type
    let known = CreateOnly(of: type)
    createOnly = known?.always
    sometimesCreateOnly = known?.sometimes ?? []
    loss = Loss.of(UpdateFacts.deployed(type))
    let described = ResourceType.named(type)
    generated = described?.ref?.property
    if let described, !described.unique.isEmpty {
      (unique, optional, isIdentity) = (described.unique, described.uniqueDefaults, true)
    } else if let identifier = known?.identifier, !identifier.isEmpty {
      (unique, optional, isIdentity) = (identifier, [], true)
    } else {
      (optional, isIdentity) = ([], false)
      // AWS identifies the resource otherwise, but its name cannot change.
      let noun = CloudFormation.Resource.noun(ofType: type)
      unique = ["Name", "\(noun)Name", "TableName", "\(noun)Identifier"].filter {
        known?.always.contains([$0]) ?? false
      }
    }
  }

  /// The type whose names a type shares: that of the resource which SAM makes of it, or its own.
  package static func twin(of type: String) -> String {
    switch type {
    case "AWS::Serverless::Function": "AWS::Lambda::Function"
    case "AWS::Serverless::SimpleTable": "AWS::DynamoDB::Table"
    case "AWS::Serverless::StateMachine": "AWS::StepFunctions::StateMachine"
    default: type
    }
  }

  /// The type that CloudFormation deploys: that of the resource which SAM makes of it under the same logical ID, or its own
  /// (source: SAM Developer Guide, Generated CloudFormation resources).
  package static func deployed(_ type: String) -> String {
    switch type {
    case "AWS::Serverless::Api": "AWS::ApiGateway::RestApi"
    case "AWS::Serverless::Application": "AWS::CloudFormation::Stack"
    case "AWS::Serverless::GraphQLApi": "AWS::AppSync::GraphQLApi"
    case "AWS::Serverless::HttpApi", "AWS::Serverless::WebSocketApi": ResourceType.api.name
    default: twin(of: type)
    }
  }

  /// A value that a resource keeps, which SAM has under another name or by default, and the property that CloudFormation
  /// knows it by; nil if it is unknown (source: AWS SAM translator; its HTTP APIs have a document and no `ProtocolType`).
  package static func kind(of resource: CloudFormation.Resource) -> (property: String, value: Value?) {
    let properties = resource.properties
    switch resource.type {
    case "AWS::Serverless::SimpleTable":
      return ("PrimaryKey", .list([properties["PrimaryKey"]?.object?["Name"] ?? "id"]))
    case "AWS::DynamoDB::Table":
      guard case .list(let keys)? = properties["KeySchema"] else { return ("KeySchema", nil) }
      return ("KeySchema", .list(keys.map { $0.object?["AttributeName"] ?? .null }))
    case "AWS::Serverless::StateMachine": return ("Type", properties["Type"] ?? "STANDARD")
    case "AWS::StepFunctions::StateMachine": return ("StateMachineType", properties["StateMachineType"] ?? "STANDARD")
    case "AWS::Serverless::WebSocketApi": return ("ProtocolType", "WEBSOCKET")
    default: return ("ProtocolType", properties["ProtocolType"] ?? .null)
    }
  }

  /// The HTTP API that SAM creates for events without `ApiId`.
  package static let implicitApi = "ServerlessHttpApi"

  /// The type that the claims of a type are of. Domains and mappings of REST APIs are those of the other APIs, and SAM makes
  /// the domain of an API.
  package static func claimed(by type: String) -> String {
    switch type {
    case "AWS::ApiGateway::DomainName", "AWS::Serverless::Api", "AWS::Serverless::HttpApi",
      "AWS::Serverless::WebSocketApi":
      ResourceType.domainName.name
    case "AWS::ApiGateway::BasePathMapping": ResourceType.apiMapping.name
    case "AWS::IAM::RolePolicy": "AWS::IAM::Policy"
    default: twin(of: type)
    }
  }

  /// The property or attribute of a type that `!Ref` returns.
  package static func propertyReturnedByRef(to type: String) -> String? { ResourceType.named(type)?.ref?.property }

  /// Whether the change of a value, at a path that begins with its property, replaces the resource.
  package func replacement(by path: [String], from old: Value?, to new: Value?) -> Replacement {
    replacement(by: path) { rest in old?.part(at: rest) != new?.part(at: rest) }
  }

  /// Whether the resource is replaced when all parts of a property change for which a condition holds.
  package func replacement(
    by property: String, _ value: Value, where changes: (Value) -> Bool
  ) -> Replacement {
    replacement(by: [property]) { rest in value.part(at: rest).map(changes) ?? false }
  }

  /// Whether a change at a path replaces the resource; the function compares at a path further inside.
  private func replacement(by path: [String], differs: (ArraySlice<String>) -> Bool) -> Replacement {
    guard let createOnly else { return .sometimes }
    func isConcerned(_ other: [String]) -> Bool {
      zip(path, other).allSatisfy { $0 == $1 } && (other.count <= path.count || differs(other[path.count...]))
    }
    if createOnly.contains(where: isConcerned) { return .always }
    return sometimesCreateOnly.contains(where: isConcerned) ? .sometimes : .never
  }

  /// The values that no other resource of the type can have at the same time; nil if AWS generates them.
  package func claim(of properties: Object) -> [Value]? {
    var properties = properties
    // A Cloud Map service may have its namespace in either place.
    if type == "AWS::ServiceDiscovery::Service", properties["NamespaceId"] == nil {
      properties["NamespaceId"] = properties["DnsConfig"]?.object?["NamespaceId"]
    }
    if unique.isEmpty || unique.allSatisfy({ properties[$0] == nil }) { return nil }
    var values: [Value] = []
    // A rule for all protocols is one for all ports.
    let hasAllPorts = properties["IpProtocol"]?.scalar == "-1"
    for property in unique {
      if hasAllPorts, property == "FromPort" || property == "ToPort" {
        values.append(.null)
      } else if let value = properties[property] {
        values.append(claimed(value, of: property))
      } else if !optional.contains(property),
        property == generated || property.hasSuffix("Name") || property.hasSuffix("Arn")
      {
        return nil
      } else {
        values.append(.null)
      }
    }
    return values
  }

  /// The property among these that is the resource's own name, if there is one: not that of its function or log group.
  package var name: String? {
    if unique.contains("Name") { return "Name" }
    let noun = CloudFormation.Resource.noun(ofType: type)
    return unique.last { property in
      guard let end = ["Name", "Identifier", "Domain", "Key"].first(where: property.hasSuffix) else { return false }
      let owner = String(property.dropLast(end.count))
      return !optional.contains(property) && (owner.isEmpty || noun.contains(owner))
    }
  }

  private func claimed(_ value: Value, of property: String) -> Value {
    switch (type, property, value) {
    // API Gateway compares routes without the names of path variables.
    case ("AWS::ApiGatewayV2::Route", "RouteKey", .string(let key)): .string(RouteKeyText.withoutVariables(key))
    case ("AWS::Route53::RecordSet", _, .string(let name)):
      .string(name.domainName)
    case (_, _, .string("default")) where optional.contains(property): .null
    // EC2 also knows these protocols by their numbers.
    case ("AWS::EC2::SecurityGroupIngress", "IpProtocol", _), ("AWS::EC2::SecurityGroupEgress", "IpProtocol", _):
      value.scalar.map { .string(["6": "tcp", "17": "udp", "1": "icmp"][$0] ?? $0.lowercased()) } ?? value
    // CloudFormation does not distinguish a number from its text.
    case (_, _, .number(let text)): .string(text)
    case (_, _, .list(let items)): .list(items.map(\.canonical.identity))
    default: value.canonical.identity
    }
  }
}

extension Value {
  /// A reference to a resource written in one way: that to its ID or ARN is one to the resource.
  package var identity: Value {
    guard case .getAtt(let id, let attribute) = self, attribute.hasSuffix("Id") || attribute.hasSuffix("Arn") else {
      return self
    }
    return .ref(id)
  }

  /// The value at a path; a function is in the place of all that it can result in. `*` is every item of a list.
  fileprivate func part(at path: ArraySlice<String>) -> Value? {
    guard let name = path.first, !isFunction else { return self }
    if name == "*", case .list(let items) = self { return .list(items.compactMap { $0.part(at: path.dropFirst()) }) }
    return object?[name].flatMap { $0.part(at: path.dropFirst()) }
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

extension String {
  /// A DNS name without the dot at its end, in lower case.
  package var domainName: String { (hasSuffix(".") ? String(dropLast()) : self).lowercased() }
}
