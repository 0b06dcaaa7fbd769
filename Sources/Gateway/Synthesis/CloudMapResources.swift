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
    if type == .private { properties.add("Vpc", namespace.vpc.flatMap { vpcId($0) }) }
    write(.namespace(element.name), type.resource, properties, .main(namespace.options))
  }

  /// A Cloud Map service with the instances that are known now.
  mutating func write(_ element: Named<ServiceElement>) {
    guard case .created(let service) = element.value.form else { return }
    var properties = Object()
    properties.add("NamespaceId", namespaceId(service.namespace))
    properties.add("Name", service.name) { value($0) }
    properties.add("Description", service.description) { value($0) }
    properties.add("DnsConfig", dnsConfig(of: service))
    properties.add("HealthCheckConfig", service.healthCheck.map { healthCheck($0) })
    if let check = service.customHealthCheck, check.isOn?.literal != false {
      properties.add(
        "HealthCheckCustomConfig", ["FailureThreshold": check.failureThreshold.map { value($0) } ?? 1])
    }
    let id = write(
      .service(element.name), .cloudMapService, properties, .main(service.options))
    for instance in service.instances?.items ?? [] { write(instance, of: element.name, id, service.options) }
  }

  private func namespaceId(_ name: Given<String>) -> Value? {
    guard case .element(let index) = names.find(.namespace, name) else { return values.reference(.namespace, name) }
    let element = names.spec.cloudMapNamespaces[index]
    if case .imported(let namespace) = element.value.form { return value(namespace.id) }
    return .getAtt(names.id(.namespace(element.name)), "Id")
  }

  /// A service of an HTTP namespace has no records.
  private func dnsConfig(of service: CreatedService) -> Value? {
    if case .element(let index) = names.find(.namespace, service.namespace),
      names.spec.cloudMapNamespaces[index].value.type?.literal == .http
    {
      return nil
    }
    let record = service.dnsRecord?.literal ?? .SRV
    let ttl = service.ttl.map { seconds($0) } ?? 60
    let types: [String] = record == .A_AAAA ? ["A", "AAAA"] : [record.rawValue]
    let policy = service.routingPolicy.map { value($0) } ?? (record == .CNAME ? "WEIGHTED" : "MULTIVALUE")
    return ["DnsRecords": .list(types.map { ["Type": .string($0), "TTL": ttl] }), "RoutingPolicy": policy]
  }

  private func healthCheck(_ check: ServiceHealthCheck) -> Value {
    var config = Object()
    config.add("Type", check.type, default: "HTTP") { value($0) }
    config.add("ResourcePath", check.resourcePath) { value($0) }
    config.add("FailureThreshold", check.failureThreshold, default: 1) { value($0) }
    return .object(config)
  }

  private mutating func write(
    _ instance: ServiceInstance, of service: String, _ id: String, _ options: ElementOptions
  ) {
    var attributes = Object()
    attributes.add("AWS_INSTANCE_IPV4", instance.ipv4) { value($0) }
    attributes.add(
      "AWS_INSTANCE_PORT", instance.port.map { port in port.literal.map { .string(String($0)) } ?? value(port) })
    for entry in instance.attributes { attributes[entry.name] = value(entry.value) }
    let content = attributes.members.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    let place = Place(
      hashed: "cloudMapServices.\(service).instances.\(instance.id?.literal ?? content)", "ServiceInstance", service)
    var properties = Object()
    properties.add("ServiceId", .ref(id))
    properties.add("InstanceId", instance.id) { value($0) }
    properties.add("InstanceAttributes", .object(attributes))
    write(place, .cloudMapInstance, properties, .part(options))
  }

  /// The ARN of a service by name.
  func serviceArn(_ name: Given<String>) -> Value? {
    guard case .element(let index) = names.find(.service, name) else { return values.reference(.service, name) }
    let element = names.spec.cloudMapServices[index]
    if case .imported(let service) = element.value.form { return value(service.arn) }
    return .getAtt(names.id(.service(element.name)), "Arn")
  }
}
