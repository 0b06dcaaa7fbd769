import CloudFormation
import SpecReading

extension CallPermissions {
  /// The permissions that fit none of the calls of their API to their function, where all of them are known, and not all
  /// are allowed otherwise; and those.
  func forEachMisfit(_ body: (CallPermission, CallSource, [FunctionCall]) -> Void) {
    var groups: [String: [FunctionCall]] = [:]
    for call in calls { groups[CallPermissions.key(call.api, call.function), default: []].append(call) }
    let others = Dictionary(grouping: permissions) { $0.function?.function ?? "" }
    // One of them may be for any function.
    if others[""] != nil { return }
    groups = groups.filter { group in
      let own = others[group.value[0].function.function] ?? []
      return group.value.contains { call in
        !call.isByRole && call.permitted.isEmpty && !own.contains { $0.allows(call) }
      }
    }
    for permission in permissions {
      guard let source = permission.source, let api = source.api, let function = permission.function,
        source.service == "execute-api", !unclear.contains(api),
        let calls = groups[CallPermissions.key(api, function)],
        !calls.contains(where: permission.allows)
      else { continue }
      body(permission, source, calls)
    }
  }

  /// A text for an API and a function, whichever alias of it.
  static func key(_ api: Value, _ function: FunctionReference) -> String {
    "\(api.spelled ?? "") \(function.function)"
  }
}

extension ResolvedSpec {
  /// The calls by integrations or authorizers of `resources` of functions that the template makes, which no permission
  /// allows, one for each of them; and a permission that would allow it for another alias of the function.
  func forEachUnpermittedCall(of authorizers: Bool, _ body: (FunctionCall, CallPermission?) -> Void) {
    guard let all = CallPermissions(self), !hasUnseenResources, !hasConnectors else { return }
    var permissions: [String: [CallPermission]] = [:]
    for permission in all.permissions {
      // It may be for any function.
      guard let function = permission.function else { return }
      permissions[function.function, default: []].append(permission)
    }
    // One cause is told once.
    var misfits: Set<String> = []
    all.forEachMisfit { permission, source, _ in
      if let api = source.api, let function = permission.function { misfits.insert(CallPermissions.key(api, function)) }
    }
    var written: [String: [FunctionCall]] = [:]
    for call in all.calls where !call.permitted.isEmpty {
      written[CallPermissions.key(call.api, call.function), default: []].append(call)
    }
    var seen: Set<String> = []
    for call in all.calls where call.isAuthorizer == authorizers {
      let key = CallPermissions.key(call.api, call.function)
      guard let resource = call.resource, all.functions.marks[call.function.function] != nil, resource.isWhole,
        names.resourceTypes[call.function.function] != "AWS::Serverless::Function",
        !call.isByRole, !seen.contains(resource.id), !misfits.contains(key)
      else { continue }
      let fitting = (permissions[call.function.function] ?? []).filter { $0.allows(call) }
      if fitting.contains(where: { $0.function == call.function }) { continue }
      if written[key]?.contains(where: { $0.function == call.function && $0.permits(call) }) ?? false { continue }
      seen.insert(resource.id)
      body(call, fitting.first)
    }
  }
}

extension FunctionCall {
  /// Whether what the program writes for it allows another call, too.
  fileprivate func permits(_ call: FunctionCall) -> Bool {
    call.patterns.contains { pattern in permitted.contains { WildcardText.overlap(call: pattern, allowed: $0) } }
  }
}
