import CloudFormation

/// Values that only one resource can have at a time.
package struct UniqueClaim: Sendable {
  /// The values, after the type that they are unique for.
  package let values: [Value]
  /// The values of another resource that it cannot exist beside; mostly its own.
  package let excluded: [Value]
  /// The conditions under which the resource has them, as far as its properties decide.
  package let guards: [ConditionLogic.Literal]
  /// The properties with the values.
  package let properties: [String]
  /// The name among the values, if it is a text.
  package let name: String?

  /// Whether it keeps records of one name apart: CNAME records and others, or those with a routing policy and others.
  package var isOfKind: Bool { values != excluded }

  /// Whether it keeps CNAME records and others of a name apart.
  package var isOfCname: Bool { values.first == "CNAME" }

  init(
    _ values: [Value], excluded: [Value]? = nil, if guards: [ConditionLogic.Literal], _ properties: [String],
    name: String?
  ) {
    (self.values, self.excluded, self.guards) = (values, excluded ?? values, guards)
    (self.properties, self.name) = (properties, name)
  }

  /// The logical IDs that the values refer to.
  package var references: Set<String> {
    var references: Set<String> = []
    for value in values { value.forEachReference { references.insert($0) } }
    return references
  }
}

extension UpdateFacts {
  /// The claims of a resource; a group of DNS records has those of each record, a security group those of its rules.
  package func claims(of properties: Object, id: String) -> [UniqueClaim] {
    UpdateFacts.typesWithOwnClaims[type]?(self, properties, id) ?? claims(of: properties)
  }

  /// Whether the claims of a resource depend on one of these properties.
  package func claims(dependOn properties: [String]) -> Bool {
    UpdateFacts.typesWithOwnClaims[type] != nil || properties.contains { unique.contains($0) }
  }

  /// The types whose claims are more than the values of their unique properties.
  private static let typesWithOwnClaims:
    [String: @Sendable (UpdateFacts, _ properties: Object, _ id: String) -> [UniqueClaim]] = [
      "AWS::ApiGateway::ApiKey": { facts, properties, _ in facts.keyClaims(of: properties) },
      "AWS::ApiGateway::BasePathMapping": { facts, properties, _ in facts.basePathClaims(of: properties) },
      "AWS::CloudFront::CachePolicy": { facts, properties, _ in facts.configClaims(of: properties) },
      "AWS::CloudFront::Distribution": { facts, properties, _ in facts.aliasClaims(of: properties) },
      "AWS::CloudFront::OriginAccessControl": { facts, properties, _ in facts.configClaims(of: properties) },
      "AWS::CloudFront::OriginRequestPolicy": { facts, properties, _ in facts.configClaims(of: properties) },
      "AWS::CloudFront::ResponseHeadersPolicy": { facts, properties, _ in facts.configClaims(of: properties) },
      "AWS::Cognito::UserPoolDomain": { facts, properties, _ in facts.signInClaims(of: properties) },
      "AWS::EC2::SecurityGroup": { $0.securityGroupClaims(of: $1, id: $2) },
      "AWS::EC2::VPCEndpoint": { facts, properties, _ in facts.endpointClaims(of: properties) },
      "AWS::EC2::VPCGatewayAttachment": { facts, properties, _ in facts.attachmentClaims(of: properties) },
      "AWS::IAM::Policy": { facts, properties, _ in facts.policyClaims(of: properties) },
      "AWS::IAM::RolePolicy": { facts, properties, _ in facts.rolePolicyClaims(of: properties) },
      "AWS::Route53::HostedZone": { facts, properties, _ in facts.zoneClaims(of: properties) },
      "AWS::Route53::RecordSet": { facts, properties, _ in facts.recordClaims(of: properties) },
      "AWS::Route53::RecordSetGroup": { facts, properties, _ in facts.recordGroupClaims(of: properties) },
      "AWS::Serverless::Api": { facts, properties, _ in facts.samApiClaims(of: properties) },
      "AWS::Serverless::HttpApi": { facts, properties, _ in facts.samApiClaims(of: properties) },
      "AWS::Serverless::WebSocketApi": { facts, properties, _ in facts.samApiClaims(of: properties) },
    ]

