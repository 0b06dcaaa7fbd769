import CloudFormation
import Diagnostics
import SpecReading

extension Rule {
  /// Nobody to call an action as.
  static let serviceNeedsRole = Rule(
    id: "INT020",
    severity: .error,
    summary: "an action of a service without a role, or whose role cannot be told from its parameters",
    why: """
      API Gateway calls an action with a role. It is written here where the parameters tell what the action is called on;
      where each request tells it, or nothing does, nobody knows what the role should be allowed. Without one API Gateway
      refuses the integration: "Role ARN must be specified".
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
    check: { spec, report in
      spec.forEachTarget { answering in
        guard case .aws(let target) = answering.target, target.options.credentials == nil,
          let subtype = target.subtype, target.resources(of: subtype, in: spec.values) == nil
        else { return }
        // A parameter that is not there is an error of its own.
        if subtype.target.contains(where: { subtype.required.contains($0) && target.parameters[$0] == nil }) { return }
        var short = ""
        if subtype.target.isEmpty, let form = Services.current.owner(of: subtype)?.shortForm, let word = subtype.word {
          short = ", or `\(form)` with `action: \(word)`"
        }
        report.report(
          at: answering.mark,
          "its parameters do not tell what \(subtype.name) is called on, so there is no role for it",
          help: "give a role as `credentials`" + short)
      }
      spec.forEachRawService { integration, subtype in
        guard integration.isWhole, integration.kind == "AWS_PROXY", integration["CredentialsArn"] == nil else { return }
        report.report(
          at: subtype.mark, "nothing says as whom it is done: an action of a service needs `CredentialsArn`",
          help: "write the ARN of a role that may do it")
      }
    })

  /// A role that is of no use.
  static let roleWithoutAction = Rule(
    id: "INT022",
    severity: .warning,
    summary: "a role that may not do what it is given for, or that API Gateway cannot take",
    why: """
      Calls with a role fail with 500 where its policies do not allow the action, or where its trust policy does not name
      `apigateway.amazonaws.com`. Nothing says so before the first request.
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
    check: { spec, report in
      spec.forEachService { _, target in
        if let given = target.options.credentials, let subtype = target.subtype { check(given, subtype) }
      }
      spec.forEachRawService { integration, _ in
        if let given = integration["CredentialsArn"]?.given, let subtype = integration.subtype { check(given, subtype) }
      }
      func check(_ given: Given<String>, _ subtype: ServiceSubtype) {
        guard let id = spec.values.resource(.role, given), let role = RoleReading(id, in: spec) else { return }
        let related = [Related(message: "the role", mark: role.mark)]
        if !role.mayTrust("apigateway.amazonaws.com") {
          report.report(
            at: given.mark, "API Gateway cannot take the role `\(id)`: its trust policy does not name it",
            related: related, help: "let `apigateway.amazonaws.com` be a `Service` in its `AssumeRolePolicyDocument`")
        }
        if !role.mayAllow(subtype.action) {
          report.report(
            at: given.mark, "the role `\(id)` does not allow `\(subtype.action)`", related: related,
            help: "allow it in `Policies`, or leave out `credentials`: then a role is written")
        }
      }
    })

  /// A role that CloudFormation does not take.
  static let credentialsArn = Rule(
    id: "INT028",
    severity: .error,
    summary: "`credentials` that are not the ARN of a role",
    why: """
      CloudFormation takes ARNs of roles, users and groups with an account's number, in the partitions `aws`, `aws-cn` and
      `aws-us-gov`. What API Gateway documents for the caller's own credentials, `arn:aws:iam::*:user/*`, it refuses.
      """,
    source: "CloudFormation's resource schema of AWS::ApiGatewayV2::Integration of 2026-10-20",
    example: """
      apis:
        store:
          routes:
            POST /orders: {sqs: orders, credentials: ⟦"arn:aws:iam::*:user/*" → arn:aws:iam::111122223333:role/orders⟧}
      """,
    check: { spec, report in
      spec.forEachTarget { answering in
        if let given = answering.target.integration.options.credentials, given.literal?.hasPrefix("arn:") == true {
          check(given)
        }
      }
      spec.forEachProperty(PropertyPath("Integration", "CredentialsArn")) { if let given = $0.given { check(given) } }
      spec.forEachProperty(PropertyPath("Api", "CredentialsArn")) { if let given = $0.given { check(given) } }
      func check(_ given: Given<String>) {
        guard let text = given.literal, !text.hasPrefix("{{"), !isTaken(text) else { return }
        report.report(
          at: given.mark, "\(Reader.quoted(text)) is not the ARN of a role",
          help: text.mentions(":iam::*:")
            ? "CloudFormation does not take the caller's own credentials; give a role's ARN"
            : "one looks like `arn:aws:iam::111122223333:role/NAME`")
      }
    })

  private static func isTaken(_ text: String) -> Bool {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, ["aws", "aws-cn", "aws-us-gov"].contains(parts[1]), parts[2] == "iam", parts[3].isEmpty
    else {
      return false
    }
    return parts[4].utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      && ["role/", "user/", "group/"].contains { parts[5].hasPrefix($0) }
  }
}
