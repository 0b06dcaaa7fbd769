import Diagnostics

extension Rule {
  /// Properties of mappings that only some sources of events have.
  static let startingPosition = Rule(
    id: "LAM041",
    severity: .error,
    summary: "event source mapping with a property that its source does not have, or without `StartingPosition`",
    why: """
      Lambda begins to read a stream of Kinesis or DynamoDB at its `StartingPosition`, and rejects the mapping without one. A
      queue has no positions, and its messages are retried as its redrive policy specifies: "StartingPosition is not valid for
      SQS event sources", "Unsupported ParallelizationFactor parameter for given event source mapping type". `AT_TIMESTAMP`
      requires `StartingPositionTimestamp`: "Need to specify a timestamp".
      """,
    source: """
      Lambda's CreateEventSourceMapping; public reports of the messages (node-lambda#466, localstack#7696, serverless#7762, \
      serverless#7049, aws-cloudformation-user-guide#334)
      """,
    example: """
      transform: AWS::Serverless-2016-10-31
      resources:
        Events: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 1}}
        Orders: {Type: AWS::SQS::Queue}
        Count:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: nodejs24.x
            Handler: index.handler
            InlineCode: "exports.handler = async () => ({})"
            Events:
              ⟦Stream⟧: {Type: Kinesis, Properties: {Stream: !GetAtt Events.Arn⟪ → , StartingPosition: LATEST⟫}}
              Queue: {Type: SQS, Properties: {Queue: !GetAtt Orders.Arn⟪, StartingPosition: ⟦LATEST⟧ →⟫}}
      """,
    check: { model, report in
      for mapping in model.eventSources("AWS::Lambda::EventSourceMapping") {
        guard let arn = mapping["EventSourceArn"], let service = model.service(ofSource: arn) else { continue }
        let isQueue = service == "sqs"
        for name in isQueue ? onlyOfStreams : onlyOfQueues {
          // Lambda's default is not reported.
          guard let given = mapping[name], given.value.choice == nil, given.bool != false else { continue }
          report.report(at: given, "a \(isQueue ? "queue" : "stream") has no `\(name)`", help: "remove it")
        }
        if isQueue { continue }
        guard let position = mapping["StartingPosition"] else {
          if mapping.lacks("StartingPosition") {
            report.report(
              at: mapping.mark, "the mapping of a stream requires `StartingPosition`",
              help: "add `StartingPosition: LATEST` for new records only, or `StartingPosition: TRIM_HORIZON` for all")
          }
          continue
        }
        if position.text != "AT_TIMESTAMP" { continue }
        if service == "dynamodb" {
          report.report(
            at: position, "a stream of DynamoDB is not read from a point in time",
            help: "write `LATEST` for new records only, or `TRIM_HORIZON` for all")
        } else if mapping.lacks("StartingPositionTimestamp") {
          report.report(
            at: position, "`AT_TIMESTAMP` requires `StartingPositionTimestamp`",
            help: "add `StartingPositionTimestamp` with the seconds since 1970")
        }
      }
    })

  /// Source: Lambda's CreateEventSourceMapping, which lists the sources of each of them.
  private static let onlyOfStreams = [
    "BisectBatchOnFunctionError", "DestinationConfig", "MaximumRecordAgeInSeconds", "MaximumRetryAttempts",
    "ParallelizationFactor", "StartingPosition", "StartingPositionTimestamp", "TumblingWindowInSeconds",
  ]
  private static let onlyOfQueues = ["ProvisionedPollerConfig", "ScalingConfig"]
}

extension Model {
  /// The service of an event source; nil where it is not known.
  func service(ofSource arn: Property) -> String? {
    if let type = resource(arn)?.type { return Model.sourceServices[type] }
    return arn.service.flatMap { ["sqs", "kinesis", "dynamodb"].contains($0) ? $0 : nil }
  }

  private static let sourceServices = [
    "AWS::SQS::Queue": "sqs", "AWS::Kinesis::Stream": "kinesis", "AWS::DynamoDB::Table": "dynamodb",
    "AWS::DynamoDB::GlobalTable": "dynamodb", "AWS::Serverless::SimpleTable": "dynamodb",
  ]
}
