import CloudFormation
import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// A URL of an API of the stack that leads to no stage.
  static let stageInUrl = Rule(
    id: "STG036",
    severity: .warning,
    summary: "URL of an API without one of its stages in the path",
    why: """
      The URL of every stage but `$default` has the name of the stage after the host. API Gateway answers a request to another path with
      404, `{"message":"Not Found"}`; a WebSocket client is not connected.
      """,
    source: "API Gateway's page on stages of HTTP APIs",
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
    })

  private static func check(_ text: String, _ mark: Mark, _ model: Model, _ report: inout Report) {
    guard let (api, rest) = model.apiOfEndpoint(text), rest.first == "/", rest.count > 1, let stages = api.stageNames,
      !stages.isEmpty,
      !stages.contains("$default")
    else { return }
    let path = rest.dropFirst()
    let segment = path.prefix { !"/?#".contains($0) }
    if segment.contains("$") || stages.contains(String(segment)) { return }
    let stage = stages[0]
    report.report(
      at: mark, "the API `\(api.name)` does not have a stage \(Reader.quoted(String(segment)))",
      related: [Related(message: "the stage `\(stage)`", mark: api.stages[0].mark)],
      help: Suggestion.nearest(to: String(segment), among: stages).map { "did you mean `/\($0)`?" }
        ?? "begin the path with a stage: `/\(stage)\(self.path(path, after: String(segment), api))`")
  }

  /// The path after a stage: a first segment that is the path of a route is not the name of another stage.
  private static func path(_ path: Substring, after segment: String, _ api: Model.Api) -> String {
    let isPath = api.routes.contains { $0.key?.path.map { $0.hasPrefix("/\(segment)") } ?? false }
    return isPath ? "/" + path : String(path.dropFirst(segment.count))
  }
}
