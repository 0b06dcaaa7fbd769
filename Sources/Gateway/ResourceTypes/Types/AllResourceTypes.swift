/// All described resource types, by the service in their names.
extension ResourceType {
  private typealias Family = [String: ResourceType]

  static let prefix = "AWS::ApiGatewayV2::"

  /// The description of a type, if there is one.
  static func named(_ name: String) -> ResourceType? {
    for family in families where name.hasPrefix(family.prefix) { return family.types()[name] ?? rare[name]?() }
    return nil
  }

  /// The description of what becomes of a resource: one of SAM has the attributes of what SAM makes of it.
  static func deployed(_ name: String) -> ResourceType? { named(UpdateFacts.deployed(name)) }

  /// All described types.
  static let all: [ResourceType] =
    (families.flatMap { $0.types().values } + rare.values.map { $0() }).sorted { $0.name < $1.name }

  /// Attributes that are lists. The rare types have none.
  static let listAttributes = Set(
    families.flatMap { $0.types().values }.flatMap { ($0.attributes ?? []) + $0.readable }.filter(\.isList).map(\.name))

  /// Types with a quota per account.
  static let limited: [ResourceType] = gateway.values.filter { $0.quota != nil }

  /// A run only creates the families of its resources.
  private static let families: [(prefix: String, types: @Sendable () -> Family)] = [
    ("AWS::ApiGatewayV2::", { gateway }),
    ("AWS::Lambda::", { lambda }),
    ("AWS::EC2::", { network }),
    ("AWS::ElasticLoadBalancingV2::", { balancing }),
    ("AWS::IAM::", { access }),
    ("AWS::ServiceDiscovery::", { cloudMap }),
    ("AWS::ApiGateway::", { oldGateway }),
    ("AWS::Serverless::", { sam }),
    ("AWS::", { others }),
  ]

  private static func family(_ types: [ResourceType]) -> Family {
    Family(uniqueKeysWithValues: types.map { ($0.name, $0) })
  }

  private static let gateway = family([
    .api, .managedOverrides, .portalProduct, .route, .routeResponse, .model, .integration, .integrationResponse,
    .authorizer, .stage, .deployment, .domainName, .apiMapping, .routingRule, .vpcLink,
  ])

  /// The names of API Gateway's types.
  static var gatewayNames: [String] { gateway.keys.sorted() }

  private static let lambda = family([
    .function, .alias, .layerVersion, .permission, .version,
  ])

  private static let network = family([
    .vpc, .subnet, .vpcEndpoint, .internetGateway, .gatewayAttachment, .natGateway, .elasticAddress, .routeTable,
    .routeTableAssociation, .vpcRoute, .securityGroup, .ingress, .egress, .prefixList, .instance,
  ])

  private static let balancing = family([
    .loadBalancer, .targetGroup, .listener, .listenerCertificate, .listenerRule,
  ])

  private static let access = family([
    .role, .policy, .rolePolicy, .managedPolicy,
  ])

  private static let cloudMap = family([
    .httpNamespace, .privateNamespace, .publicNamespace, .cloudMapService, .cloudMapInstance,
  ])

  private static let oldGateway = family([
    .balancerLink, .account, .apiKey, .clientCertificate, .usagePlan, .usagePlanKey, .restApi,
  ])

  private static let sam = family([
    .samFunction, .samHttpApi, .samApi, .samLayerVersion, .samStateMachine,
  ])

  private static let others = family([
    .userPool, .userPoolClient, .certificate, .recordSet, .recordSetGroup, .hostedZone, .logGroup, .queue, .topic,
    .eventBus, .stream, .stateMachine, .stateMachineAlias, .stateMachineVersion, .configurationApplication,
    .configurationEnvironment, .configurationProfile, .stack, .key, .secret, .table,
    .globalTable, .bucket,
    .fileSystem, .searchDomain, .graphQLSchema,
  ])

  /// Types that few specs use, each created by itself.
  private static let rare: [String: @Sendable () -> ResourceType] = [
    "AWS::ApplicationAutoScaling::ScalableTarget": { scalableTarget },
    "AWS::AutoScaling::AutoScalingGroup": { scalingGroup },
    "AWS::CloudWatch::Alarm": { alarm },
    "AWS::Cognito::UserPoolDomain": { userPoolDomain },
    "AWS::Cognito::UserPoolGroup": { userPoolGroup },
    "AWS::Cognito::UserPoolIdentityProvider": { identityProvider },
    "AWS::Cognito::UserPoolResourceServer": { resourceServer },
    "AWS::ECS::Cluster": { containerCluster },
    "AWS::ECS::Service": { containerService },
    "AWS::ECS::TaskDefinition": { taskDefinition },
    "AWS::EFS::MountTarget": { mountTarget },
    "AWS::ElastiCache::ReplicationGroup": { cacheGroup },
    "AWS::ElastiCache::SubnetGroup": { cacheSubnets },
    "AWS::Events::ApiDestination": { eventDestination },
    "AWS::Events::Connection": { eventConnection },
    "AWS::Events::Rule": { eventRule },
    "AWS::Lambda::EventInvokeConfig": { eventInvokeConfig },
    "AWS::Lambda::EventSourceMapping": { eventSourceMapping },
    "AWS::Lambda::Url": { functionUrl },
    "AWS::Lambda::WebFunction": { webFunction },
    "AWS::Lambda::WebFunctionEndpoint": { webFunctionEndpoint },
    "AWS::Lambda::WebFunctionRevision": { webFunctionRevision },
    "AWS::Logs::MetricFilter": { metricFilter },
    "AWS::Logs::SubscriptionFilter": { subscriptionFilter },
    "AWS::Pipes::Pipe": { pipe },
    "AWS::RDS::DBCluster": { databaseCluster },
    "AWS::RDS::DBInstance": { database },
    "AWS::RDS::DBProxy": { databaseProxy },
    "AWS::RDS::DBSubnetGroup": { databaseSubnets },
    "AWS::S3::BucketPolicy": { bucketPolicy },
    "AWS::SNS::Subscription": { subscription },
    "AWS::SNS::TopicPolicy": { topicPolicy },
    "AWS::SQS::QueuePolicy": { queuePolicy },
    "AWS::SSM::Parameter": { configurationParameter },
    "AWS::Scheduler::Schedule": { schedule },
    "AWS::WAFv2::IPSet": { addressSet },
    "AWS::WAFv2::RuleGroup": { firewallRules },
    "AWS::WAFv2::WebACL": { firewall },
    "AWS::WAFv2::WebACLAssociation": { aclAssociation },
  ]
}
