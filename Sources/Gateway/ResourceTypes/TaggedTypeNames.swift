/// The types whose `Tags` can be changed, by service: `S3 Bucket AccessPoint; SNS Topic` (source: CloudFormation's resource
/// schemas of 2026-10-20).
enum TaggedTypeNames {
  /// Those with a list of `Key` and `Value`.
  static let lists = """
    ACMPCA CertificateAuthority; AIOps InvestigationGroup; APS AnomalyDetector RuleGroupsNamespace Scraper \
    Workspace; AWSExternalAnthropic Workspace; AccessAnalyzer Analyzer; AccountAccess Application; AgentRegistry \
    Registry RegistryRecord; AmazonMQ Broker Configuration; Amplify App Branch Webhook; ApiGateway ApiKey \
    ClientCertificate DomainName DomainNameV2 RestApi Stage UsagePlan VpcLink; ApiGatewayV2 PortalProduct; AppConfig \
    Application ConfigurationProfile DeploymentStrategy Environment ExperimentDefinition ExperimentRun Extension \
    ExtensionAssociation; AppFabric AppAuthorization IngestionDestination; AppIntegrations Application \
    DataIntegration EventIntegration; AppMesh GatewayRoute Mesh Route VirtualGateway VirtualNode VirtualRouter \
    VirtualService; AppStream AppBlockBuilder Fleet Stack; AppSync Api ChannelNamespace DomainName GraphQLApi; \
    ApplicationAutoScaling ScalableTarget; ApplicationInsights Application; ApplicationSignals InstrumentationConfig \
    ServiceLevelObjective; Athena CapacityReservation DataCatalog WorkGroup; AuditManager Assessment \
    AssessmentFramework; B2BI Capability Partnership Profile Transformer; BCM Dashboard ScheduledReport; \
    BCMDataExports Export; Backup LegalHold RestoreTestingPlan; BcmPricingCalculator BillEstimate BillScenario \
    WorkloadEstimate; Bedrock ApplicationInferenceProfile AutomatedReasoningPolicy Blueprint DataAutomationLibrary \
    DataAutomationProject Guardrail IntelligentPromptRouter RetrievalInstruction Session; BedrockAgentCore \
    ApiKeyCredentialProvider CapacityProvider ConfigurationBundle ConsentPortal Dataset Evaluator Harness \
    HarnessEndpoint OAuth2CredentialProvider OnlineEvaluationConfig PaymentCredentialProvider PaymentManager \
    PolicyEngine WorkloadIdentity; BedrockMantle Project; Billing BillingView; BillingConductor BillingGroup \
    CustomLineItem PricingPlan PricingRule; Braket SpendingLimit; CE CostCategory; CUR ReportDefinition; Cases Case \
    CaseRule Domain Field Layout RelatedItem Template; Cassandra Keyspace Table; CertificateManager \
    AcmeDomainValidation AcmeEndpoint AcmeExternalAccountBinding Certificate; Chatbot CustomAction \
    MicrosoftTeamsChannelConfiguration SlackChannelConfiguration; Chime AppInstance AppInstanceBot AppInstanceUser \
    Channel ChannelFlow MediaInsightsPipelineConfiguration MediaPipelineKinesisVideoStreamPool SipMediaApplication \
    VoiceConnector; CleanRooms AnalysisTemplate Collaboration ConfiguredTable ConfiguredTableAssociation \
    IdMappingTable IdNamespaceAssociation IntermediateTable Membership PrivacyBudgetTemplate; CleanRoomsML \
    ConfiguredModelAlgorithm ConfiguredModelAlgorithmAssociation TrainingDataset; Cloud9 EnvironmentEC2; \
    CloudFormation Stack StackSet; CloudFront ConnectionFunction ConnectionGroup Distribution DistributionTenant \
    Function KeyValueStore StreamingDistribution TrustStore VpcOrigin; CloudHSM Cluster; CloudTrail Channel \
    Dashboard EventDataStore Trail; CloudWatch Alarm AlarmMuteRule CompositeAlarm Dashboard InsightRule Integration \
    LogAlarm MetricStream View; CodeArtifact Domain PackageGroup Repository; CodeBuild Fleet Project ReportGroup; \
    CodeCommit Repository; CodeConnections Connection Host; CodeDeploy Application DeploymentGroup; CodeGuruProfiler \
    ProfilingGroup; CodePipeline CustomActionType Pipeline Webhook; CodeStarConnections Connection RepositoryLink; \
    Comprehend DocumentClassifier DocumentClassifierEndpoint EntityRecognizer EntityRecognizerEndpoint Flywheel; \
    ComputeOptimizer AutomationRule; Config AggregationAuthorization ConfigurationAggregator ConformancePack \
    Connector OrganizationConformancePack StoredQuery; Connect AgentStatus ContactFlow ContactFlowModule DataTable \
    EmailAddress EvaluationForm HoursOfOperation Instance IntegrationAssociation Metric Notification PhoneNumber \
    Prompt Queue QuickConnect RoutingProfile Rule SecurityProfile TaskTemplate TestCase TrafficDistributionGroup \
    UseCase User UserHierarchyGroup View Vocabulary Workspace; ConnectCampaigns Campaign; ConnectCampaignsV2 \
    Campaign; ControlTower EnabledBaseline EnabledControl LandingZone; CustomerProfiles \
    CalculatedAttributeDefinition Domain DomainObjectType EventStream EventTrigger Integration ObjectType \
    Recommender RecommenderFilter RecommenderSchema SegmentDefinition; DLM LifecyclePolicy; DMS DataMigration \
    DataProvider Endpoint EventSubscription InstanceProfile MigrationProject ReplicationConfig ReplicationInstance \
    ReplicationSubnetGroup ReplicationTask; DRS RecoveryPlan ReplicationConfigurationTemplate SourceNetwork; DSQL \
    Cluster; DataBrew Dataset Job Project Recipe Ruleset Schedule; DataExchange DataSet EventAction; DataSync Agent \
    LocationAzureBlob LocationEFS LocationFSxLustre LocationFSxONTAP LocationFSxOpenZFS LocationFSxWindows \
    LocationHDFS LocationNFS LocationObjectStorage LocationS3 LocationSMB Task; DataZone Domain; Deadline Budget \
    Farm Fleet LicenseEndpoint Monitor Queue Worker; Detective Graph; DevOpsAgent AgentSpace PrivateConnection \
    Service; DirectConnect Connection DirectConnectGateway Lag PrivateVirtualInterface PublicVirtualInterface \
    TransitVirtualInterface; DirectoryService SimpleAD; DocDB DBCluster DBClusterParameterGroup DBInstance \
    DBSubnetGroup GlobalCluster; DocDBElastic Cluster ClusterSnapshot; DynamoDB Table; EC2 ApplicationStatusCheck \
    CapacityManagerDataExport CarrierGateway CustomerGateway DHCPOptions EIP EgressOnlyInternetGateway FlowLog \
    FpgaImage Host IPAM IPAMPool IPAMPrefixListResolver IPAMPrefixListResolverTarget IPAMResourceDiscovery \
    IPAMResourceDiscoveryAssociation IPAMScope IPv4Pool Instance InstanceConnectEndpoint InstanceEventWindow \
    InternetGateway IpamExternalResourceVerificationToken IpamInternetRegistryAssociation LocalGatewayRouteTable \
    LocalGatewayRouteTableVPCAssociation LocalGatewayRouteTableVirtualInterfaceGroupAssociation \
    LocalGatewayVirtualInterface LocalGatewayVirtualInterfaceGroup NatGateway NetworkAcl NetworkInsightsAccessScope \
    NetworkInsightsAccessScopeAnalysis NetworkInsightsAnalysis NetworkInsightsPath NetworkInterface PrefixList \
    RouteServer RouteServerEndpoint RouteServerPeer RouteTable SecondaryNetwork SecurityGroup Subnet \
    SubnetCidrReservation TrafficMirrorFilter TrafficMirrorFilterRule TrafficMirrorSession TrafficMirrorTarget \
    TransitGateway TransitGatewayAttachment TransitGatewayConnect TransitGatewayConnectPeer \
    TransitGatewayMeteringPolicy TransitGatewayMulticastDomain TransitGatewayPeeringAttachment \
    TransitGatewayPolicyTable TransitGatewayRouteTable TransitGatewayVpcAttachment VPC VPCBlockPublicAccessExclusion \
    VPCEncryptionControl VPCEndpoint VPCEndpointService VPCPeeringConnection VPNConcentrator VPNConnection \
    VPNGateway VerifiedAccessEndpoint VerifiedAccessGroup VerifiedAccessInstance VerifiedAccessTrustProvider Volume; \
    ECR PublicRepository Repository; ECS CapacityProvider Cluster Daemon DaemonTaskDefinition Gateway Service \
    TaskDefinition TaskSet; EKS AccessEntry Addon Capability Cluster FargateProfile IdentityProviderConfig \
    PodIdentityAssociation; EMR Cluster Studio WALWorkspace; EMRContainers Endpoint SecurityConfiguration \
    VirtualCluster; EMRServerless Application; EVS Environment; ElastiCache CacheCluster GlobalReplicationGroup \
    ParameterGroup ReplicationGroup SecurityGroup ServerlessCache ServerlessCacheSnapshot Snapshot SubnetGroup User \
    UserGroup; ElasticBeanstalk Environment; ElasticLoadBalancing LoadBalancer; ElasticLoadBalancingV2 Listener \
    ListenerRule LoadBalancer TargetGroup TrustStore; Elasticsearch Domain; EntityResolution IdMappingWorkflow \
    IdNamespace MatchingWorkflow SchemaMapping; EventSchemas Discoverer Registry Schema; Events EventBus Rule; \
    EventsV2 EventBus EventSource Subscriber; Evidently Experiment Feature Launch Project; FMS ApplicationsList \
    Policy ProtocolsList ResourceSet; FSx Backup DataRepositoryAssociation FileCache FileSystem Snapshot \
    StorageVirtualMachine Volume; Forecast Dataset DatasetGroup; FraudDetector Detector EntityType EventType Label \
    List Outcome Variable; GameLift Alias Build ContainerFleet ContainerGroupDefinition Fleet GameServerGroup \
    GameSessionQueue Location MatchmakingConfiguration MatchmakingRuleSet Script; GlobalAccelerator Accelerator \
    CrossAccountAttachment; Glue Blueprint Catalog ConnectionType Integration IntegrationResourceProperty Registry \
    Schema Session UsageProfile; Grafana Workspace; GroundStation Config DataflowEndpointGroup \
    DataflowEndpointGroupV2 MissionProfile; GuardDuty CustomDetectionRuleAssociation Detector Filter IPSet \
    MalwareProtectionPlan PublishingDestination ThreatEntitySet ThreatIntelSet TrustedEntitySet; HealthAgent Domain; \
    HealthLake DataTransformationProfile FHIRDatastore; IAM OIDCProvider Role SAMLProvider ServerCertificate User \
    VirtualMFADevice; IVS AdConfiguration Channel EncoderConfiguration IngestConfiguration PlaybackKeyPair \
    PlaybackRestrictionPolicy PublicKey RecordingConfiguration Stage StorageConfiguration StreamKey; IVSChat \
    LoggingConfiguration Room; InspectorV2 Connector; Interconnect Connection; InternetMonitor Monitor; Invoicing \
    ProcurementPortalPreference; IoT Authorizer BillingGroup CACertificate CertificateProvider Command CustomMetric \
    Dimension DomainConfiguration FleetMetric Job MitigationAction Policy ProvisioningTemplate RoleAlias \
    ScheduledAudit SecurityProfile SoftwarePackage SoftwarePackageVersion Stream ThingGroup ThingType TopicRule; \
    IoTAnalytics Channel Dataset Datastore Pipeline; IoTCoreDeviceAdvisor SuiteDefinition; IoTFleetWise Campaign \
    DecoderManifest Fleet ModelManifest SignalCatalog StateTemplate Vehicle; IoTSecureTunneling Tunnel; IoTSiteWise \
    Application Asset AssetModel ComputationModel Dashboard Dataset Gateway Pipeline Portal Project Task Workspace; \
    IoTWireless Destination DeviceProfile FuotaTask MulticastGroup NetworkAnalyzerConfiguration PartnerAccount \
    ServiceProfile TaskDefinition WirelessDevice WirelessDeviceImportTask WirelessGateway; KMS Key ReplicaKey; \
    KafkaConnect Connector CustomPlugin WorkerConfiguration; Kendra DataSource Faq FeaturedResultsSet Index \
    QuerySuggestionsBlockList Thesaurus; Kinesis Channel Stream; KinesisAnalyticsV2 Application; KinesisFirehose \
    DeliveryStream; KinesisVideo SignalingChannel Stream; Lambda CapacityProvider CodeSigningConfig \
    EventSourceMapping Function MicrovmImage NetworkConnector WebFunction; LaunchWizard Deployment; LicenseManager \
    Grant License LicenseAssetGroup LicenseAssetRuleSet LicenseConfiguration ReportGenerator; \
    LicenseManagerLinuxSubscriptions SubscriptionProvider; LicenseManagerUserSubscriptions LicenseServerEndpoint; \
    Lightsail Bucket Certificate Container Database DatabaseSnapshot Disk DiskSnapshot Distribution Domain Instance \
    InstanceSnapshot KeyPair LoadBalancer; Location APIKey GeofenceCollection Map PlaceIndex RouteCalculator \
    Tracker; Logs Delivery DeliveryDestination DeliverySource Destination LogGroup ScheduledQuery; LookoutEquipment \
    InferenceScheduler; MGN Connector NetworkMigrationDefinition; MPA ApprovalTeam IdentitySource; MSK Replicator; \
    Macie AllowList CustomDataIdentifier FindingsFilter Member; ManagedBlockchain Accessor; MediaConnect Flow \
    FlowEntitlement FlowMediaStream FlowOutput FlowSource FlowVpcInterface RouterInput RouterNetworkInterface \
    RouterOutput; MediaLive ChannelPlacementGroup Cluster Multiplex Network Node SdiSource; MediaPackage \
    OriginEndpoint; MediaPackageV2 Channel ChannelGroup OriginEndpoint; MediaStore Container; MediaTailor Channel \
    Function LiveSource PlaybackConfiguration PrefetchSchedule SourceLocation VodSource; MemoryDB ACL Cluster \
    MultiRegionCluster ParameterGroup Snapshot SubnetGroup User; Neptune DBCluster DBClusterParameterGroup \
    DBInstance DBParameterGroup DBSubnetGroup EventSubscription GlobalCluster; NeptuneGraph Graph GraphSnapshot; \
    NetworkFirewall ContainerAssociation Firewall FirewallPolicy RuleGroup TLSInspectionConfiguration \
    VpcEndpointAssociation; NetworkFlowMonitor Monitor Scope; NetworkManager ConnectAttachment ConnectPeer \
    CoreNetwork Device DirectConnectGatewayAttachment GlobalNetwork Link Site SiteToSiteVpnAttachment \
    TransitGatewayPeering TransitGatewayRouteTableAttachment VpcAttachment; NetworkMonitor Monitor; \
    NetworkSecurityManager Deployment Policy Rule Scope Template; ODB CloudAutonomousVmCluster \
    CloudExadataInfrastructure CloudVmCluster OdbNetwork OdbPeeringConnection; OSIS Pipeline; ObservabilityAdmin \
    DatasetIntegration OrganizationCentralizationRule OrganizationTelemetryRule S3TableIntegration \
    TelemetryPipelines TelemetryRule; Omics RunCache; OpenSearchServerless CollectionGroup; OpenSearchService \
    Application Domain; Organizations Account OrganizationalUnit Policy ResourcePolicy; Outposts Outpost Site; \
    Panorama ApplicationInstance Package; PaymentCryptography Key; Personalize Campaign EventTracker Filter; \
    PinpointEmail ConfigurationSet DedicatedIpPool Identity; Proton EnvironmentAccountConnection EnvironmentTemplate \
    ServiceTemplate; QBusiness Application DataAccessor DataSource Index Plugin Retriever WebExperience; QLDB Ledger \
    Stream; QuickSight ActionConnector Agent Analysis Brand CustomPermissions Customization DLPSetting Dashboard \
    DataSet DataSource Folder KnowledgeBase OAuthClientApplication Space Template Theme VPCConnection; RAM \
    Permission ResourceShare; RDS ClusterSnapshot CustomDBEngineVersion DBCluster DBClusterEndpoint \
    DBClusterParameterGroup DBInstance DBParameterGroup DBProxy DBProxyEndpoint DBProxyTargetGroup DBSecurityGroup \
    DBShardGroup DBSnapshot DBSubnetGroup Deployment EventSubscription GlobalCluster Integration OptionGroup; \
    RTBFabric InboundExternalLink Link LinkRoutingRule OutboundExternalLink RequesterGateway ResponderGateway; RUM \
    AppMonitor; Rbin Rule; Redshift Cluster ClusterParameterGroup ClusterSecurityGroup ClusterSubnetGroup \
    EventSubscription Integration QEV2IdcApplication RedshiftIdcApplication Snapshot SnapshotCopyGrant \
    SnapshotSchedule UsageLimit; RedshiftServerless Namespace Workgroup; RefactorSpaces Application Environment \
    Route Service; Rekognition Collection Dataset Project StreamProcessor; ResilienceHubV2 Policy Service System; \
    ResourceGroups Group; RolesAnywhere CRL Profile TrustAnchor; Route53GlobalResolver AccessSource AccessToken \
    DnsView FirewallDomainList GlobalResolver; Route53Profiles Profile ProfileAssociation; Route53RecoveryControl \
    SafetyRule; Route53RecoveryReadiness Cell ReadinessCheck RecoveryGroup ResourceSet; Route53Resolver \
    FirewallDomainList FirewallRuleGroup FirewallRuleGroupAssociation OutpostResolver ResolverEndpoint ResolverRule; \
    S3 AccessPoint Bucket StorageLens StorageLensGroup; S3Express AccessPoint DirectoryBucket; S3Files AccessPoint \
    FileSystem; S3Outposts Bucket; S3Tables Table TableBucket; S3Vectors Index VectorBucket; SCN DataIntegrationFlow \
    Dataset Instance Namespace; SES ConfigurationSet ContactList CustomVerificationEmailTemplate DedicatedIpPool \
    EmailIdentity MailManagerAddonInstance MailManagerAddonSubscription MailManagerAddressList MailManagerArchive \
    MailManagerIngressPoint MailManagerRelay MailManagerRuleSet MailManagerTrafficPolicy MultiRegionEndpoint \
    Template Tenant; SMSVOICE ConfigurationSet NotifyConfiguration OptOutList PhoneNumber Pool ProtectConfiguration \
    RcsAgent Registration RegistrationAttachment SenderId VerifiedDestinationNumber; SNS Topic; SQS Queue; SSM \
    Association CloudConnector Document MaintenanceWindow OpsItem PatchBaseline; SSMContacts Contact Rotation; \
    SSMIncidents ReplicationSet ResponsePlan; SSO Application Instance PermissionSet; SageMaker AIWorkloadConfig \
    Action Algorithm App AppImageConfig Artifact Cluster ClusterSchedulerConfig CodeRepository ComputeQuota Context \
    Device DeviceFleet Domain Endpoint EndpointConfig Experiment ExperimentTrialComponent Hub HumanTaskUi Image \
    InferenceComponent InferenceExperiment MlflowApp MlflowTrackingServer Model ModelCard ModelPackage \
    ModelPackageGroup MonitoringSchedule NotebookInstance NotebookInstanceLifecycleConfig PartnerApp Pipeline Space \
    TrialComponent UserProfile Workforce Workteam; Scheduler ScheduleGroup; SecretsManager Secret; SecurityAgent \
    AgentSpace Application Integration SecurityRequirementPack TargetDomain; SecurityLake DataLake Subscriber; \
    ServiceCatalog CloudFormationProduct CloudFormationProvisionedProduct Portfolio; ServiceDiscovery HttpNamespace \
    PrivateDnsNamespace PublicDnsNamespace Service; Shield Protection ProtectionGroup; Signer SigningProfile; \
    StepFunctions Activity StateMachine; StorageGateway NFSFileShare SMBFileShare Tape TapePool Volume; SupportAuthZ \
    SupportPermit; Synthetics Canary Group; SystemsManagerSAP Application; Textract Adapter; Timestream Database \
    InfluxDBBackup InfluxDBCluster InfluxDBInstance ScheduledQuery Table; Transcribe CallAnalyticsCategory \
    MedicalVocabulary Vocabulary VocabularyFilter; Transfer Agreement Certificate Connector HostKey Profile Server \
    User WebApp Workflow; Translate ParallelData Terminology; VerifiedPermissions PolicyStore; VoiceID Domain; \
    VpcLattice AccessLogSubscription DomainVerification Listener ResourceConfiguration ResourceGateway Rule Service \
    ServiceNetwork ServiceNetworkResourceAssociation ServiceNetworkServiceAssociation ServiceNetworkVpcAssociation \
    TargetGroup; WAFv2 IPSet RegexPatternSet RuleGroup WebACL; WellArchitected AgentProfile Lens Profile \
    ReviewTemplate Workload; Wisdom Content MessageTemplate QuickResponse; WorkSpaces Directory Workspace \
    WorkspaceIpGroup WorkspacesPool; WorkSpacesThinClient Environment; WorkSpacesWeb BrowserSettings \
    DataProtectionSettings IdentityProvider IpAccessSettings NetworkSettings Portal SessionLogger TrustStore \
    UserAccessLoggingSettings UserSettings; WorkspacesInstances WorkspaceInstance; XRay Group SamplingRule
    """

