import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A group lets something in once.
  static let permissionTwice = Rule(
    id: "NET005",
    severity: .error,
    summary: "a security group with the same permission twice",
    why:
      "EC2 refuses a group in which one peer is given the same port twice: \"The same permission must not appear multiple times\".",
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
    check: { spec, report in
      for element in spec.names.spec.securityGroups {
        guard case .created(let group) = element.value.form, spec.isWhole(element.mark) else { continue }
        let sides = [
          (group.ingress?.items ?? []).map { ($0.port, $0.protocol, $0.from) },
          (group.egress?.items ?? []).map { ($0.port, $0.protocol, $0.to) },
        ]
        for side in sides {
          var seen: [String: Mark] = [:]
          for (port, spoken, peers) in side {
            // What a function gives may be another port each time.
            guard port.map({ $0.literal != nil }) ?? true, spoken.map({ $0.literal != nil }) ?? true else { continue }
            let word = spoken?.literal?.rawValue ?? (port == nil ? "all" : "tcp")
            for peer in peers.items {
              guard let name = peer.literal,
                let other = seen.updateValue(peer.mark, forKey: "\(port?.literal ?? "") \(word) \(name)")
              else { continue }
              report.report(
                at: peer.mark, "\(Reader.quoted(name)) has this permission already",
                related: [Related(message: "the other one", mark: other)], help: "leave out one of the two")
            }
          }
        }
      }
    })
}
