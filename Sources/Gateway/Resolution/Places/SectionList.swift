import SpecReading

extension Section {
  /// The sections whose elements are places, in the order of the language page.
  static let all: [Section] = [
    Section("functions", { $0.functions }, Place.function) { finder, it, _, rest in finder.function(it, rest) },
    Section("vpcs", { $0.vpcs }, Place.vpc) { $0.vpc($1, $2, $3) },
    Section("securityGroups", { $0.securityGroups }, Place.securityGroup),
    Section("vpcLinks", { $0.vpcLinks }, Place.vpcLink) { $0.vpcLink($1, $2, $3) },
    Section("loadBalancers", { $0.loadBalancers }, Place.loadBalancer) { $0.loadBalancer($1, $2, $3) },
    Section("targetGroups", { $0.targetGroups }, Place.targetGroup),
    Section("cloudMapNamespaces", { $0.cloudMapNamespaces }, Place.namespace),
    Section("cloudMapServices", { $0.cloudMapServices }, Place.service),
    Section("userPools", { $0.userPools }, Place.userPool) { $0.userPool($1, $2, $3) },
    Section("domains", { $0.domains }, { Place.domain($0) }) { finder, it, _, rest in finder.domain(it, rest) },
    Section("apis", { $0.apis }, Place.api, isPassive: false) { $0.api($1, $2, $3) },
    Section("apiKeys", { $0.apiKeys }, Place.apiKey),
    Section("usagePlans", { $0.usagePlans }, Place.usagePlan, isNamed: false, isPassive: false),
  ]

  /// Their numbers in this list, by name.
  static let numbers = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })
}

extension FunctionElement: SectionElement {
  static func resource(of element: Named<Self>) -> ElementResource? {
    switch element.value.form {
    case .created(let created): .created("AWS::Lambda::Function", created.options)
    case .imported(let imported): .existing(imported.arn, ["Arn": imported.arn], arnOf: .function)
    case nil: nil
    }
  }
}

extension VpcElement: SectionElement {
  static func resource(of element: Named<Self>) -> ElementResource? {
    switch element.value.form {
    case .created(let created): .created("AWS::EC2::VPC", created.options)
    case .imported(let imported): .existing(imported.id, ["VpcId": imported.id])
    case nil: nil
    }
  }
}

extension SecurityGroupElement: SectionElement {
  static func resource(of element: Named<Self>) -> ElementResource? {
    switch element.value.form {
    case .created(let created): .created("AWS::EC2::SecurityGroup", created.options)
    case .imported(let imported): .existing(imported.id, ["GroupId": imported.id])
    case nil: nil
    }
  }
}

extension VpcLinkElement: SectionElement {
  static func resource(of element: Named<Self>) -> ElementResource? {
    switch element.value.form {
    case .created(let created): .created("AWS::ApiGatewayV2::VpcLink", created.options)
    case .toBalancer(let link): .created("AWS::ApiGateway::VpcLink", link.options)
    case .imported(let imported): .existing(imported.id, ["VpcLinkId": imported.id])
    case nil: nil
    }
  }
}

extension TargetGroupElement: SectionElement {
  static func resource(of element: Named<Self>) -> ElementResource? {
    switch element.value.form {
    case .created(let created): .created("AWS::ElasticLoadBalancingV2::TargetGroup", created.options)
    case .imported(let imported): .existing(imported.arn, ["TargetGroupArn": imported.arn], arnOf: .targetGroup)
    case nil: nil
    }
  }
}

extension NamespaceType {
  /// The CloudFormation resource type.
  var resource: ResourceType {
    switch self {
    case .private: .privateNamespace
    case .public: .publicNamespace
    case .http: .httpNamespace
    }
  }
}

extension NamespaceElement: SectionElement {
  static func resource(of element: Named<Self>) -> ElementResource? {
    switch element.value.form {
    case .created(let created):
      .created("AWS::ServiceDiscovery::\((element.value.type?.literal ?? .private).resource)", created.options)
    case .imported(let imported): .existing(imported.id, ["Id": imported.id])
    case nil: nil
    }
  }
}

extension ServiceElement: SectionElement {
  static func resource(of element: Named<Self>) -> ElementResource? {
    switch element.value.form {
    case .created(let created): .created("AWS::ServiceDiscovery::Service", created.options)
    case .imported(let imported): .existing(imported.arn, ["Arn": imported.arn], arnOf: .service)
    case nil: nil
    }
  }
}

extension UserPoolElement: SectionElement {
  static func resource(of element: Named<Self>) -> ElementResource? {
    switch element.value.form {
    case .created(let created): .created("AWS::Cognito::UserPool", created.options)
    case .imported(let imported): .existing(imported.id, ["UserPoolId": imported.id])
    case nil: nil
    }
  }
}

extension DomainElement: SectionElement {
  static func resource(of element: Named<Self>) -> ElementResource? {
    switch element.value.form {
    case .created(let created): return .created("AWS::ApiGatewayV2::DomainName", created.options)
    case .existing(let existing):
      var attributes = ["DomainName": element.host]
      attributes["RegionalDomainName"] = existing.regionalDomainName
      attributes["RegionalHostedZoneId"] = existing.regionalHostedZoneId
      return .existing(element.host, attributes)
    case nil: return nil
    }
  }
}

extension ApiKeyElement: SectionElement {
  static func resource(of element: Named<Self>) -> ElementResource? {
    switch element.value.form {
    case .created(let created): .created("AWS::ApiGateway::ApiKey", created.options)
    case .imported(let imported): .existing(imported.id, ["APIKeyId": imported.id])
    case nil: nil
    }
  }
}

extension UsagePlan: SectionElement {
  static func resource(of element: Named<Self>) -> ElementResource? {
    .created("AWS::ApiGateway::UsagePlan", element.value.options)
  }
}
