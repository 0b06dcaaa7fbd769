import CloudFormation
import SpecReading

/// The logical IDs of elements that AWS holds unique by another name than their key: the host of a domain, the port of a
/// listener, the names of Cloud Map, of stages and of authorizers.
///
/// CloudFormation creates before it deletes. If the logical ID changed with the key, the new resource would be created
/// while the old one still has the unique name, and the deployment would fail.
struct Identities {
  // With room: where a dictionary of texts grows, its type is looked up at run time.
  private(set) var ids: [String: String] = Dictionary(minimumCapacity: 8)
  private let spec: Spec

  init(_ spec: Spec, _ users: [String: TargetGroupUser]) {
    self.spec = spec
    addDomains()
    for balancer in spec.loadBalancers { addListeners(of: balancer) }
    addCloudMap()
    for api in spec.apis { addParts(of: api) }
    for group in spec.targetGroups { add(group, users[group.name]) }
  }

  private mutating func addDomains() {
    let counts = spec.domains.counts { $0.host.literal }
    for domain in spec.domains {
      // The same host under several conditions needs several IDs.
      guard let host = domain.host.literal, host != domain.name, counts[host] == 1 else { continue }
      ids[Place.domain(domain.name).path] = Place.domain(host).id
      for (own, other) in zip(PlacePart.parts(ofDomain: domain.name), PlacePart.parts(ofDomain: host)) {
        ids[own.place.path] = other.place.id
      }
    }
  }

  private mutating func addListeners(of balancer: Named<LoadBalancerElement>) {
    let counts = balancer.value.listeners.counts { $0.value.port?.literal.map { String($0) } }
    for listener in balancer.value.listeners {
      guard case .created = listener.value.form, let port = listener.value.port?.literal, counts[String(port)] == 1
      else {
        continue
      }
      ids[Place.listener(balancer.name, listener.name).path] = Place.listener(of: balancer, port: port).id
    }
  }

  private mutating func addCloudMap() {
    let namespaces = spec.cloudMapNamespaces.counts { $0.value.created?.name.literal }
    for namespace in spec.cloudMapNamespaces {
      guard let name = namespace.value.created?.name.literal, namespaces[name] == 1 else { continue }
      var words = LogicalID()
      words.add(host: name)
      ids[Place.namespace(namespace.name).path] = words.finish(kind: "Namespace", path: "cloudMapNamespaces.\(name)")
    }
    let services = spec.cloudMapServices.counts { path(of: $0.value) }
    for service in spec.cloudMapServices {
      guard let path = path(of: service.value), services[path] == 1, let name = service.value.created?.name?.literal
      else { continue }
      var words = LogicalID()
      if let namespace = namespaceName(of: service.value) { words.add(host: namespace) }
      words.add(name, isLast: true)
      ids[Place.service(service.name).path] = words.finish(kind: "Service", path: "cloudMapServices.\(path)")
    }
  }

  /// A target group belongs to one load balancer: one that is replaced because of its name or scheme needs new ones.
  private mutating func add(_ group: Named<TargetGroupElement>, _ user: TargetGroupUser?) {
    guard case .created(let created) = group.value.form, created.name == nil,
      case .created(let balancer)? = user?.balancer.value.form
    else { return }
    let scheme = balancer.scheme?.literal ?? .internal
    if balancer.name == nil, scheme == .internal { return }
    let path = "targetGroups.\(group.name) \(balancer.name?.literal ?? "") \(scheme.rawValue)"
    ids[Place.targetGroup(group.name).path] = Place(hashed: path, "TargetGroup", group.name).id
  }

  private mutating func addParts(of api: Named<Api>) {
    add((api.value.stages ?? []).map { ($0.name, $0.value.name) }) { Place.stage(api.name, $0) }
    add(api.value.authorizers.map { ($0.name, $0.value.name) }) { Place.authorizer(api.name, $0) }
  }

  /// Elements of an API with their keys, and the names in AWS that some have.
  private mutating func add(_ elements: [(key: String, name: Given<String>?)], _ place: (String) -> Place) {
    if elements.allSatisfy({ $0.name == nil }) { return }
    let counts = elements.counts { $0.name?.literal ?? $0.key }
    for element in elements {
      guard let name = element.name?.literal, name != element.key, counts[name] == 1 else { continue }
      ids[place(element.key).path] = place(name).id
    }
  }

  /// The namespace and the name of a service, if both are known.
  private func path(of service: ServiceElement) -> String? {
    guard let name = service.created?.name?.literal, let namespace = namespaceName(of: service) else { return nil }
    return "\(namespace)/\(name)"
  }

  private func namespaceName(of service: ServiceElement) -> String? {
    guard let given = service.created?.namespace.literal else { return nil }
    guard let element = spec.cloudMapNamespaces.first(where: { $0.name == given }) else { return given }
    switch element.value.form {
    case .created(let namespace): return namespace.name.literal
    case .imported(let namespace): return namespace.id.literal
    case nil: return nil
    }
  }
}

extension Place {
  /// A listener by what AWS holds unique: its load balancer and port.
  static func listener(of balancer: Named<LoadBalancerElement>, port: Int) -> Place {
    var owner = balancer.name
    var isHashed = owner.utf8.last.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? true
    var readable = owner
    if case .imported(let imported) = balancer.value.form, let arn = imported.arn.literal {
      owner = arn
      readable = arn.split(separator: "/").dropLast().last.map(String.init) ?? ""
      isHashed = true
    }
    let path = "loadBalancers.\(owner).listeners.\(port)"
    if isHashed { return Place(hashed: path, "\(port)Listener", readable) }
    return Place(path, "\(port)Listener", readable)
  }
}

extension Array {
  /// How often each key occurs.
  fileprivate func counts<Key: Hashable>(_ key: (Element) -> Key?) -> [Key: Int] {
    var counts: [Key: Int] = [:]
    for element in self { if let key = key(element) { counts[key, default: 0] += 1 } }
    return counts
  }
}

extension NamespaceElement {
  fileprivate var created: CreatedNamespace? { if case .created(let created) = form { created } else { nil } }
}

extension ServiceElement {
  fileprivate var created: CreatedService? { if case .created(let created) = form { created } else { nil } }
}
