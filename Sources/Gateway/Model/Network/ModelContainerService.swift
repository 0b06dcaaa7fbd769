import CloudFormation

extension Model {
  /// A service of ECS.
  struct ContainerService {
    let resource: Resource
    /// Its task definition, if the stack creates it.
    let task: TaskDefinition?

    /// A property, if it is set.
    subscript(_ name: String) -> Property? { resource[name] }

    /// The target groups and the containers that are their targets.
    var targets: [Property] { self["LoadBalancers"]?.items ?? [] }

    /// The services of Cloud Map that it registers its tasks in.
    var registries: [Property] { self["ServiceRegistries"]?.items ?? [] }

    /// The security groups of its tasks; nil where they are not all created by the stack.
    var groups: [SecurityGroup]? {
      guard let ids = self["NetworkConfiguration"]?["AwsvpcConfiguration"]?["SecurityGroups"]?.items else { return nil }
      let groups = ids.compactMap(resource.model.securityGroup)
      return groups.count == ids.count && !groups.isEmpty ? groups : nil
    }
  }

  /// A task definition of ECS.
  struct TaskDefinition {
    let resource: Resource

    /// A property, if it is set.
    subscript(_ name: String) -> Property? { resource[name] }

    /// Its containers; nil where they are not all known.
    var containers: [Property]? {
      guard let items = self["ContainerDefinitions"]?.items, !items.contains(where: \.isFunction) else { return nil }
      return items
    }

    /// Whether ECS checks it for Fargate.
    var isForFargate: Bool {
      self["RequiresCompatibilities"]?.list.contains { $0.text == "FARGATE" } ?? false
    }

    /// Its network mode, if it is known. Without one, tasks on instances have `bridge`.
    var networkMode: String? {
      guard let mode = self["NetworkMode"] else {
        return resource.lacks("NetworkMode") && !isForFargate ? "bridge" : nil
      }
      return mode.text.flatMap { ["awsvpc", "bridge", "host", "none"].contains($0) ? $0 : nil }
    }
  }

  /// The services of ECS that the stack creates.
  var containerServices: [ContainerService] {
    resources("AWS::ECS::Service").map { service in
      let task = resource(service["TaskDefinition"])
      return ContainerService(
        resource: service,
        task: task?.type == "AWS::ECS::TaskDefinition" ? task.map { TaskDefinition(resource: $0) } : nil)
    }
  }
}

extension Model.Property {
  /// The ports of a container that are mapped; nil where they are not all known.
  var containerPorts: [Int]? {
    if lacks("PortMappings") { return [] }
    guard let mappings = self["PortMappings"]?.items else { return nil }
    let ports = mappings.compactMap { $0["ContainerPort"]?.number }
    return ports.count == mappings.count ? ports : nil
  }
}
