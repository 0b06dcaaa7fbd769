import CloudFormation
import Diagnostics

/// Security groups and subnets that leave the stack while a resource that uses them is kept outside of it: EC2 does not
/// delete them ("DependencyViolation: resource sg-… has a dependent object").
struct NetworkInUse {
  private(set) var notes: [UpdateNote] = []

  init(_ changes: StackChanges) {
    for change in changes.all where change.action == .deleted && change.isRetained {
      guard let properties = changes.old.template[change.id]?.properties else { continue }
      var used: [String] = []
      for name in NetworkInUse.properties {
        properties[name]?.forEachReference { id in
          guard let end = changes[id], end.action == .deleted, !end.isRetained, NetworkInUse.types.contains(end.type),
            !used.contains(id)
          else { return }
          used.append(id)
        }
      }
      if used.isEmpty { continue }
      notes.append(
        UpdateNote(
          .updateLeavesData,
          "\(UpdateNote.list(used)) cannot be deleted: `\(change.id)`, which is retained outside of the stack, uses "
            + (used.count == 1 ? "it" : "them"),
          id: used[0],
          help: "deploy `DeletionPolicy: Retain` of \(used.count == 1 ? "it" : "them") first"))
    }
  }

  private static let types: Set = ["AWS::EC2::SecurityGroup", "AWS::EC2::Subnet"]
  /// The properties that name them, of load balancers, VPC links, functions, databases and mount targets.
  private static let properties = [
    "SecurityGroupIds", "SecurityGroups", "SubnetId", "SubnetIds", "SubnetMappings", "Subnets", "VPCSecurityGroups",
    "VpcConfig", "VpcSecurityGroupIds",
  ]
}
