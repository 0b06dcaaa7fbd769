import CloudFormation
import SpecReading
import YAMLTree

extension Synthesis {
  /// A Cloud Map namespace.
  mutating func write(_ element: Named<NamespaceElement>) {
    guard case .created(let namespace) = element.value.form else { return }
    var properties = Object()
    properties.add("Name", namespace.name) { value($0) }
    properties.add("Description", namespace.description) { value($0) }
    let type = element.value.type?.literal ?? .private
    if type == .private { properties.add("Vpc", namespace.vpc) { values.reference(.vpc, $0) } }
    write(.namespace(element.name), type.resource, properties, .main(namespace.options))
  }

  /// A Cloud Map service with the instances that are known now.
  mutating func write(_ element: Named<ServiceElement>) {
    guard case .created(let service) = element.value.form else { return }
    var properties = Object()
    properties.add("NamespaceId", service.namespace) { namespaceId($0) }
    properties.add("Name", service.name) { value($0) }
    properties.add("Description", service.description) { value($0) }
    properties.add("DnsConfig", dnsConfig(of: service), origin: Origin(of: service.dnsNode))
    properties.add(
      "HealthCheckConfig", Value.choice(service.healthCheck) { check, _ in healthCheck(check) },
      origin: Origin(of: service.healthCheck?.function ?? service.healthCheck?.only?.node))
    properties.add(
      "HealthCheckCustomConfig",
      Value.choice(service.customHealthCheck) { check, _ in
        if check.isOn?.literal == false { return nil }
        return ["FailureThreshold": check.failureThreshold.map { value($0) } ?? 1]
      }, origin: Origin(of: service.customHealthCheck?.function ?? service.customHealthCheck?.only?.node))
    let id = write(
      .service(element.name), .cloudMapService, properties, .main(service.options))
    for (instance, branch) in (service.instances?.items ?? []).flatMap(\.branches) {
      write(instance, of: element.name, id, service.options, branch)
    }
  }

  private func namespaceId(_ name: Given<String>) -> Value? {
    guard case .element(let index) = names.find(.namespace, name) else { return values.reference(.namespace, name) }
    let element = names.spec.cloudMapNamespaces[index]
    if case .imported(let namespace) = element.value.form { return value(namespace.id) }
    return .getAtt(names.id(.namespace(element.name)), "Id")
  }

  /// A service of an HTTP namespace has no records; those that its author writes are reported by a rule.
  private func dnsConfig(of service: CreatedService) -> Value? {
    if service.dnsNode == nil, case .element(let index) = names.find(.namespace, service.namespace),
      names.spec.cloudMapNamespaces[index].value.type?.literal == .http
    {
      return nil
    }
    let record = service.dnsRecord?.literal ?? .SRV
    let ttl = service.ttl.map { seconds($0) } ?? 60
    let types: [String] = record == .A_AAAA ? ["A", "AAAA"] : [record.rawValue]
    let records = types.map { type -> Value in
      var entry = Object()
      entry.add("Type", .string(type), origin: Origin(of: service.dnsRecord?.node))
      entry.add("TTL", ttl, origin: Origin(of: service.ttl?.node))
      return .object(entry)
    }
    var config = Object()
    config.add("DnsRecords", .list(records))
    config.add("RoutingPolicy", service.routingPolicy, default: record == .CNAME ? "WEIGHTED" : "MULTIVALUE") {
      value($0)
    }
    return .object(config)
  }

  private func healthCheck(_ check: ServiceHealthCheck) -> Value {
    var config = Object()
    config.add("Type", check.type, default: "HTTP") { value($0) }
    config.add("ResourcePath", check.resourcePath) { value($0) }
    config.add("FailureThreshold", check.failureThreshold, default: 1) { value($0) }
    return .object(config)
  }

  private mutating func write(
    _ instance: ServiceInstance, of service: String, _ id: String, _ options: ElementOptions, _ branch: Branch
  ) {
    var attributes = Object()
    attributes.add("AWS_INSTANCE_IPV4", instance.ipv4) { value($0) }
    attributes.add("AWS_INSTANCE_PORT", instance.port) { text($0) }
    for entry in instance.attributes { attributes.set(entry) { value($0) } }
    let content = attributes.members.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    var path = "instances.\(instance.id?.literal ?? content)"
    var extras = Extras.part(options)
    extras.condition = condition(of: branch)
    // Both values of a condition may be instances of one ID.
    if let condition = extras.condition, template[Place(hashed: "\(id).\(path)", "ServiceInstance", id).id] != nil {
      path += ".\(condition)"
    }
    let place = Place(
      "cloudMapServices.\(service).\(path)", id: Place(hashed: "\(id).\(path)", "ServiceInstance", id).id)
    var properties = Object()
    properties.add("ServiceId", .ref(id))
    properties.add("InstanceId", instance.id) { value($0) }
    properties.add("InstanceAttributes", .object(attributes))
    write(place, .cloudMapInstance, properties, extras)
  }
}
