import CloudFormation

extension CallPermissions {
  /// The permissions that do not fit any call of their function by their API, and these calls. All calls are known, and
  /// not all are allowed by other permissions.
  func forEachMisfit(_ body: (CallPermission, CallSource, [FunctionCall]) -> Void) {
    var groups: [String: [FunctionCall]] = [:]
    for call in calls { groups[CallPermissions.key(call.api, call.function), default: []].append(call) }
    let others = Dictionary(grouping: permissions) { $0.function?.function ?? "" }
    // One of them may be for any function.
    if others[""]?.contains(where: \.resource.isRaw) ?? false { return }
    groups = groups.filter { group in
      let own = others[group.value[0].function.function] ?? []
      return group.value.contains { call in !call.isByRole && !own.contains { $0.allows(call) } }
    }
    for permission in permissions where permission.resource.isWritten {
      guard let source = permission.source, let api = source.api, let function = permission.function,
        source.arn.service == "execute-api", !unclear.contains(api),
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

extension Model {
  /// Calls of functions of the template by integrations or authorizers of `resources` that no permission allows, one for
  /// each of them; and a permission of another alias of the function that would allow it. With such a permission also
  /// calls by targets of the language, whose permissions may be left to `resources`.
  func findUnpermittedCalls() -> [(call: FunctionCall, other: CallPermission?)] {
    guard let all = callPermissions, !hasUnseenResources, !spec.hasConnectors else { return [] }
    // One of them may be for any function.
    if all.permissions.contains(where: { $0.function == nil && $0.resource.isRaw }) { return [] }
    let permissions = Dictionary(grouping: all.permissions) { $0.function?.function ?? "" }
    // One cause is reported once.
    var misfits: Set<String> = []
    all.forEachMisfit { permission, source, _ in
      if let api = source.api, let function = permission.function { misfits.insert(CallPermissions.key(api, function)) }
    }
    // So is a permission for calls with another principal or source.
    let mistaken = Set(
      self.permissions.filter { $0.principalFlaw != nil || $0.sourceFlaw != nil }.compactMap {
        $0["FunctionName"].flatMap { functionTable.reference($0.value)?.function }
      })
    var seen: Set<String> = []
    var found: [(FunctionCall, CallPermission?)] = []
    for call in all.calls where call.resource.isWhole && !call.isByRole {
      let id = call.function.function
      let isChecked = isOfResources(call.resource) && all.functions.marks[id] != nil
      guard isChecked || permissions[id] != nil, !mayHavePermissionOfSam(id), !mistaken.contains(id),
        !misfits.contains(CallPermissions.key(call.api, call.function))
      else { continue }
      let own = permissions[id] ?? []
      if own.contains(where: { $0.function == call.function && $0.allows(call) }) { continue }
      let other = own.first { $0.resource.isRaw && $0.allows(call) }
      if !isChecked && other == nil { continue }
      if seen.insert(call.resource.id).inserted { found.append((call, other)) }
    }
    return found
  }

  /// Whether AWS SAM may write a permission on a function: for its events, whichever API they name.
  private func mayHavePermissionOfSam(_ id: String) -> Bool {
    guard let function = resource(id, of: "AWS::Serverless::Function"), let events = function["Events"]
    else { return false }
    return events.isFunction || events.members.contains { ["HttpApi", "Api", nil].contains($0["Type"]?.text) }
  }

  /// Whether something is in `resources`, or in the document of an API there, or calls a function in AWS's words.
  private func isOfResources(_ resource: Resource) -> Bool {
    // SAM writes permissions, and a rule of its own looks at the authorizers that have none.
    if resource.source == .serverless { return false }
    guard resource.source == .document else {
      return resource.isRaw || ["IntegrationUri", "AuthorizerUri"].contains { resource[$0]?.isRaw ?? false }
    }
    guard case .ref(let api)? = resource["ApiId"]?.value else { return false }
    return self.resource(api)?.source == .resources
  }
}
