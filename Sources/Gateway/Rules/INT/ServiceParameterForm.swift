import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// An ARN where a URL or a name is expected, or the other way round.
  static let parameterOfOtherForm = Rule(
    id: "INT025",
    severity: .warning,
    summary: "`QueueUrl`, `StreamName` or `StateMachineArn` in the wrong form",
    why: """
      `QueueUrl` is a URL, `StreamName` a name and `StateMachineArn` an ARN. With any other form the action fails on every
      request. The short keys (`sqs: …`) convert what they get.
      """,
    source: "the API references of the services",
    example: """
      resources:
        Orders: {Type: AWS::SQS::Queue}
      apis:
        store:
          routes:
            POST /orders:
              aws: SQS-SendMessage
              parameters: {QueueUrl: ⟦!GetAtt Orders.Arn → !Ref Orders⟧}
      """,
    check: { model, report in
      model.forEachAction { integration, _ in
        guard let subtype = integration.subtype,
          let service = Services.current.owner(of: subtype)
        else { return }
        for (name, thing) in zip(subtype.target, service.things) {
          // A short key converts what it gets.
          guard let given = integration["RequestParameters"]?[name], given.isRaw || !integration.isFilledIn,
            thing.resource.hasForms,
            given.value.text?.contains("$") != true, let expected = thing.resource.parameterForm,
            let found = thing.form(of: given.value, in: model.names), found != expected
          else { continue }
          report.report(
            at: given, "`\(name)` must be the \(expected.noun) of \(thing.kind.article), found the \(found.noun)",
            help: given.isRaw
              ? reference(to: given.value) : "write `\(service.key): …`, which accepts both and converts them")
        }
      }
    })

  /// The reference that gives the right form of a resource.
  private static func reference(to value: Value) -> String? {
    if case .getAtt(let id, _) = value { "write `!Ref \(id)`" } else { nil }
  }

  /// A queue that orders messages by group.
  static let fifoQueueNeedsGroup = Rule(
    id: "INT024",
    severity: .error,
    summary: "message without what its FIFO queue needs, or with what its queue does not have",
    why: """
      A FIFO queue keeps the order of the messages of a group, so every message must name its group. SQS also rejects a message
      without `MessageDeduplicationId`, unless the queue has content-based deduplication, and one with `DelaySeconds`. A standard
      queue has no `MessageDeduplicationId`: "not valid for this queue type".
      """,
    source: "SQS's API reference of SendMessage",
    example: """
      apis:
        store:
          routes:
            POST /orders: {sqs: ⟦orders.fifo → orders.fifo, parameters: {MessageGroupId: $request.body.customer}⟧}
      """,
    check: { model, report in
      model.forEachAction { integration, _ in
        guard integration.subtype?.name == "SQS-SendMessage", integration.resource.isWhole,
          let parameters = integration["RequestParameters"], !parameters.isFunction,
          let queue = parameters["QueueUrl"]
        else { return }
        guard model.isFifo(queue) else {
          if let id = parameters["MessageDeduplicationId"], model.resource(queue)?.isStandardQueue == true {
            report.report(
              at: id, "only a message to a FIFO queue has `MessageDeduplicationId`",
              help: "remove it, or set `FifoQueue: true` on the queue")
          }
          return
        }
        let word = integration.parametersWord
        if let delay = parameters["DelaySeconds"], delay.number != 0 {
          report.report(
            at: delay, "a message to a FIFO queue has no delay of its own",
            help: "remove it, or set `DelaySeconds` on the queue")
        }
        let resource = model.resource(queue)
        let needsId =
          parameters["MessageDeduplicationId"] == nil && resource?.flag("ContentBasedDeduplication") == false
        let id = "`MessageDeduplicationId: $context.requestId`"
        if parameters["MessageGroupId"] == nil {
          report.report(
            at: queue, "a message to a FIFO queue needs `MessageGroupId`",
            help:
              "add, for example, `MessageGroupId: $request.body.customer`\(needsId ? " and \(id)" : "") to `\(word)`")
        } else if needsId, let resource {
          report.report(
            at: queue, "a message to this FIFO queue needs `MessageDeduplicationId`",
            related: [Related(message: "the queue, without content-based deduplication", mark: resource.mark)],
            help: "add \(id) to `\(word)`, or set `ContentBasedDeduplication: true` on the queue")
        }
      }
    })

  /// Actions that only one type of state machine supports.
  static let stateMachineOfOtherType = Rule(
    id: "INT023",
    severity: .error,
    summary: "state machine type that does not support the action",
    why: """
      Only express state machines can be started synchronously, and only executions of standard ones can be stopped. Otherwise
      Step Functions rejects every request with `StateMachineTypeNotSupported`. The default type is `STANDARD`.
      """,
    source: "Step Functions' API reference of StartSyncExecution and StopExecution",
    example: """
      resources:
        Checkout:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            ⟪→
            StateMachineType: EXPRESS
            ⟫
            DefinitionString: '{"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}'
            RoleArn: arn:aws:iam::111122223333:role/checkout
      apis:
        store:
          routes:
            POST /orders: {stepFunctions: ⟦Checkout⟧, action: startSync, parameters: {Input: $request.body}}
      """,
    check: { model, report in
      model.forEachAction { integration, _ in
        guard let (machine, mark, expected) = model.stateMachine(of: integration), let type = machine.stateMachineType,
          type != expected, ["STANDARD", "EXPRESS"].contains(type)
        else { return }
        report.report(
          at: mark,
          expected == "EXPRESS"
            ? "`\(machine.id)` is a standard state machine, which cannot be started synchronously"
            : "`\(machine.id)` is an express state machine, whose executions cannot be stopped",
          related: [Related(message: "state machine", mark: machine.mark)],
          help: expected == "EXPRESS" && !integration.resource.isRaw
            ? "write `action: start`, or set the type to `EXPRESS`"
            : "set the type of the state machine to `\(expected)`")
      }
    })
}