  /// Those with a mapping.
  static let maps = """
    ARCRegionSwitch Plan; AmplifyUIBuilder Component Form Theme; ApiGatewayV2 Api DomainName Stage VpcLink; AppTest \
    TestCase; Batch ConsumableResource JobDefinition JobQueue QuotaShare SchedulingPolicy ServiceEnvironment; \
    Bedrock Agent AgentAlias Flow FlowAlias KnowledgeBase Prompt; BedrockAgentCore BrowserCustom BrowserProfile \
    CodeInterpreterCustom Gateway Memory Runtime RuntimeEndpoint; CodeStarNotifications NotificationRule; DAX \
    Cluster; EKS Nodegroup; ElementalInference Dictionary Feed; FIS ExperimentTemplate; Glue Connection Crawler \
    DataQualityRuleset DevEndpoint Job MLTransform Trigger Workflow; Greengrass ConnectorDefinition CoreDefinition \
    DeviceDefinition FunctionDefinition Group LoggerDefinition ResourceDefinition SubscriptionDefinition; \
    GreengrassV2 ComponentVersion Deployment; ImageBuilder Component ContainerRecipe DistributionConfiguration Image \
    ImagePipeline ImageRecipe InfrastructureConfiguration LifecyclePolicy Workflow; InspectorV2 CisScanConfiguration \
    CodeSecurityIntegration CodeSecurityScanConfiguration Filter; IoTTwinMaker ComponentType Entity Scene Workspace; \
    M2 Application Environment; MSK Channel Cluster VpcConnection; MWAA Environment; MWAAServerless Workflow; \
    MediaConvert JobTemplate Preset Queue; MediaLive Channel Input InputSecurityGroup; Oam Link Sink; Omics RunGroup \
    SequenceStore Workflow WorkflowVersion; PCAConnectorAD Connector DirectoryRegistration Template; \
    PCAConnectorSCEP Challenge Connector; PCS Queue; Pinpoint App Campaign EmailTemplate InAppTemplate PushTemplate \
    Segment SmsTemplate; Pipes Pipe; ResilienceHub App ResiliencyPolicy; ResourceExplorer2 Index View; RoboMaker \
    Fleet Robot RobotApplication SimulationApplication; SSM Parameter; SSMQuickSetup ConfigurationManager \
    LifecycleAutomation; SecurityHub AggregatorV2 AutomationRule AutomationRuleV2 ConfigurationPolicy Connector \
    ConnectorV2 Hub HubV2; Serverless Api Application CapacityProvider Function GraphQLApi HttpApi MicrovmImage \
    NetworkConnector SimpleTable StateMachine WebFunction WebSocketApi; ServiceCatalogAppRegistry Application \
    AttributeGroup
    """

  /// The names of types in a list.
  static func types(in list: String) -> Set<String> {
    var types: Set<String> = []
    for service in list.split(separator: ";") {
      let words = service.split(separator: " ")
      for name in words.dropFirst() { types.insert("AWS::\(words[0])::\(name)") }
    }
    return types
  }
}
