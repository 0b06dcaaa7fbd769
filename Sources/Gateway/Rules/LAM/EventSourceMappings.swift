import Diagnostics

extension Rule {
  /// Where Lambda begins to read a stream.
  static let startingPosition = Rule(
    id: "LAM041",
    severity: .error,
    summary: "event source mapping of a stream without `StartingPosition`, or of a queue with it",
    why: """
      Lambda begins to read a stream of Kinesis or DynamoDB at its `StartingPosition`, and rejects the mapping without one. A
      queue has no positions: "StartingPosition is not valid for SQS event sources". `AT_TIMESTAMP` requires
      `StartingPositionTimestamp`: "Need to specify a timestamp".
      """,
    source: """
      Lambda's CreateEventSourceMapping; public reports of the messages (node-lambda#466, localstack#7696, \
      aws-cloudformation-user-guide#334)
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
      for mapping in model.eventSources(ResourceType.eventSourceMapping.name) {
        guard let arn = mapping["EventSourceArn"], let service = model.service(ofSource: arn) else { continue }
        let position = mapping["StartingPosition"]
        if service == "sqs" {
          guard let position, position.value.choice == nil else { continue }
          report.report(at: position, "a queue has no `StartingPosition`", help: "remove it")
        } else if mapping.lacks("StartingPosition") {
          report.report(
            at: mapping.mark, "the mapping of a stream requires `StartingPosition`",
            help: "add `StartingPosition: LATEST` for new records only, or `StartingPosition: TRIM_HORIZON` for all")
        } else if let position, position.text == "AT_TIMESTAMP", mapping.lacks("StartingPositionTimestamp") {
          report.report(
            at: position, "`AT_TIMESTAMP` requires `StartingPositionTimestamp`",
            help: "add `StartingPositionTimestamp` with the seconds since 1970")
        }
      }
    })

  /// How long a queue waits for a function.
  static let visibilityTimeout = Rule(
    id: "LAM042",
    severity: .error,
    summary: "queue whose visibility timeout is shorter than the timeout of the function that reads it",
    why: """
      A message that a function is still working on would be given to a second one. Lambda rejects the event source mapping:
      "Queue visibility timeout: 30 seconds is less than Function timeout: 60 seconds". AWS recommends six times the timeout of
      the function.
      """,
    source:
      "SQS's page on Lambda triggers; public reports of the message (cfn-lint#3987, terraform-provider-aws#18099)",
    example: """
      functions:
        ship: {runtime: nodejs24.x, handler: index.handler, code: src/ship, timeout: 60s, policies: AWSLambdaSQSQueueExecutionRole}
      resources:
        Orders:
          Type: AWS::SQS::Queue
          ⟪→
          Properties: {VisibilityTimeout: 360}
          ⟫
        Ship:
          Type: AWS::Lambda::EventSourceMapping
          Properties: {FunctionName: !Ref functions.ship, EventSourceArn: ⟦!GetAtt Orders.Arn⟧}
      """,
    check: { model, report in
      for mapping in model.eventSources(ResourceType.eventSourceMapping.name) {
        guard let arn = mapping["EventSourceArn"], let queue = model.resource(arn), queue.type == "AWS::SQS::Queue",
          let function = model.function(of: mapping["FunctionName"]),
          let timeout = function["Timeout"], let seconds = timeout.number,
          let visible = queue.seconds(of: "VisibilityTimeout", otherwise: 30), visible < seconds
        else { continue }
        let own = queue["VisibilityTimeout"]
        report.report(
          at: own?.mark ?? arn.mark,
          "the visibility timeout of the queue is \(visible) s, the timeout of its function \(seconds) s",
          related: [Related(message: "timeout of the function", mark: timeout.mark)],
          help: "write `VisibilityTimeout: \(min(seconds * 6, 43_200))`\(own == nil ? " in the queue" : "")")
      }
    })

  /// How many messages of a queue a function gets at once.
  static let batchOfQueue = Rule(
    id: "LAM043",
    severity: .error,
    summary: "batch that the queue of an event source mapping does not support",
    why: """
      Lambda collects more than 10 messages of a queue only within a batching window, and rejects the mapping without one:
      "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10". A FIFO queue has
      batches of at most 10 messages and no batching window.
      """,
    source:
      "Lambda's page on parameters of SQS event source mappings; public reports of the message (serverless#8989)",
    example: """
      functions:
        ship: {runtime: nodejs24.x, handler: index.handler, code: src/ship, policies: AWSLambdaSQSQueueExecutionRole}
      resources:
        Orders: {Type: AWS::SQS::Queue}
        Ship:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            FunctionName: !Ref functions.ship
            EventSourceArn: !GetAtt Orders.Arn
            BatchSize: ⟦100⟧
            ⟪→
            MaximumBatchingWindowInSeconds: 1
            ⟫
      """,
    check: { model, report in
      for mapping in model.eventSources(ResourceType.eventSourceMapping.name) {
        guard let arn = mapping["EventSourceArn"], model.service(ofSource: arn) == "sqs" else { continue }
        let isFifo = model.isFifoQueue(arn) == true
        let window = mapping["MaximumBatchingWindowInSeconds"]
        if isFifo, let window, let seconds = window.number, seconds > 0 {
          report.report(at: window, "a FIFO queue has no batching window", help: "remove it")
        }
        guard let size = mapping["BatchSize"], let count = size.number, count > 10 else { continue }
        if isFifo {
          report.report(at: size, "a batch of a FIFO queue has at most 10 messages", help: "write `BatchSize: 10`")
        } else if mapping.lacks("MaximumBatchingWindowInSeconds") || window?.number == 0 {
          report.report(
            at: size, "a batch of more than 10 messages requires a batching window",
            help: "write `MaximumBatchingWindowInSeconds: 1`")
        }
      }
    })
}

extension Model {
  /// The service of an event source; nil where it is not known.
  fileprivate func service(ofSource arn: Property) -> String? {
    if let type = resource(arn)?.type {
      return ["AWS::SQS::Queue": "sqs", "AWS::Kinesis::Stream": "kinesis", "AWS::DynamoDB::Table": "dynamodb"][type]
    }
    let texts = arn.text.map { [$0] } ?? arn.openTexts.map(\.sketch)
    let services = Set(texts.map { $0.hasPrefix("arn:") ? Arn($0).service : "" })
    guard services.count == 1, let service = services.first else { return nil }
    return ["sqs", "kinesis", "dynamodb"].contains(service) ? service : nil
  }
}

extension Model.Resource {
  /// A time in seconds; nil where it is not known.
  fileprivate func seconds(of name: String, otherwise usual: Int) -> Int? {
    self[name].map(\.number) ?? (lacks(name) ? usual : nil)
  }
}
