import CloudFormation
import SpecReading

extension Model {
  /// A Cloud Map service that the stack creates.
  final class CloudMapService {
    let resource: Resource
    /// Its namespace, if the stack creates it.
    let namespace: Resource?
    /// The type of its namespace, if it is known.
    let type: NamespaceType?
    /// The integrations that lead to it.
    fileprivate(set) var users: [Integration] = []
    /// The instances that the stack registers.
    fileprivate(set) var instances: [Resource] = []

    init(_ resource: Resource) {
      self.resource = resource
      namespace = resource.model.resource(resource["NamespaceId"])
      type = namespace?.namespaceType ?? resource.importedNamespaceType
    }

    /// A property, if it is set.
    subscript(_ name: String) -> Property? { resource[name] }

    /// The types of its DNS records, as far as they are known.
    var records: [Property] { self["DnsConfig"]?["DnsRecords"]?.items?.compactMap { $0["Type"] } ?? [] }
  }

  /// The Cloud Map services, with what leads to them.
  func findCloudMapServices() -> [CloudMapService] {
    let services = resources("AWS::ServiceDiscovery::Service").map(CloudMapService.init)
    if services.isEmpty { return [] }
    let byId = Dictionary(services.map { ($0.resource.id, $0) }) { first, _ in first }
    for integration in apis.integrations {
      if let id = integration["IntegrationUri"]?.target { byId[id]?.users.append(integration) }
    }
    for instance in resources("AWS::ServiceDiscovery::Instance") {
      if let id = instance["ServiceId"]?.target { byId[id]?.instances.append(instance) }
    }
    return services
  }
}

extension Model.Resource {
  /// The type of a namespace.
  fileprivate var namespaceType: NamespaceType? {
    NamespaceType.allCases.first { type == $0.resource.name }
  }

  /// The type of the existing namespace that a service of the language belongs to, as written in the spec.
  fileprivate var importedNamespaceType: NamespaceType? {
    let names = model.names
    guard let name = elementName, let index = names.index(name, in: "cloudMapServices"),
      case .created(let service) = names.spec.cloudMapServices[index].value.form,
      case .element(let namespace) = names.find(.namespace, service.namespace)
    else { return nil }
    return names.spec.cloudMapNamespaces[namespace].value.type?.literal
  }
}
