import SpecReading
import TextSearch

extension Rule {
  /// A task definition that Fargate cannot run.
  static let fargateTask = Rule(
    id: "ECS005",
    severity: .error,
    summary: "task definition that ECS rejects for Fargate or for its network mode",
    why: """
      ECS checks a task definition with `RequiresCompatibilities: [FARGATE]`: "Fargate only supports network mode 'awsvpc'",
      "Fargate requires that 'cpu' be defined at the task level", "No Fargate configuration exists for given values", "Fargate
      requires task definition to have execution role ARN to support log driver awslogs". In the network mode `awsvpc`, "the host
      ports and container ports in port mappings must match".
      """,
    source: """
      ECS's pages on task definition parameters for Fargate and on invalid CPU or memory errors; public reports of the messages \
      (klotho#892, virtual-kubelet#193, aws-cloudformation-fargate#1, cfn-lint#1547)
      """,
    example: """
      resources:
        Books:
          Type: AWS::ECS::TaskDefinition
          Properties:
            RequiresCompatibilities: [FARGATE]
            NetworkMode: awsvpc
            Cpu: 256
            Memory: ⟪⟦4096⟧ → 512⟫
            ContainerDefinitions:
              - Name: books
                Image: "nginx:latest"
                PortMappings: [{ContainerPort: 8080⟪, HostPort: ⟦80⟧ →⟫}]
      """,
    check: { model, report in
      for resource in model.resources("AWS::ECS::TaskDefinition") {
        let task = Model.TaskDefinition(resource: resource)
        if task.isForFargate { checkFargate(task, &report) }
        guard task["NetworkMode"]?.text == "awsvpc" else { continue }
        for container in task["ContainerDefinitions"]?.items ?? [] {
          for mapping in container["PortMappings"]?.items ?? [] {
            guard let host = mapping["HostPort"], let number = host.number, number != 0,
              let port = mapping["ContainerPort"]?.number, port != number
            else { continue }
            report.report(
              at: host, "in the network mode `awsvpc`, the host port is the port of the container, \(port)",
              help: "remove `HostPort`")
          }
        }
      }
    })

  private static func checkFargate(_ task: Model.TaskDefinition, _ report: inout Report) {
    let resource = task.resource
    if let mode = task["NetworkMode"] {
      if let text = mode.text, text != "awsvpc" {
        report.report(at: mode, "Fargate only supports the network mode `awsvpc`", help: "write `awsvpc`")
      }
    } else if resource.lacks("NetworkMode") {
      report.report(
        at: resource.mark, "Fargate only supports the network mode `awsvpc`", help: "add `NetworkMode: awsvpc`")
    }
    for (name, example) in [("Cpu", "256"), ("Memory", "512")] where resource.lacks(name) {
      report.report(
        at: resource.mark, "Fargate requires `\(name)` of the task", help: "add `\(name): \(example)` or more")
    }
    if let given = task["Cpu"], let cpu = amount(given, in: "vcpu") {
      if let sizes = memories[cpu] {
        if let memory = task["Memory"], let size = amount(memory, in: "gb"), !sizes.contains(size) {
          report.report(
            at: memory, "Fargate has no tasks with \(cpu) CPU units and \(size) MiB of memory",
            help: "with \(cpu) CPU units, use \(words(sizes)) MiB")
        }
      } else if cpu < memories.keys.max() ?? 0 {
        report.report(
          at: given, "Fargate has no tasks with \(cpu) CPU units",
          help: "write one of " + Suggestion.list(memories.keys.sorted().map(String.init)))
      }
    }
    if !resource.lacks("ExecutionRoleArn") { return }
    for container in task["ContainerDefinitions"]?.items ?? [] {
      if let driver = container["LogConfiguration"]?["LogDriver"], driver.text == "awslogs" {
        report.report(
          at: driver, "logs in CloudWatch need an execution role on Fargate",
          help: "add `ExecutionRoleArn` to the task definition")
        return
      }
      if let image = container["Image"], image.value.spelled?.mentions(".dkr.ecr.") == true {
        report.report(
          at: image, "an image in a private ECR repository needs an execution role on Fargate",
          help: "add `ExecutionRoleArn` to the task definition")
        return
      }
    }
  }

  /// A number of CPU units or of MiB, which may also be written with another unit of 1,024 of them: `.5 vCPU`, `2GB`.
  private static func amount(_ property: Model.Property, in unit: String) -> Int? {
    guard let text = property.text?.lowercased() else { return nil }
    if let number = Int(text) { return number }
    guard text.hasSuffix(unit) else { return nil }
    let digits = text.dropLast(unit.utf8.count).split(separator: " ").joined()
    return digits.decimal.flatMap { Int(exactly: $0 * 1_024) }
  }

  /// The sizes of memory in MiB, by CPU units.
  private static let memories: [Int: [Int]] = [
    256: [512, 1_024, 2_048],
    512: sizes(1_024, 4_096, 1_024),
    1_024: sizes(2_048, 8_192, 1_024),
    2_048: sizes(4_096, 16_384, 1_024),
    4_096: sizes(8_192, 30_720, 1_024),
    8_192: sizes(16_384, 61_440, 4_096),
    16_384: sizes(32_768, 122_880, 8_192),
    32_768: [61_440, 122_880, 249_856],
  ]

  private static func sizes(_ first: Int, _ last: Int, _ step: Int) -> [Int] {
    Array(stride(from: first, through: last, by: step))
  }

  private static func words(_ sizes: [Int]) -> String {
    if sizes.count == 3 { return "\(sizes[0]), \(sizes[1]) or \(sizes[2])" }
    return "\(sizes[0]) to \(sizes[sizes.count - 1]) in steps of \(sizes[1] - sizes[0])"
  }
}
