/// Proxies of databases, caches and file systems of functions in a VPC. Deeper parts are not described.
extension ResourceType {
  static let databaseProxy = ResourceType(
    "AWS::RDS::DBProxy",
    properties: [
      .init(
        "Auth",
        .list([
          .init("AuthScheme", .words(["SECRETS"])),
          .init(
            "ClientPasswordAuthType",
            .words([
              "MYSQL_NATIVE_PASSWORD", "MYSQL_CACHING_SHA2_PASSWORD", "POSTGRES_SCRAM_SHA_256", "POSTGRES_MD5",
              "SQL_SERVER_AUTHENTICATION",
            ])), .init("Description", .text(1...1_000)), .init("IAMAuth", .words(["DISABLED", "REQUIRED", "ENABLED"])),
          .init("SecretArn", .text(20...2_048)),
        ])),
      .init("DBProxyName", .text(1...64), .required),
      .init("DebugLogging", .flag),
      .init("DefaultAuthScheme", .words(["IAM_AUTH", "NONE"])),
      .init("EndpointNetworkType", .words(["IPV4", "IPV6", "DUAL"])),
      .init("EngineFamily", .words(["MYSQL", "POSTGRESQL", "SQLSERVER"]), .required),
      .init("IdleClientTimeout", .integer),
      .init("RequireTLS", .flag),
      .init("RoleArn", .text(20...2_048), .required),
      .tags(.list([.init("Key", .text), .init("Value", .text)])),
      .init("TargetConnectionNetworkType", .words(["IPV4", "IPV6"])),
      .init("VpcSecurityGroupIds", .texts),
      .init("VpcSubnetIds", .texts, .required),
    ])

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
    properties: [
      .init("AtRestEncryptionEnabled", .flag),
      .init("AuthToken", .text),
      .init("AutoMinorVersionUpgrade", .flag),
      .init("AutomaticFailoverEnabled", .flag),
      .init("CacheNodeType", .text),
      .init("CacheParameterGroupName", .text),
      .init("CacheSecurityGroupNames", .texts),
      .init("CacheSubnetGroupName", .text),
      .init("ClusterMode", .text),
      .init("DataTieringEnabled", .flag),
      .init("Durability", .text),
      .init("Engine", .text),
      .init("EngineVersion", .text),
      .init("GlobalReplicationGroupId", .text),
      .init("IpDiscovery", .text),
      .init("KmsKeyId", .text),
      .init(
        "LogDeliveryConfigurations",
        .list([
          .init(
            "DestinationDetails", [.init("CloudWatchLogsDetails", .any), .init("KinesisFirehoseDetails", .any)],
            .required), .init("DestinationType", .text, .required), .init("LogFormat", .text, .required),
          .init("LogType", .text, .required),
        ])),
      .init("MultiAZEnabled", .flag),
      .init("NetworkType", .text),
      .init(
        "NodeGroupConfiguration",
        .list([
          .init("NodeGroupId", .text(1...4)), .init("PrimaryAvailabilityZone", .text),
          .init("ReplicaAvailabilityZones", .texts), .init("ReplicaCount", .integer), .init("Slots", .text),
        ])),
      .init("NotificationTopicArn", .text),
      .init("NumCacheClusters", .integer(1...6)),
      .init("NumNodeGroups", .integer),
      .init("Port", .integer),
      .init("PreferredCacheClusterAZs", .texts),
      .init("PreferredMaintenanceWindow", .text),
      .init("PrimaryClusterId", .text),
      .init("ReplicasPerNodeGroup", .integer(0...5)),
      .init("ReplicationGroupDescription", .text, .required),
      .init("ReplicationGroupId", .text),
      .init("SecurityGroupIds", .texts),
      .init("SnapshotArns", .texts),
      .init("SnapshotName", .text),
      .init("SnapshotRetentionLimit", .integer),
      .init("SnapshotWindow", .text),
      .init("SnapshottingClusterId", .text),
      .tags(.tagList),
      .init("TransitEncryptionEnabled", .flag),
      .init("TransitEncryptionMode", .text),
      .init("UserGroupIds", .texts),
    ])

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
