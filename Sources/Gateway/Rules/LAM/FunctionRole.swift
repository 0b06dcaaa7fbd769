import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A function's role and its trust policy.
  static let functionRoleTrust = Rule(
    id: "LAM013",
    severity: .error,
    summary: "execution role that Lambda cannot assume",
    why: """
      A function runs with its execution role, whose trust policy must allow Lambda to assume it. Otherwise Lambda rejects the
      function: "The role defined for the function cannot be assumed by Lambda."
      """,
    source: "Lambda's page on execution roles; found by deployments (cdk-preflight)",
    example: """
      resources:
        Worker:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - {Effect: Allow, Principal: {Service: ⟪ecs-tasks → lambda⟫.amazonaws.com}, Action: sts:AssumeRole}
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books, role: ⟦Worker⟧}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      var seen: [String: RoleReading] = [:]
      for function in model.functions {
        guard let given = function["Role"] else { continue }
        if let text = given.text, text.hasPrefix("arn:"),
          Arn(text).service != "iam" || !Arn(text).resource.hasPrefix("role/")
        {
          report.report(
            at: given, "\(Reader.quoted(text)) is not the ARN of a role",
            help: "it has the form `arn:aws:iam::111122223333:role/NAME`")
        }
        guard given.isWritten, let id = given.target, let role = seen[id] ?? RoleReading(id, in: model.spec) else {
          continue
        }
        seen[id] = role
        if role.mayTrust("lambda.amazonaws.com") { continue }
        report.report(
          at: given, "Lambda cannot assume the role `\(id)`: its trust policy does not name Lambda",
          related: [Related(message: "the role", mark: role.mark)],
          help: "add `lambda.amazonaws.com` as a `Service` to its `AssumeRolePolicyDocument`")
      }
    })
}
