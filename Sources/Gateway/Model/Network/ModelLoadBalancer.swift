import CloudFormation
import SpecReading
import YAMLTree

extension Model {
  /// A load balancer: created, or one of the language that exists.
  final class LoadBalancer {
    /// Its resource; one that exists has its `LoadBalancerArn` there, and is not in the template.
    let resource: Resource
    /// The element of the language; nil for one of `resources`.
    let element: Named<LoadBalancerElement>?
    /// Its type, if it is known.
    let type: LoadBalancerType?
    fileprivate(set) var listeners: [Listener] = []

    init(_ resource: Resource, _ element: Named<LoadBalancerElement>?) {
      self.resource = resource
      self.element = element
      type =
        resource["Type"].map { $0.isWritten ? $0.text.flatMap(LoadBalancerType.init) : nil }
        ?? (resource.lacks("Type") ? .application : nil)
    }

    /// A property, if it is set.
    subscript(_ name: String) -> Property? { resource[name] }
  }

  /// The load balancers with their listeners, and the target groups.
  struct Balancing {
    /// Those that exist included.
    private(set) var balancers: [LoadBalancer] = []
    private(set) var listeners: [Listener] = []
    private(set) var targetGroups: [TargetGroup] = []
    private var balancerByKey: [Value: LoadBalancer] = [:]
    private var listenerByKey: [Value: Listener] = [:]
    private var groupById: [String: TargetGroup] = [:]

    init(_ model: Model) {
      for element in model.names.spec.loadBalancers { add(element, in: model) }
      for resource in model.resources(ResourceType.loadBalancer.name) where balancerByKey[.ref(resource.id)] == nil {
        add(LoadBalancer(resource, nil), .ref(resource.id))
      }
      for resource in model.resources(ResourceType.listener.name) { add(resource, .ref(resource.id)) }
      if listeners.isEmpty, model.resources(ResourceType.targetGroup.name).isEmpty { return }
      for resource in model.resources(ResourceType.listenerRule.name) {
        guard let listener = self[listener: resource["ListenerArn"]] else { continue }
        listener.rules.append(ListenerRule(resource: resource))
      }
      for resource in model.resources(ResourceType.listenerCertificate.name) {
        self[listener: resource["ListenerArn"]]?.extraCertificates += resource.certificates
      }
      for resource in model.resources(ResourceType.targetGroup.name) {
        let group = TargetGroup(resource)
        targetGroups.append(group)
        groupById[resource.id] = group
      }
      for listener in listeners {
        for target in listener.allActions.flatMap(\.targetGroups) { group(target)?.users.append(listener) }
      }
    }

    /// The load balancer of an ARN.
    subscript(balancer arn: Property?) -> LoadBalancer? { arn.flatMap { balancerByKey[$0.value.identity] } }

    /// The listener of an ARN.
    subscript(listener arn: Property?) -> Listener? { arn.flatMap { listenerByKey[$0.value.identity] } }

    /// The target group of an ARN, if the stack creates it.
    func group(_ arn: Property) -> TargetGroup? { arn.target.flatMap { groupById[$0] } }

    private mutating func add(_ element: Named<LoadBalancerElement>, in model: Model) {
      let id = model.names.id(.loadBalancer(element.name))
      var record = CloudFormation.Resource(id: id, type: ResourceType.loadBalancer.name)
      record.origin = Origin(of: element.node)
      record.properties.add("Type", element.value.type) { $0.literal.map { .string($0.rawValue) } }
      var key = Value.ref(id)
      if case .imported(let imported) = element.value.form {
        key = model.spec.values.value(imported.arn)
        record.properties.add("LoadBalancerArn", imported.arn) { _ in key }
      }
      let resource = model.resource(id) ?? Resource(record, .language, at: element.mark, isWhole: false, in: model)
      add(LoadBalancer(resource, element), key)
      for listener in element.value.listeners {
        guard case .imported(let imported) = listener.value.form else { continue }
        let arn = model.spec.values.value(imported.arn)
        var record = CloudFormation.Resource(
          id: "\(id).\(listener.name)", type: ResourceType.listener.name)
        record.origin = Origin(of: listener.node)
        record.properties.add("LoadBalancerArn", key)
        record.properties.add("ListenerArn", imported.arn) { _ in arn }
        record.properties.add("Port", listener.value.port) { $0.literal.map { .int($0) } }
        record.properties.add("Protocol", listener.value.protocol) { $0.literal.map { .string($0.rawValue) } }
        add(Resource(record, .language, at: listener.mark, isWhole: false, in: model), arn)
      }
    }

    private mutating func add(_ balancer: LoadBalancer, _ key: Value) {
      balancers.append(balancer)
      balancerByKey[key] = balancer
    }

    private mutating func add(_ resource: Resource, _ key: Value) {
      let listener = Listener(resource, self[balancer: resource["LoadBalancerArn"]])
      listeners.append(listener)
      listenerByKey[key] = listener
      listener.balancer?.listeners.append(listener)
    }
  }
}

extension Model.LoadBalancer {
  /// Whether the spec only names it.
  var exists: Bool { self["LoadBalancerArn"] != nil }

  /// Its key, or its logical ID, for messages.
  var name: String { element?.name ?? resource.id }

  /// Its VPC, if it is known, and where it is written.
  var vpc: (identity: VpcIdentity, mark: Mark)? {
    if let given = element?.value.vpc {
      return resource.model.spec.identity(ofVpc: given).map { ($0, given.mark) }
    }
    guard let place = resource.model.attachment(of: resource) else { return nil }
    return place.home.map { ($0, place.mark) }
  }
}
