/// Proxies of databases, caches and file systems of functions in a VPC. Deeper parts are not described.
extension ResourceType {
  static let databaseProxy = ResourceType(
    "AWS::RDS::DBProxy",
    properties: .described(
      """
      Auth: [{
        AuthScheme: =SECRETS
        ClientPasswordAuthType: MYSQL_NATIVE_PASSWORD|MYSQL_CACHING_SHA2_PASSWORD|POSTGRES_SCRAM_SHA_256|POSTGRES_MD5|
          SQL_SERVER_AUTHENTICATION
        Description: text(1-1000), IAMAuth: DISABLED|REQUIRED|ENABLED, SecretArn: text(20-2048)
      }]
      DBProxyName!: text(1-64), DebugLogging: flag, DefaultAuthScheme: IAM_AUTH|NONE
      EndpointNetworkType: IPV4|IPV6|DUAL, EngineFamily!: MYSQL|POSTGRESQL|SQLSERVER, IdleClientTimeout: integer
      RequireTLS: flag, RoleArn!: text(20-2048), Tags: tags([{Key, Value}]), TargetConnectionNetworkType: IPV4|IPV6
      VpcSecurityGroupIds: [text], VpcSubnetIds!: [text]
      """))

  static let cacheSubnets = ResourceType(
    "AWS::ElastiCache::SubnetGroup",
    properties: [
      .init("CacheSubnetGroupName", .text),
      .init("Description", .text, .required),
      .init("SubnetIds", .texts, .required),
      .tags(.tagList),
    ])

  static let cacheGroup = ResourceType(
    "AWS::ElastiCache::ReplicationGroup",
    properties: .described(
      """
      AtRestEncryptionEnabled: flag, AuthToken, AutoMinorVersionUpgrade: flag, AutomaticFailoverEnabled: flag
      CacheNodeType, CacheParameterGroupName, CacheSecurityGroupNames: [text], CacheSubnetGroupName, ClusterMode
      DataTieringEnabled: flag, Durability, Engine, EngineVersion, GlobalReplicationGroupId, IpDiscovery, KmsKeyId
      LogDeliveryConfigurations: [{
        DestinationDetails!: {CloudWatchLogsDetails: any, KinesisFirehoseDetails: any}, DestinationType!, LogFormat!
        LogType!
      }]
      MultiAZEnabled: flag, NetworkType
      NodeGroupConfiguration: [{
        NodeGroupId: text(1-4), PrimaryAvailabilityZone, ReplicaAvailabilityZones: [text], ReplicaCount: integer
        Slots
      }]
      NotificationTopicArn, NumCacheClusters: integer(1-6), NumNodeGroups: integer, Port: integer
      PreferredCacheClusterAZs: [text], PreferredMaintenanceWindow, PrimaryClusterId
      ReplicasPerNodeGroup: integer(0-5), ReplicationGroupDescription!, ReplicationGroupId, SecurityGroupIds: [text]
      SnapshotArns: [text], SnapshotName, SnapshotRetentionLimit: integer, SnapshotWindow, SnapshottingClusterId
      Tags: tags([{Key!, Value!}]), TransitEncryptionEnabled: flag, TransitEncryptionMode, UserGroupIds: [text]
      """))

  static let mountTarget = ResourceType(
    "AWS::EFS::MountTarget", unique: ["FileSystemId", "SubnetId"],
    properties: [
      .init("FileSystemId", .text(0...128), .required),
      .init("IpAddress", .text(7...15)),
      .init("IpAddressType", .words(["IPV4_ONLY", "IPV6_ONLY", "DUAL_STACK"])),
      .init("Ipv6Address", .text(3...39)),
      .init("SecurityGroups", .list(.text(11...43)), .required),
      .init("SubnetId", .text(15...47), .required),
    ])
}
