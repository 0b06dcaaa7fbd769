import CloudFormation
import Support
import Testing

@testable import Gateway

/// Blocks of subnets as authors write them.
@Suite("CIDR blocks of subnets")
struct SubnetBlockTests {
  private func blocks(_ vpc: String, _ group: String) -> [Value] {
    let spec = Compiled("parameters: {B: {Type: String}}\nvpcs: {main: {\(vpc)}}")
    return (1...6).compactMap { spec["vpcs.main.subnets.\(group).\($0)"]?.properties["CidrBlock"] }
  }

  @Test("Their number is that of the zones")
  func zones() {
    #expect(
      blocks("subnets: {a: {type: private, cidrs: [10.0.0.0/24, 10.0.1.0/24, !Ref B]}}", "a") == [
        "10.0.0.0/24", "10.0.1.0/24", .ref("B"),
      ])
    let spec = Compiled("vpcs: {main: {maxAzs: 3, subnets: {a: {type: private, cidrs: [10.0.0.0/24, 10.0.1.0/24]}}}}")
    #expect(spec.errors.contains("NET001 `cidrs` has 2 blocks for 3 Availability Zones"))
  }

  @Test("Other groups are placed around them")
  func others() {
    let vpc = "subnets: {a: {type: private, cidrs: [10.0.0.0/24, 10.0.8.0/24]}, b: {type: isolated}}"
    #expect(blocks(vpc, "b") == ["10.0.32.0/22", "10.0.36.0/22"])
    #expect(Compiled("vpcs: {main: {\(vpc)}}").errors == [])
    let small =
      "cidr: 10.0.0.0/26, subnets: {a: {type: private, cidrs: [10.0.0.0/28, 10.0.0.32/28]}, b: {type: isolated, mask: 28}}"
    #expect(blocks(small, "b") == ["10.0.0.16/28", "10.0.0.48/28"])
  }
}
