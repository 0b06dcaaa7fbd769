import CloudFormation
import Diagnostics
import SpecReading

extension Rule {
  static let repeatedItem = Rule(
    id: "CFN046",
    severity: .error,
    summary: "item that a list has twice",
    why: """
      CloudFormation rejects a list whose items must differ: "array items are not unique". Of attributes with a key, the second
      would replace the first.
      """,
    source: "CloudFormation's resource schemas (uniqueItems)",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Machines:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement: [{Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: "sts:AssumeRole"}]
            ManagedPolicyArns:
              - arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess
              ⟪- ⟦arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess⟧→⟫
      outputs: {Machines: !GetAtt Machines.Arn}
      """,
    check: { model, report in
      for (type, lists) in ListsOfDifferentItems.all {
        for resource in model.resources(type) {
          for (name, key) in lists {
            guard let list = resource[name] else { continue }
            list.forEachRepeatedItem(by: key) { item, first in
              report.report(
                at: item.valueMark, "`\(list.word)` has this item twice",
                related: [Related(message: "the first one", mark: first.valueMark)], help: "remove one of the two")
            }
          }
        }
      }
    })
}

extension Model.Property {
  /// Calls `body` with each item that the list has before, in the value of a key or as a whole, and with the first one.
  fileprivate func forEachRepeatedItem(
    by key: String?, _ body: (_ item: Model.Property, _ first: Model.Property) -> Void
  ) {
    let items = list
    if items.count < 2 { return }
    var known: [Value: Model.Property] = Dictionary(minimumCapacity: items.count)
    for item in items where item.value != .ref("AWS::NoValue") {
      guard let value = key.map({ item[$0]?.value }) ?? item.value else { continue }
      if let first = known[value] { body(item, first) } else { known[value] = item }
    }
  }
}

/// The lists of types whose items must differ, with the key that distinguishes them if there is one.
private enum ListsOfDifferentItems {
  static let all: [(type: String, lists: [(name: String, key: String?)])] = [
    ("AWS::DynamoDB::Table", [("AttributeDefinitions", "AttributeName"), ("KeySchema", "AttributeName")]),
    ("AWS::EC2::VPCEndpoint", [("RouteTableIds", nil), ("SecurityGroupIds", nil), ("SubnetIds", nil)]),
    ("AWS::ElasticLoadBalancingV2::Listener", [("Certificates", nil), ("ListenerAttributes", "Key")]),
    ("AWS::ElasticLoadBalancingV2::ListenerRule", [("Actions", nil), ("Conditions", nil)]),
    (
      "AWS::ElasticLoadBalancingV2::LoadBalancer",
      [("LoadBalancerAttributes", "Key"), ("SecurityGroups", nil), ("SubnetMappings", nil)]
    ),
    ("AWS::ElasticLoadBalancingV2::TargetGroup", [("TargetGroupAttributes", "Key"), ("Targets", nil)]),
    ("AWS::IAM::Role", [("ManagedPolicyArns", nil)]),
    ("AWS::Lambda::EventSourceMapping", [("FunctionResponseTypes", nil), ("Queues", nil), ("Topics", nil)]),
    ("AWS::Lambda::Function", [("Architectures", nil)]),
  ]
}
