import CloudFormation
import SpecReading

/// A state machine is started, or one of its executions stopped.
public struct StepFunctionsTarget: ServiceTarget {
  /// What is done with the state machine.
  public enum Action: String, CaseIterable, Sendable {
    case start, startSync, stop
  }

  let machine: ServiceAddress
  let action: Given<Action>?
  let parameters: ServiceParameters
  let options: IntegrationOptions

  /// The key that selects it.
  static let key: StaticString = "stepFunctions"

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    machine = fields.required(
      "stepFunctions", .address(of: .stateMachine),
      "The state machine: a logical id of `resources`, a name or an ARN.")
    action = fields.optional(
      "action", .known(.word(Action.self)), "What is done with it; by default what comes first.")
    parameters = fields.serviceParameters()
    options = IntegrationOptions(service: &fields)
  }

  var name: Given<String> { machine.given }

  var subtype: ServiceSubtype? {
    switch action?.literal ?? .start {
    case .start: .named("StepFunctions-StartExecution")
    case .startSync: .named("StepFunctions-StartSyncExecution")
    case .stop: .named("StepFunctions-StopExecution")
    }
  }

  func plainName(in names: SpecNames) -> String? {
    guard options.isEmpty, parameters.isEmpty, action == nil, case .resource(let id) = names.find(.stateMachine, name)
    else { return nil }
    return id
  }

  func call(in values: RawValues) -> ServiceCall? {
    guard let thing = values.thing(.stateMachine, machine) else { return nil }
    var call = ServiceCall()
    if action?.literal == .stop {
      // An execution is what is stopped, so the machine itself appears in the policy alone.
      call.resources = [ServiceIdentity.executions(of: thing, values.names)]
    } else {
      let identity = ServiceIdentity.stateMachine(thing)
      call.target.add("StateMachineArn", identity.parameter)
      call.resources = [identity.arn]
    }
    return call
  }
}
