import CloudFormation
import Diagnostics
import Gateway

extension StackChanges {
  /// The notes about properties whose change has another effect than it seems.
  func settings(of change: ResourceChange) -> [UpdateNote] {
    guard change.action == .changed, StackChanges.typesWithSettings.contains(change.type),
      let before = old.template[change.id]?.properties, let after = new.template[change.id]?.properties
    else { return [] }
    let choices = ChosenBranches(before, after) { conditionsOfBoth.mayMeet(new: $0, old: [], without: []) }
    return choices.notes(before, after) { settings(of: change, $0, $1) }
  }

  private static let typesWithSettings: Set = [
    "AWS::ApiGatewayV2::Stage", "AWS::ApiGatewayV2::Authorizer", "AWS::ApiGatewayV2::DomainName",
    "AWS::ApiGatewayV2::Api", "AWS::ApiGatewayV2::Route", "AWS::ApiGatewayV2::Integration", "AWS::Lambda::Function",
    "AWS::Cognito::UserPool", "AWS::DynamoDB::Table", "AWS::Serverless::Function", "AWS::Serverless::HttpApi",
    "AWS::Serverless::WebSocketApi", "AWS::Lambda::Url", "AWS::ServiceDiscovery::Service", "AWS::ApiGateway::ApiKey",
    "AWS::Logs::LogGroup",
    "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::ElasticLoadBalancingV2::TargetGroup",
    "AWS::KMS::Key", "AWS::DynamoDB::GlobalTable", "AWS::Kinesis::Stream", "AWS::SecretsManager::Secret",
  ]

  private func settings(of change: ResourceChange, _ before: Object, _ after: Object) -> [UpdateNote] {
    switch change.type {
    case "AWS::ApiGatewayV2::Stage":
      return keptSettings(change.id, before, after) + keptProperties(change, before, after)
    case "AWS::ApiGatewayV2::Route", "AWS::ApiGatewayV2::Integration":
      return keptProperties(change, before, after)
    case "AWS::ApiGatewayV2::Authorizer":
      return changesOfAuthorizer(change, before, after)
    case "AWS::ApiGatewayV2::DomainName":
      return mutualTls(change.id, before, after).map { [$0] } ?? []
    case "AWS::ApiGatewayV2::Api", "AWS::Serverless::HttpApi", "AWS::Serverless::WebSocketApi":
      let notes = changesOfDocument(change.id, before, after)
      let key = "DisableExecuteApiEndpoint"
      guard after.settingsOfApi[key]?.scalar == "true", before.settingsOfApi[key]?.scalar != "true" else {
        return notes + keptProperties(change, before, after)
      }
      return notes + [
        UpdateNote(
          .updateAddress, "the default endpoint of `\(change.id)` is disabled: its URL no longer works", id: change.id,
          help: "give clients the URL of the domain first")
      ]
    case "AWS::Lambda::Url":
      guard before["AuthType"]?.text == "AWS_IAM", after["AuthType"]?.text == "NONE" else { return [] }
      return [
        UpdateNote(
          .updateOpensRoute, "callers of the function URL `\(change.id)` no longer need a signature",
          id: change.id)
      ]
    case "AWS::Lambda::Function", "AWS::Serverless::Function": return changesOfVariables(change.id, before, after)
    case "AWS::Cognito::UserPool": return changesOfPool(change.id, before, after)
    case "AWS::Kinesis::Stream": return changesOfStream(change.id, before, after)
    case "AWS::SecretsManager::Secret": return changesOfSecret(change.id, before, after)
    case "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable": return changesOfTable(change, before, after)
    case "AWS::ElasticLoadBalancingV2::LoadBalancer":
      return changesOfAttributes(change.id, "LoadBalancerAttributes", before, after)
    case "AWS::ElasticLoadBalancingV2::TargetGroup":
      return changesOfAttributes(change.id, "TargetGroupAttributes", before, after) + changeOfFunction(change, after)
    case "AWS::Logs::LogGroup": return changesOfLogGroup(change.id, before, after)
    case "AWS::KMS::Key": return changesOfKey(change.id, before, after)
    case "AWS::ServiceDiscovery::Service": return changesOfService(change.id, before, after)
    case "AWS::ApiGateway::ApiKey":
      guard before["Enabled"]?.scalar == "true", after["Enabled"]?.scalar == "false" else { return [] }
      return [
        UpdateNote(
          .updateIdentity, "callers with the API key `\(change.id)` are rejected: it is disabled", id: change.id,
          help: "give clients another key first")
      ]
    default: return []
    }
  }

