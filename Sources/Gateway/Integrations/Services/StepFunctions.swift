import CloudFormation
import SpecReading

extension AwsService {
  /// Starts a state machine, or stops an execution.
  static let stepFunctions = AwsService(
    "stepFunctions", "State machine: a logical ID in `resources`, a name or an ARN.", address: NamedAddress.self,
    of: [.stateMachine], sample: "MACHINE",
    actions: [
      ServiceSubtype(
        "StepFunctions-StartExecution", word: "start", "states:StartExecution", target: ["StateMachineArn"],
        required: ["StateMachineArn"], optional: ["Name", "Input"], defaults: ["Input": "$request.body"],
        json: "Input"),
      ServiceSubtype(
        "StepFunctions-StartSyncExecution", word: "startSync", "states:StartSyncExecution",
        target: ["StateMachineArn"], required: ["StateMachineArn"], optional: ["Name", "Input", "TraceHeader"],
        defaults: ["Input": "$request.body"], json: "Input"),
      // An execution is stopped, so the state machine is only in the policy.
      ServiceSubtype(
        "StepFunctions-StopExecution", word: "stop", "states:StopExecution", target: [], required: ["ExecutionArn"],
        optional: ["Cause", "Error"], examples: ["ExecutionArn": "$request.querystring.executionArn"],
        resources: { found, names in found.map { executions(of: $0, names) } }),
    ])

  /// The executions of a state machine.
  private static func executions(of found: FoundResource, _ names: SpecNames) -> Value {
    let arn: Value
    switch found {
    case .resource(let id):
      let type = names.resourceTypes[id] ?? ""
      if type == "AWS::StepFunctions::StateMachine" || type == "AWS::Serverless::StateMachine" {
        return executions(of: .getAtt(id, "Name"))
      }
      arn = .ref(id)
    case .arn(let given), .url(let given): arn = given
    case .name(let name): return executions(of: name)
    }
    return .sub(
      """
      arn:\(Value.partition):states:\(arn.part(3, of: ":"), as: "Region"):\(arn.part(4, of: ":"), as: "Account"):\
      execution:\(arn.part(6, of: ":"), as: "Name"):*
      """)
  }

  private static func executions(of machine: Value) -> Value {
    ServiceArn(service: "states", prefix: "execution:").make(.region, .account, machine, suffix: ":*")
  }
}

extension Kind {
  static let stateMachine = Kind(
    "a state machine",
    resources: [
      "AWS::StepFunctions::StateMachine": nil, "AWS::StepFunctions::StateMachineAlias": nil,
      "AWS::StepFunctions::StateMachineVersion": nil, "AWS::Serverless::StateMachine": nil,
    ], service: .stateMachine)
}

extension ServiceResource {
  static let stateMachine = ServiceResource(
    parameter: .arn, arn: ServiceArn(service: "states", prefix: "stateMachine:"),
    isName: { $0.utf8.count <= 80 && $0.isMade(ofLettersDigitsAnd: "-_") })
}
