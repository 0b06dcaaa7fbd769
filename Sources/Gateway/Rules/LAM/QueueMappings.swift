import Diagnostics

/// Queues that functions read.
extension Rule {
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
      for mapping in model.eventSources("AWS::Lambda::EventSourceMapping") {
        guard let arn = mapping["EventSourceArn"], let queue = model.resource(arn, of: "AWS::SQS::Queue"),
          let function = model.function(of: mapping["FunctionName"]),
          let seconds = function.timeout,
          let visible = queue.seconds(of: "VisibilityTimeout", otherwise: 30), visible < seconds
        else { continue }
        let own = queue["VisibilityTimeout"]
        report.report(
          at: own?.mark ?? arn.mark,
          "the visibility timeout of the queue is \(visible) s, the timeout of its function \(seconds) s",
          related: [Related(message: "timeout of the function", mark: function["Timeout"]?.mark ?? function.mark)],
          help: "write `VisibilityTimeout: \(min(seconds * 6, 43_200))`\(own == nil ? " in the queue" : "")")
      }
      model.forEachServerlessEvent { event, owner in
        guard event["Type"]?.text == "SNS", let subscription = event["Properties"]?["SqsSubscription"],
          subscription.bool == true, let function = model.serverlessFunctionsByID[owner.id],
          let seconds = function.timeout, seconds > 30
        else { return }
        report.report(
          at: subscription,
          "the visibility timeout of the queue that SAM creates is 30 s, the timeout of its function \(seconds) s",
          related: [Related(message: "timeout of the function", mark: function["Timeout"]?.mark ?? function.mark)],
          help: "name a queue with `VisibilityTimeout: \(min(seconds * 6, 43_200))`: `{QueueArn: …, QueueUrl: …}`")
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
      for mapping in model.eventSources("AWS::Lambda::EventSourceMapping") {
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

extension Model.Resource {
  /// The timeout of a function in seconds; nil where it is not known.
  fileprivate var timeout: Int? { seconds(of: "Timeout", otherwise: 3) }

  /// A time in seconds; nil where it is not known.
  fileprivate func seconds(of name: String, otherwise usual: Int) -> Int? {
    self[name].map(\.number) ?? (lacks(name) ? usual : nil)
  }
}
