import CloudFormation
import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// A URL of an API of the stack that leads to no stage, or to no route.
  static let stageInUrl = Rule(
    id: "STG036",
    severity: .warning,
    premise: .spec,
    summary: "URL of an API that leads to none of its stages or routes",
    why: """
      The URL of every stage but `$default` has the name of the stage after the host. API Gateway answers a request to another path with
      404, `{"message":"Not Found"}`, also `/Prod/books` of an API with only `$default`; a WebSocket client is not connected. The URL
      of a custom domain has a base path, and not the name of the stage: posts to connections with both get 403.
      """,
    source:
      "API Gateway's pages on stages and custom domains; serverless-domain-manager#390, simple-websockets-chat-app#40",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
      apis:
        store:
          routes:
            GET /books: books
          stage: v1
      outputs:
        Books: ⟦!Sub "https://${apis.store}.execute-api.${AWS::Region}.amazonaws.com/⟪prod → v1⟫/books"⟧
      """,
    check: { model, report in
      for url in model.composedUrls { check(url.text, url.mark, model, &report) }
      for origin in model.origins {
        guard let host = origin["DomainName"]?.value.spelled, let path = origin["OriginPath"],
          let text = path.value.spelled
        else { continue }
        check(host + text, path.mark, model, &report)
      }
      checkUrlsOfDomains(model, &report)
    })

  private static func check(_ text: String, _ mark: Mark, _ model: Model, _ report: inout Report) {
    guard let (api, rest) = model.apiOfEndpoint(text), rest.first == "/", rest.count > 1, let stages = api.stageNames,
      let stage = stages.first
    else { return }
    let path = rest.dropFirst()
    let segment = path.prefix { !"/?#".contains($0) }
    // A stage with a path in its name is reported as such.
    let isStage = stages.contains { $0 == segment || $0.hasPrefix("\(segment)/") }
    if segment.contains("$") || isStage { return }
    if stages.contains("$default") { return check(path: path, of: api, mark, model, &report) }
    report.report(
      at: mark, "the API `\(api.name)` does not have a stage \(Reader.quoted(String(segment)))",
      related: [Related(message: "the stage `\(stage)`", mark: api.stages[0].mark)],
      help: Suggestion.nearest(to: String(segment), among: stages).map { "did you mean `/\($0)`?" }
        ?? "begin the path with a stage: `/\(stage)\(self.path(path, after: String(segment), api))`")
  }

  /// Reports a path that no route of the stage `$default` begins with: mostly, it begins with the name of a stage.
  private static func check(
    path: Substring, of api: Model.Api, _ mark: Mark, _ model: Model, _ report: inout Report
  ) {
    // Other stacks may add routes to an exported API.
    guard api.element?.value.export == nil, let routes = model.paths(of: api) else { return }
    let parts = path.prefix { !"?#".contains($0) }.split(separator: "/").map(String.init)
    guard let first = parts.first, let example = routes.first,
      !routes.contains(where: { mayBegin($0, with: parts[...]) })
    else { return }
    let rest = parts.dropFirst()
    let isStage = rest.isEmpty ? routes.contains([]) : routes.contains { mayBegin($0, with: rest) }
    report.report(
      at: mark, "no route of the API `\(api.name)` matches `/\(parts.joined(separator: "/"))`",
      help: isStage
        ? "remove `/\(first)`\(rest.isEmpty ? ", or add a route" : ""): the URL of the stage `$default` does not contain its name"
        : "write the path of a route, such as `/\(example.joined(separator: "/"))`, without a stage in front of it")
  }

  /// Whether a path may begin like a route.
  static func mayBegin(_ route: [String], with path: ArraySlice<String>) -> Bool {
    for (segment, part) in zip(route, path) {
      if SegmentKind(segment) == .greedy { return true }
      if SegmentKind(segment) == .literal, segment != part, !part.contains("{") { return false }
    }
    return path.count <= route.count
  }

  /// The path after a stage: a first segment that is the path of a route is not the name of another stage.
  private static func path(_ path: Substring, after segment: String, _ api: Model.Api) -> String {
    let isPath = api.routes.contains { $0.key?.path.map { $0.hasPrefix("/\(segment)") } ?? false }
    return isPath ? "/" + path : String(path.dropFirst(segment.count))
  }
}

extension Model {
  /// The segments of the paths of an HTTP API's routes; nil if one of them is not known.
  func paths(of api: Api) -> [[String]]? {
    guard api.isComplete, !apis.isAnyRouteUnknown, spec.isWhole(api.mark) else { return nil }
    let paths: [[String]] = api.routes.compactMap { route in
      guard case .http(_, let segments)? = route.key?.form else { return nil }
      return segments.last == "" ? segments.dropLast() : segments
    }
    return paths.count == api.routes.count ? paths : nil
  }
}
