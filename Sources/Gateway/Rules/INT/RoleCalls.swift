import CloudFormation
import YAMLTree

/// A call that API Gateway makes with a role of the template.
struct RoleCall {
  /// The role, as the integration or authorizer names it.
  let credentials: Model.Property
  let id: String
  let role: RoleReading
  /// The IAM action that the call needs; nil where that is not known.
  let action: String?
  /// What it is about, if that is known.
  let arn: Value?
  /// The KMS key that encrypts it, if that leaves its use to the role, and the actions that the call needs on the key.
  var key: Value?
  var keyActions: [String] = []
  /// Where the call is written, if the role is not.
  var other: Mark?
  /// Whether `allow` creates the role.
  var isOfAllow = false
  /// Whether the role is created where none is named.
  var mayBeCreated = false

  var place: Mark { credentials.isWritten ? credentials.mark : other ?? credentials.mark }
}

extension Model {
  /// The calls with roles of the template. The rights of a role that is made for a call are right, unless an author
  /// changes them or lists them in `allow`.
  var roleCalls: [RoleCall] {
    let integrations = apis.integrations.compactMap { integration -> RoleCall? in
      guard let (credentials, id, role) = role(of: integration["CredentialsArn"]) else { return nil }
      let isOfAllow = integration.target?.isAllowing ?? false
      guard isOfAllow || names.resourceTypes[id] != nil || isChanged(integration, role: id) else { return nil }
      let subtype = integration.subtype
      let action = subtype?.action ?? integration.calledAction
      return RoleCall(
        credentials: credentials, id: id, role: role,
        action: integration.target?.isMisspelling(action) ?? false ? nil : action,
        arn: subtype.flatMap { arn(ofTarget: integration, $0) },
        key: subtype.flatMap { key(ofTarget: integration, $0) },
        keyActions: subtype?.keyActions.compactMap(\.text) ?? [],
        other: isOfAllow ? integration.mark : integration.requestParameters.first(where: \.isRaw)?.mark,
        isOfAllow: isOfAllow,
        mayBeCreated: subtype != nil && credentials.isWritten && !credentials.resource.isRaw)
    }
    let authorizers = lambdaAuthorizers.compactMap { authorizer -> RoleCall? in
      guard let (credentials, id, role) = role(of: authorizer["AuthorizerCredentialsArn"]) else { return nil }
      return RoleCall(credentials: credentials, id: id, role: role, action: "lambda:InvokeFunction", arn: nil)
    }
    return integrations + authorizers
  }

  /// The KMS key of what an action is called on, if both are in the template and the key's own policy allows no role.
  private func key(ofTarget integration: Integration, _ subtype: ServiceSubtype) -> Value? {
    guard !subtype.keyActions.isEmpty, case .getAtt(let id, _)? = arn(ofTarget: integration, subtype),
      let thing = Services.current.owner(of: subtype)?.things.first,
      let arn = spec.values.key(of: thing, .resource(id)), case .getAtt(let key, _) = arn,
      let policy = resource(key)?["KeyPolicy"], !PolicyDocument(policy.value).mayAllowIdentities
    else { return nil }
    return arn
  }

  private func role(of credentials: Property?) -> (Property, String, RoleReading)? {
    guard let credentials, let id = credentials.target, let role = role(credentials) else { return nil }
    return (credentials, id, role)
  }
}

extension Target {
  /// Whether `allow` has an action with another prefix, which is reported by itself.
  fileprivate func isMisspelling(_ action: String?) -> Bool {
    guard case .aws(let target) = self, let name = action?.split(separator: ":").last else { return false }
    return target.allow.contains { $0.name != action && $0.name.hasSuffix(name) }
  }

  /// Whether its `allow` creates a role.
  fileprivate var isAllowing: Bool {
    if case .aws(let target) = self { !target.allow.isEmpty && target.options.credentials == nil } else { false }
  }
}

extension Model.Integration {
  /// The IAM action of a call that is not a service action of HTTP APIs: of a function, or of a service whose actions have
  /// the names of their permissions.
  fileprivate var calledAction: String? {
    guard let uri = self["IntegrationUri"] else { return nil }
    if type == "AWS_PROXY", self["IntegrationSubtype"] == nil { return "lambda:InvokeFunction" }
    guard type == "AWS", let text = uri.text ?? uri.value.spelled else { return nil }
    let arn = Arn(text)
    guard let name = arn.resource.rest(after: "action/"),
      Model.Integration.actions[arn.account]?.contains(name) ?? false
    else { return nil }
    return "\(arn.account):\(name)"
  }

  /// Actions of services that people call from WebSocket APIs, by the name of the service in URIs.
  private static let actions: [String: Set<String>] = [
    "dynamodb": ["DeleteItem", "GetItem", "PutItem", "Query", "Scan", "UpdateItem"],
    "events": ["PutEvents"],
    "firehose": ["PutRecord", "PutRecordBatch"],
    "kinesis": ["PutRecord", "PutRecords"],
    "sns": ["Publish"],
    "sqs": ["DeleteMessage", "ReceiveMessage", "SendMessage"],
    "states": ["StartExecution", "StartSyncExecution", "StopExecution"],
  ]
}
