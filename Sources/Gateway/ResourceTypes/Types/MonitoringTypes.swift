/// Alarms, and filters of logs.
extension ResourceType {
  static let alarm = ResourceType(
    "AWS::CloudWatch::Alarm",
    attributes: ["Arn"],
    properties: .described(
      """
      ActionConfiguration: {
        AlarmTagsPropagation: {Enabled!: flag, ExcludedTagKeys: [text(1-128)], IncludedTagKeys: [text(1-128)]}
      }
      ActionsEnabled: flag, AlarmActions: [text(1-1024)], AlarmDescription: text(0-1024), AlarmName: text(0-255)
      ComparisonOperator: GreaterThanOrEqualToThreshold|GreaterThanThreshold|GreaterThanUpperThreshold|
        LessThanLowerOrGreaterThanUpperThreshold|LessThanLowerThreshold|LessThanOrEqualToThreshold|LessThanThreshold
      DatapointsToAlarm: integer, Dimensions: [{Name!: text(1-255), Value!: text(1-1024)}]
      EvaluateLowSampleCountPercentile: text(1-255)
      EvaluationCriteria: {PromQLCriteria: {PendingPeriod: integer, Query, RecoveryPeriod: integer}}
      EvaluationInterval: integer(10-3600), EvaluationPeriods: integer
      EvaluationWindow: {SlidingWindow: any, WallClockWindow: {Timezone}}, ExtendedStatistic
      InsufficientDataActions: [text(1-1024)], MetricName: text(1-255)
      Metrics: [{
        AccountId: text(1-255), Expression: text(1-2048), Id!: text(1-255), Label
        MetricStat: {
          Metric!: {Dimensions: [any], MetricName: text(1-255), Namespace: text(1-255)}, Period!: integer, Stat!
          Unit: Bits|Bits/Second|Bytes|Bytes/Second|Count|Count/Second|Gigabits|Gigabits/Second|Gigabytes|
            Gigabytes/Second|Kilobits|Kilobits/Second|Kilobytes|Kilobytes/Second|Megabits|Megabits/Second|Megabytes|
            Megabytes/Second|Microseconds|Milliseconds|None|Percent|Seconds|Terabits|Terabits/Second|Terabytes|
            Terabytes/Second
        }
        Period: integer, ReturnData: flag
      }]
      Namespace: text(1-255), OKActions: [text(1-1024)], Period: integer
      Statistic: Average|Maximum|Minimum|SampleCount|Sum, Tags: tags([{Key!, Value!}]), Threshold: number
      ThresholdMetricId: text(1-255), TreatMissingData: breaching|ignore|missing|notBreaching
      Unit: Bits|Bits/Second|Bytes|Bytes/Second|Count|Count/Second|Gigabits|Gigabits/Second|Gigabytes|Gigabytes/Second|
        Kilobits|Kilobits/Second|Kilobytes|Kilobytes/Second|Megabits|Megabits/Second|Megabytes|Megabytes/Second|
        Microseconds|Milliseconds|None|Percent|Seconds|Terabits|Terabits/Second|Terabytes|Terabytes/Second
      WarmUpConfiguration: {
        OnlyStartEvaluatingAfterWarmUpPeriodEnds: flag, WarmUpPeriodDurationInMinutes: integer(1-2880)
      }
      """))

  static let subscriptionFilter = ResourceType(
    "AWS::Logs::SubscriptionFilter",
    attributes: [],
    properties: [
      .init("ApplyOnTransformedLogs", .flag),
      .init("DestinationArn", .text, .required),
      .init("Distribution", .words(["Random", "ByLogStream"])),
      .init("EmitSystemFields", .texts),
      .init("FieldSelectionCriteria", .text(0...2_000)),
      .init("FilterName", .text(1...512)),
      .init("FilterPattern", .text(0...1_024), .required),
      .init("LogGroupName", .text(1...512, .letters(and: ".-_/#")), .required),
      .init("RoleArn", .text),
    ])

  static let metricFilter = ResourceType(
    "AWS::Logs::MetricFilter",
    attributes: [],
    properties: [
      .init("ApplyOnTransformedLogs", .flag),
      .init("EmitSystemFieldDimensions", .texts),
      .init("FieldSelectionCriteria", .text(0...2_000)),
      .init("FilterName", .text(1...512)),
      .init("FilterPattern", .text(0...1_024), .required),
      .init("LogGroupName", .text(1...512, .letters(and: ".-_/#")), .required),
      .init(
        "MetricTransformations",
        .list([
          .init("DefaultValue", .number),
          .init(
            "Dimensions", .list([.init("Key", .text(1...255), .required), .init("Value", .text(1...255), .required)])),
          .init("MetricName", .text(1...255), .required), .init("MetricNamespace", .text(1...256), .required),
          .init("MetricValue", .text(1...100), .required),
          .init(
            "Unit",
            .words([
              "Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes",
              "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count", "Bytes/Second",
              "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second",
              "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second", "None",
            ])),
        ]), .required),
    ])
}
