/// Words that AWS has for a property, and no others. The language has words of its own for most of them.
extension Rule {
  /// The protocols.
  static let protocolType = property(
    [
      PropertyPath("Api", "ProtocolType")
    ],
    id: "API001",
    summary: "a protocol that API Gateway does not have",
    why: "An API is an `HTTP` or a `WEBSOCKET` one; its protocol is written in capitals.",
    source: "API Gateway's CreateApi (ProtocolType)",
    example: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: ⟦http → HTTP⟧}
      """)

  /// Addresses.
  static let ipAddressType = property(
    [
      PropertyPath("Api", "IpAddressType"),
      PropertyPath("DomainName", "DomainNameConfigurations.*.IpAddressType"),
    ],
    id: "API006",
    summary: "a kind of addresses that API Gateway does not have",
    why: """
      APIs and domains answer on `ipv4`, or on `dualstack`, which adds IPv6. IPv6 without IPv4 is not available.
      """,
    source: "API Gateway's CreateApi (IpAddressType)",
    example: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP, IpAddressType: ⟦ipv6 → dualstack⟧}
      """)
}
