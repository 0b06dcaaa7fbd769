/// The properties whose change replaces a resource, for types that the language does not describe.
///
/// From CloudFormation's resource schemas of 2026-10-20, as cfn-lint bundles them; `/` separates the names of a path.
enum CreateOnly {
  /// The paths of a type; nil if they are unknown.
  static func paths(of type: String) -> [[String]]? {
    if let text = others[type] {
      return text.split(separator: " ").map { $0.split(separator: "/").map(String.init) }
    }
    return ResourceType.named(type).map { type in
      type.properties.filter { $0.traits.contains(.createOnly) }.map { [$0.name] }
    }
  }

  /// The paths whose change replaces a resource only in some cases.
  static func conditionalPaths(of type: String) -> [[String]] {
    (conditional[type] ?? "").split(separator: " ").map { $0.split(separator: "/").map(String.init) }
  }

  private static let conditional: [String: String] = [
    "AWS::DynamoDB::GlobalTable": "LocalSecondaryIndexes GlobalTableSourceArn KeySchema",
    "AWS::DynamoDB::Table": "KeySchema",
    "AWS::EC2::Instance": """
    AdditionalInfo Affinity EbsOptimized HostId InstanceType KernelId PrivateDnsNameOptions RamdiskId Tenancy \
    UserData BlockDeviceMappings SecurityGroupIds
    """,
    "AWS::EC2::Subnet": "Ipv6CidrBlock",
    "AWS::EC2::VPC": "InstanceTenancy",
    "AWS::ECS::Service": "LaunchType",
    "AWS::ElastiCache::ReplicationGroup": "AuthToken NodeGroupConfiguration",
    "AWS::Events::Rule": "EventBusName",
    "AWS::Lambda::Function": "DurableConfig",
    "AWS::OpenSearchService::Domain": """
    EncryptionAtRestOptions/Enabled EncryptionAtRestOptions/KmsKeyId AdvancedSecurityOptions/Enabled
    """,
    "AWS::RDS::DBCluster": "AvailabilityZones Engine GlobalClusterIdentifier MasterUsername",
    "AWS::RDS::DBInstance": """
    AutoMinorVersionUpgrade AvailabilityZone BackupRetentionPeriod DBClusterSnapshotIdentifier \
    DBParameterGroupName DBSnapshotIdentifier Engine MultiAZ PerformanceInsightsKMSKeyId \
    PreferredMaintenanceWindow RestoreTime SourceDBClusterIdentifier SourceDBInstanceAutomatedBackupsArn \
    SourceDBInstanceIdentifier SourceDbiResourceId UseLatestRestorableTime
    """,
  ]

