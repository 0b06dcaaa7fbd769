import CloudFormation
import Diagnostics
import TextSearch

/// Log groups that Lambda makes for a function on its first call, and which the new version would create (source: aws-cdk
/// issue 3838, serverless issue 3237).
struct FunctionLogs {
  private(set) var notes: [UpdateNote] = []
  private static let prefix = "/aws/lambda/"

  init(_ changes: StackChanges) {
    let added = changes.all.filter { $0.type == "AWS::Logs::LogGroup" && $0.action == .added }
    if added.isEmpty { return }
    let old = changes.old.template.resources
    let known = Set(old.filter { $0.type == "AWS::Logs::LogGroup" }.map { $0.properties["LogGroupName"]?.canonical })
    let functions = old.filter {
      ($0.type == "AWS::Lambda::Function" || $0.type == "AWS::Serverless::Function")
        && $0.properties["LoggingConfig"]?.object?["LogGroup"] == nil
    }
    for change in added {
      guard let name = changes.new.template[change.id]?.properties["LogGroupName"]?.canonical, !known.contains(name),
        let function = FunctionLogs.function(among: functions, logsTo: name),
        let kept = changes.new.template[function], !changes.isFresh(function),
        kept.type.hasSuffix("Function")
      else { continue }
      notes.append(
        UpdateNote(
          .updateCollision,
          "the update fails if `\(function)` was called before: Lambda then made the log group of `\(change.id)` already",
          id: change.id,
          help: "set another name and use it in `LoggingConfig` of the function, or import the log group into the stack"
        ))
    }
  }

  /// The function that writes to the log group which Lambda makes for it.
  private static func function(among functions: [Resource], logsTo name: Value) -> String? {
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
