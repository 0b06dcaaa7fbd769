/// The forms of what a resource has besides its properties (source: User Guide, resource attributes).
enum ResourceAttributes {
  /// Their names. CloudFormation accepts `Description` as well, and ignores it (aws-cdk#10522; the templates of AWS CodeStar
  /// have it).
  static let names = [
    "Type", "Properties", "DependsOn", "Condition", "DeletionPolicy", "UpdateReplacePolicy", "Metadata",
    "CreationPolicy", "UpdatePolicy", "Description",
  ]

  /// The form of an attribute; nil for one that is checked elsewhere.
  static func form(of name: String) -> PropertyForm? { forms[name] }

  private static let forms: [String: PropertyForm] = [
    "Metadata": .map(.any),
    "CreationPolicy": [
      .init("AutoScalingCreationPolicy", [.init("MinSuccessfulInstancesPercent", .integer(0...100))]),
      .init("ResourceSignal", [.init("Count", .integer), .init("Timeout", .text)]),
      .init("StartFleet", .any),
    ],
    "UpdatePolicy": [
      .init("AutoScalingInstanceRefresh", [.init("Preferences", .map(.any)), .init("Strategy", .text)]),
      .init("AutoScalingReplacingUpdate", [.init("WillReplace", .flag)]),
      .init(
        "AutoScalingRollingUpdate",
        [
          .init("MaxBatchSize", .integer), .init("MinActiveInstancesPercent", .integer),
          .init("MinInstancesInService", .integer), .init("MinSuccessfulInstancesPercent", .integer),
          .init("PauseTime", .text), .init("SuspendProcesses", .texts), .init("WaitOnResourceSignals", .flag),
        ]),
      .init("AutoScalingScheduledAction", [.init("IgnoreUnmodifiedGroupSizeProperties", .flag)]),
      .init(
        "CodeDeployLambdaAliasUpdate",
        [
          .init("AfterAllowTrafficHook", .text), .init("ApplicationName", .text),
          .init("BeforeAllowTrafficHook", .text), .init("DeploymentGroupName", .text),
        ]),
      .init("EnableVersionUpgrade", .flag), .init("StartAfterUpdate", .any), .init("StopBeforeUpdate", .any),
      .init("UseOnlineResharding", .flag),
    ],
  ]
}
