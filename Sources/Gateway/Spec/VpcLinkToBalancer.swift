import SpecReading

/// Versions of VPC links.
public enum LinkVersion: String, CaseIterable, Sendable {
  /// Of REST and WebSocket APIs: it leads to a network load balancer.
  case first = "1"
  /// Of HTTP APIs: it stands in a VPC.
  case second = "2"
}

/// A VPC link of version 1 that the stack creates.
public struct BalancerLink: SpecObject {
  let nlb: Given<String>
  let name: Given<String>?
  let description: Given<String>?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    nlb = fields.required(
      "nlb", .name(of: Kind.loadBalancer), "Version 1: the network load balancer that it leads to.")
    name = fields.optional("name", .text(1...1_024), "Its name in AWS; the key by default.")
    description = fields.optional("description", .text(0...1_024), "Version 1: what it is for.")
    options = ElementOptions(fields: &fields)
  }
}