  private static let others: [String: String] = [
    "AWS::AppConfig::ConfigurationProfile": "ApplicationId LocationUri Type",
    "AWS::AppConfig::Environment": "ApplicationId",
    "AWS::Cognito::UserPoolClient": "GenerateSecret UserPoolId",
    "AWS::DynamoDB::GlobalTable": "TableName",
    "AWS::DynamoDB::Table": "ImportSourceSpecification TableName",
    "AWS::EC2::Instance": """
    AvailabilityZone CpuOptions ElasticGpuSpecifications ElasticInferenceAccelerators EnclaveOptions \
    HibernationOptions HostResourceGroupArn ImageId Ipv6AddressCount Ipv6Addresses KeyName \
    LaunchTemplate LicenseSpecifications NetworkInterfaces PlacementGroupName PrivateIpAddress \
    SecurityGroups SubnetId
    """,
    "AWS::ECR::Repository": """
    EncryptionConfiguration EncryptionConfiguration/EncryptionType EncryptionConfiguration/KmsKey \
    RepositoryName
    """,
    "AWS::ECS::Cluster": "ClusterName",
    "AWS::ECS::Service": "Cluster Role SchedulingStrategy ServiceName",
    "AWS::ECS::TaskDefinition": """
    ContainerDefinitions Cpu EnableFaultInjection EphemeralStorage ExecutionRoleArn Family \
    InferenceAccelerators IpcMode Memory NetworkMode PidMode PlacementConstraints ProxyConfiguration \
    RequiresCompatibilities RuntimePlatform TaskRoleArn Volumes
    """,
    "AWS::EFS::AccessPoint": """
    ClientToken FileSystemId PosixUser PosixUser/Gid PosixUser/SecondaryGids PosixUser/Uid RootDirectory \
    RootDirectory/CreationInfo RootDirectory/CreationInfo/OwnerGid RootDirectory/CreationInfo/OwnerUid \
    RootDirectory/CreationInfo/Permissions RootDirectory/Path
    """,
    "AWS::EFS::FileSystem": "AvailabilityZoneName Encrypted KmsKeyId PerformanceMode",
    "AWS::ElastiCache::ReplicationGroup": """
    AtRestEncryptionEnabled CacheSubnetGroupName DataTieringEnabled GlobalReplicationGroupId KmsKeyId \
    NetworkType Port PreferredCacheClusterAZs ReplicationGroupId SnapshotArns SnapshotName
    """,
    "AWS::ElastiCache::ServerlessCache": """
    ConnectionType KmsKeyId NetworkType ServerlessCacheName SnapshotArnsToRestore SubnetIds
    """,
    "AWS::Events::Connection": "Name",
    "AWS::Events::EventBus": "Name",
    "AWS::Events::Rule": "Name",
    "AWS::IAM::ManagedPolicy": "Description ManagedPolicyName Path",
    "AWS::IAM::Role": "Path RoleName",
    "AWS::KMS::Alias": "AliasName",
    "AWS::Kinesis::Stream": "Name",
    "AWS::KinesisFirehose::DeliveryStream": """
    AmazonOpenSearchServerlessDestinationConfiguration/VpcConfiguration \
    AmazonopensearchserviceDestinationConfiguration/VpcConfiguration DatabaseSourceConfiguration \
    DeliveryStreamName DeliveryStreamType DirectPutSourceConfiguration \
    ElasticsearchDestinationConfiguration/VpcConfiguration \
    IcebergDestinationConfiguration/CatalogConfiguration KinesisStreamSourceConfiguration \
    MSKSourceConfiguration SnowflakeDestinationConfiguration/SnowflakeVpcConfiguration
    """,
    "AWS::Lambda::EventInvokeConfig": "FunctionName Qualifier",
    "AWS::Lambda::EventSourceMapping": """
    EventSourceArn SelfManagedEventSource StartingPosition StartingPositionTimestamp
    """,
    "AWS::Lambda::Url": "Qualifier TargetFunctionArn",
    "AWS::Lambda::WebFunction": "FunctionName",
    "AWS::Lambda::WebFunctionEndpoint": "EndpointName EndpointType FunctionName Regions",
    "AWS::Lambda::WebFunctionRevision": "BuildConfig Description FunctionName KmsKeyArn ServiceConfig",
    "AWS::OpenSearchService::Domain": "DomainName EngineMode",
    "AWS::Pipes::Pipe": """
    Name Source SourceParameters/ActiveMQBrokerParameters/QueueName \
    SourceParameters/DynamoDBStreamParameters/StartingPosition \
    SourceParameters/KinesisStreamParameters/StartingPosition \
    SourceParameters/KinesisStreamParameters/StartingPositionTimestamp \
    SourceParameters/ManagedStreamingKafkaParameters/ConsumerGroupID \
    SourceParameters/ManagedStreamingKafkaParameters/StartingPosition \
    SourceParameters/ManagedStreamingKafkaParameters/TopicName \
    SourceParameters/RabbitMQBrokerParameters/QueueName \
    SourceParameters/RabbitMQBrokerParameters/VirtualHost \
    SourceParameters/SelfManagedKafkaParameters/AdditionalBootstrapServers \
    SourceParameters/SelfManagedKafkaParameters/ConsumerGroupID \
    SourceParameters/SelfManagedKafkaParameters/StartingPosition \
    SourceParameters/SelfManagedKafkaParameters/TopicName
    """,
    "AWS::RDS::DBCluster": """
    ClusterScalabilityType DBClusterIdentifier DBSubnetGroupName DBSystemId DatabaseName EngineMode \
    KmsKeyId PubliclyAccessible RestoreToTime RestoreType SnapshotIdentifier SourceDBClusterIdentifier \
    SourceDbClusterResourceId SourceRegion StorageEncrypted UseLatestRestorableTime
    """,
    "AWS::RDS::DBInstance": """
    BackupTarget CharacterSetName CustomIAMInstanceProfile DBClusterIdentifier DBInstanceIdentifier \
    DBName DBSubnetGroupName DBSystemId KmsKeyId MasterUsername NcharCharacterSetName SourceRegion \
    StorageEncrypted Timezone
    """,
    "AWS::RDS::DBProxy": "DBProxyName EndpointNetworkType EngineFamily TargetConnectionNetworkType VpcSubnetIds",
    "AWS::Route53::HostedZone": "DelegationSetId Name",
    "AWS::S3::Bucket": "BucketName BucketNamePrefix BucketNamespace",
    "AWS::SNS::Topic": "FifoTopic TopicName",
    "AWS::SQS::Queue": "FifoQueue QueueName",
    "AWS::SSM::Parameter": "Name",
    "AWS::Scheduler::Schedule": "Name",
    "AWS::SecretsManager::Secret": "Name",
    "AWS::StepFunctions::Activity": "EncryptionConfiguration Name",
    "AWS::StepFunctions::StateMachine": "StateMachineName StateMachineType",
    "AWS::StepFunctions::StateMachineAlias": "Name",
    "AWS::StepFunctions::StateMachineVersion": "Description StateMachineArn StateMachineRevisionId",
    "AWS::WAFv2::WebACL": "Name Scope",
  ]
}
