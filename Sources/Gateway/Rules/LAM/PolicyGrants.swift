import SpecReading

extension Rule {
  /// Actions and resources of a policy.
  static let policyGrantForm = Rule(
    id: "LAM021",
    severity: .error,
    summary: "`allow` without a service, or `on` without an ARN",
    why: """
      An action is `SERVICE:ACTION`, a resource an ARN or `*`. IAM rejects a policy with anything else: "Actions/Conditions
      must be prefaced by a vendor", "Resource must be in ARN format or *".
      """,
    source: "IAM's grammar of policies; public reports of the messages (MalformedPolicyDocument)",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          policies: {allow: ⟪⟦GetItem⟧, on: ⟦books⟧ → dynamodb:GetItem, on: "arn:aws:dynamodb:eu-west-1:111122223333:table/books"⟫}
      apis:
        store:
          routes:
            GET /books: books
      """,
    find: { model, report in
      for own in model.spec.createdFunctions {
        for policy in own.function.policies?.items ?? [] {
          guard case .grant(let grant) = policy.form else { continue }
          for action in grant.allow.items {
            guard let text = action.literal, text != "*", !text.contains(":") else { continue }
            report.report(
              at: action.mark, "\(Reader.quoted(text)) is not an action: its service is missing",
              help: "write `SERVICE:\(text)`, such as `dynamodb:GetItem`")
          }
          for resource in grant.on.items {
            guard let text = resource.literal, text != "*", !text.hasPrefix("arn:"), !text.mentions("{{resolve:") else {
              continue
            }
            report.report(
              at: resource.mark, "\(Reader.quoted(text)) is not an ARN",
              help: "write the ARN, such as `!GetAtt NAME.Arn` of one in `resources`, or `\"*\"`")
          }
        }
      }
    })
}
