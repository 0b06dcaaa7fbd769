import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// The elements of statements in policies of IAM.
  static let policyStatements = Rule(
    id: "LAM034",
    severity: .error,
    summary: "policy statement that AWS rejects",
    why: """
      A statement has an `Effect`, `Allow` or `Deny`, actions, and in a policy of a role, a user or a group also resources. A trust
      policy has principals instead, and only actions of STS; the policy of a queue, a topic, a bucket or a key has principals as
      well. AWS rejects any other policy (MalformedPolicyDocument): "Policy statement must contain resources.", "Has prohibited
      field Resource", "Syntax errors in policy."
      """,
    source: "IAM's grammar of JSON policies; found by deployments (cdk-preflight: iam-policy-…, iam-trust-policy-…)",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          policies:
            - Sid: ⟦read-books → ReadBooks⟧
              Effect: ⟦allow → Allow⟧
              Action: dynamodb:GetItem
              Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/books"
              Condition: {⟦StringEqual⟪→s⟫⟧: {"aws:RequestedRegion": eu-west-1}}
            - {⟦Effect⟧: Allow, Action: "sqs:SendMessage"⟪→, Resource: "arn:aws:sqs:eu-west-1:111122223333:orders"⟫}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      model.forEachPolicyDocument { document, use in
        if let version = document["Version"], !PolicyGrammar.versions.contains(version.text ?? ""),
          version.text != nil || version.isCollection
        {
          report.report(
            at: version, "\(version.found) is not a version of the policy language", help: "write `2012-10-17`")
        }
        let unknown = PolicyGrammar.unknown(document, among: PolicyGrammar.parts)
        for member in unknown {
          report.report(
            at: member.key, "a policy has no element \(Reader.quoted(member.name))",
            help: Suggestion.help(for: member.name, among: PolicyGrammar.parts))
        }
        if unknown.isEmpty, document.lacks("Statement") {
          report.report(
            at: document.key, "the policy has no `Statement`", help: "add `Statement: [{Effect: Allow, …}]`")
        }
        var ids: [String: Mark] = [:]
        for statement in document["Statement"]?.list ?? [] where !statement.isFunction {
          guard statement.form == .mapping else {
            report.report(
              at: statement, "a statement is a mapping, found \(statement.found)",
              help: "write `{Effect: Allow, Action: …, …}`")
            continue
          }
          let check = PolicyStatement(statement, use)
          for flaw in check.flaws { report.report(flaw) }
          // A resource decides itself about them.
          guard use != .resource, let id = statement["Sid"], let text = id.text, !text.isEmpty else { continue }
          if let first = ids[text] {
            report.report(
              at: id, "the policy already has a statement with the `Sid` \(Reader.quoted(text))",
              related: [Related(message: "the other statement", mark: first)], help: "rename one, or remove the `Sid`")
          } else {
            ids[text] = id.mark
          }
        }
      }
    })
}

/// The words of IAM's policies.
private enum PolicyGrammar {
  static let versions = ["2012-10-17", "2008-10-17"]
  /// The elements of a policy, and those of a statement.
  static let parts = ["Version", "Id", "Statement"]
  static let elements = [
    "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
  ]
  static let operators = [
    "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike",
    "StringNotLike", "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals",
    "NumericGreaterThan", "NumericGreaterThanEquals", "DateEquals", "DateNotEquals", "DateLessThan",
    "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals", "Bool", "BinaryEquals", "IpAddress",
    "NotIpAddress", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "Null",
  ]
  private static let lowerOperators = Set(operators.map { $0.lowercased() })

  /// The members that are none of these elements, in any case.
  static func unknown(_ property: Model.Property, among elements: [String]) -> [Model.Property] {
    property.members.filter { member in
      !elements.contains { $0.lowercased() == member.name.lowercased() } && !member.name.hasPrefix("Fn::")
    }
  }

  /// Whether a key of `Condition` is an operator, with the words for sets of values and absent keys around it.
  static func isOperator(_ text: String) -> Bool {
    var name = text.lowercased()[...]
    for prefix in ["forallvalues:", "foranyvalue:"] where name.hasPrefix(prefix) { name = name.dropFirst(prefix.count) }
    if name.hasSuffix("ifexists") { name = name.dropLast(8) }
    return lowerOperators.contains(String(name))
  }
}

/// A statement and its mistakes.
private struct PolicyStatement {
  private(set) var flaws: [PlacedFlaw] = []
  private let statement: Model.Property
  /// Where the statement as a whole is reported.
  private let start: Mark

