/// Written by Tests/judges/create_only.py from CloudFormation's resource schemas; do not edit.
extension CreateOnly {
  static func typesOfC(_ service: String) -> String? {
    switch service {
    case "EC2":
      """
      ApplicationStatusCheck Interval IpScope; CapacityManagerDataExport OutputFormat S3BucketName S3BucketPrefix \
      Schedule; CapacityReservation AvailabilityZone AvailabilityZoneId EbsOptimized EphemeralStorage \
      InstancePlatform InstanceType OutPostArn PlacementGroupArn Tenancy; CapacityReservationFleet AllocationStrategy \
      EndDate InstanceMatchCriteria InstanceTypeSpecifications Tenancy; CarrierGateway VpcId; \
      ClientVpnAuthorizationRule AccessGroupId AuthorizeAllGroups ClientVpnEndpointId Description TargetNetworkCidr; \
      ClientVpnEndpoint AuthenticationOptions ClientCidrBlock EndpointIpAddressType TagSpecifications \
      TrafficIpAddressType TransitGatewayConfiguration TransportProtocol; ClientVpnRoute ClientVpnEndpointId \
      Description DestinationCidrBlock TargetVpcSubnetId; ClientVpnTargetNetworkAssociation AvailabilityZone \
      AvailabilityZoneId ClientVpnEndpointId SubnetId; CustomerGateway BgpAsn BgpAsnExtended CertificateArn \
      DeviceName IpAddress Type; DHCPOptions DomainName DomainNameServers Ipv6AddressPreferredLeaseTime \
      NetbiosNameServers NetbiosNodeType NtpServers; EC2Fleet LaunchTemplateConfigs OnDemandOptions \
      ReplaceUnhealthyInstances ReservedCapacityOptions SpotOptions TagSpecifications \
      TargetCapacitySpecification/DefaultTargetCapacityType TargetCapacitySpecification/TargetCapacityUnitType \
      TerminateInstancesWithExpiration Type ValidFrom ValidUntil; EIP Address IpamPoolId NetworkBorderGroup \
      TransferAddress; EIPAssociation AllocationId EIP InstanceId NetworkInterfaceId PrivateIpAddress; \
      EgressOnlyInternetGateway VpcId; EnclaveCertificateIamRoleAssociation CertificateArn! RoleArn!; FlowLog \
      DeliverCrossAccountRole DeliverLogsPermissionArn DestinationOptions LogDestination LogDestinationType LogFormat \
      LogGroupName MaxAggregationInterval ResourceId ResourceType TagFieldSpecifications TrafficType; FpgaImage \
      InputStorageLocation LogsStorageLocation; GatewayRouteTableAssociation GatewayId!; Host AssetId \
      AvailabilityZone InstanceFamily InstanceType OutpostArn; IPAM; IPAMAllocation Cidr Description IpamPoolId \
      NetmaskLength; IPAMPool AddressFamily AwsService IpamScopeId Locale PublicIpSource PubliclyAdvertisable \
      SourceIpamPoolId SourceResource; IPAMPoolCidr Cidr IpamPoolId NetmaskLength; IPAMPrefixListResolver \
      AddressFamily IpamId; IPAMPrefixListResolverTarget IpamPrefixListResolverId PrefixListId PrefixListRegion; \
      IPAMResourceDiscovery; IPAMResourceDiscoveryAssociation IpamId IpamResourceDiscoveryId; IPAMScope IpamId; \
      IPv4Pool; Instance AvailabilityZone CpuOptions ElasticGpuSpecifications ElasticInferenceAccelerators \
      EnclaveOptions HibernationOptions HostResourceGroupArn ImageId Ipv6AddressCount Ipv6Addresses KeyName \
      LaunchTemplate LicenseSpecifications NetworkInterfaces PlacementGroupName PrivateIpAddress SecurityGroups \
      SubnetId ?AdditionalInfo ?Affinity ?BlockDeviceMappings ?EbsOptimized ?HostId ?InstanceType ?KernelId \
      ?PrivateDnsNameOptions ?RamdiskId ?SecurityGroupIds ?Tenancy ?UserData; InstanceConnectEndpoint ClientToken \
      PreserveClientIp SecurityGroupIds SubnetId; InstanceEventWindow; InternetGateway; IpPoolRouteTableAssociation \
      PublicIpv4Pool RouteTableId; IpamExternalResourceVerificationToken IpamId; IpamInternetRegistryAssociation \
      Description IpamId OrganizationHandle Rir; KeyPair KeyFormat KeyName! KeyType PublicKeyMaterial Tags; \
      LaunchTemplate LaunchTemplateName; LocalGatewayRoute DestinationCidrBlock! LocalGatewayRouteTableId!; \
      LocalGatewayRouteTable LocalGatewayId Mode; LocalGatewayRouteTableVPCAssociation LocalGatewayRouteTableId \
      VpcId; LocalGatewayRouteTableVirtualInterfaceGroupAssociation LocalGatewayRouteTableId \
      LocalGatewayVirtualInterfaceGroupId; LocalGatewayVirtualInterface LocalAddress \
      LocalGatewayVirtualInterfaceGroupId OutpostLagId PeerAddress PeerBgpAsn PeerBgpAsnExtended Vlan; \
      LocalGatewayVirtualInterfaceGroup LocalBgpAsn LocalBgpAsnExtended LocalGatewayId; NatGateway AllocationId \
      AvailabilityMode ConnectivityType PrivateIpAddress SubnetId VpcId; NetworkAcl VpcId; NetworkAclEntry Egress \
      NetworkAclId RuleNumber; NetworkInsightsAccessScope ExcludePaths MatchPaths; NetworkInsightsAccessScopeAnalysis \
      NetworkInsightsAccessScopeId; NetworkInsightsAnalysis FilterInArns FilterOutArns NetworkInsightsPathId; \
      NetworkInsightsPath Destination DestinationIp DestinationPort FilterAtDestination FilterAtSource Protocol \
      Source SourceIp; NetworkInterface InterfaceType PrivateIpAddress SubnetId ?ConnectionTrackingSpecification \
      ?EnablePrimaryIpv6 ?PrivateIpAddresses; NetworkInterfaceAttachment DeviceIndex InstanceId NetworkInterfaceId; \
      NetworkInterfacePermission AwsAccountId NetworkInterfaceId Permission; NetworkPerformanceMetricSubscription \
      Destination! Metric! Source! Statistic!; PlacementGroup ParentGroupId PartitionCount SpreadLevel Strategy Tags; \
      PrefixList; Route DestinationCidrBlock DestinationIpv6CidrBlock DestinationPrefixListId RouteTableId; \
      RouteServer AmazonSideAsn; RouteServerAssociation RouteServerId! VpcId!; RouteServerEndpoint RouteServerId \
      SubnetId; RouteServerPeer BgpOptions PeerAddress RouteServerEndpointId; RouteServerPropagation RouteServerId! \
      RouteTableId!; RouteTable VpcId; SecondaryNetwork Ipv4CidrBlock NetworkType; SecurityGroup GroupDescription \
      GroupName VpcId; SecurityGroupEgress CidrIp CidrIpv6 DestinationPrefixListId DestinationSecurityGroupId \
      FromPort GroupId IpProtocol ToPort; SecurityGroupIngress CidrIp CidrIpv6 FromPort GroupId GroupName IpProtocol \
      SourcePrefixListId SourceSecurityGroupId SourceSecurityGroupName SourceSecurityGroupOwnerId ToPort; \
      SecurityGroupVpcAssociation GroupId! VpcId!; SnapshotBlockPublicAccess; SpotFleet \
      SpotFleetRequestConfigData/AllocationStrategy SpotFleetRequestConfigData/IamFleetRole \
      SpotFleetRequestConfigData/InstanceInterruptionBehavior SpotFleetRequestConfigData/InstancePoolsToUseCount \
      SpotFleetRequestConfigData/LaunchSpecifications SpotFleetRequestConfigData/LoadBalancersConfig \
      SpotFleetRequestConfigData/OnDemandAllocationStrategy SpotFleetRequestConfigData/OnDemandMaxTotalPrice \
      SpotFleetRequestConfigData/ReplaceUnhealthyInstances SpotFleetRequestConfigData/SpotMaintenanceStrategies \
      SpotFleetRequestConfigData/SpotMaxTotalPrice SpotFleetRequestConfigData/SpotPrice \
      SpotFleetRequestConfigData/TagSpecifications SpotFleetRequestConfigData/TerminateInstancesWithExpiration \
      SpotFleetRequestConfigData/Type SpotFleetRequestConfigData/ValidFrom SpotFleetRequestConfigData/ValidUntil; \
      SqlHaStandbyDetectedInstance InstanceId!; Subnet AvailabilityZone AvailabilityZoneId CidrBlock Ipv4IpamPoolId \
      Ipv4NetmaskLength Ipv6IpamPoolId Ipv6Native Ipv6NetmaskLength OutpostArn VpcId ?Ipv6CidrBlock; SubnetCidrBlock \
      Ipv6CidrBlock Ipv6IpamPoolId Ipv6NetmaskLength SubnetId; SubnetCidrReservation Cidr Description ReservationType \
      SubnetId; SubnetNetworkAclAssociation NetworkAclId SubnetId; SubnetRouteTableAssociation RouteTableId SubnetId; \
      TrafficMirrorFilter Description; TrafficMirrorFilterRule TrafficMirrorFilterId; TrafficMirrorSession; \
      TrafficMirrorTarget Description GatewayLoadBalancerEndpointId NetworkInterfaceId NetworkLoadBalancerArn; \
      TransitGateway AmazonSideAsn MulticastSupport; TransitGatewayAttachment TransitGatewayId VpcId; \
      TransitGatewayConnect Options TransportTransitGatewayAttachmentId; TransitGatewayConnectPeer \
      ConnectPeerConfiguration TransitGatewayAttachmentId; TransitGatewayMeteringPolicy TransitGatewayId; \
      TransitGatewayMeteringPolicyEntry DestinationCidrBlock DestinationPortRange \
      DestinationTransitGatewayAttachmentId DestinationTransitGatewayAttachmentType MeteredAccount PolicyRuleNumber! \
      Protocol SourceCidrBlock SourcePortRange SourceTransitGatewayAttachmentId SourceTransitGatewayAttachmentType \
      TransitGatewayMeteringPolicyId!; TransitGatewayMulticastDomain TransitGatewayId; \
      TransitGatewayMulticastDomainAssociation SubnetId! TransitGatewayAttachmentId! \
      TransitGatewayMulticastDomainId!; TransitGatewayMulticastGroupMember GroupIpAddress! NetworkInterfaceId! \
      TransitGatewayMulticastDomainId!; TransitGatewayMulticastGroupSource GroupIpAddress! NetworkInterfaceId! \
      TransitGatewayMulticastDomainId!; TransitGatewayPeeringAttachment PeerAccountId PeerRegion PeerTransitGatewayId \
      TransitGatewayId; TransitGatewayPolicyTable TransitGatewayId; TransitGatewayPolicyTableAssociation \
      TransitGatewayAttachmentId! TransitGatewayPolicyTableId!; TransitGatewayPolicyTableEntry PolicyRuleNumber! \
      TransitGatewayPolicyTableId!; TransitGatewayRoute Blackhole DestinationCidrBlock! TransitGatewayAttachmentId \
      TransitGatewayRouteTableId!; TransitGatewayRouteTable TransitGatewayId; TransitGatewayRouteTableAssociation \
      TransitGatewayAttachmentId! TransitGatewayRouteTableId!; TransitGatewayRouteTablePropagation \
      TransitGatewayAttachmentId! TransitGatewayRouteTableId!; TransitGatewayVpcAttachment SubnetIds TransitGatewayId \
      VpcId; VPC CidrBlock Ipv4IpamPoolId Ipv4NetmaskLength VpcEncryptionControl ?InstanceTenancy; \
      VPCBlockPublicAccessExclusion SubnetId VpcId; VPCBlockPublicAccessOptions; VPCCidrBlock \
      AmazonProvidedIpv6CidrBlock CidrBlock Ipv4IpamPoolId Ipv4NetmaskLength Ipv6CidrBlock \
      Ipv6CidrBlockNetworkBorderGroup Ipv6IpamPoolId Ipv6NetmaskLength Ipv6Pool VpcId; VPCDHCPOptionsAssociation \
      DhcpOptionsId! VpcId!; VPCEncryptionControl VpcId; VPCEndpoint DnsOptions/PrivateDnsPreference \
      DnsOptions/PrivateDnsSpecifiedDomains ResourceConfigurationArn ServiceName ServiceNetworkArn ServiceRegion \
      VpcEndpointType VpcId; VPCEndpointConnectionNotification ServiceId VPCEndpointId; VPCEndpointService; \
      VPCEndpointServicePermissions ServiceId!; VPCGatewayAttachment VpcId; VPCPeeringConnection PeerOwnerId \
      PeerRegion PeerVpcId VpcId; VPNConcentrator TransitGatewayId Type; VPNConnection EnableAcceleration \
      LocalIpv4NetworkCidr LocalIpv6NetworkCidr OutsideIpAddressType PreSharedKeyStorage RemoteIpv4NetworkCidr \
      RemoteIpv6NetworkCidr StaticRoutesOnly TransportTransitGatewayAttachmentId TunnelInsideIpVersion Type \
      VpnConcentratorId; VPNConnectionRoute DestinationCidrBlock! VpnConnectionId!; VPNGateway AmazonSideAsn Type; \
      VPNGatewayRoutePropagation; VerifiedAccessEndpoint ApplicationDomain AttachmentType CidrOptions/Cidr \
      CidrOptions/Protocol CidrOptions/SubnetIds DomainCertificateArn EndpointDomainPrefix EndpointType \
      LoadBalancerOptions/LoadBalancerArn NetworkInterfaceOptions/NetworkInterfaceId RdsOptions/Protocol \
      RdsOptions/RdsDbClusterArn RdsOptions/RdsDbInstanceArn RdsOptions/RdsDbProxyArn SecurityGroupIds; \
      VerifiedAccessGroup; VerifiedAccessInstance; VerifiedAccessTrustProvider DeviceOptions DeviceTrustProviderType \
      PolicyReferenceName TrustProviderType UserTrustProviderType; Volume; VolumeAttachment Device EbsCardIndex \
      InstanceId! VolumeId!
      """
    case "ECR":
      """
      PublicRepository RepositoryName!; PullThroughCacheRule CredentialArn CustomRoleArn EcrRepositoryPrefix! \
      UpstreamRegistry UpstreamRegistryUrl UpstreamRepositoryPrefix; PullTimeUpdateExclusion PrincipalArn!; \
      RegistryPolicy; RegistryScanningConfiguration; ReplicationConfiguration; Repository EncryptionConfiguration \
      RepositoryName!; RepositoryCreationTemplate Prefix!; SigningConfiguration
      """
    case "ECS":
      """
      CapacityProvider AutoScalingGroupProvider/AutoScalingGroupArn ClusterName Name!; Cluster ClusterName!; \
      ClusterCapacityProviderAssociations Cluster!; Daemon ClusterArn DaemonName; DaemonTaskDefinition \
      ContainerDefinitions Cpu ExecutionRoleArn Family IpcMode Memory PidMode TaskRoleArn Volumes; \
      ExpressGatewayService Cluster InfrastructureRoleArn ServiceName Tags; Gateway \
      Configuration/HostSharedAlb/NetworkConfiguration/IpAddressType \
      Configuration/HostSharedAlb/NetworkConfiguration/Subnets Configuration/HostSharedAlb/Port \
      Configuration/HostSharedAlb/Protocol Configuration/HostSharedAlb/Scheme GatewayName; GatewayClusterAssociations \
      Cluster! Gateway!; PrimaryTaskSet Cluster! Service!; Service Cluster Role SchedulingStrategy ServiceName \
      ?LaunchType; TaskDefinition ContainerDefinitions Cpu EnableFaultInjection EphemeralStorage ExecutionRoleArn \
      Family InferenceAccelerators IpcMode Memory NetworkMode PidMode PlacementConstraints ProxyConfiguration \
      RequiresCompatibilities RuntimePlatform TaskRoleArn Volumes; TaskSet CapacityProviderStrategy Cluster \
      ExternalId LaunchType LoadBalancers NetworkConfiguration PlatformVersion Service ServiceRegistries \
      TaskDefinition
      """
    case "EFS":
      """
      AccessPoint ClientToken FileSystemId PosixUser RootDirectory; FileSystem AvailabilityZoneName Encrypted \
      KmsKeyId PerformanceMode; MountTarget FileSystemId IpAddress IpAddressType Ipv6Address SubnetId
      """
    case "EKS":
      """
      AccessEntry ClusterName! PrincipalArn! Type; Addon AddonName! ClusterName! NamespaceConfig; Capability \
      CapabilityName ClusterName Configuration/ArgoCd/AwsIdc Configuration/ArgoCd/EndpointPrefix \
      Configuration/ArgoCd/Namespace Type; CertificateAuthority ClusterName; Cluster \
      AccessConfig/BootstrapClusterCreatorAdminPermissions BootstrapSelfManagedAddons EncryptionConfig \
      KubernetesNetworkConfig/IpFamily KubernetesNetworkConfig/ServiceIpv4Cidr Name! OutpostConfig RoleArn; \
      FargateProfile ClusterName! FargateProfileName! PodExecutionRoleArn Selectors Subnets; IdentityProviderConfig \
      ClusterName! IdentityProviderConfigName! Oidc Type!; Nodegroup AmiType CapacityType ClusterName DiskSize \
      InstanceTypes NodeRole NodegroupName RemoteAccess Subnets; PodIdentityAssociation ClusterName Namespace \
      ServiceAccount
      """
    case "ElastiCache":
      """
      CacheCluster CacheSubnetGroupName ClusterName! Engine NetworkType Port SnapshotArns SnapshotName ?IpDiscovery \
      ?PreferredAvailabilityZones; GlobalReplicationGroup; ParameterGroup CacheParameterGroupFamily; ReplicationGroup \
      AtRestEncryptionEnabled CacheSubnetGroupName DataTieringEnabled GlobalReplicationGroupId KmsKeyId NetworkType \
      Port PreferredCacheClusterAZs ReplicationGroupId! SnapshotArns SnapshotName ?AuthToken ?NodeGroupConfiguration; \
      SecurityGroup; SecurityGroupIngress; ServerlessCache ConnectionType KmsKeyId NetworkType ServerlessCacheName! \
      SnapshotArnsToRestore SubnetIds; ServerlessCacheSnapshot KmsKeyId ServerlessCacheName \
      ServerlessCacheSnapshotName; Snapshot CacheClusterId KmsKeyId ReplicationGroupId SnapshotName; SubnetGroup \
      CacheSubnetGroupName!; User UserId! UserName; UserGroup UserGroupId!
      """
    case "ElasticBeanstalk":
      """
      Application ApplicationName!; ApplicationVersion ApplicationName BuildConfiguration ImageConfiguration Process \
      SourceBundle; ConfigurationTemplate ApplicationName EnvironmentId PlatformArn SolutionStackName \
      SourceConfiguration; Environment ApplicationName CNAMEPrefix EnvironmentName! SolutionStackName Tier/Name \
      Tier/Type
      """
    case "ElasticLoadBalancing":
      """
      LoadBalancer LoadBalancerName! Scheme ?AvailabilityZones ?HealthCheck ?Subnets
      """
    case "ElasticLoadBalancingV2":
      """
      Listener LoadBalancerArn; ListenerCertificate ListenerArn; ListenerRule ListenerArn; LoadBalancer Name Scheme \
      Type; TargetGroup IpAddressType Name Port Protocol ProtocolVersion TargetType VpcId; TrustStore Name; \
      TrustStoreRevocation RevocationContents TrustStoreArn
      """
    case "EventSchemas":
      """
      Discoverer SourceArn; Registry RegistryName; RegistryPolicy; Schema RegistryName SchemaName
      """
    case "Events":
      """
      ApiDestination Name!; Archive ArchiveName! SourceArn; Connection Name!; Endpoint Name!; EventBus Name!; \
      EventBusPolicy EventBusName! StatementId!; Rule Name ?EventBusName
      """
    default: nil
    }
  }
}
