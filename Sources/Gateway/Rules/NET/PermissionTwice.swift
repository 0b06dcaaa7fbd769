import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// Duplicate rules of a security group.
  static let permissionTwice = Rule(
    id: "NET005",
    severity: .error,
    summary: "duplicate permission in a security group",
    why: """
      EC2 rejects a security group that gives one peer the same port twice: \"The same permission must not appear multiple times\".
      """,
    source: "public reports of the message (InvalidParameterValue)",
    example: """
      vpcs:
        main:
      securityGroups:
        tasks:
          vpc: main
          ingress:
            - {port: 8080, from: 10.0.0.0/16}
            - {port: 8080, from: ⟪[10.1.0.0/16, ⟦10.0.0.0/16⟧] → 10.1.0.0/16⟫}
      outputs:
        Tasks: {Value: !GetAtt securityGroups.tasks.GroupId}
      """,
    check: { model, report in
      for group in model.securityGroups.values.sorted(by: { $0.resource.id < $1.resource.id })
      where group.resource.isWhole {
        for rules in [group.ingress, group.egress] {
          var seen: [[Value]: Model.Property] = [:]
          for rule in rules where rule.peer.isWritten {
            guard let identity = rule.identity, let other = seen.updateValue(rule.peer, forKey: identity) else {
              continue
            }
            let name = rule.peer.text ?? model.resource(rule.peer)?.name
            report.report(
              at: rule.peer, "\(name.map(Reader.quoted) ?? "this peer") already has this permission",
              related: [Related(message: "the other rule", mark: other.mark)], help: "remove one of the two")
          }
        }
      }
    })
}
