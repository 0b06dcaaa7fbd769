/// Clusters of containers, groups of instances and their scaling. Deeper parts are not described.
extension ResourceType {
  static let containerCluster = ResourceType(
    "AWS::ECS::Cluster",
    properties: [
      .init("CapacityProviders", .texts),
      .init("ClusterName", .text),
      .init("ClusterSettings", .list([.init("Name", .text), .init("Value", .text)])),
      .init(
        "Configuration",
        [
          .init(
            "ExecuteCommandConfiguration",
            [
              .init("KmsKeyId", .text), .init("LogConfiguration", .any),
              .init("Logging", .words(["DEFAULT", "NONE", "OVERRIDE"])),
            ]),
          .init(
            "ManagedStorageConfiguration", [.init("FargateEphemeralStorageKmsKeyId", .text), .init("KmsKeyId", .text)]),
        ]),
      .init(
        "DefaultCapacityProviderStrategy",
        .list([
          .init("Base", .integer(0...100_000)), .init("CapacityProvider", .text), .init("Weight", .integer(0...1_000)),
        ])),
      .init("ServiceConnectDefaults", [.init("Namespace", .text)]),
      .tags(.list([.init("Key", .text), .init("Value", .text)])),
    ])

  static let scalingGroup = ResourceType(
    "AWS::AutoScaling::AutoScalingGroup",
    properties: [
      .init("AutoScalingGroupName", .text(1...255)),
      .init(
        "AvailabilityZoneDistribution",
        [
          .init(
            "CapacityDistributionStrategy",
            .words(["balanced-best-effort", "balanced-only", "reservations-then-balanced"]))
        ]),
      .init("AvailabilityZoneIds", .list(.text(1...255))),
      .init(
        "AvailabilityZoneImpairmentPolicy",
        [
          .init("ImpairedZoneHealthCheckBehavior", .words(["IgnoreUnhealthy", "ReplaceUnhealthy"]), .required),
          .init("ZonalShiftEnabled", .flag, .required),
        ]),
      .init("AvailabilityZones", .list(.text(1...255))),
      .init("CapacityRebalance", .flag),
      .init(
        "CapacityReservationSpecification",
        [
          .init(
            "CapacityReservationPreference",
            .words(["capacity-reservations-first", "capacity-reservations-only", "default", "none"]), .required),
          .init(
            "CapacityReservationTarget",
            [
              .init("CapacityReservationIds", .list(.text(1...255))),
              .init("CapacityReservationResourceGroupArns", .list(.text(1...1_600))),
            ]),
        ]),
      .init("Context", .text),
      .init("Cooldown", .text),
      .init("DefaultInstanceWarmup", .signedInteger),
      .init("DeletionProtection", .words(["none", "prevent-all-deletion", "prevent-force-deletion"])),
      .init("DesiredCapacity", .text),
      .init("DesiredCapacityType", .text(1...255)),
      .init("HealthCheckGracePeriod", .integer),
      .init("HealthCheckType", .text(1...32)),
      .init("InstanceId", .text(1...19)),
      .init(
        "InstanceLifecyclePolicy",
        [.init("RetentionTriggers", [.init("TerminateHookAbandon", .words(["retain", "terminate"]))])]),
      .init(
        "InstanceMaintenancePolicy",
        [.init("MaxHealthyPercentage", .integer(-1...200)), .init("MinHealthyPercentage", .integer(-1...100))]),
      .init("LaunchConfigurationName", .text(1...255)),
      .init(
        "LaunchTemplate",
        [
          .init("LaunchTemplateId", .text(1...255)), .init("LaunchTemplateName", .text(3...128)),
          .init("Version", .text(1...255), .required),
        ]),
      .init(
        "LifecycleHookSpecificationList",
        .list([
          .init("DefaultResult", .text), .init("HeartbeatTimeout", .integer),
          .init("LifecycleHookName", .text(1...255), .required), .init("LifecycleTransition", .text, .required),
          .init("NotificationMetadata", .text(1...4_000)), .init("NotificationTargetARN", .text(0...255)),
          .init("RoleARN", .text(1...255)),
        ])),
      .init("LoadBalancerNames", .list(.text(1...255))),
      .init("MaxInstanceLifetime", .integer),
      .init("MaxSize", .text, .required),
      .init("MetricsCollection", .list([.init("Granularity", .text, .required), .init("Metrics", .texts)])),
      .init("MinSize", .text, .required),
      .init(
        "MixedInstancesPolicy",
        [
          .init(
            "InstancesDistribution",
            [
              .init("DistributionSegments", .list(.any)), .init("OnDemandAllocationStrategy", .text),
              .init("OnDemandBaseCapacity", .integer), .init("OnDemandPercentageAboveBaseCapacity", .integer),
              .init("SpotAllocationStrategy", .text), .init("SpotInstancePools", .integer),
              .init("SpotMaxPrice", .text(0...255)),
            ]),
          .init(
            "LaunchTemplate",
            [
              .init(
                "LaunchTemplateSpecification",
                [
                  .init("LaunchTemplateId", .text(1...255)), .init("LaunchTemplateName", .text(3...128)),
                  .init("Version", .text(1...255), .required),
                ], .required), .init("Overrides", .list(.any)),
            ], .required),
        ]),
      .init("NewInstancesProtectedFromScaleIn", .flag),
      .init("NotificationConfiguration", [.init("NotificationTypes", .texts), .init("TopicARN", .text, .required)]),
      .init(
        "NotificationConfigurations", .list([.init("NotificationTypes", .texts), .init("TopicARN", .text, .required)])),
      .init("PlacementGroup", .text(1...255)),
      .init("ServiceLinkedRoleARN", .text(1...1_600)),
      .init("SkipZonalShiftValidation", .flag),
      .init("Tags", .list(.any)),
      .init("TargetGroupARNs", .list(.text(1...511))),
      .init("TerminationPolicies", .list(.text(1...1_600))),
      .init(
        "TrafficSources",
        .list([.init("Identifier", .text(1...511), .required), .init("Type", .text(1...511), .required)])),
      .init("VPCZoneIdentifier", .texts),
    ])