  private func parts(
    of list: Value?, _ claims: (Object, [ConditionLogic.Literal]) -> [UniqueClaim]
  ) -> [UniqueClaim] {
    (list?.guardedItems ?? []).flatMap { item in item.value.object.map { claims($0, item.guards) } ?? [] }
  }

  /// The claims of the properties themselves, for each choice of an `Fn::If` among them.
  package func claims(of properties: Object, _ guards: [ConditionLogic.Literal] = []) -> [UniqueClaim] {
    properties.guarded(unique).compactMap { choice in
      claim(of: choice.object).map {
        UniqueClaim(
          [.string(UpdateFacts.claimed(by: type))] + $0, if: guards + choice.guards, given(in: choice.object),
          name: nameText(in: choice.object))
      }
    }
  }

  private func recordGroupClaims(of properties: Object) -> [UniqueClaim] {
    let facts = UpdateFacts(of: "AWS::Route53::RecordSet")
    let zone = properties.members.filter { $0.key.hasPrefix("HostedZone") }
    return parts(of: properties["RecordSets"]) { record, guards in
      facts.recordClaims(of: Object(zone + record.members), guards)
    }
  }

  /// A record of its name and type; a CNAME record is the only one of its name, and a record with a `SetIdentifier` is only
  /// beside others with one (source: Route 53 API reference, ResourceRecordSet).
  private func recordClaims(of properties: Object, _ guards: [ConditionLogic.Literal] = []) -> [UniqueClaim] {
    properties.guarded(unique).flatMap { properties, choices -> [UniqueClaim] in
      guard let values = claim(of: properties) else { return [] }
      let owner = zip(unique, values).filter { $0.0 != "Type" && $0.0 != "SetIdentifier" }.map(\.1)
      let isCname = properties["Type"]?.text == "CNAME"
      let (own, other) = (owner + [.bool(isCname)], owner + [.bool(!isCname)])
      let hasPolicy = properties["SetIdentifier"] != nil
      let type = owner + [properties["Type"] ?? .null]
      return [
        UniqueClaim(
          [.string(self.type)] + values, if: guards + choices, given(in: properties), name: nameText(in: properties)),
        UniqueClaim(
          [.string("ROUTING")] + type + [.bool(hasPolicy)],
          excluded: [.string("ROUTING")] + type + [.bool(!hasPolicy)],
          if: guards + choices, given(in: properties), name: nameText(in: properties)),
        UniqueClaim(
          [.string("CNAME")] + own, excluded: [.string("CNAME")] + other, if: guards + choices, given(in: properties),
          name: nameText(in: properties)),
      ]
    }
  }

  private func securityGroupClaims(of properties: Object, id: String) -> [UniqueClaim] {
    claims(of: properties)
      + ["Ingress", "Egress"].flatMap { direction -> [UniqueClaim] in
        let facts = UpdateFacts(of: type + direction)
        return parts(of: properties["SecurityGroup\(direction)"]) { rule, guards in
          facts.claims(of: Object([.init(key: "GroupId", value: .ref(id))] + rule.members), guards)
        }
      }
  }

  /// API Gateway keeps the values of API keys apart, CloudFormation also their names (source: serverless issues 3631 and
  /// 5935).
  private func keyClaims(of properties: Object) -> [UniqueClaim] {
    claims(of: properties)
      + (properties["Value"]?.guarded ?? []).map { value in
        UniqueClaim(
          [.string(type), .string("Value"), value.value.canonical], if: value.guards, ["Value"], name: nil)
      }
  }

