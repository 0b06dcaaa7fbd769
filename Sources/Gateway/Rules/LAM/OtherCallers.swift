import Diagnostics
import SpecReading

/// Other services than API Gateway that call functions.
extension Rule {
  static let callerWithoutPermission = Rule(
    id: "LAM038",
    severity: .warning,
    summary: "service calls a function without permission",
    why: """
      EventBridge, SNS and Cognito call a function only if its resource-based policy allows it. Without an `AWS::Lambda::Permission`
      for them the stack is created, and the function is never called: events are lost, and sign-ups fail.
      """,
    source:
      "Lambda Developer Guide, Using resource-based policies in Lambda; EventBridge's page on resource-based policies",
    example: """
      functions:
        cleanup: {runtime: nodejs24.x, handler: index.handler, code: src/cleanup}
      resources:
        Nightly:
          Type: AWS::Events::Rule
          Properties:
            ScheduleExpression: cron(0 3 * * ? *)
            Targets: [{Id: cleanup, Arn: ⟦!GetAtt functions.cleanup.Arn⟧}]
        ⟪→
        MayCleanUp:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref functions.cleanup
            Principal: events.amazonaws.com
            SourceArn: !GetAtt Nightly.Arn
        ⟫
      apis:
        store:
          routes:
            POST /cleanup: cleanup
      """,
    check: { model, report in report.reportCallers(Caller.unchecked, in: model) })

  static let checkedCallerWithoutPermission = Rule(
    id: "LAM039",
    severity: .error,
    summary: "bucket or log group that may not call its function",
    why: """
      S3 and CloudWatch Logs check that they may call a function when a notification or a subscription is created: "Unable to validate
      the following destination configurations", "Could not execute the lambda function. Make sure you have given CloudWatch Logs
      permission to execute your function".
      """,
    source:
      "Lambda Developer Guide, Process Amazon S3 event notifications; CloudWatch Logs' page on subscription filters",
    example: """
      functions:
        resize: {runtime: nodejs24.x, handler: index.handler, code: src/resize}
      resources:
        Uploads:
          Type: AWS::S3::Bucket
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain
          ⟪→
          DependsOn: MayResize
          ⟫
          Properties:
            NotificationConfiguration:
              LambdaConfigurations: [{Event: "s3:ObjectCreated:*", Function: ⟦!GetAtt functions.resize.Arn⟧}]
        ⟪→
        MayResize:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref functions.resize
            Principal: s3.amazonaws.com
            SourceAccount: !Ref AWS::AccountId
        ⟫
      apis:
        store:
          routes:
            POST /resize: resize
      """,
    check: { model, report in report.reportCallers(Caller.checked, in: model) })
}

/// A service that calls the functions that a property of its resources names.
private struct Caller {
  let type: String
  /// The path of the functions, or of mappings with one under `Arn`.
  let path: String
  /// `events` of `events.amazonaws.com`.
  let service: String

  static let unchecked = [
    Caller(type: "AWS::Events::Rule", path: "Targets.*", service: "events"),
    Caller(type: "AWS::SNS::Subscription", path: "Endpoint", service: "sns"),
    Caller(type: "AWS::Cognito::UserPool", path: "LambdaConfig.*", service: "cognito-idp"),
  ]
  static let checked = [
    Caller(
      type: "AWS::S3::Bucket", path: "NotificationConfiguration.LambdaConfigurations.*.Function", service: "s3"),
    Caller(type: "AWS::Logs::SubscriptionFilter", path: "DestinationArn", service: "logs"),
  ]

  /// The functions that a resource names. A target with a role is called by its rights.
  func functions(of resource: Model.Resource) -> [Model.Property] {
    var found: [Model.Property] = []
    resource.forEach(path) { given in
      if given["RoleArn"] == nil { found.append(given["Arn"] ?? given) }
    }
    return found
  }

  /// Whether a permission is, or may be, for the service.
  func isPrincipal(of permission: Model.Resource) -> Bool {
    guard let text = permission["Principal"]?.text else { return true }
    // CloudWatch Logs had a principal for each region.
    return text == "*" || text.hasPrefix("\(service).")
  }
}

extension Rule.Report {
  fileprivate mutating func reportCallers(_ callers: [Caller], in model: Model) {
    guard !model.hasUnseenResources, !model.spec.hasConnectors,
      callers.contains(where: { !model.resources($0.type).isEmpty })
    else { return }
    let functions = model.functionTable
    let permissions = model.resources("AWS::Lambda::Permission")
    for caller in callers {
      for resource in model.resources(caller.type) {
        for property in caller.functions(of: resource) {
          guard let called = functions.reference(property.value)?.function,
            let function = model.resource(called), function.type == "AWS::Lambda::Function",
            !permissions.contains(where: { permission in
              guard let name = permission["FunctionName"] else { return false }
              let allowed = functions.reference(name.value)?.function
              return (allowed == nil || allowed == called) && caller.isPrincipal(of: permission)
            })
          else { continue }
          report(
            at: property,
            "`\(caller.service).amazonaws.com` may not call the function `\(function.elementName ?? function.id)`",
            related: [Related(message: "the function", mark: function.mark)],
            help: "add an `AWS::Lambda::Permission` with `Principal: \(caller.service).amazonaws.com`")
        }
      }
    }
  }
}
