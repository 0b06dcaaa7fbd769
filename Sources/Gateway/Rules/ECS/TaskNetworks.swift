import Diagnostics

extension Rule {
  /// A target group for another kind of targets than the tasks of a service.
  static let targetTypeOfTasks = Rule(
    id: "ECS003",
    severity: .error,
    premise: .spec,
    summary: "target group whose type does not fit the network mode of the tasks",
    why: """
      In the network mode `awsvpc`, as on Fargate, each task has an address of its own, and its target group needs the target type
      `ip`. In the modes `bridge` and `host`, the targets are instances. ECS rejects the service: "The provided target group …
      has target type instance, which is incompatible with the awsvpc network mode specified in the task definition".
      """,
    source:
      "ECS's page on service load balancing; public reports of the message (terraform#24266, terraform-provider-aws#11723)",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: {type: ⟪instance → ip⟫, port: 8080, protocol: HTTP}}
      resources:
        Tasks:
          Type: AWS::ECS::Service
          DependsOn: loadBalancers.web.listeners.http
          Properties:
            Cluster: main
            TaskDefinition: !Ref Books
            NetworkConfiguration: {AwsvpcConfiguration: {Subnets: !Ref vpcs.main.privateSubnets}}
            LoadBalancers:
              - ContainerName: books
                ContainerPort: 8080
                TargetGroupArn: ⟦!Ref loadBalancers.web.listeners.http.targetGroup⟧
        Books:
          Type: AWS::ECS::TaskDefinition
          Properties:
            NetworkMode: awsvpc
            ContainerDefinitions: [{Name: books, Image: "nginx:latest", Memory: 512, PortMappings: [{ContainerPort: 8080}]}]
      """,
    check: { model, report in
      let groups = Dictionary(model.balancing.targetGroups.map { ($0.resource.id, $0) }) { first, _ in first }
      for service in model.containerServices {
        guard let mode = service.task?.networkMode, mode != "none" else { continue }
        let wanted = mode == "awsvpc" ? "ip" : "instance"
        for target in service.targets {
          guard let arn = target["TargetGroupArn"], let group = arn.target.flatMap({ groups[$0] }),
            let type = group.targetType, type != wanted
          else { continue }
          report.report(
            at: arn,
            "the target group `\(group.resource.name)` has the target type `\(type)`, tasks in the network mode `\(mode)` need `\(wanted)`",
            related: [Related(message: "the target group", mark: group["TargetType"]?.mark ?? group.resource.mark)],
            help: "write \(group.resource.setting("TargetType", wanted)) in the target group")
        }
      }
    })

  /// A service with or without a network, against the network mode of its tasks.
  static let networkOfTasks = Rule(
    id: "ECS004",
    severity: .error,
    summary: "service without the network configuration that its tasks need, or with one that they cannot have",
    why: """
      Tasks in the network mode `awsvpc` need subnets: "Network Configuration must be provided when networkMode 'awsvpc' is
      specified". Other tasks have the network of their instance: "Network Configuration is not valid for the given networkMode
      of this task definition".
      """,
    source: "ECS's CreateService; public reports of the messages (retool-onpremise#84, amazon-ecs-run-task#7)",
    example: """
      resources:
        ⟦Tasks⟧:
          Type: AWS::ECS::Service
          Properties:
            Cluster: main
            TaskDefinition: !Ref Books
            ⟪→
            NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-aaaa1111], SecurityGroups: [sg-12345678]}}
            ⟫
        Books:
          Type: AWS::ECS::TaskDefinition
          Properties:
            NetworkMode: awsvpc
            ContainerDefinitions: [{Name: books, Image: "nginx:latest", Memory: 512}]
      """,
    check: { model, report in
      for service in model.containerServices {
        guard let mode = service.task?.networkMode else { continue }
        // Tasks of an external controller get their network from a task set.
        if let controller = service["DeploymentController"], controller["Type"]?.text != "ECS" { continue }
        if mode == "awsvpc", service.resource.lacks("NetworkConfiguration") {
          report.report(
            at: service.resource.mark, "tasks in the network mode `awsvpc` need a `NetworkConfiguration`",
            help: "add `NetworkConfiguration: {AwsvpcConfiguration: {Subnets: […], SecurityGroups: […]}}`")
        } else if mode != "awsvpc", let network = service["NetworkConfiguration"], network.value.choice == nil {
          report.report(
            at: network.key, "tasks in the network mode `\(mode)` cannot have a `NetworkConfiguration`",
            help: "remove it, or write `NetworkMode: awsvpc` in the task definition")
        }
      }
    })
}