  /// A VPC has one internet gateway.
  private func attachmentClaims(of properties: Object) -> [UniqueClaim] {
    guard properties["InternetGatewayId"] != nil, let vpc = properties["VpcId"] else { return [] }
    let ofVpc = UniqueClaim([.string(type), .string("VpcId"), vpc.canonical.identity], if: [], ["VpcId"], name: nil)
    return claims(of: properties) + [ofVpc]
  }

  /// A user pool has one domain of Amazon and one of its own: "User pool already has a domain configured" (source: aws-cdk
  /// issue 10062).
  private func signInClaims(of properties: Object) -> [UniqueClaim] {
    guard let pool = properties["UserPoolId"] else { return claims(of: properties) }
    let isCustom = properties["CustomDomainConfig"] != nil
    let ofPool = UniqueClaim(
      [.string(type), .string("UserPoolId"), pool.canonical.identity, .bool(isCustom)], if: [], ["UserPoolId"],
      name: nil)
    return claims(of: properties) + [ofPool]
  }

  /// An inline policy is one of its name in each role, user and group.
  private func policyClaims(of properties: Object) -> [UniqueClaim] {
    let owners = ["Roles", "Users", "Groups"].flatMap { kind in
      (properties[kind]?.guardedItems ?? []).map { (kind, $0) }
    }
    return (properties["PolicyName"]?.guarded ?? []).flatMap { name in
      owners.map { kind, owner in
        UniqueClaim(
          [.string(type), .string(kind), owner.value.canonical.identity, name.value.canonical],
          if: name.guards + owner.guards, ["PolicyName"], name: name.value.text)
      }
    }
  }

  /// The same of the policy of one role.
  private func rolePolicyClaims(of properties: Object) -> [UniqueClaim] {
    guard let role = properties["RoleName"], let name = properties["PolicyName"] else { return [] }
    return [
      UniqueClaim(
        [.string(UpdateFacts.claimed(by: type)), "Roles", role.canonical.identity, name.canonical], if: [],
        ["PolicyName"], name: name.text)
    ]
  }

  /// A route table has one gateway endpoint of a service, and a VPC one interface endpoint with private DNS.
  private func endpointClaims(of properties: Object) -> [UniqueClaim] {
    guard let service = properties["ServiceName"]?.canonical else { return [] }
    if properties["VpcEndpointType"]?.text ?? "Gateway" == "Gateway" {
      return (properties["RouteTableIds"]?.guardedItems ?? []).map { table in
        UniqueClaim(
          [.string(type), table.value.canonical.identity, service], if: table.guards, ["RouteTableIds", "ServiceName"],
          name: nil)
      }
    }
    guard properties["PrivateDnsEnabled"]?.scalar == "true", let vpc = properties["VpcId"] else { return [] }
    return [
      UniqueClaim(
        [.string(type), vpc.canonical.identity, service, true], if: [], ["VpcId", "ServiceName"], name: nil)
    ]
  }

  /// A private hosted zone is the only one of its name in a VPC; public ones may have one name (source: Route 53 API
  /// reference, CreateHostedZone: ConflictingDomainExists, DelegationSetNotAvailable).
  private func zoneClaims(of properties: Object) -> [UniqueClaim] {
    guard let name = properties["Name"] else { return [] }
    return parts(of: properties["VPCs"]) { vpc, guards in
      [
        UniqueClaim(
          [.string(type), name.text.map { .string($0.domainName) } ?? name.canonical, vpc["VPCId"]?.identity ?? .null],
          if: guards, ["Name", "VPCs"], name: name.text)
      ]
    }
  }

  private func given(in properties: Object) -> [String] { unique.filter { properties[$0] != nil } }

  private func nameText(in properties: Object) -> String? {
    // An ID is that of something else.
    (name ?? (unique.count == 1 && !unique[0].hasSuffix("Id") ? unique[0] : nil)).flatMap { properties[$0]?.text }
  }
}
