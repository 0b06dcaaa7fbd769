import Diagnostics

extension Rule {
  /// A required property that is not set.
  static let missingProperty = Rule(
    id: "CFN018",
    severity: .error,
    premise: .part,
    summary: "missing required property",
    why: """
      CloudFormation rejects a resource without a property that its type requires: "required key [Principal] not found".
      """,
    source: "CloudFormation's resource schemas",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
      resources:
        ⟦MayCall⟧:
          Type: AWS::Lambda::Permission
          ⟪
          Properties: {Action: lambda:InvokeFunction, FunctionName: !Ref functions.books}
          →
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref functions.books
            Principal: events.amazonaws.com
          ⟫
      """,
    check: { model, report in
      // Those of a resource follow each other.
      var missing: (owner: Model.Property, names: [String])?
      for (difference, owner) in model.differences {
        guard case .missing(let name) = difference else { continue }
        if let known = missing, known.owner.key == owner.key, known.owner.ownerName == owner.ownerName {
          missing?.names.append(name)
          continue
        }
        if let missing { report.report(missing: missing.names, of: missing.owner) }
        missing = (owner, [name])
      }
      if let missing { report.report(missing: missing.names, of: missing.owner) }
      checkRemovals(model, &report)
      model.forEachServerlessEvent { event, _ in checkServerless(event: event, &report) }
      for (type, name) in eitherOf where !model.resources(type).isEmpty {
        guard let type = ResourceType.named(type) else { continue }
        for resource in model.lacking(name, of: type) where resource.source == .resources {
          let others = (type[name]?.needed?.unless ?? []).map { " or `\($0)`" }.joined()
          report.report(at: resource.mark, "`\(type.name)` requires `\(name)`\(others)", help: "add one of them")
        }
      }
      for rule in model.resources("AWS::Events::Rule") {
        rule.forEach("Targets.*") { target in
          guard target.lacks("RoleArn"), let arn = target["Arn"], arn.leads(toAnyOf: calledByRole) else { return }
          report.report(
            at: arn, "EventBridge calls this target with a role: `Targets` requires `RoleArn`",
            help: "add the ARN of a role that `events.amazonaws.com` may assume")
        }
      }
      for api in model.lacking("ProtocolType", of: .api) {
        report.report(
          at: api.mark, "`\(api.type)` requires `ProtocolType`",
          help: "add `ProtocolType: HTTP` or `ProtocolType: WEBSOCKET`")
      }
      for integration in model.resources("Integration")
      where integration.source == .document && integration.lacks("IntegrationType") {
        report.report(
          at: integration.mark, "an integration needs `type`",
          help: "write `type: http_proxy` for a URL, `type: aws_proxy` for a function or a service")
      }
    })

  /// Properties that are required without others.
  private static let eitherOf = [
    ("AWS::EC2::VPC", "CidrBlock"), ("AWS::ElasticLoadBalancingV2::LoadBalancer", "Subnets"),
    ("AWS::Route53::RecordSet", "HostedZoneId"), ("AWS::Lambda::EventSourceMapping", "EventSourceArn"),
  ]

  /// The targets of rules that a role calls, by service (source: EventBridge's page on targets, and its message
  /// "RoleArn is required for target arn:aws:states:…": hashicorp/terraform-provider-aws#19913).
  private static let calledByRole = [
    "codebuild": "AWS::CodeBuild::Project", "codepipeline": "AWS::CodePipeline::Pipeline", "ecs": "AWS::ECS::Cluster",
    "kinesis": "AWS::Kinesis::Stream", "states": "AWS::StepFunctions::StateMachine",
  ]

  /// The properties that SAM requires of an event.
  private static func checkServerless(event: Model.Property, _ report: inout Report) {
    if event.form == .mapping, event.lacks("Type") {
      return report.report(at: event.key, "an event requires `Type`", help: "add `Type: HttpApi`, for example")
    }
    guard let type = event["Type"]?.text, let known = SamProperties.ofEvent(type) else { return }
    let given = event["Properties"]
    // What seems to be missing may be misspelled.
    if event.members.contains(where: { $0.name != "Type" && $0.name != "Properties" }) || given?.isFunction ?? false
      || given?.members.contains(where: { !known.all.contains($0.name) }) ?? false
    {
      return
    }
    for name in known.required where given?[name] == nil {
      report.report(at: event.key, "an event of the type `\(type)` requires `\(name)`", help: "add `\(name)`")
    }
  }
}

extension Rule.Report {
  /// Reports the properties that a resource or a part of one requires.
  fileprivate mutating func report(missing names: [String], of owner: Model.Property) {
    let words = names.map { "`\($0)`" }
    report(
      at: owner.key, "`\(owner.ownerName)` requires \(words.listed)",
      help: "add \(words.count == 1 ? words[0] : "them")")
  }
}

extension Model.Property {
  /// Whether it is certainly the ARN of a resource of one of these services.
  fileprivate func leads(toAnyOf services: [String: String]) -> Bool {
    if let resource = resource.model.resource(self) { return services.values.contains(resource.type) }
    let known = texts.map { Arn($0).service } + openArns.map(\.arn.service)
    return !known.isEmpty && known.allSatisfy { services[$0] != nil }
  }
}
