/// Services of containers, to which load balancers and Cloud Map services lead. Deeper parts are not described.
extension ResourceType {
  static let containerService = ResourceType(
    "AWS::ECS::Service",
    properties: .described(
      """
      AvailabilityZoneRebalancing: ENABLED|DISABLED
      CapacityProviderStrategy: [{Base: integer(0-100000), CapacityProvider, Weight: integer(0-1000)}], Cluster
      DeploymentConfiguration: {
        Alarms: {AlarmNames!: [text], Enable!: flag, Rollback!: flag}, BakeTimeInMinutes: integer(0-1440)
        CanaryConfiguration: {CanaryBakeTimeInMinutes: integer(0-1440), CanaryPercent: number(0-100)}
        DeploymentCircuitBreaker: {
          Enable!: flag, ResetOnHealthyTask: flag, Rollback!: flag
          ThresholdConfiguration: {Type!: COUNT|BOUNDED_PERCENT|UNBOUNDED_PERCENT, Value!: integer}
        }
        EarlySuccessCriteria: {
          Enable: flag, HealthyPercent: integer(0-100), SourceServiceRevisionCleanup: BLOCKING|DEFERRED
        }
        LifecycleHooks: [{
          HookDetails: document, HookTargetArn
          LifecycleStages!: [RECONCILE_SERVICE|PRE_SCALE_UP|POST_SCALE_UP|TEST_TRAFFIC_SHIFT|POST_TEST_TRAFFIC_SHIFT|
            PRE_PRODUCTION_TRAFFIC_SHIFT|PRODUCTION_TRAFFIC_SHIFT|POST_PRODUCTION_TRAFFIC_SHIFT]
          RoleArn, TargetType: AWS_LAMBDA|PAUSE, TimeoutConfiguration: any
        }]
        LinearConfiguration: {StepBakeTimeInMinutes: integer(0-1440), StepPercent: number(3-100)}
        MaximumPercent: integer, MinimumHealthyPercent: integer, Strategy: ROLLING|BLUE_GREEN|LINEAR|CANARY
      }
      DeploymentController: {Type: CODE_DEPLOY|ECS|EXTERNAL}, DesiredCount: integer, EnableECSManagedTags: flag
      EnableExecuteCommand: flag
      ForceNewDeployment: {EnableForceNewDeployment!: flag, ForceNewDeploymentNonce: text(1-255)}
      GatewayConnectors: [{Filters: {AccessTypes: [PUBLIC|PRIVATE]}, HealthCheck: any, PortName!}]
      HealthCheckGracePeriodSeconds: integer, LaunchType: EC2|FARGATE|EXTERNAL
      LoadBalancers: [{
        AdvancedConfiguration: {AlternateTargetGroupArn!, ProductionListenerRule, RoleArn, TestListenerRule}
        ContainerName, ContainerPort: integer, LoadBalancerName, TargetGroupArn
      }]
      Monitoring: {
        MetricConfigurations!: [{
          MetricNames!: [CPUUtilization|MemoryUtilization], ResolutionSeconds!: integer(20-60)
        }]
      }
      NetworkConfiguration: {
        AwsvpcConfiguration: {AssignPublicIp: DISABLED|ENABLED, SecurityGroups: [text], Subnets: [text]}
      }
      PlacementConstraints: [{Expression, Type!: distinctInstance|memberOf}]
      PlacementStrategies: [{Field, Type!: binpack|random|spread}], PlatformVersion
      PropagateTags: SERVICE|TASK_DEFINITION, Role, SchedulingStrategy: DAEMON|REPLICA
      ServiceConnectConfiguration: {
        AccessLogConfiguration: {Format!: TEXT|JSON, IncludeQueryParameters: DISABLED|ENABLED}
        ContainerConfigurations: [{LogLevel: debug|info}], Enabled!: flag, LogConfiguration: any, Namespace
        Services: [{
          ClientAliases: [any], DiscoveryName, IngressPortOverride: integer(0-65535), PortName!, Timeout: any
          Tls: any
        }]
      }
      ServiceName, ServiceRegistries: [{ContainerName, ContainerPort: integer, Port: integer, RegistryArn}]
      Tags: tags([{Key, Value}]), TaskDefinition
      VolumeConfigurations: [{
        ManagedEBSVolume: {
          Encrypted: flag, FilesystemType: ext3|ext4|ntfs|xfs, Iops: integer, KmsKeyId, RoleArn!, SizeInGiB: integer
          SnapshotId, TagSpecifications: [any], Throughput: integer, VolumeInitializationRate: integer, VolumeType
        }
        Name!
      }]
      VpcLatticeConfigurations: [{
        AdvancedConfiguration: {AlternateTargetGroupArn, ProductionListenerRule, TestListenerRule}, PortName!
        RoleArn!, TargetGroupArn!
      }]
      """))
}
