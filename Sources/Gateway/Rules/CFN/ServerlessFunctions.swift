import CloudFormation
import Diagnostics
import SpecReading

/// Settings of SAM's functions, state machines, events and connectors that SAM does not accept, or not together.
extension Rule {
  static func checkServerlessSettings(_ model: Model, _ report: inout Report) {
    for function in model.resources("AWS::Serverless::Function") { checkDeployment(of: function, in: model, &report) }
    for machine in model.resources("AWS::Serverless::StateMachine") where machine.source == .resources {
      check(stateMachine: machine, &report)
    }
    model.forEachServerlessEvent { event, _ in
      if let properties = event["Properties"] { check(properties, ofEvent: event["Type"]?.text, in: model, &report) }
    }
  }

  private static func checkDeployment(of function: Model.Resource, in model: Model, _ report: inout Report) {
    if let alias = function["AutoPublishAlias"], alias.isFunction,
      !(alias.target.map(model.names.parameters.contains) ?? false)
    {
      let other = alias.target.map { ", not of `\($0)`" } ?? ""
      report.report(
        at: alias, "`AutoPublishAlias` must be a string or the `!Ref` of a parameter\(other)",
        help: "write the name of the alias, such as `live`")
    }
    guard let own = function["DeploymentPreference"], !own.isFunction, !own.members.isEmpty,
      own["Enabled"].map({ $0.bool == true }) ?? true
    else { return }
    if let type = own["Type"], let text = type.text, !deployments.contains(text),
      let likely = Suggestion.certain(for: text, among: deployments)
    {
      report.report(
        at: type, "CodeDeploy does not have a deployment configuration \(Reader.quoted(text))",
        help: "did you mean `\(likely)`?")
    }
    if model.publishedAlias(of: function) == nil {
      report.report(
        at: own.key, "`DeploymentPreference` requires `AutoPublishAlias`", help: "add `AutoPublishAlias: live`")
    }
    let shared = model.template.section("Globals")["Function"]?.object?["DeploymentPreference"]
    if own.lacks("Type"), shared == nil {
      report.report(
        at: own.key, "`DeploymentPreference` requires `Type`", help: "add `Type: AllAtOnce`, for example")
    }
  }

  /// CodeDeploy's own configurations; others may be defined. From SAM's translator.
  private static let deployments =
    ["AllAtOnce"] + ["5", "10", "15", "30"].map { "Canary10Percent\($0)Minutes" }
    + ["1Minute", "2Minutes", "3Minutes", "10Minutes"].map { "Linear10PercentEvery\($0)" }

  private static func check(stateMachine: Model.Resource, _ report: inout Report) {
    if let definition = stateMachine["Definition"], stateMachine["DefinitionUri"] != nil {
      report.report(
        at: definition.key, "`Definition` cannot be combined with `DefinitionUri`", help: "remove one of the two")
    }
    if stateMachine.lacks("Definition"), stateMachine.lacks("DefinitionUri") {
      report.report(
        at: stateMachine.mark, "`\(stateMachine.type)` requires `Definition` or `DefinitionUri`",
        help: "add one of them")
    }
    for name in ["DeploymentPreference", "UseAliasAsEventTarget"] {
      guard let setting = stateMachine[name], setting.bool != false, stateMachine.lacks("AutoPublishAlias") else {
        continue
      }
      report.report(
        at: setting.key, "`\(name)` requires `AutoPublishAlias`", help: "add `AutoPublishAlias: live`")
    }
  }

  private static func check(
    _ properties: Model.Property, ofEvent type: String?, in model: Model, _ report: inout Report
  ) {
    if let state = properties["State"], let enabled = properties["Enabled"] {
      report.report(
        at: state.key, "`State` cannot be combined with `Enabled`",
        related: [Related(message: "`Enabled` is here", mark: enabled.key)], help: "remove one of the two")
    }
    if let queue = properties["DeadLetterConfig"], !queue.isFunction { check(deadLetterQueue: queue, &report) }
    switch type {
    case "S3": check(properties["Bucket"], isOf: "AWS::S3::Bucket", in: model, &report)
    case "Cognito":
      check(properties["UserPool"], isOf: "AWS::Cognito::UserPool", in: model, &report)
      for trigger in properties["Trigger"].map({ $0.items ?? [$0] }) ?? [] {
        guard let text = trigger.text, !triggers.contains(text) else { continue }
        report.report(
          at: trigger, "Cognito does not have a trigger \(Reader.quoted(text))",
          help: Suggestion.help(for: text, among: triggers))
      }
    case "SNS":
      guard let subscription = properties["SqsSubscription"], !subscription.isFunction else { return }
      if subscription.form == .mapping {
        if let missing = ["QueueArn", "QueueUrl"].first(where: { subscription.lacks($0) }) {
          report.report(
            at: subscription.key, "`SqsSubscription` requires `QueueArn` and `QueueUrl`", help: "add `\(missing)`")
        }
      } else if subscription.bool == nil {
        report.report(
          at: subscription, "`SqsSubscription` must be a mapping, `true` or `false`", help: "write `true`")
      }
    default: return
    }
  }

  private static func check(deadLetterQueue: Model.Property, _ report: inout Report) {
    guard let type = deadLetterQueue["Type"] else {
      if deadLetterQueue.form == .mapping, deadLetterQueue.lacks("Arn") {
        report.report(
          at: deadLetterQueue.key, "`DeadLetterConfig` of an event requires `Arn` or `Type`",
          help: "add `Arn`, or `Type: SQS` for a queue that SAM creates")
      }
      return
    }
    if deadLetterQueue["Arn"] != nil {
      report.report(at: type.key, "`Type` cannot be combined with `Arn`", help: "remove one of the two")
    } else if let text = type.text, text != "SQS" {
      report.report(at: type, "the dead-letter queue of an event is of the type `SQS`", help: "write `Type: SQS`")
    }
  }

  /// The resource that SAM changes for an event must be in the template.
  private static func check(
    _ property: Model.Property?, isOf type: String, in model: Model, _ report: inout Report
  ) {
    guard let property, property.target == nil, property.value.choice == nil else { return }
    report.report(
      at: property, "`\(property.name)` must be the `!Ref` of an `\(type)` of this template",
      help: model.resources(type).first.map { "write `!Ref \($0.id)`" }
        ?? "define it in `resources`: SAM adds the function to it")
  }

  /// The triggers of user pools. From CloudFormation's schema of `LambdaConfig`.
  private static let triggers = [
    "CreateAuthChallenge", "CustomEmailSender", "CustomMessage", "CustomSMSSender", "DefineAuthChallenge",
    "InboundFederation", "PostAuthentication", "PostConfirmation", "PreAuthentication", "PreSignUp",
    "PreTokenGeneration", "PreTokenGenerationConfig", "UserMigration", "VerifyAuthChallengeResponse",
  ]
}
