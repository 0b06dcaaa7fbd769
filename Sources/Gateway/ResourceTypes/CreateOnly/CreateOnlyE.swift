/// Written by Tests/judges/create_only.py from CloudFormation's resource schemas; do not edit.
extension CreateOnly {
  static func typesOfE(_ service: String) -> String? {
    switch service {
    case "Neptune":
      """
      DBCluster AvailabilityZones DBClusterIdentifier! DBSubnetGroupName GlobalClusterIdentifier KmsKeyId \
      RestoreToTime RestoreType SnapshotIdentifier SourceDBClusterIdentifier StorageEncrypted \
      UseLatestRestorableTime; DBClusterParameterGroup Description Family Name!; DBInstance AvailabilityZone \
      DBClusterIdentifier DBInstanceIdentifier! DBSnapshotIdentifier DBSubnetGroupName ?AutoMinorVersionUpgrade \
      ?DBParameterGroupName ?PreferredMaintenanceWindow; DBParameterGroup Description Family Name!; DBSubnetGroup \
      DBSubnetGroupName!; EventSubscription SnsTopicArn SubscriptionName!; GlobalCluster Engine \
      GlobalClusterIdentifier! SourceDBClusterIdentifier StorageEncrypted
      """
    case "OpenSearchServerless":
      """
      AccessPolicy Name! Type!; Collection CollectionGroupName EncryptionConfig Name StandbyReplicas Tags Type; \
      CollectionGroup Generation Name StandbyReplicas; CollectionIndex Id! IndexName!; Index CollectionEndpoint! \
      IndexName! Settings/Analysis; LifecyclePolicy Name! Type!; SecurityConfig IamIdentityCenterOptions/InstanceArn \
      Name Type; SecurityPolicy Name! Type!; VpcEndpoint Name VpcId
      """
    case "OpenSearchService":
      """
      Application KmsKeyArn Name!; Domain DomainName! EngineMode ?AdvancedSecurityOptions/Enabled \
      ?EncryptionAtRestOptions/Enabled ?EncryptionAtRestOptions/KmsKeyId
      """
    case "Pipes":
      """
      Pipe Name! Source SourceParameters/ActiveMQBrokerParameters/QueueName \
      SourceParameters/DynamoDBStreamParameters/StartingPosition \
      SourceParameters/KinesisStreamParameters/StartingPosition \
      SourceParameters/KinesisStreamParameters/StartingPositionTimestamp \
      SourceParameters/ManagedStreamingKafkaParameters/ConsumerGroupID \
      SourceParameters/ManagedStreamingKafkaParameters/StartingPosition \
      SourceParameters/ManagedStreamingKafkaParameters/TopicName SourceParameters/RabbitMQBrokerParameters/QueueName \
      SourceParameters/RabbitMQBrokerParameters/VirtualHost \
      SourceParameters/SelfManagedKafkaParameters/AdditionalBootstrapServers \
      SourceParameters/SelfManagedKafkaParameters/ConsumerGroupID \
      SourceParameters/SelfManagedKafkaParameters/StartingPosition \
      SourceParameters/SelfManagedKafkaParameters/TopicName
      """
    case "RAM":
      """
      Permission Name PolicyTemplate ResourceType; PermissionAssociation PermissionArn! ResourceShareArn!; \
      PrincipalAssociation Principal! ResourceShareArn!; ResourceAssociation ResourceArn! ResourceShareArn!; \
      ResourceShare ResourceShareConfiguration/RetainSharingOnAccountLeaveOrganization; SourceAssociation \
      ResourceShareArn! SourceId!
      """
    case "RDS":
      """
      ClusterSnapshot DBClusterIdentifier DBClusterSnapshotIdentifier; CustomDBEngineVersion \
      DatabaseInstallationFiles DatabaseInstallationFilesS3BucketName DatabaseInstallationFilesS3Prefix Engine! \
      EngineVersion! ImageId KMSKeyId Manifest SourceCustomDbEngineVersionIdentifier UseAwsProvidedLatestImage; \
      DBCluster ClusterScalabilityType DBClusterIdentifier! DBSubnetGroupName DBSystemId DatabaseName EngineMode \
      KmsKeyId PubliclyAccessible RestoreToTime RestoreType SnapshotIdentifier SourceDBClusterIdentifier \
      SourceDbClusterResourceId SourceRegion StorageEncrypted UseLatestRestorableTime ?AvailabilityZones ?Engine \
      ?GlobalClusterIdentifier ?MasterUsername; DBClusterEndpoint DBClusterEndpointIdentifier DBClusterIdentifier; \
      DBClusterParameterGroup DBClusterParameterGroupName! Description Family; DBInstance BackupTarget \
      CharacterSetName CustomIAMInstanceProfile DBClusterIdentifier DBInstanceIdentifier! DBName DBSubnetGroupName \
      DBSystemId KmsKeyId MasterUsername NcharCharacterSetName SourceRegion StorageEncrypted Timezone \
      ?AutoMinorVersionUpgrade ?AvailabilityZone ?BackupRetentionPeriod ?DBClusterSnapshotIdentifier \
      ?DBParameterGroupName ?DBSnapshotIdentifier ?Engine ?MultiAZ ?PerformanceInsightsKMSKeyId \
      ?PreferredMaintenanceWindow ?RestoreTime ?SourceDBClusterIdentifier ?SourceDBInstanceAutomatedBackupsArn \
      ?SourceDBInstanceIdentifier ?SourceDbiResourceId ?UseLatestRestorableTime; DBParameterGroup \
      DBParameterGroupName! Description Family; DBProxy DBProxyName! EndpointNetworkType EngineFamily \
      TargetConnectionNetworkType VpcSubnetIds; DBProxyEndpoint DBProxyEndpointName! DBProxyName EndpointNetworkType \
      VpcSubnetIds; DBProxyTargetGroup DBProxyName TargetGroupName; DBSecurityGroup EC2VpcId GroupDescription; \
      DBSecurityGroupIngress; DBShardGroup DBClusterIdentifier DBShardGroupIdentifier! PubliclyAccessible; DBSnapshot \
      DBInstanceIdentifier DBSnapshotIdentifier; DBSubnetGroup DBSubnetGroupName!; Deployment BlueGreenDeploymentName \
      Source TargetAllocatedStorage TargetDBClusterParameterGroupName TargetDBInstanceClass \
      TargetDBParameterGroupName TargetEngineVersion TargetIops TargetStorageThroughput TargetStorageType \
      UpgradeTargetStorageConfig; EventSubscription SnsTopicArn SubscriptionName!; GlobalCluster Engine \
      GlobalClusterIdentifier! SourceDBClusterIdentifier StorageEncrypted; Integration AdditionalEncryptionContext \
      KMSKeyId SourceArn TargetArn; OptionGroup EngineName MajorEngineVersion OptionGroupDescription OptionGroupName!
      """
    case "RUM":
      """
      AppMonitor Name! Platform
      """
    case "Redshift":
      """
      Cluster ClusterIdentifier! ClusterSubnetGroupName DBName MasterUsername OwnerAccount SnapshotClusterIdentifier \
      SnapshotIdentifier; ClusterParameterGroup Description ParameterGroupFamily ParameterGroupName!; \
      ClusterSecurityGroup Description; ClusterSecurityGroupIngress CIDRIP ClusterSecurityGroupName \
      EC2SecurityGroupName EC2SecurityGroupOwnerId; ClusterSubnetGroup; EndpointAccess ClusterIdentifier \
      EndpointName! ResourceOwner SubnetGroupName; EndpointAuthorization Account! ClusterIdentifier!; \
      EventSubscription SubscriptionName!; Integration AdditionalEncryptionContext KMSKeyId SourceArn TargetArn; \
      QEV2IdcApplication IdcInstanceArn Qev2IdcApplicationName; RedshiftIdcApplication ApplicationType IdcInstanceArn \
      RedshiftIdcApplicationName SsoTagKeys; ScheduledAction ScheduledActionName!; Snapshot ClusterIdentifier \
      SnapshotIdentifier; SnapshotCopyGrant KmsKeyId SnapshotCopyGrantName; SnapshotSchedule ScheduleDescription \
      ScheduleIdentifier; UsageLimit ClusterIdentifier FeatureType LimitType Period
      """
    case "RedshiftServerless":
      """
      Namespace NamespaceName!; Snapshot NamespaceName SnapshotName! Tags; Workgroup NamespaceName WorkgroupName!
      """
    case "Route53":
      """
      CidrCollection Name; DNSSEC HostedZoneId!; DelegationSet; HealthCheck HealthCheckConfig/MeasureLatency \
      HealthCheckConfig/RequestInterval HealthCheckConfig/Type; HostedZone DelegationSetId Name; KeySigningKey \
      HostedZoneId! KeyManagementServiceArn Name!; QueryLoggingConfig CloudWatchLogsLogGroupArn HostedZoneId; \
      RecordSet HostedZoneId HostedZoneName; RecordSetGroup HostedZoneId HostedZoneName; TrafficPolicy Document Name; \
      TrafficPolicyInstance HostedZoneId Name
      """
    case "Route53Resolver":
      """
      FirewallDomainList Name; FirewallRuleGroup Name; FirewallRuleGroupAssociation FirewallRuleGroupId VpcId; \
      OutpostResolver OutpostArn; ResolverConfig AutodefinedReverseFlag ResourceId!; ResolverDNSSECConfig ResourceId; \
      ResolverEndpoint Direction OutpostArn PreferredInstanceType SecurityGroupIds; ResolverQueryLoggingConfig \
      DestinationArn Name Tags; ResolverQueryLoggingConfigAssociation ResolverQueryLogConfigId ResourceId; \
      ResolverRule RuleType ?DomainName; ResolverRuleAssociation Name ResolverRuleId VPCId
      """
    case "S3":
      """
      AccessGrant S3PrefixType Tags; AccessGrantsInstance Tags; AccessGrantsLocation Tags; AccessPoint Bucket \
      BucketAccountId Name! VpcConfiguration; Bucket BucketName! BucketNamePrefix BucketNamespace; BucketPolicy \
      Bucket!; MultiRegionAccessPoint Name! PublicAccessBlockConfiguration Regions; MultiRegionAccessPointPolicy \
      MrapName!; StorageLens StorageLensConfiguration/Id; StorageLensGroup Name!
      """
    case "S3Express":
      """
      AccessPoint Bucket BucketAccountId Name! VpcConfiguration; BucketPolicy Bucket!; DirectoryBucket BucketName! \
      DataRedundancy LocationName
      """
    case "S3Tables":
      """
      Namespace Namespace! TableBucketARN!; Table IcebergMetadata OpenTableFormat StorageClassConfiguration \
      TableBucketARN WithoutMetadata; TableBucket TableBucketName; TableBucketPolicy TableBucketARN!; TablePolicy \
      TableARN!
      """
    case "S3Vectors":
      """
      Index DataType Dimension DistanceMetric EncryptionConfiguration IndexName MetadataConfiguration VectorBucketArn \
      VectorBucketName; VectorBucket EncryptionConfiguration VectorBucketName; VectorBucketPolicy VectorBucketArn! \
      VectorBucketName
      """
    case "SES":
      """
      ConfigurationSet Name!; ConfigurationSetEventDestination ConfigurationSetName ?EventDestination/Name; \
      ContactList ContactListName!; CustomVerificationEmailTemplate TemplateName!; DedicatedIpPool PoolName! \
      ?ScalingMode; EmailIdentity EmailIdentity!; EmailIdentityCertificate CertificateArn EmailIdentity! \
      FromAddress!; MailManagerAddonInstance AddonSubscriptionId; MailManagerAddonSubscription AddonName; \
      MailManagerAddressList AddressListName; MailManagerArchive KmsKeyArn; MailManagerIngressPoint \
      NetworkConfiguration Type; MailManagerRelay; MailManagerRuleSet; MailManagerTrafficPolicy; MultiRegionEndpoint \
      Details EndpointName!; ReceiptFilter Filter; ReceiptRule Rule/Name RuleSetName; ReceiptRuleSet RuleSetName!; \
      Template Template/TemplateName; Tenant TenantName!; VdmAttributes
      """
    case "SNS":
      """
      Subscription Endpoint Protocol TopicArn ?Region; Topic FifoTopic TopicName; TopicInlinePolicy TopicArn!; \
      TopicPolicy
      """
    case "SQS":
      """
      Queue FifoQueue QueueName; QueueInlinePolicy Queue!; QueuePolicy
      """
    case "SSM":
      """
      Association InstanceId; CloudConnector ConfigConnectorArn Configuration/AzureConfiguration/TenantId RoleArn; \
      Document DocumentType Name! ?Attachments ?Content ?DocumentFormat ?Requires ?TargetType ?VersionName; \
      MaintenanceWindow; MaintenanceWindowTarget WindowId; MaintenanceWindowTask TaskType WindowId; OpsItem Source; \
      Parameter Name!; PatchBaseline OperatingSystem; ResourceDataSync BucketName BucketPrefix BucketRegion KMSKeyArn \
      S3Destination SyncFormat SyncName! SyncType; ResourcePolicy ResourceArn; ServiceSetting SettingId
      """
    case "Scheduler":
      """
      Schedule Name!; ScheduleGroup Name!
      """
    case "SecretsManager":
      """
      ResourcePolicy SecretId; RotationSchedule SecretId; Secret Name; SecretTargetAttachment SecretId
      """
    case "ServiceCatalogAppRegistry":
      """
      Application; AttributeGroup; AttributeGroupAssociation Application AttributeGroup; ResourceAssociation \
      Application Resource ResourceType
      """
    case "ServiceDiscovery":
      """
      HttpNamespace Name; Instance InstanceId! ServiceId!; PrivateDnsNamespace Name Vpc; PublicDnsNamespace Name; \
      Service HealthCheckCustomConfig Name NamespaceId Type
      """
    case "Shield":
      """
      DRTAccess; ProactiveEngagement; Protection Name ResourceArn; ProtectionGroup ProtectionGroupId
      """
    case "Signer":
      """
      ProfilePermission Action Principal ProfileName! ProfileVersion StatementId!; SigningProfile PlatformId \
      SignatureValidityPeriod
      """
    case "StepFunctions":
      """
      Activity EncryptionConfiguration Name; StateMachine StateMachineName StateMachineType; StateMachineAlias Name; \
      StateMachineVersion Description StateMachineArn StateMachineRevisionId
      """
    case "Synthetics":
      """
      Canary Name!; Group Name!
      """
    case "Timestream":
      """
      Database DatabaseName!; InfluxDBBackup DbResourceId Name RetentionDays; InfluxDBCluster AllocatedStorage Bucket \
      DbStorageType DeploymentType Name NetworkType Organization Password PubliclyAccessible Username \
      VpcSecurityGroupIds VpcSubnetIds; InfluxDBInstance Bucket Name NetworkType Organization Password \
      PubliclyAccessible Username VpcSecurityGroupIds VpcSubnetIds; ScheduledQuery ErrorReportConfiguration KmsKeyId \
      NotificationConfiguration QueryString ScheduleConfiguration ScheduledQueryExecutionRoleArn ScheduledQueryName \
      TargetConfiguration; Table DatabaseName! TableName!
      """
    case "Transfer":
      """
      Agreement ServerId; Certificate Certificate CertificateChain PrivateKey; Connector; HostKey HostKeyBody \
      ServerId; Profile ProfileType; Server Domain ?EndpointDetails ?IpAddressType; User ServerId UserName; WebApp \
      EndpointDetails/Vpc/SecurityGroupIds EndpointDetails/Vpc/VpcId IdentityProviderDetails/InstanceArn \
      WebAppEndpointPolicy; Workflow Description OnExceptionSteps Steps
      """
    case "VerifiedPermissions":
      """
      IdentitySource PolicyStoreId; Policy PolicyStoreId; PolicyStore; PolicyStoreAlias AliasName! PolicyStoreId; \
      PolicyTemplate PolicyStoreId
      """
    case "VpcLattice":
      """
      AccessLogSubscription ResourceIdentifier; AuthPolicy ResourceIdentifier!; DomainVerification DomainName; \
      Listener Name Port Protocol ServiceIdentifier; ResourceConfiguration CustomDomainName DomainVerificationId \
      GroupDomain ProtocolType ResourceConfigurationAuthType ResourceConfigurationType ResourceGatewayId; \
      ResourceGateway IpAddressType Name ResourceConfigDnsResolution SubnetIds VpcIdentifier; ResourcePolicy \
      ResourceArn!; Rule ListenerIdentifier Name ServiceIdentifier; Service CustomDomainName Name; ServiceNetwork \
      Name SharingConfig; ServiceNetworkResourceAssociation PrivateDnsEnabled ResourceConfigurationId \
      ServiceNetworkId; ServiceNetworkServiceAssociation ServiceIdentifier ServiceNetworkIdentifier; \
      ServiceNetworkVpcAssociation ServiceNetworkIdentifier VpcIdentifier; TargetGroup Config/IpAddressType \
      Config/LambdaEventStructureVersion Config/Port Config/Protocol Config/ProtocolVersion Config/VpcIdentifier Name \
      Type
      """
    case "WAFv2":
      """
      IPSet Name Scope; LoggingConfiguration ResourceArn!; RegexPatternSet Name Scope; RuleGroup Name Scope; WebACL \
      Name Scope; WebACLAssociation ResourceArn! WebACLArn!
      """
    case "XRay":
      """
      Group; ResourcePolicy PolicyName!; SamplingRule SamplingRule/Version; TransactionSearchConfig
      """
    default: nil
    }
  }
}