  init(_ statement: Model.Property, _ use: PolicyUse) {
    self.statement = statement
    start = statement.members.first?.key ?? statement.valueMark
    let unknown = PolicyGrammar.unknown(statement, among: PolicyGrammar.elements)
    for member in unknown {
      add(
        member.key, "a statement has no element \(Reader.quoted(member.name))",
        Suggestion.help(for: member.name, among: PolicyGrammar.elements))
    }
    // What is missing may be what is misspelled, or a macro may add it.
    let isWhole = unknown.isEmpty && !statement.members.contains { $0.name.hasPrefix("Fn::") }
    checkEffect()
    checkOperators()
    if use != .resource { checkId() }
    checkPair("Action", isNeeded: isWhole, "write the actions that it is about")
    if isWhole, statement.lacks("Effect") {
      add(start, "the statement has no `Effect`", "write `Effect: Allow`")
    }
    switch use {
    case .trust: checkTrust(isWhole: isWhole)
    case .resource: checkPrincipal(isWhole: isWhole, "write who may use the resource: `Principal: {Service: …}`")
    case .identity:
      // The language's own form, whose `Effect` is generated, requires a key for them.
      checkPair(
        "Resource", isNeeded: isWhole && statement.members.first?.isWritten == true,
        "write the ARNs of its resources, or `Resource: \"*\"`")
      for name in ["Principal", "NotPrincipal"] {
        guard let principal = statement[name] else { continue }
        add(
          principal.key, "a policy of a role has no `\(name)`: it is for the role itself",
          "remove it; the trust policy `AssumeRolePolicyDocument` names who may assume the role")
      }
    }
  }

  private mutating func checkEffect() {
    guard let effect = statement["Effect"] else { return }
    if effect.isCollection {
      add(effect.key, "`Effect` is a text, found \(effect.found)", "write `Effect: Allow`")
    } else if let text = effect.text, text != "Allow", text != "Deny" {
      add(
        effect.mark, "\(Reader.quoted(text)) is not a valid `Effect`",
        Suggestion.help(for: text, among: ["Allow", "Deny"]))
    }
  }

  private mutating func checkId() {
    if let id = statement["Sid"], let text = id.text,
      let wrong = text.first(where: { !$0.isASCII || !($0.isLetter || $0.isNumber) })
    {
      let plain = text.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
      add(
        id.mark, "a `Sid` has only letters and digits, found \(Reader.quoted(String(wrong)))",
        plain.isEmpty ? "remove it" : "write `\(plain)`")
    }
  }

  private mutating func checkOperators() {
    for member in statement["Condition"]?.members ?? [] where !member.name.hasPrefix("Fn::") {
      if PolicyGrammar.isOperator(member.name) { continue }
      add(
        member.key, "\(Reader.quoted(member.name)) is not a condition operator",
        Suggestion.help(
          for: member.name, among: PolicyGrammar.operators,
          or: "write one such as `StringEquals` or `ForAnyValue:StringLike`"))
    }
  }

  private mutating func checkTrust(isWhole: Bool) {
    for name in ["Resource", "NotResource"] {
      guard let resource = statement[name] else { continue }
      add(resource.key, "a trust policy has no `\(name)`: it is about its role", "remove it")
    }
    for action in statement["Action"]?.list ?? [] {
      guard let text = action.text, text != "*", !text.lowercased().hasPrefix("sts:") else { continue }
      add(
        action.mark, "a trust policy only allows actions of STS, found \(Reader.quoted(text))",
        "write `sts:AssumeRole`, and other actions in `Policies`")
    }
    checkPrincipal(isWhole: isWhole, "write who may assume the role: `Principal: {Service: …}`")
  }

  private mutating func checkPrincipal(isWhole: Bool, _ help: String) {
    for principal in ["Principal", "NotPrincipal"].compactMap({ statement[$0] }) {
      flaws += PolicyPrincipal.flaws(of: principal)
    }
    if isWhole, statement.lacks("Principal"), statement.lacks("NotPrincipal") {
      add(start, "the statement has no `Principal`", help)
    }
  }

  /// An element and the one that excludes what it lists: exactly one of them is set.
  private mutating func checkPair(_ name: String, isNeeded: Bool, _ help: String) {
    let other = "Not\(name)"
    if let second = statement[other], statement[name] != nil {
      add(second.key, "the statement has both `\(name)` and `\(other)`", "remove one of the two")
    } else if isNeeded, statement.lacks(name), statement.lacks(other) {
      add(start, "the statement has no `\(name)`", help)
    } else if let list = statement[name] ?? statement[other] {
      if let items = list.items, items.isEmpty { add(list.key, "`\(list.word)` is empty", help) }
      if let flaw = PolicyPrincipal.flaw(ofTexts: list) { flaws.append(flaw) }
    }
  }

  @inline(never)
  private mutating func add(_ mark: Mark, _ message: String, _ help: String?) { flaws.append((mark, message, help)) }
}
