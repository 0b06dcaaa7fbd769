/// Databases of functions in a VPC. Deeper parts are not described.
extension ResourceType {
  static let databaseSubnets = ResourceType(
    "AWS::RDS::DBSubnetGroup",
    properties: [
      .init("DBSubnetGroupDescription", .text, .required),
      .init("DBSubnetGroupName", .text),
      .init("SubnetIds", .texts, .required),
      .tags(.list([.init("Key", .text, .required), .init("Value", .text)])),
    ])

  static let database = ResourceType(
    "AWS::RDS::DBInstance",
    properties: .described(
      """
      AdditionalStorageVolumes: [{
        AllocatedStorage, Iops: integer, MaxAllocatedStorage: integer, StorageOperationPercentProgress: integer
        StorageOperationStatus, StorageThroughput: integer, StorageType, VolumeName
      }]
      AllocatedStorage, AllowMajorVersionUpgrade: flag, ApplyImmediately: flag
      AssociatedRoles: [{FeatureName!, RoleArn!}], AutoMinorVersionUpgrade: flag, AutomaticBackupReplicationKmsKeyId
      AutomaticBackupReplicationRegion, AutomaticBackupReplicationRetentionPeriod: integer, AvailabilityZone
      BackupRetentionPeriod: integer, BackupTarget, CACertificateIdentifier, CertificateRotationRestart: flag
      CharacterSetName, CopyTagsToSnapshot: flag, CustomIAMInstanceProfile, DBClusterIdentifier
      DBClusterSnapshotIdentifier, DBInstanceClass, DBInstanceIdentifier: text(1-63), DBName, DBParameterGroupName
      DBSecurityGroups: [text], DBSnapshotIdentifier, DBSubnetGroupName, DBSystemId
      DatabaseInsightsMode: advanced|standard, DedicatedLogVolume: flag, DeleteAutomatedBackups: flag
      DeletionProtection: flag, Domain, DomainAuthSecretArn, DomainDnsIps: [text], DomainFqdn, DomainIAMRoleName
      DomainOu, EnableCloudwatchLogsExports: [text], EnableIAMDatabaseAuthentication: flag
      EnablePerformanceInsights: flag, Engine, EngineLifecycleSupport, EngineVersion, Iops: integer, KmsKeyId
      LicenseModel, ManageMasterUserPassword: flag, MasterUserAuthenticationType: iam-db-auth|password
      MasterUserPassword, MasterUserSecret: {KmsKeyId, SecretArn}, MasterUsername: text(1-128)
      MaxAllocatedStorage: integer, MonitoringInterval: integer, MonitoringRoleArn, MultiAZ: flag
      NcharCharacterSetName, NetworkType, OptionGroupName, PerformanceInsightsKMSKeyId
      PerformanceInsightsRetentionPeriod: integer, Port, PreferredBackupWindow, PreferredMaintenanceWindow
      ProcessorFeatures: [{Name: coreCount|threadsPerCore, Value}], PromotionTier: integer(0-15)
      PubliclyAccessible: flag, ReplicaMode, RestoreTime, SourceDBClusterIdentifier
      SourceDBInstanceAutomatedBackupsArn, SourceDBInstanceIdentifier, SourceDbiResourceId, SourceRegion
      StorageEncrypted: flag, StorageThroughput: integer, StorageType, Tags: tags([{Key!, Value}]), TdeCredentialArn
      TdeCredentialPassword, Timezone, UseDefaultProcessorFeatures: flag, UseLatestRestorableTime: flag
      VPCSecurityGroups: [text]
      """))

  static let databaseCluster = ResourceType(
    "AWS::RDS::DBCluster",
    properties: .described(
      """
      AllocatedStorage: integer, AssociatedRoles: [{FeatureName, RoleArn!: text(20-2048)}]
      AutoMinorVersionUpgrade: flag, AvailabilityZones: [text], BacktrackWindow: integer
      BackupRetentionPeriod: integer(1-35), ClusterScalabilityType: limitless|standard, CopyTagsToSnapshot: flag
      DBClusterIdentifier: text(1-63), DBClusterInstanceClass, DBClusterParameterGroupName
      DBInstanceParameterGroupName, DBSubnetGroupName, DBSystemId, DatabaseInsightsMode: advanced|standard
      DatabaseName, DeleteAutomatedBackups: flag, DeletionProtection: flag, Domain, DomainIAMRoleName
      EnableCloudwatchLogsExports: [text], EnableGlobalWriteForwarding: flag, EnableHttpEndpoint: flag
      EnableIAMDatabaseAuthentication: flag, EnableLocalWriteForwarding: flag, Engine, EngineLifecycleSupport
      EngineMode, EngineVersion, GlobalClusterIdentifier: text(0-63), Iops: integer, KmsKeyId
      ManageMasterUserPassword: flag, MasterUserAuthenticationType: iam-db-auth|password, MasterUserPassword
      MasterUserSecret: {KmsKeyId, SecretArn}, MasterUsername, MonitoringInterval: integer, MonitoringRoleArn
      NetworkType, PerformanceInsightsEnabled: flag, PerformanceInsightsKmsKeyId
      PerformanceInsightsRetentionPeriod: integer, Port: integer, PreferredBackupWindow, PreferredMaintenanceWindow
      PubliclyAccessible: flag, ReplicationSourceIdentifier, RestoreToTime, RestoreType
      ScalingConfiguration: {
        AutoPause: flag, MaxCapacity: integer, MinCapacity: integer, SecondsBeforeTimeout: integer
        SecondsUntilAutoPause: integer, TimeoutAction
      }
      ServerlessV2ScalingConfiguration: {MaxCapacity: number, MinCapacity: number, SecondsUntilAutoPause: integer}
      SnapshotIdentifier, SourceDBClusterIdentifier, SourceDbClusterResourceId, SourceRegion, StorageEncrypted: flag
      StorageType, Tags: tags([{Key!, Value}]), UseLatestRestorableTime: flag, VpcSecurityGroupIds: [text]
      """))
}
