import CloudFormation
import SpecReading
import YAMLTree

extension Rule {
  /// The quota of policies.
  static let policyTooLarge = Rule(
    id: "QUO008",
    severity: .warning,
    summary: "policy is larger than IAM allows",
    why: """
      IAM allows 10,240 characters in all inline policies of a role, and 6,144 in a managed policy; white space is not counted.
      Beyond that the role cannot be created. Functions in a policy are not counted, so it may be larger still.
      """,
    source: "IAM's quotas; found by deployments (cdk-preflight)",
    example: policies,
    check: { model, report in
      for (resource, size, quota) in model.policies where size > quota {
        report.report(
          at: resource.mark,
          "the policies of `\(resource.name)` have at least \(size) characters; IAM allows \(quota)",
          help: resource.isRaw
            ? "combine statements and actions with `*`, or use several managed policies"
            : "combine statements and actions with `*`, or write a managed policy and name it in `policies`")
      }
    })

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

extension Model {
  /// The roles and policies, with the number of characters of their policies, at the least, and with the quota.
  var policies: [(resource: Resource, size: Int, quota: Int)] {
    ["Role", "Policy", "RolePolicy", "ManagedPolicy"].flatMap { type in
      resources("AWS::IAM::\(type)").compactMap { resource in
        resource.policySize.map { (resource, $0, type == "ManagedPolicy" ? 6_144 : 10_240) }
      }
    }
  }
}

extension Model.Resource {
  /// The size of its policies, at the least; nil where it has none.
  fileprivate var policySize: Int? {
    guard let policies = record.properties["Policies"] else { return record.properties["PolicyDocument"]?.leastSize }
    guard case .list(let list) = policies else { return nil }
    return list.map { $0.object?["PolicyDocument"]?.leastSize ?? 0 }.reduce(0, +)
  }
}

extension Value {
  /// The number of its characters as JSON without white space, at the least: functions count as nothing.
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