extension Model {
  /// Whether a value is known to be the URL of a FIFO queue.
  fileprivate func isFifo(_ queue: Property) -> Bool {
    if let resource = resource(queue) {
      return resource["FifoQueue"]?.bool == true || resource["QueueName"]?.text?.hasSuffix(".fifo") == true
    }
    switch queue.value.object?.members.first?.value ?? queue.value {
    case .string(let text): return text.hasSuffix(".fifo")
    case .list(let parts): return parts.first?.text?.hasSuffix(".fifo") == true
    default: return false
    }
  }

  /// The state machine of an action, where it is written, and the type that the action needs.
  fileprivate func stateMachine(of integration: Integration) -> (Resource, Mark, String)? {
    switch integration.subtype?.name {
    case "StepFunctions-StartSyncExecution":
      guard let machine = integration["RequestParameters"]?["StateMachineArn"], let found = resource(machine) else {
        return nil
      }
      return (found, machine.mark, "EXPRESS")
    case "StepFunctions-StopExecution":
      // The action names an execution; only the language names the state machine.
      guard case .service(let target) = integration.target, let id = spec.values.resource(.stateMachine, target.name),
        let found = resource(id)
      else { return nil }
      return (found, target.name.mark, "STANDARD")
    default: return nil
    }
  }
}

extension Model.Resource {
  /// Whether it is surely a standard queue.
  var isStandardQueue: Bool { type == "AWS::SQS::Queue" && flag("FifoQueue") == false }

  /// The type of a state machine; nil where it is not known.
  fileprivate var stateMachineType: String? {
    let property: String
    switch type {
    case "AWS::StepFunctions::StateMachine": property = "StateMachineType"
    case "AWS::Serverless::StateMachine": property = "Type"
    default: return nil
    }
    guard let type = self[property] else { return lacks(property) ? "STANDARD" : nil }
    return type.text
  }
}
