import CloudFormation
import Diagnostics

extension Rule {
  /// A service whose target group has no load balancer yet.
  static let serviceBeforeListener = Rule(
    id: "ECS001",
    severity: .error,
    premise: .spec,
    summary: "service that may be created before its target group has a load balancer",
    why: """
      A target group belongs to a load balancer when a listener or a listener rule forwards to it. ECS rejects a service before
      that: "The target group … does not have an associated load balancer". CloudFormation creates both in parallel
      unless the service depends on the listener.
      """,
    source: "public reports of the message (terraform#32908, amplify-cli#12972, terraform-aws-ecs-fargate#30)",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      resources:
        Tasks:
          Type: AWS::ECS::Service
          ⟪→
          DependsOn: loadBalancers.web.listeners.http
          ⟫
          Properties:
            Cluster: main
            TaskDefinition: books:1
            LoadBalancers:
              - {ContainerName: books, ContainerPort: 8080, TargetGroupArn: ⟦!Ref loadBalancers.web.listeners.http.targetGroup⟧}
      """,
    check: { model, report in
      let services = model.containerServices.filter { !$0.targets.isEmpty }
      if services.isEmpty { return }
      let users = model.usersOfTargetGroups()
      for service in services {
        var before: Set<String>?
        for target in service.targets {
          guard let arn = target["TargetGroupArn"], let group = model.resource(arn, of: ResourceType.targetGroup.name)
          else { continue }
          guard let users = users[group.id] else {
            // Another template cannot use the target group before this stack exists.
            if model.hasUnseenResources { continue }
            report.report(
              at: arn, "no listener forwards requests to the target group `\(group.name)`",
              help: "forward to it in a listener or a listener rule, and let the service depend on that")
            continue
          }
          if before == nil { before = model.createdBefore(service.resource) }
          if users.contains(where: { before?.contains($0.id) ?? false }) { continue }
          report.report(
            at: arn, "the service may be created before a load balancer has the target group `\(group.name)`",
            related: [Related(message: "this forwards to it", mark: users[0].mark)],
            help: "add `DependsOn: \(model.dependency(on: users[0]))` to the service")
        }
      }
    })
}

extension Model {
  /// The listeners and listener rules that forward to a target group, by its logical ID.
  fileprivate func usersOfTargetGroups() -> [String: [Resource]] {
    var users: [String: [Resource]] = [:]
    for type in [ResourceType.listener, ResourceType.listenerRule] {
      for resource in resources(type.name) {
        var seen: Set<String> = []
        Value.object(resource.record.properties).forEachReference { id in
          if seen.insert(id).inserted { users[id, default: []].append(resource) }
        }
      }
    }
    return users
  }
}
