/// Written by Tests/judges/create_only.py from CloudFormation's resource schemas; do not edit.
extension CreateOnly {
  static func typesOfA(_ service: String) -> String? {
    switch service {
    case "ACMPCA":
      """
      Certificate ApiPassthrough CertificateAuthorityArn CertificateSigningRequest SigningAlgorithm TemplateArn \
      Validity ValidityNotBefore; CertificateAuthority CsrExtensions KeyAlgorithm KeyStorageSecurityStandard \
      SigningAlgorithm Subject Type UsageMode; CertificateAuthorityActivation CertificateAuthorityArn!; Permission \
      Actions CertificateAuthorityArn! Principal! SourceAccount
      """
    case "AmazonMQ":
      """
      Broker AuthenticationStrategy BrokerName DeploymentMode EncryptionOptions EngineType PubliclyAccessible \
      StorageType SubnetIds; Configuration AuthenticationStrategy EngineType EngineVersion Name; \
      ConfigurationAssociation Broker
      """
    case "ApiGateway":
      """
      Account; ApiKey GenerateDistinctId Name Value; Authorizer RestApiId; BasePathMapping BasePath! DomainName!; \
      BasePathMappingV2 BasePath DomainNameArn; ClientCertificate; Deployment DeploymentCanarySettings RestApiId; \
      DocumentationPart Location RestApiId; DocumentationVersion DocumentationVersion! RestApiId!; DomainName \
      DomainName!; DomainNameAccessAssociation AccessAssociationSource AccessAssociationSourceType DomainNameArn \
      Tags; DomainNameV2 DomainName EndpointConfiguration SecurityPolicy; GatewayResponse ResponseType RestApiId; \
      Method HttpMethod! ResourceId! RestApiId!; Model ContentType Name! RestApiId!; RequestValidator Name RestApiId; \
      Resource ParentId PathPart RestApiId; RestApi; Stage RestApiId! StageName!; UsagePlan; UsagePlanKey KeyId \
      KeyType UsagePlanId; VpcLink TargetArns
      """
    case "ApiGatewayV2":
      """
      Api ProtocolType; ApiGatewayManagedOverrides ApiId!; ApiMapping DomainName; Authorizer ApiId; Deployment ApiId; \
      DomainName DomainName!; Integration ApiId; IntegrationResponse ApiId IntegrationId; Model ApiId; PortalProduct; \
      Route ApiId; RouteResponse ApiId RouteId; RoutingRule DomainNameArn; Stage ApiId! StageName!; VpcLink \
      SecurityGroupIds SubnetIds
      """
    case "AppConfig":
      """
      Application; ConfigurationProfile ApplicationId LocationUri Type; Deployment ApplicationId \
      ConfigurationProfileId ConfigurationVersion DeploymentStrategyId Description DynamicExtensionParameters \
      EnvironmentId KmsKeyIdentifier Tags; DeploymentStrategy Name ReplicateTo; Environment ApplicationId; \
      ExperimentDefinition ApplicationIdentifier ConfigurationProfileIdentifier EnvironmentIdentifier FlagKey Name; \
      ExperimentRun ApplicationIdentifier ExperimentDefinitionIdentifier; Extension Name; ExtensionAssociation \
      ExtensionIdentifier ExtensionVersionNumber ResourceIdentifier; HostedConfigurationVersion ApplicationId \
      ConfigurationProfileId Content ContentType Description LatestVersionNumber VersionLabel
      """
    case "AppFlow":
      """
      Connector ConnectorLabel!; ConnectorProfile ConnectorLabel ConnectorProfileName! ConnectorType; Flow FlowName! \
      KMSArn
      """
    case "AppRunner":
      """
      AutoScalingConfiguration AutoScalingConfigurationName MaxConcurrency MaxSize MinSize Tags; \
      ObservabilityConfiguration ObservabilityConfigurationName Tags TraceConfiguration; Service \
      EncryptionConfiguration ServiceName Tags; VpcConnector SecurityGroups Subnets Tags VpcConnectorName; \
      VpcIngressConnection ServiceArn Tags VpcIngressConnectionName
      """
    case "AppSync":
      """
      Api; ApiCache ApiId AtRestEncryptionEnabled TransitEncryptionEnabled; ApiKey ApiId; ChannelNamespace ApiId \
      Name; DataSource ApiId Name; DomainName CertificateArn DomainName!; DomainNameApiAssociation DomainName; \
      FunctionConfiguration ApiId; GraphQLApi ?LambdaAuthorizerConfig/AuthorizerResultTtlInSeconds \
      ?LambdaAuthorizerConfig/AuthorizerUri ?LambdaAuthorizerConfig/IdentityValidationExpression \
      ?OpenIDConnectConfig/AuthTTL ?OpenIDConnectConfig/ClientId ?OpenIDConnectConfig/IatTTL \
      ?OpenIDConnectConfig/Issuer ?UserPoolConfig/AppIdClientRegex ?UserPoolConfig/AwsRegion \
      ?UserPoolConfig/DefaultAction ?UserPoolConfig/UserPoolId; GraphQLSchema; Resolver ApiId FieldName TypeName; \
      SourceApiAssociation MergedApiIdentifier SourceApiIdentifier; Type ApiId
      """
    case "ApplicationAutoScaling":
      """
      ScalableTarget ResourceId! ScalableDimension! ServiceNamespace!; ScalingPolicy PolicyName ResourceId \
      ScalableDimension ScalingTargetId ServiceNamespace
      """
    case "Athena":
      """
      CapacityReservation Name; DataCatalog Name!; NamedQuery Database Description Name QueryString WorkGroup; \
      PreparedStatement StatementName! WorkGroup!; WorkGroup Name!
      """
    case "AutoScaling":
      """
      AutoScalingGroup AutoScalingGroupName! InstanceId ?LaunchConfigurationName ?LaunchTemplate \
      ?MixedInstancesPolicy ?VPCZoneIdentifier; LaunchConfiguration AssociatePublicIpAddress BlockDeviceMappings \
      ClassicLinkVPCId ClassicLinkVPCSecurityGroups EbsOptimized IamInstanceProfile ImageId InstanceId \
      InstanceMonitoring InstanceType KernelId KeyName LaunchConfigurationName! MetadataOptions PlacementTenancy \
      RamDiskId SecurityGroups SpotPrice UserData; LifecycleHook AutoScalingGroupName! LifecycleHookName!; \
      ScalingPolicy AutoScalingGroupName; ScheduledAction AutoScalingGroupName; WarmPool AutoScalingGroupName!
      """
    case "Backup":
      """
      BackupPlan; BackupSelection BackupPlanId BackupSelection; BackupVault BackupVaultName! EncryptionKeyArn; \
      Framework FrameworkName; LegalHold Description RecoveryPointSelection Title; LogicallyAirGappedBackupVault \
      BackupVaultName! EncryptionKeyArn MaxRetentionDays MinRetentionDays; ReportPlan ReportPlanName; \
      RestoreTestingPlan RestoreTestingPlanName!; RestoreTestingSelection ProtectedResourceType \
      RestoreTestingPlanName! RestoreTestingSelectionName!; TieringConfiguration TieringConfigurationName!
      """
    case "Batch":
      """
      ComputeEnvironment ComputeEnvironmentName \
      ComputeResources/ManagedInstancesProvider/InstanceLaunchTemplate/CapacityOptionType \
      ComputeResources/ManagedInstancesProvider/InstanceLaunchTemplate/FipsEnabled ComputeResources/SpotIamFleetRole \
      EksConfiguration/EksClusterArn EksConfiguration/KubernetesNamespace Tags Type \
      ?ComputeResources/AllocationStrategy ?ComputeResources/BidPercentage ?ComputeResources/Ec2Configuration \
      ?ComputeResources/Ec2KeyPair ?ComputeResources/ImageId ?ComputeResources/InstanceRole \
      ?ComputeResources/InstanceTypes ?ComputeResources/LaunchTemplate ?ComputeResources/PlacementGroup \
      ?ComputeResources/ScalingPolicy ?ComputeResources/SecurityGroupIds ?ComputeResources/Subnets \
      ?ComputeResources/Tags ?ComputeResources/Type; ConsumableResource ConsumableResourceName ResourceType; \
      JobDefinition JobDefinitionName!; JobQueue JobQueueName JobQueueType; QuotaShare JobQueue QuotaShareName; \
      SchedulingPolicy Name; ServiceEnvironment ServiceEnvironmentName ServiceEnvironmentType
      """
    case "Bedrock":
      """
      Agent; AgentAlias AgentId; ApplicationInferenceProfile Description InferenceProfileName ModelSource; \
      AutomatedReasoningPolicy KmsKeyId; AutomatedReasoningPolicyVersion LastUpdatedDefinitionHash PolicyArn Tags; \
      Blueprint BlueprintName Type; DataAutomationLibrary EncryptionConfiguration LibraryName; DataAutomationProject \
      ProjectName ProjectType; DataSource DataSourceConfiguration/Type KnowledgeBaseId \
      VectorIngestionConfiguration/ChunkingConfiguration VectorIngestionConfiguration/ParsingConfiguration; \
      EnforcedGuardrailConfiguration; Flow; FlowAlias FlowArn; FlowVersion Description FlowArn; Guardrail; \
      GuardrailVersion Description GuardrailIdentifier; IntelligentPromptRouter Description FallbackModel Models \
      PromptRouterName RoutingCriteria; KnowledgeBase KnowledgeBaseConfiguration/KendraKnowledgeBaseConfiguration \
      KnowledgeBaseConfiguration/ManagedKnowledgeBaseConfiguration \
      KnowledgeBaseConfiguration/SqlKnowledgeBaseConfiguration/RedshiftConfiguration/QueryEngineConfiguration \
      KnowledgeBaseConfiguration/SqlKnowledgeBaseConfiguration/RedshiftConfiguration/StorageConfigurations \
      KnowledgeBaseConfiguration/SqlKnowledgeBaseConfiguration/Type KnowledgeBaseConfiguration/Type \
      KnowledgeBaseConfiguration/VectorKnowledgeBaseConfiguration StorageConfiguration; KnowledgeBasePolicy \
      KnowledgeBaseId!; Prompt; PromptVersion Description PromptArn Tags; ResourcePolicy ResourceArn!; \
      RetrievalInstruction CustomerEncryptionKeyArn Name; Session EncryptionKeyArn
      """
    case "BedrockAgentCore":
      """
      ApiKeyCredentialProvider Name; BrowserCustom BrowserSigning Certificates Description EnterprisePolicies \
      ExecutionRoleArn Name NetworkConfiguration RecordingConfig; BrowserProfile Description Name; CapacityProvider \
      ComputeConfiguration Name PermissionsConfiguration; CodeInterpreterCustom Certificates Description \
      ExecutionRoleArn Name NetworkConfiguration; ConfigurationBundle BundleName; ConsentPortal Name Sources; Dataset \
      DatasetName KmsKeyArn SchemaType Source; Evaluator EvaluatorConfig/Derived/BaseEvaluatorId EvaluatorName; \
      Gateway; GatewayRateLimit DimensionKeys GatewayIdentifier! RateLimitId!; GatewayRule GatewayIdentifier; \
      GatewayTarget GatewayIdentifier; Harness HarnessName Memory/ManagedMemoryConfiguration/EncryptionKeyArn; \
      HarnessEndpoint EndpointName HarnessId; Memory EncryptionKeyArn Name; OAuth2CredentialProvider \
      CredentialProviderVendor Name; OnlineEvaluationConfig OnlineEvaluationConfigName; PaymentConnector \
      ConnectorName ConnectorType PaymentManagerId ProvisionMode; PaymentCredentialProvider CredentialProviderVendor \
      Name; PaymentManager AuthorizerConfiguration AuthorizerType Name; Policy Name PolicyEngineId; PolicyEngine \
      EncryptionKeyArn Name; ResourcePolicy ResourceArn!; Runtime AgentRuntimeName; RuntimeEndpoint AgentRuntimeId \
      Name; WorkloadIdentity Name!
      """
    default: nil
    }
  }
}
