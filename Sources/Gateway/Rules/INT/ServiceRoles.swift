import CloudFormation
import Diagnostics
import SpecReading
import TextSearch

extension Rule {
  /// An action without permission.
  static let serviceNeedsRole = Rule(
    id: "INT020",
    severity: .error,
    premise: .part,
    summary: "AWS service action without a role",
    why: """
      API Gateway calls an action with a role. The program creates one where the parameters name the resource; where each
      request names it, the rights that the role needs are unknown. Without a role API Gateway rejects the integration: "Role ARN
      must be specified".
      """,
    source: "API Gateway's page on AWS service integrations; found by deployments (cdk-preflight)",
    example: """
      apis:
        store:
          routes:
            DELETE /orders/{id}:
              aws: ⟦StepFunctions-StopExecution⟧
              parameters: {ExecutionArn: $request.querystring.execution}
              ⟪→
              credentials: arn:aws:iam::111122223333:role/orders
              ⟫
      """,
    check: { model, report in
      model.forEachAction { integration, name in
        guard let subtype = integration.subtype, integration.type == "AWS_PROXY",
          integration.resource.lacks("CredentialsArn")
        else { return }
        // A missing parameter is reported by itself.
        let given = integration["RequestParameters"]
        if subtype.target.contains(where: { subtype.required.contains($0) && given?[$0] == nil }) { return }
        let word = integration.resource.words("CredentialsArn")
        report.report(
          at: name, "`\(subtype.name)` needs a role: `\(word)` is missing", help: roleHelp(word, subtype, integration))
      }
    })

  private static func roleHelp(_ word: String, _ subtype: ServiceSubtype, _ integration: Model.Integration) -> String {
    let help = "set `\(word)` to a role that allows `\(subtype.action)`"
    guard integration.target != nil, subtype.target.isEmpty, let choice = subtype.word,
      let form = Services.current.owner(of: subtype)?.shortForm
    else { return help }
    return "\(help), or write `\(form)` with `action: \(choice)`"
  }

  /// A trust policy without API Gateway.
  static let roleWithoutAction = Rule(
    id: "INT022",
    severity: .warning,
    summary: "role that API Gateway cannot assume",
    why: """
      API Gateway assumes the role for every call. Where the role's trust policy does not name `apigateway.amazonaws.com`, every
      request fails with 500.
      """,
    source: "API Gateway's page on AWS service integrations",
    example: """
      resources:
        Sender:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - {Effect: Allow, Principal: {Service: ⟪lambda → apigateway⟫.amazonaws.com}, Action: sts:AssumeRole}
            Policies:
              - PolicyName: send
                PolicyDocument:
                  Version: "2012-10-17"
                  Statement:
                    - {Effect: Allow, Action: sqs:SendMessage, Resource: "arn:aws:sqs:eu-west-1:111122223333:orders"}
      apis:
        store:
          routes:
            POST /orders: {sqs: orders, credentials: ⟦Sender⟧}
      """,
    check: { model, report in
      for call in model.roleCalls where !call.role.mayTrust(Permission.principal) {
        report.report(
          at: call.place, "API Gateway cannot assume the role `\(call.id)`: its trust policy does not allow it",
          related: [Related(message: "role", mark: call.role.mark)],
          help: "add `Service: apigateway.amazonaws.com` to the principals of its `AssumeRolePolicyDocument`")
      }
      guard model.spec.isSAM else { return }
      let credentials =
        model.apis.integrations.map { $0["CredentialsArn"] }
        + model.apis.authorizers.map { $0["AuthorizerCredentialsArn"] }
      for role in credentials.compactMap({ $0 }) {
        guard let id = role.target, let function = model.functionOfSam(withRole: id) else { continue }
        report.report(
          at: role, "API Gateway cannot assume `\(id)`, the execution role of `\(function.name)`",
          help: "write a role whose `AssumeRolePolicyDocument` has `Service: apigateway.amazonaws.com`")
      }
    })

  /// A role with other permissions.
  static let roleWithoutPermission = Rule(
    id: "INT041",
    severity: .warning,
    summary: "role that does not allow the action of its integration or authorizer",
    why: """
      API Gateway calls the action with the permissions of this role. Where its policies do not allow the action, or the use of the
      KMS key that encrypts a queue or a stream, every request fails with 500.
      """,
    source: "API Gateway's page on AWS service integrations; SQS's and Kinesis' pages on permissions for KMS keys",
    example: """
      resources:
        Sender:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - {Effect: Allow, Principal: {Service: apigateway.amazonaws.com}, Action: sts:AssumeRole}
            Policies:
              - PolicyName: send
                PolicyDocument:
                  Version: "2012-10-17"
                  Statement:
                    - {Effect: Allow, Action: ⟪sqs:ReceiveMessage → sqs:SendMessage⟫, Resource: "arn:aws:sqs:eu-west-1:111122223333:orders"}
      apis:
        store:
          routes:
            POST /orders: {sqs: orders, credentials: ⟦Sender⟧}
      """,
    check: { model, report in
      for call in model.roleCalls {
        guard let action = call.action else { continue }
        if call.role.mayAllow(action, on: call.arn) {
          checkKey(of: call, &report)
          continue
        }
        let isOther = call.arn != nil && call.role.mayAllow(action)
        report.report(
          at: call.place,
          "the role `\(call.id)` \(isOther ? "allows `\(action)` only on other resources" : "does not allow `\(action)`")",
          related: [Related(message: "role", mark: call.role.mark)],
          help: call.isOfAllow
            ? "add `\(action): RESOURCE` to `allow`"
            : "allow it \(isOther ? "on \(call.arn.map(Model.spelled) ?? "") " : "")in the policies of the role"
              + (call.mayBeCreated ? ", or remove `\(call.credentials.word)` to have a role created" : ""))
      }
    })

