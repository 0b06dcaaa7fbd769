import CloudFormation
import Gateway
import TextSearch
import YAMLTree

/// The commands of the AWS CLI, or of the AWS CDK, that deploy what was written.
enum NextSteps {
  /// The maximum number of specs whose commands are printed.
  private static let limit = 3
  /// The words of commands that the user replaces.
  private static let placeholders = ["BUCKET", "VALUE"]

  /// The lines to print after writing.
  static func lines(for items: [Batch.Item], in folder: OutputFolder, _ style: OutputStyle) -> [String] {
    if !style.isAssembly, items.count > limit {
      return ["", "Next: deploy the templates with the AWS CLI; a run with one spec prints its commands."]
    }
    let commands =
      style.isAssembly
      ? [cdkCommand(for: items, in: folder)] : items.flatMap { NextSteps.commands(for: $0.compilation, in: folder) }
    let own = placeholders.filter { word in commands.contains { $0.contains(word) } }
    return ["", own.isEmpty ? "Next:" : "Next, with your own \(own.joined(separator: " and ")):"]
      + commands.map { "  " + $0 }
  }

  /// The commands for one stack.
  private static func commands(for compilation: Compilation, in folder: OutputFolder) -> [String] {
    let needs = DeploymentNeeds(
      compilation.template, mayHaveMacros: compilation.sources.contains { $0.bytes.firstPlace(of: "Transform") != nil })
    let (stack, bucket) = (compilation.stack, ["--s3-bucket", "BUCKET"])
    var template = folder.path(ofStack: stack)
    // A larger template cannot be passed without a bucket.
    let isLarge = (try? status(of: template).st_size).map { $0 > SplitTemplate.Limit.directBytes } ?? false
    var commands: [[String]] = []
    if needs.isPackaged {
      let packaged = folder.path(of: "\(stack).packaged.yaml")
      commands.append(
        ["package", "--template-file", template] + bucket + ["--output-template-file", packaged])
      template = packaged
    }
    var deploy = ["deploy", "--stack-name", stack, "--template-file", template]
    if isLarge { deploy += bucket }
    if !needs.capabilities.isEmpty { deploy += ["--capabilities"] + needs.capabilities.map(\.rawValue) }
    if !needs.parameters.isEmpty { deploy += ["--parameter-overrides"] + needs.parameters.map { "\($0)=VALUE" } }
    commands.append(deploy)
    return commands.map { "aws cloudformation " + $0.map(ShellWord.quoted).joined(separator: " ") }
  }

  /// The command of the AWS CDK that deploys an assembly.
  private static func cdkCommand(for items: [Batch.Item], in folder: OutputFolder) -> String {
    var command = ["cdk", "deploy", "--app", folder.path]
    command += items.count == 1 ? [items[0].compilation.stack] : ["--all"]
    for item in items {
      let stack = items.count == 1 ? "" : "\(item.compilation.stack):"
      for name in item.compilation.template.root.requiredParameters {
        command += ["--parameters", "\(stack)\(name)=VALUE"]
      }
    }
    return command.map(ShellWord.quoted).joined(separator: " ")
  }
}
