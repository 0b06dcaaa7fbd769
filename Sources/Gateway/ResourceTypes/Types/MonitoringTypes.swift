/// Alarms, and filters of logs.
extension ResourceType {
  static let alarm = ResourceType(
    "AWS::CloudWatch::Alarm",
    attributes: ["Arn"],
    properties: [
      .init(
        "ActionConfiguration",
        [
          .init(
            "AlarmTagsPropagation",
            [
              .init("Enabled", .flag, .required), .init("ExcludedTagKeys", .list(.text(1...128))),
              .init("IncludedTagKeys", .list(.text(1...128))),
            ])
        ]),
      .init("ActionsEnabled", .flag),
      .init("AlarmActions", .list(.text(1...1_024))),
      .init("AlarmDescription", .text(0...1_024)),
      .init("AlarmName", .text(0...255)),
      .init(
        "ComparisonOperator",
        .words([
          "GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "GreaterThanUpperThreshold",
          "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "LessThanOrEqualToThreshold",
          "LessThanThreshold",
        ])),
      .init("DatapointsToAlarm", .integer),
      .init(
        "Dimensions", .list([.init("Name", .text(1...255), .required), .init("Value", .text(1...1_024), .required)])),
      .init("EvaluateLowSampleCountPercentile", .text(1...255)),
      .init(
        "EvaluationCriteria",
        [
          .init(
            "PromQLCriteria",
            [.init("PendingPeriod", .integer), .init("Query", .text), .init("RecoveryPeriod", .integer)])
        ]),
      .init("EvaluationInterval", .integer(10...3_600)),
      .init("EvaluationPeriods", .integer),
      .init("EvaluationWindow", [.init("SlidingWindow", .any), .init("WallClockWindow", [.init("Timezone", .text)])]),
      .init("ExtendedStatistic", .text),
      .init("InsufficientDataActions", .list(.text(1...1_024))),
      .init("MetricName", .text(1...255)),
      .init(
        "Metrics",
        .list([
          .init("AccountId", .text(1...255)), .init("Expression", .text(1...2_048)),
          .init("Id", .text(1...255), .required), .init("Label", .text),
          .init(
            "MetricStat",
            [
              .init(
                "Metric",
                [
                  .init("Dimensions", .list(.any)), .init("MetricName", .text(1...255)),
                  .init("Namespace", .text(1...255)),
                ], .required), .init("Period", .integer, .required), .init("Stat", .text, .required),
              .init(
                "Unit",
                .words([
                  "Bits", "Bits/Second", "Bytes", "Bytes/Second", "Count", "Count/Second", "Gigabits",
                  "Gigabits/Second", "Gigabytes", "Gigabytes/Second", "Kilobits", "Kilobits/Second", "Kilobytes",
                  "Kilobytes/Second", "Megabits", "Megabits/Second", "Megabytes", "Megabytes/Second", "Microseconds",
                  "Milliseconds", "None", "Percent", "Seconds", "Terabits", "Terabits/Second", "Terabytes",
                  "Terabytes/Second",
                ])),
            ]), .init("Period", .integer), .init("ReturnData", .flag),
        ])),
      .init("Namespace", .text(1...255)),
      .init("OKActions", .list(.text(1...1_024))),
      .init("Period", .integer),
      .init("Statistic", .words(["Average", "Maximum", "Minimum", "SampleCount", "Sum"])),
      .tags(.tagList),
      .init("Threshold", .number),
      .init("ThresholdMetricId", .text(1...255)),
      .init("TreatMissingData", .words(["breaching", "ignore", "missing", "notBreaching"])),
      .init(
        "Unit",
        .words([
          "Bits", "Bits/Second", "Bytes", "Bytes/Second", "Count", "Count/Second", "Gigabits", "Gigabits/Second",
          "Gigabytes", "Gigabytes/Second", "Kilobits", "Kilobits/Second", "Kilobytes", "Kilobytes/Second", "Megabits",
          "Megabits/Second", "Megabytes", "Megabytes/Second", "Microseconds", "Milliseconds", "None", "Percent",
          "Seconds", "Terabits", "Terabits/Second", "Terabytes", "Terabytes/Second",
        ])),
      .init(
        "WarmUpConfiguration",
        [
          .init("OnlyStartEvaluatingAfterWarmUpPeriodEnds", .flag),
          .init("WarmUpPeriodDurationInMinutes", .integer(1...2_880)),
        ]),
    ])

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
