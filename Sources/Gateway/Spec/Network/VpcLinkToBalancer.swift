import SpecReading

/// Versions of VPC links.
public enum LinkVersion: String, CaseIterable, Sendable {
  /// For REST and WebSocket APIs; it connects to a network load balancer.
  case first = "1"
  /// For HTTP APIs; it connects to a VPC.
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
      "nlb", .name(of: Kind.loadBalancer), "Version 1: network load balancer that the link connects to.")
    name = fields.optional("name", .text(1...1_024), "Name in AWS; the key by default.")
    description = fields.optional("description", .text(0...1_024), "Version 1: description.")
    options = fields.group(ElementOptions.self)
  }
}
