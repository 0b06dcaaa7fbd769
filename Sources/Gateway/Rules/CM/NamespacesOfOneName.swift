import CloudFormation
import Diagnostics
import SpecReading

extension Rule {
  /// Two namespaces that API Gateway cannot distinguish.
  static let namespacesOfOneName = Rule(
    id: "CM004",
    severity: .warning,
    summary: "Cloud Map namespaces of one name",
    why: """
      API Gateway discovers the instances of a service by the names of namespace and service. If two namespaces of an account
      and region have the same name, requests also reach instances in the other VPC, and fail.
      """,
    source: "aws/copilot-cli#1929; Cloud Map's API reference of DiscoverInstances (NamespaceName)",
    example: """
      vpcs: {live: {}, test: {}}
      cloudMapNamespaces:
        live: {type: private, name: shop.local, vpc: live}
        test: {type: private, name: ⟦shop.local → test.local⟧, vpc: test}
      cloudMapServices:
        live: {namespace: live, name: web}
        test: {namespace: test, name: web}
      outputs:
        Live: {Value: !GetAtt cloudMapServices.live.Arn}
        Test: {Value: !GetAtt cloudMapServices.test.Arn}
      """,
    check: { model, report in
      let types = ["Private", "Public"].map { "AWS::ServiceDiscovery::\($0)DnsNamespace" }
      var first: [Value: Model.Property] = [:]
      for namespace in (types + ["AWS::ServiceDiscovery::HttpNamespace"]).flatMap({ model.resources($0) }) {
        guard let name = namespace["Name"], namespace.condition == nil else { continue }
        guard let other = first[name.value.canonical] else {
          first[name.value.canonical] = name
          continue
        }
        // Another rule reports what AWS rejects.
        let facts = UpdateFacts(of: namespace.type)
        if namespace.type == other.resource.type,
          facts.claim(of: namespace.record.properties) == facts.claim(of: other.resource.record.properties)
        {
          continue
        }
        report.report(
          at: name,
          name.text.map { "two namespaces have the name \(Reader.quoted($0))" } ?? "two namespaces have this name",
          related: [Related(message: "the other namespace", mark: other.mark)],
          help: "give each namespace its own name, such as `test.\(name.text ?? "…")`")
      }
    })
}
