import CloudFormation

/// Events of SAM's functions and state machines, as the resources that SAM makes of them (source: SAM's specification,
/// EventSource; aws-sam-translator 1.115).
extension Model {
  /// The resources of a type that sends events, with those that SAM makes of events.
  func eventSources(_ type: String) -> [Resource] {
    serverlessEvents.isEmpty ? resources(type) : resources(type) + serverlessEvents.filter { $0.type == type }
  }

  /// Calls `body` with each event as it is written, and the function or state machine that it is of.
  func forEachServerlessEvent(_ body: (_ event: Property, _ owner: Resource) -> Void) {
    for type in ["Function", "StateMachine"] {
      for owner in resources(SamProperties.prefix + type) {
        for event in owner["Events"]?.members ?? [] { body(event, owner) }
      }
    }
  }

  /// Calls `body` with each connector that is an attribute of its source.
  func forEachConnector(_ body: (_ connector: Property) -> Void) {
    for resource in types.flatMap({ resources($0) }) where resource.source == .resources {
      guard let connectors = resource.record.attributes.member("Connectors") else { continue }
      for connector in Property(connectors, of: resource, fallback: resource.mark).members { body(connector) }
    }
  }

  /// The rules, schedules and event source mappings that SAM creates.
  func makeServerlessEvents() -> [Resource] {
    var created: [Resource] = []
    forEachServerlessEvent { event, owner in
      if let resource = makeResource(ofEvent: event, of: owner) { created.append(resource) }
    }
    return created
  }

  private func makeResource(ofEvent event: Property, of owner: Resource) -> Resource? {
    if event["Type"]?.text == "SNS" { return makeMapping(ofSubscription: event, of: owner) }
    guard let form = event["Type"]?.text.flatMap({ Model.eventForms[$0] }),
      let properties = event["Properties"], !properties.isFunction
    else { return nil }
    var record = CloudFormation.Resource(id: "\(owner.id).\(event.name)", type: form.type)
    record.condition = owner.condition
    record.origin = event.origin
    for member in properties.value.object?.members ?? [] {
      let name = form.names[member.key] ?? member.key
      record.properties.set(Object.Member(key: name, value: member.value, origin: member.origin))
    }
    if form.type == ResourceType.eventSourceMapping.name { record.properties.add("FunctionName", .ref(owner.id)) }
    return Resource(record, .resources, at: event.key, isWhole: true, in: self)
  }

  /// The mapping of a queue that SAM subscribes to a topic, if the queue is given.
  private func makeMapping(ofSubscription event: Property, of owner: Resource) -> Resource? {
    guard let queue = event["Properties"]?["SqsSubscription"]?["QueueArn"] else { return nil }
    var record = CloudFormation.Resource(id: "\(owner.id).\(event.name)", type: ResourceType.eventSourceMapping.name)
    record.condition = owner.condition
    record.origin = event.origin
    record.properties.set(Object.Member(key: "EventSourceArn", value: queue.value, origin: queue.origin))
    record.properties.add("FunctionName", .ref(owner.id))
    return Resource(record, .resources, at: event.key, isWhole: true, in: self)
  }

  /// The types of resources by SAM's types of events, and the properties that have another name there.
  private static let eventForms: [String: (type: String, names: [String: String])] = {
    let rule = ResourceType.eventRule.name
    let mapping = ResourceType.eventSourceMapping.name
    return [
      "CloudWatchEvent": (rule, ["Pattern": "EventPattern"]),
      "EventBridgeRule": (rule, ["Pattern": "EventPattern"]),
      "Schedule": (rule, ["Schedule": "ScheduleExpression"]),
      "ScheduleV2": (ResourceType.schedule.name, [:]),
      "DynamoDB": (mapping, ["Stream": "EventSourceArn"]),
      "Kinesis": (mapping, ["Stream": "EventSourceArn"]),
      "SQS": (mapping, ["Queue": "EventSourceArn"]),
    ]
  }()
}
