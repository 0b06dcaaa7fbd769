import CloudFormation
import SpecReading

extension Synthesis {
  /// The role by which API Gateway writes the logs of WebSocket APIs, and the setting that gives it to the account. Both
  /// stay when the stack goes, since other stacks of the account log by them.
  mutating func write(_ account: Account) {
    guard account.logRole?.literal == true else { return }
    var role = Object()
    role.add("AssumeRolePolicyDocument", Synthesis.trust(Permission.principal))
    role.add(
      "ManagedPolicyArns",
      [.sub("arn:\(Value.partition):iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs")])
    var extras = Extras.part(account.options)
    extras.deletionPolicy = "RetainExceptOnCreate"
    let id = write(.logRole, .role, role, extras)
    var properties = Object()
    properties.add("CloudWatchRoleArn", .getAtt(id, "Arn"))
    extras = .main(account.options)
    extras.deletionPolicy = "RetainExceptOnCreate"
    write(.account, .account, properties, extras)
  }

  /// The dependencies of a stage with logs: AWS rejects logs of WebSocket APIs if the account has no role.
  func logDependencies(of stage: Api.ResolvedStage, in api: Api) -> [String] {
    guard names.spec.account?.logRole?.literal == true, api.isWebSocket, api.logs(on: stage) else { return [] }
    return [names.id(.account)]
  }
}

extension Api {
  /// Whether a stage writes logs of access or of messages.
  func logs(on stage: ResolvedStage) -> Bool {
    let own = stage.value?.stageOptions
    if accessLogs(of: stage)?.values.contains(where: \.isOn) ?? false { return true }
    let general = own?.settings.logging ?? stageOptions.settings.logging
    let single = (stage.value?.routes ?? []).map(\.value.logging) + routes.map(\.value.settings.logging)
    let all = ([general] + single).flatMap { $0?.values ?? [] }
    return all.contains { $0.level.map { $0.literal != .OFF } ?? false }
  }
}
