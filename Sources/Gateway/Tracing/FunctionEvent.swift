import YAMLTree

/// The parts of a Lambda function's event that depend on the request.
///
/// Source: API Gateway's page on Lambda proxy integrations of HTTP APIs. `rawPath` has the name of the stage, and not the
/// base path of a custom domain (serverless-express#465); `path` of format 1.0 has both.
struct FunctionEvent {
  private(set) var details: [Trace.Detail] = []

  init(
    _ request: TracedRequest, _ entry: EntryPoint, _ candidate: RouteSelection.Candidate, _ values: RequestValues,
    isFirstVersion: Bool
  ) {
    let key = candidate.key.text
    if isFirstVersion {
      add("resource", candidate.key.path ?? key)
      let base = entry.basePath.map { $0.isEmpty ? "" : "/" + $0 } ?? entry.stage.prefix
      add("path", base + entry.path)
      add("httpMethod", request.method)
    } else {
      add("routeKey", key)
      add("rawPath", entry.stage.prefix + entry.path)
      if let query = request.query { add("rawQueryString", query) }
    }
    for header in request.headers { add("headers.\(header.name.lowercased())", header.value) }
    addOnce(request.queryParameters, in: "queryStringParameters") { request.queryParameter($0) }
    for variable in values.pathVariables { add("pathParameters.\(variable.name)", variable.value) }
    for variable in entry.stage.stage?.variables ?? [] {
      details.append(
        .init(name: "stageVariables.\(variable.name)", value: variable.text ?? "…", mark: variable.mark))
    }
    if !isFirstVersion { add("requestContext.http.method", request.method) }
    add("requestContext.stage", entry.stage.name)
    if let body = request.body { add("body", body) }
  }

  private mutating func add(_ name: String, _ value: String) {
    details.append(.init(name: name, value: value, mark: .nowhere))
  }

  private mutating func addOnce(
    _ pairs: [TracedRequest.Pair], in group: String, _ value: (String) -> String?
  ) {
    var seen: Set<String> = []
    for pair in pairs where seen.insert(pair.name).inserted { add("\(group).\(pair.name)", value(pair.name) ?? "") }
  }
}
