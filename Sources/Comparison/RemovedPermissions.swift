import CloudFormation
import Diagnostics

/// Permissions that are deleted while API Gateway still calls their function.
struct RemovedPermissions {
  private(set) var notes: [UpdateNote] = []
  private static let type = "AWS::Lambda::Permission"

  init(_ changes: StackChanges) {
    for change in changes.all where change.type == RemovedPermissions.type && change.action == .deleted {
      guard !change.isRetained, let old = changes.old.template[change.id]?.properties,
        let function = RemovedPermissions.function(of: old), let reference = function.reference,
        !changes.new.template.resources.contains(where: {
          $0.type == RemovedPermissions.type && RemovedPermissions.function(of: $0.properties) == function
        }),
        let caller = changes.new.template.resources.first(where: { $0.calls(reference) })
      else { continue }
      notes.append(
        UpdateNote(
          .updateDeletesUsed,
          "API Gateway can no longer call `\(reference)`, as `\(caller.id)` does: the permission `\(change.id)` is deleted",
          id: change.id, help: "keep the permission, unless there is another one outside of the stack"))
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
