import CloudFormation
import Diagnostics
import SpecReading

extension Rule {
  /// What only one type of state machine can do.
  static let stateMachineOfOtherType = Rule(
    id: "INT023",
    severity: .error,
    summary: "a state machine of the wrong type for what is done with it",
    why: """
      Only express state machines can be started and waited for, and only executions of standard ones can be stopped. Step
      Functions refuses the other with `StateMachineTypeNotSupported`, on every request. A state machine is a standard
      one unless it says otherwise.
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
            POST /orders: {stepFunctions: ⟦Checkout⟧, action: startSync}
      """,
    check: { spec, report in
      spec.forEachService { _, target in
        guard let (given, wanted) = machine(of: target), let id = spec.values.resource(.stateMachine, given),
          let type = type(of: id, in: spec), type != wanted
        else { return }
        let element = spec.names.spec.resources.first { $0.name == id }
        report.report(
          at: given.mark,
          wanted == "EXPRESS"
            ? "`\(id)` is a standard state machine, which cannot be started and waited for"
            : "`\(id)` is an express state machine, whose executions cannot be stopped",
          related: element.map { [Related(message: "the state machine", mark: $0.mark)] } ?? [],
          help: wanted == "EXPRESS"
            ? "write `action: start`, or let it be of the type EXPRESS" : "let it be of the type STANDARD")
      }
    })

  /// What names the state machine, and the type that the action needs.
  private static func machine(of target: any ServiceIntegration) -> (Given<String>, String)? {
    let wanted: String
    switch target.subtype?.name {
    case "StepFunctions-StartSyncExecution": wanted = "EXPRESS"
    case "StepFunctions-StopExecution": wanted = "STANDARD"
    default: return nil
    }
    if target.isFilledIn { return (target.name, wanted) }
    return (target.parameters["StateMachineArn"] ?? nil).map { ($0, wanted) }
  }

  /// The type of a state machine of `resources`, where it is known.
  private static func type(of id: String, in spec: ResolvedSpec) -> String? {
    let key: String
    switch spec.names.resourceTypes[id] {
    case "AWS::StepFunctions::StateMachine": key = "StateMachineType"
    case "AWS::Serverless::StateMachine": key = "Type"
    default: return nil
    }
    guard let value = spec.values.properties(ofResource: id)?[key] else { return "STANDARD" }
    return value.text
  }
}
