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

  /// What is the id of one subnet, or gives ids: a function, a resource, or an id of AWS's.
  func subnetId(_ given: Given<String>) -> Value? {
    guard let text = given.literal else { return value(given) }
    if names.resourceTypes[text] == "AWS::EC2::Subnet" { return .ref(text) }
    return text.hasPrefix("subnet-") ? .string(text) : nil
  }
}
