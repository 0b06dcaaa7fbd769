import SpecReading
import TextSearch

extension Rule {
  /// A parameter that the service does not accept.
  static let rejectedParameter = Rule(
    id: "INT046",
    severity: .error,
    summary: "value that the service of an action rejects",
    why: """
      API Gateway does not check the values of parameters; the service rejects every request with them. Only AWS services send events
      whose source begins with `aws.`, the time of an event is a timestamp of RFC 3339, a partition key has 1–256 characters, and a
      service finds a resource in its own region only.
      """,
    source:
      "EventBridge's API reference of PutEvents; Kinesis' API reference of PutRecord; API Gateway's reference of integration subtypes",
    example: """
      apis:
        store:
          routes:
            POST /orders:
              eventBridge: default
              parameters: {Source: ⟦aws.orders → com.example.orders⟧, DetailType: order, Detail: $request.body}
      """,
    check: { model, report in
      model.forEachAction { integration, _ in
        guard let subtype = integration.subtype, let parameters = integration["RequestParameters"] else { return }
        if let region = parameters["Region"], region.isWritten, let text = region.text, !text.contains("$"),
          let flaw = flaw(ofRegion: text, integration)
        {
          report.report(at: region, flaw.message, help: flaw.help)
        }
        switch subtype.name {
        case "EventBridge-PutEvents":
          if let source = parameters["Source"], source.openTexts.contains(where: { $0.start.hasPrefix("aws.") }) {
            report.report(
              at: source, "a source that begins with `aws.` is reserved for AWS services",
              help: "write a name of your own, such as `com.example.orders`")
          }
          if let time = parameters["Time"], let text = time.text,
            text == "$context.requestTime" || !text.contains("$") && !isTimestamp(text)
          {
            report.report(
              at: time, "\(Reader.quoted(text)) is not a timestamp of RFC 3339",
              help: "remove it, which is the time of the request, or map one such as `$request.body.time`")
          }
        case "Kinesis-PutRecord":
          if let key = parameters["PartitionKey"], let text = key.text, !(1...256).contains(text.count) {
            report.report(
              at: key, "a partition key has 1 to 256 characters, found \(text.count)",
              help: "write `$context.requestId`")
          }
          if let key = parameters["ExplicitHashKey"], let text = key.text, !text.contains("$"),
            text.isEmpty || !text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
          {
            report.report(
              at: key, "a hash key is a number, found \(Reader.quoted(text))",
              help: "remove it: `PartitionKey` selects the shard")
          }
        default: break
        }
      }
    })

  /// A region that does not exist, or in which the target is not.
  private static func flaw(
    ofRegion text: String, _ integration: Model.Integration
  ) -> (message: String, help: String)? {
    guard ArnForm.isRegion(text) else {
      let region = text.dropLast()
      return (
        "\(Reader.quoted(text)) is not a region",
        ArnForm.isRegion(region) ? "write `\(region)`" : "write a region such as `eu-west-1`, or remove it"
      )
    }
    guard case .service(let target)? = integration.target, let address = target.name.literal else { return nil }
    let host = "https://sqs."
    let own =
      address.hasPrefix(host)
      ? String(address.dropFirst(host.utf8.count).prefix { $0 != "." }) : Arn(address).region
    return ArnForm.isRegion(own) && own != text
      ? (
        "the target is in `\(own)`, and the action is called in `\(text)`",
        "remove `Region`: it follows from the target"
      )
      : nil
  }

  /// Whether a text begins as a date.
  private static func isTimestamp(_ text: String) -> Bool {
    let parts = text.prefix { $0 != "T" }.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts.allSatisfy { Int($0) != nil } && text.contains("T")
  }
}
