import CloudFormation
import Diagnostics
import TextSearch

/// Log groups that Lambda makes for a function on its first call, and which the new version would create (source: aws-cdk
/// issue 3838, serverless issue 3237).
struct FunctionLogs {
  private(set) var notes: [UpdateNote] = []
  private static let prefix = "/aws/lambda/"

  init(_ changes: StackChanges) {
    for change in changes.all where change.type == "AWS::Logs::LogGroup" && change.action == .added {
      guard let name = changes.new.template[change.id]?.properties["LogGroupName"]?.canonical,
        let function = FunctionLogs.function(in: changes.old.template, logsTo: name),
        let kept = changes.new.template[function], !(changes[function]?.isFresh ?? false),
        kept.type.hasSuffix("Function"),
        !changes.old.template.resources.contains(where: {
          $0.type == change.type && $0.properties["LogGroupName"]?.canonical == name
        })
      else { continue }
      notes.append(
        UpdateNote(
          .updateCollision,
          "the update fails if `\(function)` was called before: Lambda then made the log group of `\(change.id)` already",
          topic: .collision, id: change.id,
          help: "set another name and use it in `LoggingConfig` of the function, or import the log group into the stack"
        ))
    }
  }

  /// The function of a template that writes to the log group which Lambda makes for it.
  private static func function(in template: Template, logsTo name: Value) -> String? {
    let functions = template.resources.lazy.filter { resource in
      (resource.type == "AWS::Lambda::Function" || resource.type == "AWS::Serverless::Function")
        && resource.properties["LoggingConfig"]?.object?["LogGroup"] == nil
    }
    if case .string(let text) = name {
      guard text.hasPrefix(prefix) else { return nil }
      let own = String(text.dropFirst(prefix.count))
      return functions.first { $0.properties["FunctionName"]?.text == own }?.id
    }
    guard case .list(let join)? = name.object?["Fn::Join"], join.count == 2, case .list(let parts) = join[1],
      parts.count == 2, parts[0] == .string(prefix), case .ref(let id) = parts[1]
    else { return nil }
    return functions.first { $0.id == id }?.id
  }
}