  /// The services encrypt and decrypt with the permissions of the caller.
  private static func checkKey(of call: RoleCall, _ report: inout Report) {
    guard let key = call.key, let action = call.keyActions.first(where: { !call.role.mayAllow($0, on: key) }) else {
      return
    }
    report.report(
      at: call.place, "the role `\(call.id)` does not allow `\(action)` on the key that encrypts the target",
      related: [Related(message: "role", mark: call.role.mark)],
      help: "allow it on \(Model.spelled(key)) in the policies of the role"
        + (call.mayBeCreated ? ", or remove `\(call.credentials.word)` to have a role created" : ""))
  }

  /// A value that CloudFormation does not accept as a role.
  static let credentialsArn = Rule(
    id: "INT028",
    severity: .error,
    summary: "`credentials` is not the ARN of a role",
    why: """
      CloudFormation accepts ARNs of roles, users and groups with an account ID, in the partitions `aws`, `aws-cn` and
      `aws-us-gov`. It rejects `arn:aws:iam::*:user/*`, which API Gateway documents for the caller's own credentials.
      """,
    source: "CloudFormation's resource schema of AWS::ApiGatewayV2::Integration of 2026-10-20",
    example: """
      apis:
        store:
          routes:
            POST /orders: {sqs: orders, credentials: ⟦"arn:aws:iam::*:user/*" → arn:aws:iam::111122223333:role/orders⟧}
      """,
    check: { model, report in
      for type in ["Integration", "Api"] {
        model.forEach(PropertyPath(type, "CredentialsArn")) { credentials in
          let wrong = credentials.choices.first { !$1.hasPrefix("{{") && !isAccepted($1) }
          guard let (credentials, text) = wrong else {
            let open = credentials.openArns.first { !$1.mayBe("iam", "role/", "user/", "group/") }
            if let (credentials, _) = open { report.report(at: credentials, notARole, help: form) }
            return
          }
          report.report(
            at: credentials, "\(Reader.quoted(text)) is not the ARN of a role",
            help: text.mentions(":iam::*:")
              ? "write the ARN of a role: CloudFormation does not support the caller's own credentials"
              : form)
        }
      }
    })

  private static let notARole = "this is not the ARN of a role"
  private static let form = "write an ARN such as `arn:aws:iam::111122223333:role/NAME`"

  private static func isAccepted(_ text: String) -> Bool {
    let arn = Arn(text)
    return text.hasPrefix("arn:") && ["aws", "aws-cn", "aws-us-gov"].contains(arn.partition) && arn.service == "iam"
      && arn.region.isEmpty && arn.account.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      && ["role/", "user/", "group/"].contains { arn.resource.hasPrefix($0) }
  }
}

extension Model {
  /// Whether an author changes an integration of the language, or the role that is made for it.
  func isChanged(_ integration: Integration, role id: String) -> Bool {
    !names.spec.overrides.isEmpty && (integration.resource.isWritten || resource(id)?.isWritten ?? false)
  }

  /// The ARN of what an action is about, where that is a resource of the template, or a literal.
  func arn(ofTarget integration: Integration, _ subtype: ServiceSubtype) -> Value? {
    guard let name = subtype.target.first, let target = integration["RequestParameters"]?[name] else { return nil }
    if let id = target.target { return names.resourceTypes[id] == nil ? nil : .getAtt(id, "Arn") }
    guard let text = target.text else { return nil }
    if text.hasPrefix("arn:") { return .string(text) }
    let isCommercial = text.mentions(".amazonaws.com/") || text.hasSuffix(".amazonaws.com")
    guard name == "QueueUrl", isCommercial, let parts = ServiceUrl.partsOfQueue(text),
      let region = parts.region.text, let account = parts.account.text, let queue = parts.name.text
    else { return nil }
    return .string("arn:aws:sqs:\(region):\(account):\(queue)")
  }

  /// An ARN in a help text.
  fileprivate static func spelled(_ arn: Value) -> String {
    if case .getAtt(let id, let attribute) = arn { return "`!GetAtt \(id).\(attribute)`" }
    return "`\(arn.text ?? "")`"
  }
}

extension Model {
  /// The function of SAM whose execution role has a logical ID; a function with a trust policy of its own may allow API Gateway.
  fileprivate func functionOfSam(withRole id: String) -> Resource? {
    guard id.hasSuffix("Role"), resource(id) == nil,
      let function = resource(String(id.dropLast("Role".count)), of: "AWS::Serverless::Function"),
      function.lacks("Role"), function.lacks("AssumeRolePolicyDocument")
    else { return nil }
    return function
  }
}
