import YAMLTree

extension Rule {
  /// Permissions for everything.
  static let wideRights = Rule(
    id: "SEC002",
    severity: .warning,
    summary: "execution role allows everything, or every action of a service on all resources",
    why: """
      Whoever takes over the function has its permissions. With `*`, or every action of a service on `*`, that is the whole
      account, or all data of that service.
      """,
    source: "IAM's page on best practices: least privilege",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          policies:
            ⟪→
            - {allow: "dynamodb:GetItem", on: "arn:aws:dynamodb:eu-west-1:111122223333:table/books"}
            ⟫
            - {allow: ⟦"dynamodb:*" → "cloudwatch:PutMetricData"⟧, on: "*"}
            ⟪
            - Effect: Allow
              Action: ⟦"*"⟧
              Resource: arn:aws:dynamodb:eu-west-1:111122223333:table/books
            →⟫
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      var seen: Set<Mark> = []
      for function in model.functions {
        guard let role = model.resource(function["Role"], of: "AWS::IAM::Role") else { continue }
        for statement in role.statements {
          guard let action = statement.wideAction, action.isWritten, let text = action.text,
            seen.insert(action.mark).inserted
          else { continue }
          report.report(
            at: action,
            text == "*"
              ? "`\(function.name)` is allowed every action"
              : "`\(function.name)` is allowed `\(text)` on all resources",
            help: "name the actions that it needs, and the ARNs of the resources")
        }
      }
    })
}

extension Model.Resource {
  /// The statements of a role's own policies.
  fileprivate var statements: [Model.Property] {
    (self["Policies"]?.list ?? []).flatMap { $0["PolicyDocument"]?["Statement"]?.list ?? [] }
  }
}

extension Model.Property {
  /// The first action of a statement that is too wide. A condition narrows it in ways that only IAM knows.
  fileprivate var wideAction: Model.Property? {
    guard self["Effect"]?.text == "Allow", self["Condition"] == nil else { return nil }
    let isEverywhere = self["Resource"]?.list.contains { $0.text == "*" } ?? false
    return self["Action"]?.list.first { action in
      guard let text = action.text else { return false }
      return text == "*" || text == "*:*" || (isEverywhere && text.hasSuffix(":*"))
    }
  }
}
