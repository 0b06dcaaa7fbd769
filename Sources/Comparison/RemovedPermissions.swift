import CloudFormation
import Diagnostics

/// Permissions that are deleted while API Gateway still calls their function.
struct RemovedPermissions {
  private(set) var notes: [UpdateNote] = []
  private static let type = "AWS::Lambda::Permission"

  init(_ changes: StackChanges) {
    var removed: [Value: [String]] = [:]
    for change in changes.all
    where change.type == RemovedPermissions.type && change.action == .deleted && !change.isRetained {
      guard let old = changes.old.template[change.id]?.properties, let function = RemovedPermissions.function(of: old)
      else { continue }
      removed[function, default: []].append(change.id)
    }
    if removed.isEmpty { return }
    for permission in changes.new.template.resources where permission.type == RemovedPermissions.type {
      if let function = RemovedPermissions.function(of: permission.properties) { removed[function] = nil }
    }
    for (function, ids) in removed.sorted(by: { $0.value[0] < $1.value[0] }) {
      guard let reference = function.reference,
        let caller = changes.new.template.resources.first(where: { $0.calls(reference) })
      else { continue }
      let names = ids.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
      let more = ids.count > 4 ? " and \(ids.count - 4) more" : ""
      notes.append(
        UpdateNote(
          .updateDeletesUsed,
          "API Gateway can no longer call `\(reference)`, as `\(caller.id)` does: "
            + (ids.count == 1 ? "the permission \(names) is deleted" : "the permissions \(names)\(more) are deleted"),
          id: ids[0], help: "keep the permission, unless there is another one outside of the stack"))
    }
  }

  /// The function that a permission lets API Gateway call; nil for other services.
  private static func function(of permission: Object) -> Value? {
    permission["Principal"]?.text == "apigateway.amazonaws.com" ? permission["FunctionName"]?.canonical.identity : nil
  }
}

extension Resource {
  /// Whether it is a part of an API that calls a function of the stack without a role.
  fileprivate func calls(_ function: String) -> Bool {
    let value: Value?
    switch type {
    case "AWS::ApiGatewayV2::Integration" where properties["CredentialsArn"] == nil:
      value = properties["IntegrationUri"]
    case "AWS::ApiGatewayV2::Authorizer" where properties["AuthorizerCredentialsArn"] == nil:
      value = properties["AuthorizerUri"]
    default: value = nil
    }
    var isFound = false
    value?.forEachReference { isFound = isFound || $0 == function }
    return isFound
  }
}
