import Diagnostics
import SpecReading

extension Rule {
  /// A service that sends requests to a container or port that its task definition lacks.
  static let containerOfService = Rule(
    id: "ECS002",
    severity: .error,
    premise: .spec,
    summary: "service with a container or a port that its task definition does not have",
    why: """
      ECS registers a port of a container as target. It rejects a service whose task definition does not have that container
      ("The container web does not exist in the task definition") or a mapping of that port ("The container web did not
      have a container port 80 defined").
      """,
    source:
      "ECS's CreateService; public reports of the messages (aws-modern-application-workshop#165, cdk-constructs#67)",
    example: """
      resources:
        Tasks:
          Type: AWS::ECS::Service
          Properties:
            Cluster: main
            TaskDefinition: !Ref Books
            NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-aaaa1111], SecurityGroups: [sg-12345678]}}
            LoadBalancers:
              - ContainerName: ⟪⟦web⟧ → books⟫
                ContainerPort: 8080
                TargetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/books/73e2d6bc24d8a067
              - ContainerName: books
                ContainerPort: ⟪⟦80⟧ → 8080⟫
                TargetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/inner/73e2d6bc24d8a068
        Books:
          Type: AWS::ECS::TaskDefinition
          Properties:
            NetworkMode: awsvpc
            ContainerDefinitions: [{Name: books, Image: "nginx:latest", Memory: 512, PortMappings: [{ContainerPort: 8080}]}]
      """,
    check: { model, report in
      for service in model.containerServices {
        guard let task = service.task, let containers = task.containers else { continue }
        let names = containers.compactMap { $0["Name"]?.text }
        if names.count < containers.count { continue }
        for target in service.targets + service.registries {
          guard let property = target["ContainerName"], let name = property.text else { continue }
          guard let index = names.firstIndex(of: name) else {
            report.report(
              at: property, "the task definition `\(task.resource.name)` has no container \(Reader.quoted(name))",
              related: [Related(message: "the task definition", mark: task.resource.mark)],
              help: names.count == 1 ? "write `\(names[0])`" : Suggestion.help(for: name, among: names))
            continue
          }
          guard let port = target["ContainerPort"], let number = port.number,
            let ports = containers[index].containerPorts, !ports.contains(number)
          else { continue }
          report.report(
            at: port, "the container `\(name)` has no mapping of port \(number)",
            related: [Related(message: "the container", mark: containers[index].key)],
            help: ports.count == 1
              ? "write `ContainerPort: \(ports[0])`, or map port \(number) in the task definition"
              : "add `{ContainerPort: \(number)}` to its `PortMappings`")
        }
      }
    })
}
