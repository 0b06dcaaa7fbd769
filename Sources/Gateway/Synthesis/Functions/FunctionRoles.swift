import CloudFormation
import SpecReading
import YAMLTree

extension Synthesis {
  /// The ARN of the function's own role, or of the one that is given.
  mutating func role(of function: CreatedFunction, _ name: String) -> Value? {
    if let role = function.role { return values.reference(.role, role) }
    var managed = [awsPolicy("AWSLambdaBasicExecutionRole")]
    if function.vpc != nil || function.subnets != nil {
      managed = [awsPolicy("AWSLambdaVPCAccessExecutionRole")]
    }
    if function.tracing?.literal == true { managed.append(awsPolicy("AWSXRayDaemonWriteAccess")) }
    var statements: [(value: Value, branch: Branch)] = []
    // A closure, here and elsewhere: a key path to a generic type's property is made at run time.
    for (policy, branch) in (function.policies?.items ?? []).flatMap({ $0.branches }) {
      switch policy.form {
      case .managed(let policy):
        let arn = arn(of: policy.managed)
        // IAM rejects a list that has a policy twice.
        if !managed.contains(arn) { managed.append(arn.under(branch)) }
      case .grant(let grant):
        var object = Object()
        object.add("Effect", "Allow")
        object.add("Action", grant.allow) { list($0) }
        object.add("Resource", grant.resources) { list($0) { values.policyResource($0) } }
        statements.append((.object(object), branch))
      case .statement(let statement):
        var object = Object()
        for key in statement.keys {
          object.add(key.name, key.value.map { values.value($0.node) }, origin: Origin(of: key.value?.node))
        }
        statements.append((.object(object), branch))
      case .template(let written): statements += written.statements(in: values).map { ($0, branch) }
      case nil: break
      }
    }
    var properties = Object()
    properties.add("AssumeRolePolicyDocument", Synthesis.trust("lambda.amazonaws.com"))
    properties.add("ManagedPolicyArns", .list(managed))
    properties.add("Policies", inlinePolicies(statements))
    let place = Place.functionPart(name, "role", "FunctionRole")
    return .getAtt(write(place, .role, properties, .vital(function.options)), "Arn")
  }

  /// A policy with the statements that always apply, and one for each branch of conditions: a policy must not be empty.
  private func inlinePolicies(_ statements: [(value: Value, branch: Branch)]) -> Value? {
    var policies: [(name: String, branch: Branch, statements: [Value])] = []
    for (statement, branch) in statements {
      let name = (["function"] + branch.map { ($0.holds ? "" : "Not") + $0.name }).joined(separator: "-")
      if let index = policies.firstIndex(where: { $0.name == name }) {
        policies[index].statements.append(statement)
      } else {
        policies.append((name, branch, [statement]))
      }
    }
    let values = policies.map { policy in
      let whole: Value = ["PolicyName": .string(policy.name), "PolicyDocument": .policy(policy.statements)]
      return whole.under(policy.branch)
    }
    return values.isEmpty ? nil : .list(values)
  }

  /// The ARN of a managed policy: as it is, of a resource, or of one of AWS's own by its bare name.
  private func arn(of policy: Given<String>) -> Value {
    guard let text = policy.literal, !text.hasPrefix("arn:") else { return value(policy) }
    return names.resourceTypes[text] == "AWS::IAM::ManagedPolicy" ? .ref(text) : awsPolicy(text)
  }

  private func awsPolicy(_ name: String) -> Value {
    .sub("arn:\(Value.partition):iam::aws:policy/\(ManagedPolicies.path(of: name))")
  }

  /// A trust policy for a service of AWS's.
  static func trust(_ service: String) -> Value {
    .policy([["Effect": "Allow", "Principal": ["Service": .string(service)], "Action": "sts:AssumeRole"]])
  }
}

extension Value {
  /// A policy document.
  static func policy(_ statements: [Value]) -> Value { ["Version": "2012-10-17", "Statement": .list(statements)] }
}