  static let scalableTarget = ResourceType(
    "AWS::ApplicationAutoScaling::ScalableTarget",
    properties: [
      .init("MaxCapacity", .integer, .required),
      .init("MinCapacity", .integer, .required),
      .init("ResourceId", .text(1...1_600), .required),
      .init("RoleARN", .text(1...1_600)),
      .init(
        "ScalableDimension",
        .words([
          "appstream:fleet:DesiredCapacity", "cassandra:table:ReadCapacityUnits", "cassandra:table:WriteCapacityUnits",
          "comprehend:document-classifier-endpoint:DesiredInferenceUnits",
          "comprehend:entity-recognizer-endpoint:DesiredInferenceUnits", "custom-resource:ResourceType:Property",
          "dynamodb:index:ReadCapacityUnits", "dynamodb:index:WriteCapacityUnits", "dynamodb:table:ReadCapacityUnits",
          "dynamodb:table:WriteCapacityUnits", "ec2:capacity-reservation:AvailableInstances",
          "ec2:spot-fleet-request:TargetCapacity", "ecs:service:DesiredCount", "elasticache:cache-cluster:Nodes",
          "elasticache:replication-group:NodeGroups", "elasticache:replication-group:Replicas",
          "elasticmapreduce:instancegroup:InstanceCount", "kafka:broker-storage:VolumeSize",
          "lambda:function:ProvisionedConcurrency", "neptune:cluster:ReadReplicaCount", "rds:cluster:ReadReplicaCount",
          "sagemaker:inference-component:DesiredCopyCount", "sagemaker:variant:DesiredInstanceCount",
          "sagemaker:variant:DesiredProvisionedConcurrency", "workspaces:workspacespool:DesiredUserSessions",
        ]), .required),
      .init(
        "ScheduledActions",
        .list([
          .init("EndTime", .text),
          .init("ScalableTargetAction", [.init("MaxCapacity", .integer), .init("MinCapacity", .integer)]),
          .init("Schedule", .text, .required), .init("ScheduledActionName", .text, .required),
          .init("StartTime", .text), .init("Timezone", .text),
        ])),
      .init(
        "ServiceNamespace",
        .words([
          "appstream", "cassandra", "comprehend", "custom-resource", "dynamodb", "ec2", "ecs", "elasticache",
          "elasticmapreduce", "kafka", "lambda", "neptune", "rds", "sagemaker", "workspaces",
        ]), .required),
      .init(
        "SuspendedState",
        [
          .init("DynamicScalingInSuspended", .flag), .init("DynamicScalingOutSuspended", .flag),
          .init("ScheduledScalingSuspended", .flag),
        ]),
      .tags(.tagList),
    ])
}
