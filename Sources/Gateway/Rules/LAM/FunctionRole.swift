import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A role that Lambda is not let into.
  static let functionRoleTrust = Rule(
    id: "LAM013",
    severity: .error,
    summary: "a function's role that Lambda cannot take",
    why: """
      A function runs as its role, which lets Lambda take it by its trust policy. Without that Lambda refuses the function:
      "The role defined for the function cannot be assumed by Lambda."
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
    check: { spec, report in
      var seen: [String: RoleReading] = [:]
      for own in spec.createdFunctions {
        if let given = own.function.role, let text = given.literal, text.hasPrefix("arn:"),
          Arn(text).service != "iam" || !Arn(text).resource.hasPrefix("role/")
        {
          report.report(
            at: given.mark, "\(Reader.quoted(text)) is not the ARN of a role",
            help: "one looks like `arn:aws:iam::111122223333:role/NAME`")
        }
        guard let given = own.function.role, let id = spec.values.resource(.role, given),
          let role = seen[id] ?? RoleReading(id, in: spec)
        else { continue }
        seen[id] = role
        if role.mayTrust("lambda.amazonaws.com") { continue }
        report.report(
          at: given.mark, "Lambda cannot take the role `\(id)`: its trust policy does not name it",
          related: [Related(message: "the role", mark: role.mark)],
          help: "let `lambda.amazonaws.com` be a `Service` in its `AssumeRolePolicyDocument`")
      }
    })
}
