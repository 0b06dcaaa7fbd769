import SpecReading

extension Rule {
  /// A part of the path that the backend never sees.
  static let variableIsDropped = Rule(
    id: "INT014",
    severity: .warning,
    summary: "a path variable of a route that its URL drops",
    why: """
      Of the path only what the URL names is passed on: without `{id}` in it, or in a parameter, `/books/1` and `/books/2`
      make the same request.
      """,
    source: "API Gateway's page on HTTP proxy integrations for HTTP APIs",
    example: """
      apis:
        store:
          routes:
            GET /books/{id}: ⟦https://books.example.com/v1 → https://books.example.com/v1/{id}⟧
      """,
    check: { spec, report in
      spec.forEachTarget { answering in
        // A message of a WebSocket API has no path.
        guard !answering.api.value.isWebSocket, case .http(let target) = answering.target,
          let text = target.name.literal, TargetUrl.flaw(in: text) == nil
        else { return }
        let parameters = target.options.requestParameters?.parameters ?? []
        // What is not known may name it, and so does the path as a whole.
        guard parameters.allSatisfy({ $0.value.literal != nil }),
          !parameters.contains(where: { $0.name == "overwrite:path" })
        else { return }
        var named = Set(TargetUrl.variables(in: text).map(\.name))
        for variable in parameters.flatMap({ MappingVariable.all(in: $0.value.literal ?? "") })
        where variable.root == .request && variable.selector == "path" {
          if !variable.hasName { return }
          named.insert(String(variable.path.dropFirst("path.".count)))
        }
        for line in answering.lines {
          for key in line.keys {
            // A variable that the route has not is an error of its own, and most likely meant this one; a greedy one is
            // ROU014's.
            guard case .http(_, let segments) = key.form, named.allSatisfy(key.variables.contains) else { continue }
            let plain = segments.filter { $0.hasPrefix("{") && !$0.hasSuffix("+}") }
            guard let dropped = plain.first(where: { !named.contains(String($0.dropFirst().dropLast())) }) else {
              continue
            }
            report.report(
              only: line.place(of: answering.mark), "`\(dropped)` of the route `\(key.text)` is not passed on",
              help: "write `\(dropped)` where the URL has its place for it, or "
                + "`append: {querystring: {\(dropped.dropFirst().dropLast()): "
                + "$request.path.\(dropped.dropFirst().dropLast())}}` in `requestParameters`")
            break
          }
        }
      }
    })
}
