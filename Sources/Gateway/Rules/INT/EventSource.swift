import SpecReading

extension Rule {
  /// An event that pretends to be of AWS.
  static let eventSourceOfAws = Rule(
    id: "INT046",
    severity: .error,
    summary: "event source that begins with `aws.`",
    why: """
      Only AWS services send events whose source begins with `aws.`. EventBridge rejects other events with it:
      `NotAuthorizedForSourceException`.
      """,
    source: "EventBridge's page on the metadata of events (source), and its API reference of PutEvents",
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
        guard integration.subtype?.name == "EventBridge-PutEvents",
          let source = integration["RequestParameters"]?["Source"],
          source.openTexts.contains(where: { $0.start.hasPrefix("aws.") })
        else { return }
        report.report(
          at: source, "a source that begins with `aws.` is reserved for AWS services",
          help: "write a name of your own, such as `com.example.orders`")
      }
    })
}
