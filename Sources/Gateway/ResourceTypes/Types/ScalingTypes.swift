/// Clusters of containers, groups of instances and their scaling. Deeper parts are not described.
extension ResourceType {
  static let containerCluster = ResourceType(
    "AWS::ECS::Cluster",
    properties: .described(
      """
      CapacityProviders: [text], ClusterName, ClusterSettings: [{Name, Value}]
      Configuration: {
        ExecuteCommandConfiguration: {KmsKeyId, LogConfiguration: any, Logging: DEFAULT|NONE|OVERRIDE}
        ManagedStorageConfiguration: {FargateEphemeralStorageKmsKeyId, KmsKeyId}
      }
      DefaultCapacityProviderStrategy: [{Base: integer(0-100000), CapacityProvider, Weight: integer(0-1000)}]
      ServiceConnectDefaults: {Namespace}, Tags: tags([{Key, Value}])
      """))

  static let scalingGroup = ResourceType(
    "AWS::AutoScaling::AutoScalingGroup",
    properties: .described(
      """
      AutoScalingGroupName: text(1-255)
      AvailabilityZoneDistribution: {
        CapacityDistributionStrategy: balanced-best-effort|balanced-only|reservations-then-balanced
      }
      AvailabilityZoneIds: [text(1-255)]
      AvailabilityZoneImpairmentPolicy: {
        ImpairedZoneHealthCheckBehavior!: IgnoreUnhealthy|ReplaceUnhealthy, ZonalShiftEnabled!: flag
      }
      AvailabilityZones: [text(1-255)], CapacityRebalance: flag
      CapacityReservationSpecification: {
        CapacityReservationPreference!: capacity-reservations-first|capacity-reservations-only|default|none
        CapacityReservationTarget: {
          CapacityReservationIds: [text(1-255)], CapacityReservationResourceGroupArns: [text(1-1600)]
        }
      }
      Context, Cooldown, DefaultInstanceWarmup: signed
      DeletionProtection: none|prevent-all-deletion|prevent-force-deletion, DesiredCapacity
      DesiredCapacityType: text(1-255), HealthCheckGracePeriod: integer, HealthCheckType: text(1-32)
      InstanceId: text(1-19), InstanceLifecyclePolicy: {RetentionTriggers: {TerminateHookAbandon: retain|terminate}}
      InstanceMaintenancePolicy: {MaxHealthyPercentage: integer(-1-200), MinHealthyPercentage: integer(-1-100)}
      LaunchConfigurationName: text(1-255)
      LaunchTemplate: {LaunchTemplateId: text(1-255), LaunchTemplateName: text(3-128), Version!: text(1-255)}
      LifecycleHookSpecificationList: [{
        DefaultResult, HeartbeatTimeout: integer, LifecycleHookName!: text(1-255), LifecycleTransition!
        NotificationMetadata: text(1-4000), NotificationTargetARN: text(0-255), RoleARN: text(1-255)
      }]
      LoadBalancerNames: [text(1-255)], MaxInstanceLifetime: integer, MaxSize!
      MetricsCollection: [{Granularity!, Metrics: [text]}], MinSize!
      MixedInstancesPolicy: {
        InstancesDistribution: {
          DistributionSegments: [any], OnDemandAllocationStrategy, OnDemandBaseCapacity: integer
          OnDemandPercentageAboveBaseCapacity: integer, SpotAllocationStrategy, SpotInstancePools: integer
          SpotMaxPrice: text(0-255)
        }
        LaunchTemplate!: {
          LaunchTemplateSpecification!: {
            LaunchTemplateId: text(1-255), LaunchTemplateName: text(3-128), Version!: text(1-255)
          }
          Overrides: [any]
        }
      }
      NewInstancesProtectedFromScaleIn: flag, NotificationConfiguration: {NotificationTypes: [text], TopicARN!}
      NotificationConfigurations: [{NotificationTypes: [text], TopicARN!}], PlacementGroup: text(1-255)
      ServiceLinkedRoleARN: text(1-1600), SkipZonalShiftValidation: flag, Tags: [any]
      TargetGroupARNs: [text(1-511)], TerminationPolicies: [text(1-1600)]
      TrafficSources: [{Identifier!: text(1-511), Type!: text(1-511)}], VPCZoneIdentifier: [text]
      """))

  static let scalableTarget = ResourceType(
    "AWS::ApplicationAutoScaling::ScalableTarget",
    properties: .described(
      """
      MaxCapacity!: integer, MinCapacity!: integer, ResourceId!: text(1-1600), RoleARN: text(1-1600)
      ScalableDimension!: appstream:fleet:DesiredCapacity|cassandra:table:ReadCapacityUnits|
        cassandra:table:WriteCapacityUnits|comprehend:document-classifier-endpoint:DesiredInferenceUnits|
        comprehend:entity-recognizer-endpoint:DesiredInferenceUnits|custom-resource:ResourceType:Property|
        dynamodb:index:ReadCapacityUnits|dynamodb:index:WriteCapacityUnits|dynamodb:table:ReadCapacityUnits|
        dynamodb:table:WriteCapacityUnits|ec2:capacity-reservation:AvailableInstances|
        ec2:spot-fleet-request:TargetCapacity|ecs:service:DesiredCount|elasticache:cache-cluster:Nodes|
        elasticache:replication-group:NodeGroups|elasticache:replication-group:Replicas|
        elasticmapreduce:instancegroup:InstanceCount|kafka:broker-storage:VolumeSize|
        lambda:function:ProvisionedConcurrency|neptune:cluster:ReadReplicaCount|rds:cluster:ReadReplicaCount|
        sagemaker:inference-component:DesiredCopyCount|sagemaker:variant:DesiredInstanceCount|
        sagemaker:variant:DesiredProvisionedConcurrency|workspaces:workspacespool:DesiredUserSessions
      ScheduledActions: [{
        EndTime, ScalableTargetAction: {MaxCapacity: integer, MinCapacity: integer}, Schedule!, ScheduledActionName!
        StartTime, Timezone
      }]
      ServiceNamespace!: appstream|cassandra|comprehend|custom-resource|dynamodb|ec2|ecs|elasticache|elasticmapreduce|
        kafka|lambda|neptune|rds|sagemaker|workspaces
      SuspendedState: {
        DynamicScalingInSuspended: flag, DynamicScalingOutSuspended: flag, ScheduledScalingSuspended: flag
      }
      Tags: tags([{Key!, Value!}])
      """))
}
