import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A plain secret.
  static let secretInSight = Rule(
    id: "SEC001",
    severity: .warning,
    summary: "possible secret in an environment variable, a mapping or a URL",
    why: """
      Values of a spec are visible in the template, the stack and the console of the service, and stay in the repository's
      history. Secrets Manager or Parameter Store keep secrets; where the value itself is needed, CloudFormation inserts it for
      `{{resolve:secretsmanager:NAME}}`.
      """,
    source: "CloudFormation's page on dynamic references; Lambda's page on environment variables",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          environment:
            DB_PASSWORD: ⟦hunter2 → "{{resolve:secretsmanager:books/db:SecretString:password}}"⟧
            ⟪→
            API_KEY: books-key
            ⟫
      apis:
        store:
          routes:
            GET /books: books
            GET /news: https://news.example.com/v1⟪?api_key=⟦0123456789abcdef⟧ →⟫
      """,
    check: { model, report in
      var seen: Set<Mark> = []
      func check(_ name: String, _ value: Model.Property, _ what: String, at part: Range<String.Index>? = nil) {
        guard let text = value.text else { return }
        let range = part ?? text.startIndex..<text.endIndex
        guard SecretSign.isSecret(String(text[range]), called: name) else { return }
        let mark = value.mark(of: range)
        guard seen.insert(mark).inserted else { return }
        // Messages go where the spec itself does not: they never repeat the value.
        report.report(
          at: mark, "\(what) looks like a secret, and everyone who can read the template can read it",
          help: "use Secrets Manager and `{{resolve:secretsmanager:NAME}}`, or let a function read it there",
          secret: mark)
      }
      for function in model.functions {
        for variable in function["Environment"]?["Variables"]?.members ?? [] {
          check(variable.name, variable, "the value of `\(variable.name)`")
        }
      }
      for integration in model.apis.integrations {
        for parameter in integration["RequestParameters"]?.members ?? [] {
          let name = parameter.name.split(separator: ".").last.map(String.init) ?? ""
          check(name, parameter, "the value of `\(parameter.name)`")
        }
        guard let uri = integration["IntegrationUri"], let text = uri.text else { continue }
        for parameter in SecretSign.query(of: text) {
          check(parameter.name, uri, "`\(parameter.name)` in this URL", at: parameter.range)
        }
        if let password = SecretSign.password(in: text) {
          check("password", uri, "the password in this URL", at: password)
        }
      }
      for (name, value) in model.parameterDefaults where SecretSign.isSecret(value.text, called: name) {
        guard seen.insert(value.mark).inserted else { continue }
        report.report(
          at: value.mark,
          "the default of `\(name)` looks like a secret, and everyone who can read the template can read it",
          help: "remove `Default`, or use `{{resolve:secretsmanager:NAME}}`", secret: value.mark)
      }
      model.forEachRawText { property in check(property.name, property, "`\(property.name)`") }
    })
}

extension Model {
  /// The defaults of parameters, by name.
  fileprivate var parameterDefaults: [(name: String, value: (text: String, mark: Mark))] {
    guard let section = names.spec.section("Parameters") else { return [] }
    let tree = names.tree
    return tree.entries(section.node).flatMap { entry in
      guard tree.kind(entry.value) == .mapping else { return [(name: String, value: (text: String, mark: Mark))]() }
      return tree.entries(entry.value).filter { tree.equals($0.key, "Default") && tree.kind($0.value) == .scalar }.map {
        (tree.string(entry.key), (tree.string($0.value), tree.mark($0.value)))
      }
    }
  }

  /// Calls `body` with the texts in `resources`.
  fileprivate func forEachRawText(_ body: (Property) -> Void) {
    func visit(_ property: Property) {
      // Those of stages have a rule of their own.
      if property.name == "StageVariables" { return }
      if let items = property.items { return items.forEach(visit) }
      if property.form == .mapping { return property.members.forEach(visit) }
      if property.isRaw, property.text != nil { body(property) }
    }
    for element in names.spec.resources { resource(element.name)?.properties.members.forEach(visit) }
  }
}
