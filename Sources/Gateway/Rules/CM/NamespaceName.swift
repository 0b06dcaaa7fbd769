import SpecReading

extension Rule {
  /// Names that namespaces cannot have.
  static let namespaceName = Rule(
    id: "CM005",
    severity: .error,
    summary: "invalid name of a Cloud Map namespace",
    why: """
      The name of a namespace is made of visible ASCII characters, without spaces; that of a DNS namespace has at most 253 of them.
      CloudFormation rejects another one.
      """,
    source: "CloudFormation's resource schemas (AWS::ServiceDiscovery::PrivateDnsNamespace, Name)",
    example: """
      vpcs: {main: {}}
      cloudMapNamespaces:
        shop: {type: private, name: ⟦⟪"book shop" → book-shop⟫⟧, vpc: main}
      cloudMapServices:
        web: {namespace: shop, name: web}
      outputs:
        Web: {Value: !GetAtt cloudMapServices.web.Arn}
      """,
    check: { model, report in
      for (type, limit) in limits {
        for namespace in model.resources(type) {
          for (name, text) in namespace["Name"]?.choices ?? [] where !text.hasDynamicReference {
            if let sign = text.unicodeScalars.first(where: { !("!"..."~").contains($0) }) {
              report.report(at: name, "the name of a namespace has no \(Reader.quoted(String(sign)))")
            } else if text.utf8.count > limit {
              report.report(
                at: name, "the name of a DNS namespace has at most \(limit) characters, found \(text.utf8.count)")
            }
          }
        }
      }
    })

  /// The types of namespaces, and how long their names may be. A longer one of the last type is rejected when it is read.
  private static let limits = [
    ("AWS::ServiceDiscovery::PrivateDnsNamespace", 253), ("AWS::ServiceDiscovery::PublicDnsNamespace", 253),
    ("AWS::ServiceDiscovery::HttpNamespace", 1_024),
  ]
}
