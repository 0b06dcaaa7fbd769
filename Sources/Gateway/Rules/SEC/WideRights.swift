import CloudFormation
import SpecReading
import YAMLTree

extension Rule {
  /// Rights to everything.
  static let wideRights = Rule(
    id: "SEC002",
    severity: .warning,
    summary: "a function that is allowed everything, or all that a service can do on all there is",
    why: """
      Whoever finds a hole in the function has its rights. With `*`, or all of a service's actions on `*`, that is the
      account, or all data that the service keeps.
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
    check: { spec, report in
      var seen: Set<Mark> = []
      for own in spec.createdFunctions {
        for policy in own.function.policies?.items ?? [] {
          guard let (action, mark) = spec.wideAction(of: policy), seen.insert(mark).inserted else { continue }
          report.report(
            at: mark,
            action == "*"
              ? "`\(own.element.name)` is allowed everything"
              : "`\(own.element.name)` is allowed `\(action)` on everything",
            help: "name the actions that it needs, and the ARNs that it needs them on")
        }
      }
    })
}

extension ResolvedSpec {
  /// The first action of a policy that is too wide, and where it stands.
  fileprivate func wideAction(of policy: Policy) -> (text: String, mark: Mark)? {
    switch policy.form {
    case .grant(let grant):
      let isEverywhere = grant.on.items.contains { $0.literal == "*" }
      return grant.allow.items.lazy.compactMap { item in item.literal.map { (text: $0, mark: item.mark) } }
        .first { ResolvedSpec.isWide($0.text, isEverywhere) }
    case .statement(let statement):
      let keys = Dictionary(statement.keys.map { ($0.name, $0.value) }) { first, _ in first }
      // A condition narrows it in ways that only IAM knows.
      guard let effect = keys["Effect"] ?? nil, values.value(effect.node) == "Allow",
        (keys["Condition"] ?? nil) == nil, let actions = keys["Action"] ?? nil
      else { return nil }
      let resources = (keys["Resource"] ?? nil).map { texts(of: $0.node).map(\.text) } ?? []
      return texts(of: actions.node).first { ResolvedSpec.isWide($0.text, resources.contains("*")) }
    case .managed, nil: return nil
    }
  }

  private static func isWide(_ action: String, _ isEverywhere: Bool) -> Bool {
    action == "*" || action == "*:*" || (isEverywhere && action.hasSuffix(":*"))
  }

  /// One text or many, and where each stands.
  private func texts(of node: Node) -> [(text: String, mark: Mark)] {
    let items = names.tree.kind(node) == .sequence ? Array(names.tree.items(node)) : [node]
    return items.compactMap { item in values.value(item).text.map { ($0, names.tree.mark(item)) } }
  }
}
