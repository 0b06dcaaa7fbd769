import SpecReading

extension Rule {
  /// Subscriptions of SNS whose protocol does not fit.
  static let subscriptionProtocol = Rule(
    id: "CFN044",
    severity: .error,
    summary: "subscription of SNS with a protocol that its endpoint or its topic does not have",
    why: """
      The protocol of a subscription is that of its endpoint: "Invalid parameter: SQS endpoint ARN". A FIFO topic has queues only:
      "Invalid protocol type: lambda", and a FIFO queue only subscribes to FIFO topics. Raw messages are not delivered to functions,
      e-mail addresses and phones: "Delivery protocol [lambda] does not support raw message delivery".
      """,
    source: """
      SNS's API reference of Subscribe and its page on FIFO topics; public reports of the messages (localstack#7471, terraform#28632, \
      moto#8957, aws-controllers-k8s/community#2192)
      """,
    example: """
      resources:
        Orders: {Type: AWS::SNS::Topic}
        Subscription:
          Type: AWS::SNS::Subscription
          Properties:
            TopicArn: !Ref Orders
            Protocol: ⟦lambda → sqs⟧
            Endpoint: arn:aws:sqs:eu-west-1:111122223333:orders
      """,
    check: { model, report in
      for subscription in model.resources("AWS::SNS::Subscription") {
        check(subscription.properties, isFifo: subscription["TopicArn"].flatMap(model.isFifoTopic), &report)
        guard let raw = subscription["RawMessageDelivery"], raw.bool == true,
          let text = subscription["Protocol"]?.text, ["lambda", "email", "email-json", "sms"].contains(text)
        else { continue }
        report.report(at: raw, "`\(text)` does not support raw messages", help: "remove it")
      }
      for topic in model.resources("AWS::SNS::Topic") {
        topic.forEach("Subscription.*") { check($0, isFifo: topic.flag("FifoTopic"), &report) }
      }
      model.forEachServerlessEvent { event, _ in
        guard event["Type"]?.text == "SNS", let properties = event["Properties"], properties.lacks("SqsSubscription"),
          let topic = properties["Topic"], model.isFifoTopic(topic) == true
        else { return }
        report.report(
          at: topic, "a FIFO topic delivers to queues only", help: "add `SqsSubscription: true`")
      }
    })

  private static func check(_ subscription: Model.Property, isFifo: Bool?, _ report: inout Report) {
    guard let given = subscription["Protocol"], let text = given.text, let endpoint = subscription["Endpoint"] else {
      return
    }
    let model = subscription.resource.model
    if let due = model.protocolOfSubscription(to: endpoint), due != text, due != "email" || text != "email-json" {
      report.report(
        at: given, "the endpoint has the protocol `\(due)`, found \(Reader.quoted(text))", help: "write `\(due)`")
    } else if isFifo == true, noFifo.contains(text) {
      report.report(
        at: given, "a FIFO topic delivers to queues only, found \(Reader.quoted(text))",
        help: "subscribe a queue, or use a standard topic")
    } else if isFifo == false, text == "sqs", model.isFifoQueue(endpoint) == true {
      report.report(
        at: endpoint, "a FIFO queue cannot subscribe to a standard topic", help: "use a standard queue, or a FIFO topic"
      )
    }
  }

  /// Protocols that FIFO topics do not have. Source: SNS's page on FIFO topics.
  private static let noFifo = ["lambda", "email", "email-json", "sms", "http", "https"]
}

extension Model {
  /// The protocol of an endpoint that is an ARN, a URL or an address; nil where it is not known.
  fileprivate func protocolOfSubscription(to endpoint: Property) -> String? {
    if let type = resource(endpoint)?.type {
      if type == "AWS::SQS::Queue" { return "sqs" }
      return FunctionTable.isCallable(type) ? "lambda" : nil
    }
    if let text = endpoint.texts.first {
      if let scheme = ["https", "http"].first(where: { text.hasPrefix("\($0)://") }) { return scheme }
      if text.contains("@"), !text.contains(":") { return "email" }
    }
    return endpoint.service.flatMap { ["sqs", "lambda", "firehose"].contains($0) ? $0 : nil }
  }

  /// Whether the topic of an ARN is a FIFO topic; nil where that is not known.
  fileprivate func isFifoTopic(_ arn: Property) -> Bool? {
    if let topic = resource(arn) { return topic.type == "AWS::SNS::Topic" ? topic.flag("FifoTopic") : nil }
    return arn.text.flatMap { $0.hasPrefix("arn:") ? $0.hasSuffix(".fifo") : nil }
  }
}
