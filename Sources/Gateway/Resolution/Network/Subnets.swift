import CloudFormation
import SpecReading

extension RawValues {
  /// The ids of a VPC's subnets of a type; one of them may be a function that gives a list.
  func subnetIds(_ type: SubnetType, of vpc: ResolvedVpc, onePerZone: Bool = false) -> [Value] {
    switch vpc {
    case .created(let name, let vpc):
      (onePerZone ? SubnetLayout(vpc).onePerZone(type) : SubnetLayout(vpc).of(type)).map {
        .ref(names.id(.subnet(name, $0.group, $0.number)))
      }
    case .imported(_, let vpc): (vpc.subnets(type)?.items ?? []).map { subnetId($0) ?? value($0) }
    case .outside: []
    }
  }

  /// The ID of one subnet, or a value that gives IDs: a function, a resource, or an ID in AWS.
  func subnetId(_ given: Given<String>) -> Value? {
    guard let text = given.literal else { return value(given) }
    if names.resourceTypes[text] == "AWS::EC2::Subnet" { return .ref(text) }
    return text.hasPrefix("subnet-") ? .string(text) : nil
  }
}
