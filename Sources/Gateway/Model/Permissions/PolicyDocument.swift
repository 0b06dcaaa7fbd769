import CloudFormation

/// The statements of a policy. What is not known of it counts as allowed.
struct PolicyDocument {
  /// Nil for a statement that is not known.
  private let statements: [Object?]

  /// - Parameter value: nil if the policy is not known.
  init(_ value: Value?) {
    guard let statements = value?.object?["Statement"] else {
      self.statements = [nil]
      return
    }
    // A function may be an object as well.
    self.statements = PolicyDocument.list(statements).map { $0.object.flatMap { $0["Effect"] == nil ? nil : $0 } }
  }

  /// Whether it allows a service an action; any action if that is nil.
  /// - Parameter service: `sqs` or `sqs.amazonaws.com`.
  func mayAllow(_ action: String? = nil, to service: String) -> Bool {
    mayAllow(action) { PolicyDocument.mayBe(service, $0) }
  }

  /// Whether it allows an action, on a resource with this ARN if that is known.
  func mayAllow(_ action: String, on arn: Value?) -> Bool {
    mayAllow(action) { PolicyDocument.mayBe(arn, among: $0["Resource"]) }
  }

  /// Whether it allows an identity anything by itself, besides the account, which leaves it to the policies of identities.
  var mayAllowIdentities: Bool {
    mayAllow(nil) { statement in
      guard let kinds = statement["Principal"]?.object else { return true }
      guard let accounts = kinds["AWS"] else { return false }
      return !PolicyDocument.list(accounts).allSatisfy { $0.spelled?.hasSuffix(":root") ?? false }
    }
  }

  private func mayAllow(_ action: String?, _ condition: (Object) -> Bool) -> Bool {
    let action = action?.lowercased()
    return statements.contains { statement in
      guard let statement else { return true }
      // Another word than `Allow` and `Deny` is a mistake of its own.
      if statement["Effect"]?.text == "Deny" { return false }
      if let action, let actions = statement["Action"] {
        let isAllowed = PolicyDocument.list(actions).contains { one in
          one.knownText.map { WildcardText.overlap(call: action, allowed: $0.lowercased()) } ?? true
        }
        if !isAllowed { return false }
      }
      return condition(statement)
    }
  }

  /// Whether a statement is for a service. Some services have a principal for each region as well:
  /// `states.eu-west-1.amazonaws.com`.
  private static func mayBe(_ service: String, _ statement: Object) -> Bool {
    guard let principal = statement["Principal"] else { return statement["NotPrincipal"] != nil }
    guard let kinds = principal.object else { return principal.knownText.map { $0 == "*" } ?? true }
    if let accounts = kinds["AWS"], list(accounts).contains("*") { return true }
    let start = service.prefix { $0 != "." } + "."
    return kinds["Service"].map { list($0).contains { $0.knownText?.hasPrefix(start) ?? true } } ?? false
  }

  /// Whether an ARN may be one of those of a statement. The ARN of a resource in the template and a literal may be equal.
  private static func mayBe(_ arn: Value?, among resources: Value?) -> Bool {
    guard let arn, let resources else { return true }
    return list(resources).contains { one in
      switch (one, arn) {
      case (.string(let pattern), .string(let text)): WildcardText.overlap(call: text, allowed: pattern)
      case (.getAtt(let one, "Arn"), .getAtt(let other, "Arn")): one == other
      default: true
      }
    }
  }

  private static func list(_ value: Value) -> [Value] {
    if case .list(let items) = value { items } else { [value] }
  }
}
