import Diagnostics

extension Rule {
  /// Tasks whose security groups admit nothing of what calls them.
  static let tasksAreClosed = Rule(
    id: "ECS006",
    severity: .warning,
    premise: .spec,
    summary: "security groups of tasks do not allow the load balancer or the VPC link",
    why: """
      Requests reach tasks from the addresses of their application load balancer, or of the VPC link where the API uses Cloud Map.
      Unless a security group of the tasks allows them on the port of the container, health checks time out, ECS replaces the tasks
      again and again, and clients get 503 or 504.
      """,
    source: "ECS's page on troubleshooting load balancers; Amazon VPC's page on security groups",
    example: """
      vpcs:
        main:
      securityGroups:
        web: {vpc: main}
        tasks: {vpc: main, ingress: {port: ⟪80 → 8080⟫, from: web}}
      loadBalancers:
        web:
          type: application
          vpc: main
          securityGroups: web
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      resources:
        Tasks:
          Type: AWS::ECS::Service
          DependsOn: loadBalancers.web.listeners.http
          Properties:
            Cluster: main
            TaskDefinition: books:1
            NetworkConfiguration:
              AwsvpcConfiguration: {Subnets: !Ref vpcs.main.privateSubnets, ⟦SecurityGroups⟧: [!Ref securityGroups.tasks]}
            LoadBalancers:
              - ContainerName: books
                ContainerPort: 8080
                TargetGroupArn: !Ref loadBalancers.web.listeners.http.targetGroup
      """,
    check: { model, report in
      let services = model.containerServices
      if services.isEmpty || model.hasUnseenResources || model.hasRulesOfUnknownGroups { return }
      let callers = model.callersOfTasks()
      for service in services {
        guard let groups = service.groups, groups.allSatisfy(\.hasKnownIngress),
          let place = service["NetworkConfiguration"]?["AwsvpcConfiguration"]?["SecurityGroups"]
        else { continue }
        for (target, name, key) in service.targets.map({ ($0, "TargetGroupArn", "ContainerPort") })
          + service.registries.map({ ($0, "RegistryArn", "Port") })
        {
          guard let port = (target[key] ?? target["ContainerPort"])?.number,
            let caller = target[name]?.target.flatMap({ callers[$0] }), let peers = caller.groups
          else { continue }
          // A port that no container has is reported as such.
          let ports = (service.task?.containers ?? []).map(\.containerPorts)
          if !ports.isEmpty, ports.allSatisfy({ $0.map { !$0.contains(port) } ?? false }) { continue }
          if groups.contains(where: { $0.ingress.contains { $0.admits(port) && $0.mayBe(for: peers) } }) { continue }
          report.report(
            at: place.key, "no security group of the tasks allows \(caller.words) on port \(port)",
            related: groups.compactMap { $0.ingress.first }.prefix(1).map {
              Related(message: "this is allowed", mark: $0.peer.mark)
            },
            help: "allow the security group of \(caller.words) on port \(port)")
          break
        }
      }
    })

  /// A service with SRV records and without the port that they need.
  static let registryPort = Rule(
    id: "ECS007",
    severity: .error,
    summary: "tasks in a Cloud Map service with SRV records, without a port",
    why: """
      An SRV record has a port, which API Gateway needs. ECS rejects a service of tasks in the network mode `awsvpc` whose registry
      with SRV records has neither `Port` nor `ContainerName` and `ContainerPort`.
      """,
    source: "CloudFormation's page on the service registry of AWS::ECS::Service",
    example: """
      vpcs:
        main:
      cloudMapNamespaces:
        shop: {name: shop.internal, vpc: main}
      cloudMapServices:
        books: {namespace: shop}
      resources:
        Tasks:
          Type: AWS::ECS::Service
          Properties:
            Cluster: main
            TaskDefinition: books:1
            NetworkConfiguration: {AwsvpcConfiguration: {Subnets: !Ref vpcs.main.privateSubnets}}
            ServiceRegistries: [{⟦RegistryArn⟧: !GetAtt cloudMapServices.books.Arn⟪ → , Port: 8080⟫}]
      """,
    check: { model, report in
      let services = model.containerServices
      if services.allSatisfy({ $0.registries.isEmpty }) { return }
      let found = Dictionary(model.cloudMapServices.map { ($0.resource.id, $0) }) { first, _ in first }
      for registry in services.flatMap(\.registries) {
        guard let arn = registry["RegistryArn"], let service = arn.target.flatMap({ found[$0] }),
          service.records.contains(where: { $0.text == "SRV" }), registry.lacks("Port"), registry.lacks("ContainerPort")
        else { continue }
        report.report(
          at: arn.key, "the SRV records of `\(service.resource.name)` need a port",
          help: "add `Port` with the port of the tasks")
      }
    })
}

extension Model {
  /// A caller of the tasks of a service.
  fileprivate struct Caller {
    let words: String
    /// The logical IDs of its security groups; nil where they are not all known.
    var groups: Set<String>?
  }

  /// The callers of the tasks behind target groups and Cloud Map services, by their logical IDs.
  fileprivate func callersOfTasks() -> [String: Caller] {
    var callers: [String: Caller] = [:]
    for group in balancing.targetGroups {
      guard let first = group.users.first, first.type == .application else { continue }
      callers[group.resource.id] = Caller(
        words: "the load balancer", groups: ids(of: group.users.map { $0.balancer?["SecurityGroups"] }))
    }
    for service in cloudMapServices where !service.users.isEmpty {
      let links = service.users.map { resource($0["ConnectionId"])?["SecurityGroupIds"] }
      callers[service.resource.id] = Caller(words: "the VPC link", groups: ids(of: links))
    }
    return callers
  }

  private func ids(of lists: [Property?]) -> Set<String>? {
    var found: Set<String> = []
    for list in lists {
      guard let items = list?.items, !items.isEmpty else { return nil }
      let known = items.compactMap(securityGroup).map(\.resource.id)
      if known.count < items.count { return nil }
      found.formUnion(known)
    }
    return found
  }

  /// Whether an inbound rule is for a security group that is not known.
  fileprivate var hasRulesOfUnknownGroups: Bool {
    resources("AWS::EC2::SecurityGroupIngress").contains {
      $0["GroupId"].map { $0.target == nil && $0.text == nil } ?? true
    }
  }
}
