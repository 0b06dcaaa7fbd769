import CloudFormation
import SpecReading
import YAMLTree

extension Rule {
  /// IAM's policies have an end.
  static let policyTooLarge = Rule(
    id: "QUO008",
    severity: .warning,
    summary: "a policy that is larger than IAM takes",
    why: """
      IAM takes 10,240 characters in all policies that stand in one role, and 6,144 in a managed policy; white space is not
      counted. Beyond that the role cannot be made. Functions in a policy are counted as nothing, so it may be larger still.
      """,
    source: "IAM's quotas; found by deployments (cdk-preflight)",
    example: policies,
    check: { spec, report in
      for function in spec.createdFunctions where function.function.role == nil {
        let size = function.function.policies?.items.map { spec.size(of: $0) }.reduce(60, +) ?? 0
        guard size > inlineLimit else { continue }
        report.report(
          at: function.element.mark,
          "the policies in the role of `\(function.element.name)` have at least \(size) characters; IAM takes \(inlineLimit)",
          help: "join statements and actions with `*`, or write a managed policy and name it in `policies`")
      }
      for element in spec.names.spec.resources {
        guard let (size, limit) = spec.policySize(of: element), size > limit else { continue }
        report.report(
          at: element.mark, "`\(element.name)` has at least \(size) characters of policies; IAM takes \(limit)",
          help: "join statements and actions with `*`, or spread them over several managed policies")
      }
    })

  static let inlineLimit = 10_240

  private static var policies: String {
    func tables(_ numbers: ClosedRange<Int>) -> String {
      numbers.map { "        - arn:aws:dynamodb:eu-west-1:111122223333:table/t\($0)\n" }.joined()
    }
    return """
      functions:
        ⟦books⟧:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          policies:
            allow: dynamodb:GetItem
            on:

      """ + tables(1...10) + "⟪\n" + tables(11...500) + "→⟫\n"
        + "apis:\n  store:\n    routes:\n      $default: books\n"
  }
}

extension ResolvedSpec {
  /// What a policy of a function adds to its role, at the least.
  fileprivate func size(of policy: Policy) -> Int {
    func size(_ texts: Many<Given<String>>) -> Int {
      texts.items.map { values.value($0).leastSize + 1 }.reduce(0, +)
    }
    switch policy.form {
    case .grant(let grant): return 40 + size(grant.allow) + size(grant.on)
    case .statement(let statement):
      return statement.keys.map { key in
        key.value.map { values.value($0.node).leastSize + key.name.utf8.count + 4 } ?? 0
      }.reduce(0, +)
    case .managed, nil: return 0
    }
  }

  /// The size of a raw resource's policies, and what IAM takes of them.
  fileprivate func policySize(of element: Named<Raw>) -> (size: Int, limit: Int)? {
    let type = names.resourceTypes[element.name] ?? ""
    guard type.hasPrefix("AWS::IAM::"),
      let properties = values.value(element.value.node).object?["Properties"]?.object
    else { return nil }
    switch type {
    case "AWS::IAM::Role":
      guard case .list(let policies)? = properties["Policies"] else { return nil }
      return (policies.map { $0.object?["PolicyDocument"]?.leastSize ?? 0 }.reduce(0, +), Rule.inlineLimit)
    case "AWS::IAM::Policy", "AWS::IAM::RolePolicy":
      return properties["PolicyDocument"].map { ($0.leastSize, Rule.inlineLimit) }
    case "AWS::IAM::ManagedPolicy": return properties["PolicyDocument"].map { ($0.leastSize, 6_144) }
    default: return nil
    }
  }
}

extension Value {
  /// How many characters it has as JSON without white space, at the least: functions give nobody knows what.
  fileprivate var leastSize: Int {
    switch self {
    case .string(let text): text.utf8.count + 2
    case .number(let literal): literal.utf8.count
    case .bool, .null: 4
    case .list(let items): items.map { $0.leastSize + 1 }.reduce(1, +)
    case .object(let object) where object.isFunction: 0
    case .object(let object): object.members.map { $0.key.utf8.count + 4 + $0.value.leastSize }.reduce(1, +)
    case .ref, .getAtt: 0
    }
  }
}

extension Object {
  fileprivate var isFunction: Bool { members.count == 1 && members[0].key.hasPrefix("Fn::") }
}
