import SpecReading

extension AwsService {
  /// Sends events to an event bus. Without `EventBusName`, events go to the default event bus.
  static let eventBridge = AwsService(
    "eventBridge", "Event bus: `default`, a logical ID in `resources`, a name or an ARN.",
    address: NamedAddress.self, of: [.eventBus], sample: "BUS",
    actions: [
      ServiceSubtype(
        "EventBridge-PutEvents", word: "putEvents", "events:PutEvents", target: ["EventBusName"],
        required: ["Detail", "DetailType", "Source"], optional: ["Time", "EventBusName", "Resources", "TraceHeader"],
        defaults: [
          "Detail": "$request.body.Detail", "DetailType": "$request.body.DetailType", "Source": "$request.body.Source",
        ], json: "Detail")
    ])
}

extension Kind {
  static let eventBus = Kind("an event bus", resources: ["AWS::Events::EventBus": nil], service: .eventBus)
}

extension ServiceResource {
  /// The parameter accepts an ARN, for an event bus in another account.
  static let eventBus = ServiceResource(
    parameter: .nameOrArn, arn: ServiceArn(service: "events", prefix: "event-bus/"), standard: "default",
    isName: { $0.utf8.count <= 256 && $0.isMade(ofLettersDigitsAnd: "/.-_") })
}
