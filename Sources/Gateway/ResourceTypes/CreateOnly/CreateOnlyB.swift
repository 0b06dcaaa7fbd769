/// Written by Tests/judges/create_only.py from CloudFormation's resource schemas; do not edit.
extension CreateOnly {
  static func typesOfB(_ service: String) -> String? {
    switch service {
    case "Cassandra":
      """
      Keyspace KeyspaceName!; Table ClientSideTimestampsEnabled ClusteringKeyColumns KeyspaceName! \
      PartitionKeyColumns TableName!; Type Fields KeyspaceName! TypeName!
      """
    case "CertificateManager":
      """
      Account; AcmeDomainValidation AcmeEndpointArn DomainName PrevalidationOptions/DnsPrevalidation/HostedZoneId; \
      AcmeEndpoint AuthorizationBehavior CertificateTags; AcmeExternalAccountBinding AcmeEndpointArn Expiration \
      RoleArn; Certificate CertificateAuthorityArn CertificateExport DomainName DomainValidationOptions KeyAlgorithm \
      SubjectAlternativeNames
      """
    case "CloudFormation":
      """
      ChangeSet Capabilities ChangeSetName ChangeSetType DeploymentMode Description ImportExistingResources \
      IncludeNestedStacks NotificationARNs OnStackFailure RoleARN StackName Tags TemplateBody TemplateURL \
      UsePreviousTemplate; CustomResource ServiceToken; GeneratedTemplate; GuardHook Alias ExecutionRole; \
      HookDefaultVersion; HookTypeConfig ConfigurationAlias; HookVersion ExecutionRoleArn LoggingConfig \
      SchemaHandlerPackage TypeName; LambdaHook Alias AutoUpdate LoggingConfig; Macro Name; ModuleDefaultVersion Arn! \
      ModuleName VersionId; ModuleVersion ModuleName ModulePackage; PublicTypeVersion Arn LogDeliveryBucket \
      PublicVersionNumber Type TypeName; Publisher AcceptTermsAndConditions ConnectionArn; ResourceDefaultVersion; \
      ResourceVersion ExecutionRoleArn LoggingConfig SchemaHandlerPackage TypeName; Stack; StackSet PermissionModel \
      StackSetName; TypeActivation LoggingConfig; WaitCondition; WaitConditionHandle
      """
    case "CloudFront":
      """
      AnycastIpList IpCount Name Tags; CachePolicy; CloudFrontOriginAccessIdentity; ConnectionFunction \
      ConnectionFunctionConfig/Runtime Name; ConnectionGroup Name; ContinuousDeploymentPolicy; Distribution; \
      DistributionTenant Name; FieldLevelEncryptionConfig CallerReference; FieldLevelEncryptionProfile \
      FieldLevelEncryptionProfileConfig/CallerReference; Function Name; KeyGroup; KeyValueStore Name!; \
      MonitoringSubscription DistributionId!; OriginAccessControl; OriginRequestPolicy; PublicKey; RealtimeLogConfig \
      Name; ResponseHeadersPolicy; StreamingDistribution; TrustStore Name; VpcOrigin
      """
    case "CloudTrail":
      """
      Channel Source; Dashboard; EventDataStore; ResourcePolicy ResourceArn!; Trail TrailName!
      """
    case "CloudWatch":
      """
      Alarm AlarmName!; AlarmMuteRule Name; AnomalyDetector Dimensions MetricCharacteristics \
      MetricMathAnomalyDetector MetricName Namespace SingleMetricAnomalyDetector Stat; CompositeAlarm AlarmName!; \
      Dashboard DashboardName!; InsightRule RuleName; Integration IntegrationType Name; LogAlarm AlarmName!; \
      MetricStream Name!; OTelEnrichment; ResourceMetricsConfiguration ResourceArn!; View Name!
      """
    case "CodeBuild":
      """
      Fleet Name; Project Name; ReportGroup Name Type; SourceCredential ServerType
      """
    case "CodeDeploy":
      """
      Application ApplicationName! ComputePlatform; DeploymentConfig ComputePlatform DeploymentConfigName! \
      MinimumHealthyHosts TrafficRoutingConfig ZonalConfig; DeploymentGroup ApplicationName! DeploymentGroupName!
      """
    case "CodePipeline":
      """
      CustomActionType Category! ConfigurationProperties InputArtifactDetails OutputArtifactDetails Provider! \
      Settings Version!; Pipeline Name!; Webhook Name
      """
    case "Cognito":
      """
      IdentityPool; IdentityPoolPrincipalTag IdentityPoolId! IdentityProviderName!; IdentityPoolRoleAttachment \
      IdentityPoolId; LogDeliveryConfiguration UserPoolId; ManagedLoginBranding ClientId UserPoolId; Terms ClientId \
      UserPoolId; UserPool; UserPoolClient GenerateSecret UserPoolId; UserPoolDomain Domain! UserPoolId!; \
      UserPoolGroup GroupName! UserPoolId!; UserPoolIdentityProvider ProviderName! ProviderType UserPoolId!; \
      UserPoolRegionalConfigurationAttachment UserPoolId!; UserPoolReplica RegionName! UserPoolId! \
      UserPoolTagsAtCreate; UserPoolResourceServer Identifier! UserPoolId!; UserPoolRiskConfigurationAttachment \
      ClientId! UserPoolId!; UserPoolUICustomizationAttachment ClientId! UserPoolId!; UserPoolUser ClientMetadata \
      DesiredDeliveryMediums ForceAliasCreation MessageAction UserAttributes UserPoolId! Username! ValidationData; \
      UserPoolUserToGroupAttachment GroupName! UserPoolId! Username!
      """
    case "Config":
      """
      AggregationAuthorization AuthorizedAccountId! AuthorizedAwsRegion!; ConfigRule ConfigRuleName!; \
      ConfigurationAggregator ConfigurationAggregatorName!; ConfigurationRecorder Name! StartedOnCreate; \
      ConformancePack ConformancePackName!; Connector ConnectorConfiguration; DeliveryChannel Name!; \
      OrganizationConfigRule OrganizationConfigRuleName!; OrganizationConformancePack \
      OrganizationConformancePackName!; RemediationConfiguration ConfigRuleName!; StoredQuery QueryName!
      """
    case "DAX":
      """
      Cluster ClusterEndpointEncryptionType ClusterName IAMRoleARN NetworkType NodeType SSESpecification \
      SubnetGroupName; ParameterGroup Description ParameterGroupName!; SubnetGroup SubnetGroupName!
      """
    case "DMS":
      """
      Certificate CertificateIdentifier CertificatePem CertificateWallet; DataMigration; DataProvider; Endpoint \
      ElasticsearchSettings/EndpointUri KmsKeyId MongoDbSettings/AuthType ResourceIdentifier; EventSubscription \
      SourceIds SubscriptionName!; InstanceProfile; MigrationProject; ReplicationConfig ResourceIdentifier; \
      ReplicationInstance DnsNameServers KmsKeyId PubliclyAccessible ReplicationSubnetGroupIdentifier \
      ResourceIdentifier; ReplicationSubnetGroup ReplicationSubnetGroupIdentifier!; ReplicationTask MigrationType \
      ReplicationInstanceArn ResourceIdentifier SourceEndpointArn TargetEndpointArn
      """
    case "DSQL":
      """
      Cluster
      """
    case "DocDB":
      """
      DBCluster AvailabilityZones DBClusterIdentifier DBSubnetGroupName KmsKeyId MasterUsername SnapshotIdentifier \
      SourceDBClusterIdentifier StorageEncrypted; DBClusterParameterGroup Description Family Name!; DBInstance \
      AvailabilityZone DBClusterIdentifier DBInstanceIdentifier; DBSubnetGroup DBSubnetGroupName!; EventSubscription \
      SnsTopicArn SubscriptionName!; GlobalCluster Engine EngineVersion GlobalClusterIdentifier! \
      SourceDBClusterIdentifier StorageEncrypted
      """
    case "DynamoDB":
      """
      GlobalTable TableName! ?GlobalTableSourceArn ?KeySchema ?LocalSecondaryIndexes; Table ImportSourceSpecification \
      TableName! ?KeySchema
      """
    default: nil
    }
  }
}
