import CloudFormation
import SpecReading
import YAMLTree

/// The call of an action on a target.
struct ServiceCall {
  /// Parameters that specify the target.
  var target = Object()
  /// Resources in the role's policy.
  var resources: [Value] = []
  /// KMS keys that encrypt the target, and the actions that they need.
  var keys: [Value] = []
  var keyActions: [Value] = []
}

/// A target that is an action of an AWS service (`AWS_PROXY` with a subtype).
protocol ServiceIntegration: Integration {
  /// The action; nil if its name is unknown.
  var subtype: ServiceSubtype? { get }
  /// The node that selects the action.
  var subtypeNode: Node? { get }
  /// The author's parameters.
  var parameters: ServiceParameters { get }
  /// The call; nil if the resource is missing or unknown.
  func call(in values: RawValues) -> ServiceCall?
}

extension ServiceIntegration {
  func serves(_ type: ApiType) -> Bool { type == .http }

  func requestParameters(in synthesis: Synthesis) -> Object? { actionParameters(in: synthesis) }

  /// The parameters of the action.
  func actionParameters(in synthesis: Synthesis) -> Object? {
    guard let call = call(in: synthesis.values) else { return nil }
    return parameters.object(for: subtype, target: call.target, in: synthesis.values)
  }

  func properties(for api: Named<Api>, in synthesis: inout Synthesis) -> Object? {
    actionProperties(for: api, in: &synthesis)
  }

  /// The properties of the integration in an HTTP API.
  func actionProperties(for api: Named<Api>, in synthesis: inout Synthesis) -> Object? {
    // An unknown action is written as it is, and reported by a rule.
    guard let action = subtype?.name ?? name.literal, let call = call(in: synthesis.values) else { return nil }
    var properties = Object()
    properties.add("IntegrationType", "AWS_PROXY")
    properties.add("IntegrationSubtype", .string(action), origin: Origin(of: subtypeNode))
    properties.add("PayloadFormatVersion", "1.0")
    if options.credentials == nil, let subtype {
      properties.add("CredentialsArn", synthesis.role(for: call, subtype, name, api))
    }
    return properties
  }
}

extension Synthesis {
  /// A role with only this action on only this resource. Integrations of an API with equal permissions share one.
  fileprivate mutating func role(
    for call: ServiceCall, _ subtype: ServiceSubtype, _ name: Given<String>, _ api: Named<Api>
  ) -> Value? {
    if call.resources.isEmpty { return nil }
    var statements: [Value] = [statement([.string(subtype.action)], call.resources)]
    if !call.keys.isEmpty { statements.append(statement(call.keyActions, call.keys)) }
    let policy = Value.policy(statements)
    let path = "apis.\(api.name).roles.\(subtype.action).\(policy.fingerprint)"
    let words = (name.literal?.split { $0 == ":" || $0 == "/" }.last).map(String.init) ?? "target"
    let place = Place(hashed: path, "ServiceRole", api.name, words)
    return serviceRole(at: place, policy, of: api)
  }

  /// A role that API Gateway assumes, with one policy. Equal places share it.
  mutating func serviceRole(at place: Place, _ policy: Value, of api: Named<Api>) -> Value {
    let id = names.id(place)
    if template[id] == nil {
      var properties = Object()
      properties.add("AssumeRolePolicyDocument", Synthesis.trust(Permission.principal))
      properties.add("Policies", [["PolicyName": "service", "PolicyDocument": policy]])
      write(place, .role, properties, .part(api.value.options))
    }
    return .getAtt(id, "Arn")
  }

  private func statement(_ actions: [Value], _ resources: [Value]) -> Value {
    func oneOrMany(_ values: [Value]) -> Value { values.count == 1 ? values[0] : .list(values) }
    return ["Effect": "Allow", "Action": oneOrMany(actions), "Resource": oneOrMany(resources)]
  }
}
