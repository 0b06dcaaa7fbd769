/// Services of containers, to which load balancers and Cloud Map services lead. Deeper parts are not described.
extension ResourceType {
  static let containerService = ResourceType(
    "AWS::ECS::Service",
    properties: [
      .init("AvailabilityZoneRebalancing", .words(["ENABLED", "DISABLED"])),
      .init(
        "CapacityProviderStrategy",
        .list([
          .init("Base", .integer(0...100_000)), .init("CapacityProvider", .text), .init("Weight", .integer(0...1_000)),
        ])),
      .init("Cluster", .text),
      .init(
        "DeploymentConfiguration",
        [
          .init(
            "Alarms",
            [
              .init("AlarmNames", .texts, .required), .init("Enable", .flag, .required),
              .init("Rollback", .flag, .required),
            ]), .init("BakeTimeInMinutes", .integer(0...1_440)),
          .init(
            "CanaryConfiguration",
            [.init("CanaryBakeTimeInMinutes", .integer(0...1_440)), .init("CanaryPercent", .number(0...100))]),
          .init(
            "DeploymentCircuitBreaker",
            [
              .init("Enable", .flag, .required), .init("ResetOnHealthyTask", .flag),
              .init("Rollback", .flag, .required),
              .init(
                "ThresholdConfiguration",
                [
                  .init("Type", .words(["COUNT", "BOUNDED_PERCENT", "UNBOUNDED_PERCENT"]), .required),
                  .init("Value", .integer, .required),
                ]),
            ]),
          .init(
            "EarlySuccessCriteria",
            [
              .init("Enable", .flag), .init("HealthyPercent", .integer(0...100)),
              .init("SourceServiceRevisionCleanup", .words(["BLOCKING", "DEFERRED"])),
            ]),
          .init(
            "LifecycleHooks",
            .list([
              .init("HookDetails", .document), .init("HookTargetArn", .text),
              .init(
                "LifecycleStages",
                .list(
                  .words([
                    "RECONCILE_SERVICE", "PRE_SCALE_UP", "POST_SCALE_UP", "TEST_TRAFFIC_SHIFT",
                    "POST_TEST_TRAFFIC_SHIFT", "PRE_PRODUCTION_TRAFFIC_SHIFT", "PRODUCTION_TRAFFIC_SHIFT",
                    "POST_PRODUCTION_TRAFFIC_SHIFT",
                  ])), .required), .init("RoleArn", .text), .init("TargetType", .words(["AWS_LAMBDA", "PAUSE"])),
              .init("TimeoutConfiguration", .any),
            ])),
          .init(
            "LinearConfiguration",
            [.init("StepBakeTimeInMinutes", .integer(0...1_440)), .init("StepPercent", .number(3...100))]),
          .init("MaximumPercent", .integer), .init("MinimumHealthyPercent", .integer),
          .init("Strategy", .words(["ROLLING", "BLUE_GREEN", "LINEAR", "CANARY"])),
        ]),
      .init("DeploymentController", [.init("Type", .words(["CODE_DEPLOY", "ECS", "EXTERNAL"]))]),
      .init("DesiredCount", .integer),
      .init("EnableECSManagedTags", .flag),
      .init("EnableExecuteCommand", .flag),
      .init(
        "ForceNewDeployment",
        [.init("EnableForceNewDeployment", .flag, .required), .init("ForceNewDeploymentNonce", .text(1...255))]),
      .init(
        "GatewayConnectors",
        .list([
          .init("Filters", [.init("AccessTypes", .list(.words(["PUBLIC", "PRIVATE"])))]), .init("HealthCheck", .any),
          .init("PortName", .text, .required),
        ])),
      .init("HealthCheckGracePeriodSeconds", .integer),
      .init("LaunchType", .words(["EC2", "FARGATE", "EXTERNAL"])),
      .init(
        "LoadBalancers",
        .list([
          .init(
            "AdvancedConfiguration",
            [
              .init("AlternateTargetGroupArn", .text, .required), .init("ProductionListenerRule", .text),
              .init("RoleArn", .text), .init("TestListenerRule", .text),
            ]), .init("ContainerName", .text), .init("ContainerPort", .integer), .init("LoadBalancerName", .text),
          .init("TargetGroupArn", .text),
        ])),
      .init(
        "Monitoring",
        [
          .init(
            "MetricConfigurations",
            .list([
              .init("MetricNames", .list(.words(["CPUUtilization", "MemoryUtilization"])), .required),
              .init("ResolutionSeconds", .integer(20...60), .required),
            ]), .required)
        ]),
      .init(
        "NetworkConfiguration",
        [
          .init(
            "AwsvpcConfiguration",
            [
              .init("AssignPublicIp", .words(["DISABLED", "ENABLED"])), .init("SecurityGroups", .texts),
              .init("Subnets", .texts),
            ])
        ]),
      .init(
        "PlacementConstraints",
        .list([.init("Expression", .text), .init("Type", .words(["distinctInstance", "memberOf"]), .required)])),
      .init(
        "PlacementStrategies",
        .list([.init("Field", .text), .init("Type", .words(["binpack", "random", "spread"]), .required)])),
      .init("PlatformVersion", .text),
      .init("PropagateTags", .words(["SERVICE", "TASK_DEFINITION"])),
      .init("Role", .text),
      .init("SchedulingStrategy", .words(["DAEMON", "REPLICA"])),
      .init(
        "ServiceConnectConfiguration",
        [
          .init(
            "AccessLogConfiguration",
            [
              .init("Format", .words(["TEXT", "JSON"]), .required),
              .init("IncludeQueryParameters", .words(["DISABLED", "ENABLED"])),
            ]), .init("ContainerConfigurations", .list([.init("LogLevel", .words(["debug", "info"]))])),
          .init("Enabled", .flag, .required), .init("LogConfiguration", .any), .init("Namespace", .text),
          .init(
            "Services",
            .list([
              .init("ClientAliases", .list(.any)), .init("DiscoveryName", .text),
              .init("IngressPortOverride", .integer(0...65_535)), .init("PortName", .text, .required),
              .init("Timeout", .any), .init("Tls", .any),
            ])),
        ]),
      .init("ServiceName", .text),
      .init(
        "ServiceRegistries",
        .list([
          .init("ContainerName", .text), .init("ContainerPort", .integer), .init("Port", .integer),
          .init("RegistryArn", .text),
        ])),
      .tags(.list([.init("Key", .text), .init("Value", .text)])),
      .init("TaskDefinition", .text),
      .init(
        "VolumeConfigurations",
        .list([
          .init(
            "ManagedEBSVolume",
            [
              .init("Encrypted", .flag), .init("FilesystemType", .words(["ext3", "ext4", "ntfs", "xfs"])),
              .init("Iops", .integer), .init("KmsKeyId", .text), .init("RoleArn", .text, .required),
              .init("SizeInGiB", .integer), .init("SnapshotId", .text), .init("TagSpecifications", .list(.any)),
              .init("Throughput", .integer), .init("VolumeInitializationRate", .integer), .init("VolumeType", .text),
            ]), .init("Name", .text, .required),
        ])),
      .init(
        "VpcLatticeConfigurations",
        .list([
          .init(
            "AdvancedConfiguration",
            [
              .init("AlternateTargetGroupArn", .text), .init("ProductionListenerRule", .text),
              .init("TestListenerRule", .text),
            ]), .init("PortName", .text, .required), .init("RoleArn", .text, .required),
          .init("TargetGroupArn", .text, .required),
        ])),
    ])
}
