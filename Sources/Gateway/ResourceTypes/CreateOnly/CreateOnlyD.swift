/// Written by Tests/judges/create_only.py from CloudFormation's resource schemas; do not edit.
extension CreateOnly {
  static func typesOfD(_ service: String) -> String? {
    switch service {
    case "FIS":
      """
      ExperimentTemplate ExperimentOptions/AccountTargeting; TargetAccountConfiguration AccountId! \
      ExperimentTemplateId!
      """
    case "GlobalAccelerator":
      """
      Accelerator; CrossAccountAttachment; EndpointGroup EndpointGroupRegion ListenerArn; Listener AcceleratorArn
      """
    case "Glue":
      """
      Blueprint Name; Catalog Name; Classifier CsvClassifier/Name GrokClassifier/Name JsonClassifier/Name \
      XMLClassifier/Name; Connection CatalogId ConnectionInput/Name; ConnectionType ConnectionProperties \
      ConnectionType ConnectorAuthenticationConfiguration Description IntegrationType RestConfiguration; Crawler \
      Name!; CustomEntityType Name!; DataCatalogEncryptionSettings CatalogId!; DataQualityRuleset Name!; Database \
      DatabaseName!; DevEndpoint EndpointName; IdentityCenterConfiguration InstanceArn; Integration \
      AdditionalEncryptionContext IntegrationConfig IntegrationName KmsKeyId SourceArn TargetArn; \
      IntegrationResourceProperty ResourceArn; Job Name!; MLTransform InputRecordTables TransformEncryption \
      TransformParameters/FindMatchesParameters/PrimaryKeyColumnName; Partition CatalogId DatabaseName \
      PartitionInput/Values TableName; Registry Name; Schema DataFormat Name Registry SchemaDefinition; SchemaVersion \
      Schema SchemaDefinition; SchemaVersionMetadata Key! SchemaVersionId! Value!; SecurityConfiguration Name!; \
      Session Command Connections DefaultArguments Description GlueVersion Id IdleTimeout MaxCapacity NumberOfWorkers \
      RequestOrigin Role SecurityConfiguration Timeout WorkerType; Table CatalogId! DatabaseName! Name! \
      TableInput/Name; TableOptimizer CatalogId! DatabaseName! TableName! Type!; Trigger Name! Type WorkflowName; \
      UsageProfile Name!; UserDefinedFunction DatabaseName FunctionName FunctionType; Workflow Name!
      """
    case "IAM":
      """
      AccessKey Serial UserName; Group GroupName!; GroupPolicy GroupName! PolicyName!; InstanceProfile \
      InstanceProfileName! Path; ManagedPolicy Description ManagedPolicyName Path; OIDCProvider Url; Policy; Role \
      Path RoleName!; RolePolicy PolicyName! RoleName!; SAMLProvider AddPrivateKey Name RemovePrivateKey; \
      ServerCertificate CertificateBody CertificateChain PrivateKey ServerCertificateName!; ServiceLinkedRole \
      AWSServiceName CustomSuffix; User UserName!; UserPolicy PolicyName! UserName!; UserToGroupAddition; \
      VirtualMFADevice Path VirtualMfaDeviceName
      """
    case "IVS":
      """
      AdConfiguration; Channel; EncoderConfiguration Name Video; IngestConfiguration IngestProtocol InsecureIngest \
      Name UserId; PlaybackKeyPair Name PublicKeyMaterial; PlaybackRestrictionPolicy; PublicKey Name \
      PublicKeyMaterial; RecordingConfiguration DestinationConfiguration Name RecordingReconnectWindowSeconds \
      RenditionConfiguration ThumbnailConfiguration; Stage; StorageConfiguration Name S3; StreamKey ChannelArn
      """
    case "IoT":
      """
      AccountAuditConfiguration AccountId!; Authorizer AuthorizerName! SigningDisabled; BillingGroup \
      BillingGroupName!; CACertificate CACertificatePem CertificateMode VerificationCertificatePem; Certificate \
      CACertificatePem CertificateMode CertificatePem CertificateSigningRequest; CertificateProvider \
      CertificateProviderName!; Command CommandId! PayloadTemplate Preprocessor; CustomMetric MetricName! MetricType; \
      Dimension Name! Type; DomainConfiguration DomainConfigurationName! DomainName ServerCertificateArns ServiceType \
      ValidationCertificateArn; EncryptionConfiguration; FleetMetric MetricName!; Job DestinationPackageVersions \
      Document DocumentParameters DocumentSource JobExecutionsRetryConfig JobId JobTemplateArn SchedulingConfig \
      TargetSelection Targets; JobTemplate AbortConfig Description DestinationPackageVersions Document DocumentSource \
      JobArn JobExecutionsRetryConfig JobExecutionsRolloutConfig JobTemplateId! MaintenanceWindows PresignedUrlConfig \
      Tags TimeoutConfig; Logging AccountId!; MitigationAction ActionName!; Policy PolicyName; \
      PolicyPrincipalAttachment PolicyName! Principal!; ProvisioningTemplate TemplateName! TemplateType; \
      ResourceSpecificLogging TargetName TargetType; RoleAlias RoleAlias!; ScheduledAudit ScheduledAuditName!; \
      SecurityProfile SecurityProfileName!; SoftwarePackage PackageName!; SoftwarePackageVersion PackageName! \
      VersionName!; Stream StreamId; Thing ThingName!; ThingGroup ParentGroupName ThingGroupName!; \
      ThingPrincipalAttachment Principal! ThingName! ThingPrincipalType; ThingType ThingTypeName!; TopicRule \
      RuleName!; TopicRuleDestination HttpUrlProperties InfluxDBProperties VpcProperties
      """
    case "KMS":
      """
      Alias AliasName!; Key; ReplicaKey PrimaryKeyArn
      """
    case "Kinesis":
      """
      Channel ChannelName EncryptionConfiguration S3DestinationConfiguration/DeadLetterQueueS3Configuration \
      S3DestinationConfiguration/StorageConfiguration S3TablesDestinationConfiguration/DeadLetterQueueS3Configuration \
      S3TablesDestinationConfiguration/S3TablesConfigurationList ServiceExecutionRoleARN StreamConfigurationList; \
      ResourcePolicy ResourceArn!; Stream Name!; StreamConsumer ConsumerName StreamARN Tags
      """
    case "KinesisAnalyticsV2":
      """
      Application ApplicationMode ApplicationName!; ApplicationCloudWatchLoggingOption ApplicationName; \
      ApplicationOutput ApplicationName; ApplicationReferenceDataSource ApplicationName
      """
    case "KinesisFirehose":
      """
      DeliveryStream AmazonOpenSearchServerlessDestinationConfiguration/VpcConfiguration \
      AmazonopensearchserviceDestinationConfiguration/VpcConfiguration DatabaseSourceConfiguration \
      DeliveryStreamName! DeliveryStreamType DirectPutSourceConfiguration \
      ElasticsearchDestinationConfiguration/VpcConfiguration IcebergDestinationConfiguration/CatalogConfiguration \
      KinesisStreamSourceConfiguration MSKSourceConfiguration \
      SnowflakeDestinationConfiguration/SnowflakeVpcConfiguration
      """
    case "Lambda":
      """
      Alias FunctionName Name; CapacityProvider CapacityProviderName! InstanceRequirements KmsKeyArn \
      PermissionsConfig VpcConfig; CodeSigningConfig; EventInvokeConfig FunctionName! Qualifier!; EventSourceMapping \
      EventSourceArn SelfManagedEventSource StartingPosition StartingPositionTimestamp; Function FunctionName! \
      PackageType TenancyConfig ?DurableConfig; LayerVersion CompatibleArchitectures CompatibleRuntimes Content \
      Description LayerName LicenseInfo; LayerVersionPermission Action LayerVersionArn OrganizationId Principal; \
      MicrovmImage Name; NetworkConnector Name; Permission Action EventSourceToken FunctionName FunctionUrlAuthType \
      InvokedViaFunctionUrl Principal PrincipalOrgID SourceAccount SourceArn; ResourcePolicy ResourceArn!; Url \
      Qualifier TargetFunctionArn; Version CodeSha256 Description FunctionName ProvisionedConcurrencyConfig \
      RuntimePolicy; WebFunction FunctionName; WebFunctionEndpoint EndpointName EndpointType FunctionName Regions; \
      WebFunctionRevision BuildConfig Description FunctionName KmsKeyArn ServiceConfig
      """
    case "Location":
      """
      APIKey KeyName!; GeofenceCollection CollectionName! KmsKeyId; Map Configuration MapName!; PlaceIndex DataSource \
      IndexName!; RouteCalculator CalculatorName! DataSource; Tracker KmsKeyId TrackerName!; TrackerConsumer \
      ConsumerArn! TrackerName!
      """
    case "Logs":
      """
      AccountPolicy PolicyName PolicyType; Delivery DeliveryDestinationArn DeliverySourceName; DeliveryDestination \
      DeliveryDestinationType DestinationResourceArn Name! OutputFormat; DeliverySource Name!; Destination \
      DestinationName!; Integration IntegrationName! IntegrationType ResourceConfig; LogAnomalyDetector; LogGroup \
      LogGroupName!; LogStream LogGroupName! LogStreamName!; MetricFilter FilterName! LogGroupName!; QueryDefinition; \
      ResourcePolicy PolicyName!; ScheduledQuery Name; StorageTierPolicy; SubscriptionFilter FilterName! \
      LogGroupName!; Transformer LogGroupIdentifier!
      """
    case "MSK":
      """
      BatchScramSecret ClusterArn!; Channel ChannelName ClusterArn EncryptionConfiguration \
      IcebergDestinationConfiguration/AppendOnly IcebergDestinationConfiguration/Catalog \
      IcebergDestinationConfiguration/CompressionType IcebergDestinationConfiguration/DeadLetterQueueS3 \
      IcebergDestinationConfiguration/DestinationTableList IcebergDestinationConfiguration/SchemaEvolution \
      IcebergDestinationConfiguration/ServiceExecutionRoleArn IcebergDestinationConfiguration/TableCreation \
      LoggingInfo S3DestinationConfiguration/DeadLetterQueueS3 S3DestinationConfiguration/ServiceExecutionRoleArn \
      S3DestinationConfiguration/Storage TopicConfigurationList; Cluster BrokerNodeGroupInfo/BrokerAZDistribution \
      BrokerNodeGroupInfo/ClientSubnets BrokerNodeGroupInfo/SecurityGroups ClusterName \
      EncryptionInfo/EncryptionAtRest EncryptionInfo/EncryptionInTransit/InCluster; ClusterPolicy ClusterArn!; \
      Configuration KafkaVersionsList Name; Replicator Description KafkaClusters \
      ReplicationInfoList/*/ConsumerGroupReplication/ConsumerGroupOffsetSyncMode \
      ReplicationInfoList/*/SourceKafkaClusterArn ReplicationInfoList/*/SourceKafkaClusterId \
      ReplicationInfoList/*/TargetCompressionType ReplicationInfoList/*/TargetKafkaClusterArn \
      ReplicationInfoList/*/TargetKafkaClusterId ReplicationInfoList/*/TopicReplication/StartingPosition \
      ReplicationInfoList/*/TopicReplication/TopicNameConfiguration ReplicatorName ServiceExecutionRoleArn; \
      ServerlessCluster ClientAuthentication ClusterName Tags VpcConfigs; Topic ClusterArn ReplicationFactor \
      TopicName; VpcConnection Authentication ClientSubnets SecurityGroups TargetClusterArn VpcId
      """
    case "MemoryDB":
      """
      ACL ACLName!; Cluster ClusterName! DataTiering KmsKeyId MultiRegionClusterName NetworkType Port SnapshotArns \
      SnapshotName SubnetGroupName TLSEnabled; MultiRegionCluster EngineVersion MultiRegionClusterNameSuffix \
      MultiRegionParameterGroupName TLSEnabled; ParameterGroup Description Family ParameterGroupName!; Snapshot \
      ClusterName KmsKeyId SnapshotName; SubnetGroup SubnetGroupName!; User UserName!
      """
    default: nil
    }
  }
}