  /// CloudFormation waits until a new target is healthy, which Elastic Load Balancing does not check by default for a function:
  /// "TargetGroup did not stabilize" (source: cloudformation-coverage-roadmap issue 1488, aws-cdk issue 8253).
  private func changeOfFunction(_ change: ResourceChange, _ after: Object) -> [UpdateNote] {
    guard after["TargetType"]?.text == "lambda", change.properties.contains(where: { $0.top == "Targets" }),
      (after["HealthCheckEnabled"] ?? "false").scalar == "false"
    else { return [] }
    return [
      UpdateNote(
        .updateRejected,
        "the update may fail: the target group `\(change.id)` gets another function, and CloudFormation waits for its health "
          + "check, which is disabled", id: change.id,
        help: "use another key or logical ID for the target group, or enable its health check")
    ]
  }

  private func mutualTls(_ id: String, _ before: Object, _ after: Object) -> UpdateNote? {
    let host = before["DomainName"]?.words ?? id
    switch (before["MutualTlsAuthentication"], after["MutualTlsAuthentication"]) {
    case (_?, nil):
      return UpdateNote(
        .updateOpensRoute, "callers of `\(host)` no longer need a client certificate: its mutual TLS is removed",
        id: id)
    case (nil, _?):
      return UpdateNote(
        .updateAddress, "`https://\(host)` no longer works without a client certificate: it gets mutual TLS", id: id,
        help: "give clients their certificates first")
    default: return nil
    }
  }

  private func keptSettings(_ id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    var notes: [UpdateNote] = []
    let stage = before["StageName"]?.text ?? "STAGE"
    func note(_ setting: String, help: String) {
      notes.append(
        UpdateNote(
          .updateKeeps, "\(setting) of the stage `\(stage)` may stay in effect although the template has none",
          id: id, help: help))
    }
    func command(_ words: String) -> String {
      "after the update: aws apigatewayv2 \(words) --api-id ID --stage-name '\(stage)'"
    }
    if before["AccessLogSettings"] != nil, after["AccessLogSettings"] == nil {
      note("the access logs", help: command("delete-access-log-settings"))
    }
    func noteThrottle(_ words: String, _ old: Value?, _ new: Value?) {
      let removed = StackChanges.throttle.filter { old?.object?[$0.key] != nil && new?.object?[$0.key] == nil }
      guard let first = removed.first else { return }
      let isWhole = StackChanges.throttle.allSatisfy { new?.object?[$0.key] == nil }
      note(
        isWhole ? words : "\(first.words) of \(words)",
        help: "set it to the quota of the account instead of removing it")
    }
    noteThrottle("the default throttle", before["DefaultRouteSettings"], after["DefaultRouteSettings"])
    let variables = keys(removedFrom: before["StageVariables"], in: after["StageVariables"])
    if !variables.isEmpty {
      let empty = variables.map { "\"\($0)\": \"\"" }.joined(separator: ", ")
      note(
        "the variable\(variables.count == 1 ? "" : "s") \(UpdateNote.list(variables))",
        help: command("update-stage --stage-variables '{\(empty)}'"))
    }
    if before["ClientCertificateId"] != nil, after["ClientCertificateId"] == nil {
      note("the client certificate", help: command("update-stage --client-certificate-id ''"))
    }
    for (key, words, off) in StackChanges.logging {
      let (old, new) = (before["DefaultRouteSettings"]?.object?[key], after["DefaultRouteSettings"]?.object?[key])
      if let old, new == nil, !["false", "OFF"].contains(old.scalar ?? "") {
        note(words, help: "set it to `\(off)` instead of removing it")
      }
    }
    for route in after["RouteSettings"]?.object?.members ?? [] {
      noteThrottle("the throttle of the route `\(route.key)`", before["RouteSettings"]?.object?[route.key], route.value)
    }
    return notes + keptRouteSettings(id, before, after)
  }

  /// The keys of a mapping that a later one does not have.
  func keys(removedFrom before: Value?, in after: Value?) -> [String] {
    (before?.object?.members ?? []).map(\.key).filter { after?.object?[$0] == nil }
  }

  private static let throttle = [
    (key: "ThrottlingRateLimit", words: "the rate"), (key: "ThrottlingBurstLimit", words: "the burst"),
  ]

  /// Settings of all routes of a stage, their words, and the value that disables them.
  private static let logging = [
    ("LoggingLevel", "the execution logs", "OFF"), ("DataTraceEnabled", "the logs of messages", "false"),
    ("DetailedMetricsEnabled", "the detailed metrics", "false"),
  ]
}
