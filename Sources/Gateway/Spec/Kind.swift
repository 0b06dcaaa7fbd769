import SpecReading

/// What a name in a spec may refer to.
public enum Kind: Int, CaseIterable, ReferenceKind {
  case function, vpc, securityGroup, peer, vpcLink, loadBalancer, listener, targetGroup, namespace, service
  case stage, apiKey, clientCertificate
  case role, certificate, hostedZone, condition, userPool, logGroup, layer, instance
  case queue, eventBus, stateMachine, stream, application, environment, configuration

  /// How messages call it.
  public var article: String {
    switch self {
    case .function: "a function"
    case .vpc: "a VPC"
    case .securityGroup: "a security group"
    case .peer: "a security group, or a CIDR block or prefix list"
    case .vpcLink: "a VPC link"
    case .loadBalancer: "a load balancer"
    case .listener: "a listener (`LOADBALANCER.LISTENER`)"
    case .targetGroup: "a target group"
    case .namespace: "a Cloud Map namespace"
    case .service: "a Cloud Map service"
    case .stage: "a stage (`API.STAGE`)"
    case .apiKey: "an API key"
    case .clientCertificate: "a client certificate"
    case .role: "a role"
    case .certificate: "a certificate"
    case .hostedZone: "a hosted zone"
    case .condition: "a condition"
    case .userPool: "a user pool"
    case .logGroup: "a log group"
    case .layer: "a layer version"
    case .instance: "an EC2 instance"
    case .queue: "a queue"
    case .eventBus: "an event bus"
    case .stateMachine: "a state machine"
    case .stream: "a stream"
    case .application: "an AppConfig application"
    case .environment: "an AppConfig environment"
    case .configuration: "an AppConfig configuration profile"
    }
  }

  /// The section whose names it takes, if it has one.
  var section: String? {
    switch self {
    case .function: "functions"
    case .vpc: "vpcs"
    case .securityGroup, .peer: "securityGroups"
    case .vpcLink: "vpcLinks"
    case .loadBalancer, .listener: "loadBalancers"
    case .targetGroup: "targetGroups"
    case .namespace: "cloudMapNamespaces"
    case .service: "cloudMapServices"
    case .condition: "conditions"
    case .userPool: "userPools"
    case .apiKey: "apiKeys"
    case .stage, .clientCertificate, .role, .certificate, .hostedZone, .logGroup, .layer, .instance: nil
    case .queue, .eventBus, .stateMachine, .stream, .application, .environment, .configuration: nil
    }
  }

  /// The types in `resources` that fit, with the attribute that gives what AWS wants there (nil for `Ref`).
  var resourceTypes: [String: String?] {
    switch self {
    case .function:
      [
        "AWS::Lambda::Function": "Arn", "AWS::Lambda::Alias": nil, "AWS::Lambda::Version": nil,
        "AWS::Serverless::Function": "Arn",
      ]
    case .vpc: ["AWS::EC2::VPC": nil]
    case .securityGroup: ["AWS::EC2::SecurityGroup": "GroupId"]
    case .peer: ["AWS::EC2::SecurityGroup": "GroupId", "AWS::EC2::PrefixList": "PrefixListId"]
    case .vpcLink: ["AWS::ApiGatewayV2::VpcLink": nil, "AWS::ApiGateway::VpcLink": nil]
    case .apiKey: ["AWS::ApiGateway::ApiKey": nil]
    case .clientCertificate: ["AWS::ApiGateway::ClientCertificate": nil]
    case .loadBalancer: ["AWS::ElasticLoadBalancingV2::LoadBalancer": nil]
    case .listener: ["AWS::ElasticLoadBalancingV2::Listener": nil]
    case .targetGroup: ["AWS::ElasticLoadBalancingV2::TargetGroup": nil]
    case .namespace:
      [
        "AWS::ServiceDiscovery::PrivateDnsNamespace": nil, "AWS::ServiceDiscovery::PublicDnsNamespace": nil,
        "AWS::ServiceDiscovery::HttpNamespace": nil,
      ]
    case .service: ["AWS::ServiceDiscovery::Service": "Arn"]
    case .role: ["AWS::IAM::Role": "Arn"]
    case .certificate: ["AWS::CertificateManager::Certificate": nil]
    case .hostedZone: ["AWS::Route53::HostedZone": nil]
    case .logGroup: ["AWS::Logs::LogGroup": "Arn"]
    case .layer: ["AWS::Lambda::LayerVersion": nil, "AWS::Serverless::LayerVersion": nil]
    case .instance: ["AWS::EC2::Instance": nil]
    case .queue: ["AWS::SQS::Queue": nil]
    case .eventBus: ["AWS::Events::EventBus": nil]
    case .stateMachine:
      [
        "AWS::StepFunctions::StateMachine": nil, "AWS::StepFunctions::StateMachineAlias": nil,
        "AWS::StepFunctions::StateMachineVersion": nil, "AWS::Serverless::StateMachine": nil,
      ]
    case .stream: ["AWS::Kinesis::Stream": nil]
    case .application: ["AWS::AppConfig::Application": nil]
    case .environment: ["AWS::AppConfig::Environment": nil]
    case .configuration: ["AWS::AppConfig::ConfigurationProfile": nil]
    case .userPool: ["AWS::Cognito::UserPool": nil]
    case .condition, .stage: [:]
    }
  }

  /// Whether a text is what AWS itself calls such a thing: its ARN or id.
  func isLiteral(_ text: String) -> Bool {
    switch self {
    case .vpc: text.hasPrefix("vpc-")
    case .securityGroup: text.hasPrefix("sg-")
    case .peer: text.hasPrefix("sg-") || text.hasPrefix("pl-") || text.contains("/") || text.mentions("::")
    case .namespace: text.hasPrefix("ns-")
    case .instance: text.hasPrefix("i-")
    case .hostedZone: text.hasPrefix("Z") && text.utf8.count <= 32 && text == text.uppercased()
    case .clientCertificate: text.isMade(ofLettersDigitsAnd: "") && text == text.lowercased()
    case .condition, .vpcLink, .userPool, .stage, .apiKey: false
    case .function, .loadBalancer, .listener, .targetGroup, .service, .role, .certificate, .logGroup, .layer:
      text.hasPrefix("arn:")
    case .queue, .eventBus, .stateMachine, .stream, .application, .environment, .configuration:
      ServiceLiteral(text, of: self) != nil
    }
  }
}
