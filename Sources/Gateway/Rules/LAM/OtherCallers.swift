import Diagnostics
import SpecReading

/// Other services than API Gateway that call functions.
extension Rule {
  static let callerWithoutPermission = Rule(
    id: "LAM038",
    severity: .warning,
    premise: .spec,
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
    summary: "bucket, log group or target group that may not call its function",
    why: """
      S3, CloudWatch Logs and Elastic Load Balancing check that they may call a function when a notification, a subscription or a target
      is created: "Unable to validate the following destination configurations", "Could not execute the lambda function",
      "elasticloadbalancing principal does not have permission to invoke". A permission that depends on the resource comes too late.
      """,
    source:
      """
      Lambda Developer Guide, Process Amazon S3 event notifications; CloudWatch Logs' page on subscription filters; public reports of \
      the message (aws-cdk#4663, cloudformation-coverage-roadmap#230)
      """,
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
    check: { model, report in report.reportCallers(Caller.checked, isChecked: true, in: model) })
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
  /// Its targets are registered as soon as it exists, so that the permission has to exist before.
  static let targetGroup = ResourceType.targetGroup.name
  static let checked = [
    Caller(
      type: "AWS::S3::Bucket", path: "NotificationConfiguration.LambdaConfigurations.*.Function", service: "s3"),
    Caller(type: "AWS::Logs::SubscriptionFilter", path: "DestinationArn", service: "logs"),
    Caller(type: targetGroup, path: "Targets.*.Id", service: "elasticloadbalancing"),
  ]

  /// The functions that a resource names. A target with a role is called by its rights.
  func functions(of resource: Model.Resource) -> [Model.Property] {
    var found: [Model.Property] = []
    resource.forEach(path) { given in
      if given["RoleArn"] == nil { found.append(given["Arn"] ?? given) }
    }
    return found
  }

  /// Whether a principal is the service in other letters.
  func isLike(_ principal: String) -> Bool {
    guard !principal.isEmpty, !principal.allSatisfy(\.isNumber), !principal.hasPrefix("arn:") else { return false }
    let name = principal.prefix { $0 != "." }
    return Suggestion.nearest(to: String(name), among: [service]) != nil
  }

  /// Whether a permission is, or may be, for the service.
  func isPrincipal(of permission: Model.Resource) -> Bool {
    guard let text = permission["Principal"]?.text else { return true }
    // CloudWatch Logs had a principal for each region.
    return text == "*" || text.hasPrefix("\(service).")
  }
}

extension Rule.Report {
  /// Reports functions that services may not call, and permissions that come too late for those that check them.
  fileprivate mutating func reportCallers(_ callers: [Caller], isChecked: Bool = false, in model: Model) {
    guard !model.hasUnseenResources, !model.spec.hasConnectors,
      model.resources("AWS::Lambda::ResourcePolicy").isEmpty,
      callers.contains(where: { !model.resources($0.type).isEmpty })
    else { return }
    let functions = model.functionTable
    let permissions = model.permissionsByFunction { _ in true }
    for caller in callers {
      for resource in model.resources(caller.type) {
        for property in caller.functions(of: resource) {
          guard let called = functions.reference(property.value)?.function,
            let function = model.resource(called, of: "AWS::Lambda::Function")
          else { continue }
          let own = permissions.all(for: called).filter(caller.isPrincipal)
          if !own.isEmpty {
            if isChecked { reportOrder(of: resource, property, after: own, in: model) }
            continue
          }
          let principals = permissions.all(for: called).compactMap { $0["Principal"] }
          if let other = principals.first(where: { caller.isLike($0.text ?? "") }) {
            report(
              at: other, "no service is called \(Reader.quoted(other.text ?? ""))",
              related: [Related(message: "the call", mark: property.mark)],
              help: "did you mean `\(caller.service).amazonaws.com`?")
            continue
          }
          report(
            at: property,
            "`\(caller.service).amazonaws.com` may not call the function `\(function.name)`",
            related: [Related(message: "the function", mark: function.mark)],
            help: "add an `AWS::Lambda::Permission` with `Principal: \(caller.service).amazonaws.com`")
        }
      }
    }
  }

  private mutating func reportOrder(
    of resource: Model.Resource, _ property: Model.Property, after permissions: [Model.Resource], in model: Model
  ) {
    if permissions.allSatisfy({ model.createdBefore($0).contains(resource.id) }) {
      report(
        at: property, "`\(resource.name)` is created before the permission to call this function",
        related: [Related(message: "it depends on `\(resource.name)`", mark: permissions[0].mark)],
        help:
          "write the `SourceArn` of the permission without a reference, or use `SourceAccount`, and name the permission in `DependsOn`"
      )
    } else if resource.type == Caller.targetGroup {
      if model.creates(resource, afterOneOf: permissions) { return }
      report(
        at: property, "`\(resource.name)` may be created before the permission to call this function",
        related: [Related(message: "the permission", mark: permissions[0].mark)],
        help: "add `DependsOn: \(permissions[0].id)` to the target group")
    }
  }
}
