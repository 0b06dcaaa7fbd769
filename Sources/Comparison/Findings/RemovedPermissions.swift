import CloudFormation
import Diagnostics
import Gateway
import TextSearch

/// Permissions that are deleted while what they allow to call a function still does so.
struct RemovedPermissions {
  private(set) var notes: [UpdateNote] = []
  private static let type = "AWS::Lambda::Permission"

  /// A permission: the service, the function, and the resource of the stack that calls it, if it is known.
  private struct Grant: Hashable {
    let principal: String
    let function: Value
    let source: String?

    init?(_ permission: Object) {
      guard let principal = permission["Principal"]?.text, let function = permission["FunctionName"]?.canonical.identity
      else { return nil }
      (self.principal, self.function) = (principal, function)
      source = permission["SourceArn"]?.firstReference { !$0.hasPrefix("AWS::") }
    }

    /// Whether it also allows what another one does, as far as it is known.
    func covers(_ other: Grant) -> Bool {
      principal == other.principal && function == other.function
        && (source == nil || other.source == nil || source == other.source)
    }
  }

  init(_ changes: StackChanges) {
    var removed: [Grant: [String]] = [:]
    for change in changes.all
    where change.type == RemovedPermissions.type && change.action == .deleted && !change.isRetained {
      guard let grant = (changes.old.template[change.id]?.properties).flatMap(Grant.init) else { continue }
      removed[grant, default: []].append(change.id)
    }
    if removed.isEmpty { return }
    let new = changes.new.template
    let left = new.resources.filter { $0.type == RemovedPermissions.type }.compactMap { Grant($0.properties) }
    for (grant, ids) in removed.sorted(by: { $0.value[0] < $1.value[0] })
    where !left.contains(where: { $0.covers(grant) }) {
      guard let function = grant.function.reference ?? grant.function.text, let caller = caller(grant, in: new) else {
        continue
      }
      let isOfApi = grant.principal == "apigateway.amazonaws.com"
      let names = UpdateNote.list(ids)
      notes.append(
        UpdateNote(
          .updateDeletesUsed,
          (isOfApi
            ? "API Gateway can no longer call `\(function)`, as `\(caller)` does: "
            : "`\(caller)` can no longer call `\(function)`: ")
            + (ids.count == 1 ? "the permission \(names) is deleted" : "the permissions \(names) are deleted"),
          topic: .other, id: ids[0], at: caller,
          help: "keep the permission, unless there is another one outside of the stack"))
    }
  }

  /// The resource that still calls a function, and needs the permission for it.
  private func caller(_ grant: Grant, in template: Template) -> String? {
    if grant.principal == "apigateway.amazonaws.com" {
      return template.resources.first { resource in
        resource.calls(grant.function)
          && (grant.source == nil || (resource.properties["ApiId"]?.identity.reference ?? resource.id) == grant.source)
      }?.id
    }
    guard let source = grant.source.flatMap({ template[$0] }) else { return nil }
    return Value.object(source.properties).calls(grant.function) ? source.id : nil
  }
}

extension Resource {
  /// Whether it is an API or a part of one that calls a function without a role.
  fileprivate func calls(_ function: Value) -> Bool {
    let value: Value?
    switch type {
    case "AWS::ApiGatewayV2::Api", "AWS::Serverless::HttpApi":
      return OpenApiDocument(of: id, properties)?.parts.contains { $0.resource.calls(function) } ?? false
    case "AWS::ApiGatewayV2::Integration" where properties["CredentialsArn"] == nil:
      value = properties["IntegrationUri"]
    case "AWS::ApiGatewayV2::Authorizer" where properties["AuthorizerCredentialsArn"] == nil:
      value = properties["AuthorizerUri"]
    default: value = nil
    }
    return value?.calls(function) ?? false
  }
}

extension Value {
  /// Whether it contains a function, by reference or by its ARN.
  fileprivate func calls(_ function: Value) -> Bool {
    if let arn = function.text { return arn.hasPrefix("arn:") && hasText { $0 == arn || $0.contains(arn + "/") } }
    return function.reference.map { id in refers { $0 == id } } ?? false
  }
}
