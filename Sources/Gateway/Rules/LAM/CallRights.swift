import CloudFormation
import SpecReading
import TextSearch

extension Rule {
  /// Rights to call an API that allow no call.
  static let rightsToCall = Rule(
    id: "LAM031",
    severity: .warning,
    premise: .element,
    summary: "policy for calls of an API whose resource is not a call",
    why: """
      `execute-api:Invoke` and `execute-api:ManageConnections` apply to ARNs of the service `execute-api`. Calls of an HTTP API are
      `API/STAGE/METHOD/PATH`, connections of a WebSocket API `API/STAGE/$connect`, and its callbacks
      `API/STAGE/POST/@connections/ID`. With another resource callers get 403.
      """,
    source: "API Gateway's pages on IAM authorization of HTTP and WebSocket APIs; aws-cdk pull request 33100",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          policies:
            allow: execute-api:Invoke
            on: ⟦!Sub "arn:aws:⟪apigateway:${AWS::Region}::/apis/${apis.orders}/ → execute-api:${AWS::Region}:${AWS::AccountId}:${apis.orders}/⟫*"⟧
      apis:
        store:
          routes:
            GET /books: books
        orders:
          defaultAuth: iam
          routes:
            GET /orders: https://orders.example.com
      """,
    check: { model, report in
      model.forEachStatement { statement in
        let actions = (statement["Action"]?.list ?? []).compactMap(\.text).map { $0.lowercased() }
        guard !actions.isEmpty, actions.allSatisfy({ $0.hasPrefix("execute-api:") }) else { return }
        guard let resources = statement["Resource"] else { return }
        for resource in resources.isFunction ? [resources] : resources.list where resource.isWritten {
          guard let flaw = model.flaw(ofCallable: resource, actions) else { continue }
          report.report(flaw, at: resource)
        }
      }
    })
}

extension Model {
  /// Whether `STAGE/METHOD/PATH` is certainly no call of `@connections`.
  fileprivate func isOther(_ calls: String) -> Bool {
    if calls.mentions("@conn") { return false }
    let parts = calls.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    if parts.count < 2 || parts[1].hasPrefix("*") || parts[1].mentions("$") && !parts[1].hasPrefix("$") { return false }
    guard ["POST", "GET", "DELETE"].contains(parts[1]), parts.count > 2 else { return true }
    let path = parts[2]
    return !path.isEmpty && !path.hasPrefix("@") && !path.hasPrefix("*") && !path.hasPrefix("$")
  }

  /// The message and the help for a resource without a stage, a method or a path, as far as its parts are known.
  private func flaw(ofCalls source: CallSource, _ resource: Property) -> (message: String, help: String)? {
    if source.calls.hasSuffix("/@connections") {
      return (
        "the ARN ends before the ID of a connection, so that it matches none", "end it in `/@connections/*`"
      )
    }
    let parts = source.calls.split(separator: "/", omittingEmptySubsequences: false)
    // `*` matches several parts, also further ones of a text that ends in it, and a function may be any.
    guard let stage = parts.first, !stage.contains("*"), !stage.contains("?"), source.api?.text?.contains("*") != true
    else { return nil }
    let api = source.api.flatMap { apis[$0] }
    let (rest, start) = (source.calls, Model.startOfCalls(of: api))
    if rest.isEmpty {
      return ("the ARN has no stage, so that it matches no call", "write `!Sub \"\(start)/*\"`")
    }
    let stages = api.flatMap { api in api.resource.map { _ in api.stages.map { $0["StageName"]?.text } } } ?? []
    let isStage = stages.contains(nil) || stages.contains(String(stage))
    let isMethod = HttpMethod(rawValue: String(stage)) != nil
    if !isStage, !stages.isEmpty || isMethod {
      // Of a key of routes the stage was left out, otherwise it is another word.
      let isKey = isMethod || stage.hasPrefix("$")
      return (
        isMethod
          ? "the ARN has no stage in front of the method `\(stage)`"
          : "`\(stage)` is not a stage of `\(api?.name ?? "")`",
        "write `…/*\(isKey ? "/\(rest)" : parts.count == 1 ? "/*" : String(rest.dropFirst(stage.utf8.count)))`"
      )
    }
    if parts.count > 1, parts[1].hasPrefix("@conn") {
      return (
        "the ARN has no method in front of `@connections`",
        "write `…/\(stage)/POST/\(parts[1...].joined(separator: "/"))`"
      )
    }
    if parts.count == 1 {
      return ("the ARN ends after the stage, so that it matches no call", "write `…/\(stage)/*`")
    }
    return nil
  }

  /// The message and the help for a method and a path that no route of the API has.
  private func flaw(ofRoute source: CallSource) -> (message: String, help: String)? {
    guard let api = source.api.flatMap({ apis[$0] }), api.isWebSocket == false, api.isComplete, !apis.isAnyRouteUnknown,
      !hasUnseenResources, !api.routes.isEmpty
    else { return nil }
    let call = source.calls.drop { $0 != "/" }.dropFirst()
    guard let slash = call.firstIndex(of: "/"), slash != call.startIndex, !call.contains("$") else { return nil }
    var others: [String] = []
    for route in api.routes {
      guard case .http(let method, let segments)? = route.key?.form, !segments.contains(where: { $0.hasSuffix("+}") })
      else { return nil }
      let part = String(WildcardText.part)
      let path = segments.map { $0.hasPrefix("{") ? part : $0 }.joined(separator: "/")
      if WildcardText.overlap(call: "\(method == "ANY" ? part : method)/\(path)", allowed: String(call)) { return nil }
      if WildcardText.overlap(call: "\(part)/\(path)", allowed: String(call)) { others.append("\(method)/\(path)") }
    }
    let (method, path) = (call[..<slash], call[slash...])
    return (
      "`\(api.name)` has no route \(method == "*" ? "with the path `\(path)`" : "`\(method) \(path)`")",
      others.first.map { "end it in `/\($0)`" } ?? "write the method and the path of a route, such as `…/*/GET/books`"
    )
  }

  /// Why a resource of a policy is certainly no call of an API.
  fileprivate func flaw(ofCallable resource: Property, _ actions: [String]) -> (message: String, help: String)? {
    guard let text = resource.value.spelled, text != "*", !text.hasPrefix("*") else { return nil }
    let form = Model.startOfCalls(of: nil)
    if let (id, attribute) = SpelledReference.parts(of: text), let api = apis[.ref(id)], attribute != "ExecuteApiArn" {
      return ("this is not the ARN of calls of `\(api.name)`", "write `!Sub \"\(form)/*\"`")
    }
    guard text.hasPrefix("arn:"), let source = CallSource(resource) else { return nil }
    if !source.isOfExecuteApi {
      return ("this is not an ARN of the service `execute-api`", "write `!Sub \"\(form)/*\"`")
    }
    if source.calls.mentions("@conn"), actions == ["execute-api:invoke"] {
      return (
        "`execute-api:Invoke` does not allow calls of `@connections`", "write `execute-api:ManageConnections`"
      )
    }
    // A `*` in place of the API can match the rest of a call as well.
    if actions == ["execute-api:manageconnections"], source.api?.text?.contains("*") != true, isOther(source.calls) {
      return (
        "`execute-api:ManageConnections` only allows calls of `@connections`",
        "end it in `/\(source.calls.prefix { $0 != "/" })/POST/@connections/*`"
      )
    }
    if let flaw = flaw(ofCalls: source, resource) { return flaw }
    if actions == ["execute-api:invoke"], let flaw = flaw(ofRoute: source) { return flaw }
    // A WebSocket API has no methods and paths, except in its callbacks.
    guard actions == ["execute-api:invoke"], let api = source.api.flatMap({ apis[$0] }), api.isWebSocket == true,
      source.calls.split(separator: "/", omittingEmptySubsequences: false).count > 2, !source.calls.mentions("@conn")
    else { return nil }
    return (
      "`\(api.name)` is a WebSocket API, whose connections have no method and no path",
      "end it in `\(names.inPlaces("${\(api.resource?.id ?? "")}"))/*/$connect`"
    )
  }
}
