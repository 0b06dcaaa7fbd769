import SpecReading

extension Rule {
  /// Parameters of paths and operations.
  static let documentParameter = Rule(
    id: "OAS009",
    severity: .warning,
    summary: "parameter of an OpenAPI document that does not fit its path",
    why: """
      A parameter in the path has the name of a variable of the path, and is required; each parameter is described once, and is in the
      path, the query, a header or a cookie. A document with another one is invalid: clients and documentation that are generated from
      it do not know the variable.
      """,
    source: "OpenAPI 3.0, Parameter Object, Path Item Object and Operation Object",
    example: """
      apis:
        store:
          openapi:
            openapi: 3.0.1
            info: {title: store, version: "1"}
            paths:
              /books/{id}:
                get:
                  parameters: [{name: ⟦bookId → id⟧, in: path, required: true, schema: {type: string}}]
                  x-amazon-apigateway-integration:
                    {type: http_proxy, httpMethod: GET, uri: "https://books.example.com/{id}", payloadFormatVersion: "1.0"}
      """,
    check: { model, report in
      for document in model.documents {
        let places = document["swagger"] == nil ? places : places + ["body", "formData"]
        for path in document["paths"]?.members ?? [] where path.name.hasPrefix("/") {
          let variables = path.name.split(separator: "/").filter { $0.hasPrefix("{") && $0.hasSuffix("}") }
            .map { withoutPlus($0.dropFirst().dropLast()) }
          for owner in [path] + path.members where owner.form == .mapping {
            check(owner["parameters"]?.items ?? [], of: path.name, variables, places, &report)
          }
        }
      }
    })

  private static let places = ["path", "query", "header", "cookie"]

  /// A name without the `+` of a greedy variable, which exports of API Gateway also have in the name of the parameter.
  private static func withoutPlus(_ name: Substring) -> String { String(name.hasSuffix("+") ? name.dropLast() : name) }

  private static func check(
    _ parameters: [Model.Property], of path: String, _ variables: [String], _ places: [String], _ report: inout Report
  ) {
    var seen: Set<String> = []
    for parameter in parameters {
      guard let name = parameter["name"], let text = name.text, let place = parameter["in"], let word = place.text
      else {
        continue
      }
      guard places.contains(word) else {
        report.report(
          at: place, "\(Reader.quoted(word)) is not a place of parameters",
          help: word.lowercased().hasPrefix("query")
            ? "write `query`" : Suggestion.help(for: word, among: places))
        continue
      }
      if !seen.insert("\(word) \(text)").inserted {
        report.report(
          at: name, "the parameter \(Reader.quoted(text)) is described twice", help: "remove one of the two")
      } else if word == "path", !variables.contains(withoutPlus(text[...])) {
        report.report(
          at: name, "the path `\(path)` does not have a variable `{\(text)}`",
          help: variables.count == 1
            ? "write `\(variables[0])`" : Suggestion.help(for: text, among: variables, or: "remove it"))
      } else if word == "path", let required = parameter["required"], required.bool == false {
        report.report(at: required, "a parameter in the path is always required", help: "write `required: true`")
      }
    }
  }
}
