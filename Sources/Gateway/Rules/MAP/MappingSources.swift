import SpecReading

extension Rule {
  /// Where one variable ends and the next begins.
  static let variablesWithoutBraces = Rule(
    id: "MAP009",
    severity: .error,
    summary: "several variables in a value, not all of them in braces",
    why: """
      A value with several variables needs each of them in braces: `${request.path.a} ${request.path.b}`. Without them
      API Gateway takes the text for one variable.
      """,
    source: "API Gateway's page on parameter mapping",
    example: """
      apis:
        store:
          routes:
            GET /books:
              http: https://books.example.com/v1
              requestParameters:
                append:header.x-trace: ⟦$context.apiId $context.requestId → ${context.apiId} ${context.requestId}⟧
      """,
    check: { spec, report in
      spec.forEachMapping { _, _, changes in
        for change in changes {
          let variables = MappingVariable.all(in: change.value.literal ?? "")
          guard variables.count > 1, let bare = variables.first(where: { !$0.isBraced }) else { continue }
          report.report(
            at: change.value.mark, "several variables in one value stand in braces",
            help: "write `${\(bare.root.rawValue).\(bare.path)}`, and the others so, too")
        }
      }
    })

  /// What a mapping cannot read.
  static let mappingSource = Rule(
    id: "MAP012",
    severity: .error,
    summary: "a variable that a mapping of this side cannot read",
    why: """
      What is sent to a target is made of the request, and what is sent to the client of the target's response:
      `$request.header.NAME`, `.querystring.NAME`, `.path`, `.path.NAME`, `.body` on the one side, and
      `$response.header.NAME`, `.body` on the other; `$context.…` and `$stageVariables.…` on both.
      """,
    source: "API Gateway's page on parameter mapping",
    example: """
      apis:
        store:
          routes:
            GET /books:
              http: https://books.example.com/v1
              responseParameters:
                200:
                  append:header.x-⟪query: ⟦$request.querystring.q⟧ → version: $response.header.version⟫
      """,
    check: { spec, report in
      spec.forEachMappingVariable { _, side, value, variable in
        guard let (message, help) = flaw(of: variable, side) else { return }
        report.report(at: value.mark(of: variable.range), message, help: help)
      }
      spec.forEachMapping { _, side, changes in
        for change in changes {
          guard let text = change.value.literal, let (root, meant) = misspeltRoot(of: text, side) else { continue }
          report.report(at: change.value.mark, "there is no `$\(root)`", help: "did you mean `$\(meant)`?")
        }
      }
    })

  /// The first word of a value that is nearly a variable; without that it would be sent as it stands.
  private static func misspeltRoot(of text: String, _ side: MappingSide) -> (String, String)? {
    guard text.hasPrefix("$") else { return nil }
    let rest = text.drop { $0 == "$" || $0 == "{" }
    let word = String(rest.prefix { $0.isLetter })
    guard rest.dropFirst(word.count).first == ".", MappingVariable.Root(rawValue: word) == nil else { return nil }
    let roots = [side == .response ? "response" : "request", "context", "stageVariables"]
    return Suggestion.nearest(to: word, among: roots).map { (word, $0) }
  }

  private static func flaw(of variable: MappingVariable, _ side: MappingSide) -> (String, String)? {
    let isResponse = side == .response
    switch variable.root {
    case .context: return nil
    case .stageVariables:
      return variable.path.isEmpty ? ("`$stageVariables` names no variable", "write `$stageVariables.NAME`") : nil
    case .input, .util:
      return (
        "`$\(variable.root.rawValue)` belongs to mapping templates, which HTTP APIs have not",
        isResponse ? "a response's body is `$response.body`" : "a request's body is `$request.body`"
      )
    case .request where isResponse:
      return ("a response is not made of the request", "it reads `$response.…`, `$context.…` and `$stageVariables.…`")
    case .response where !isResponse:
      return ("a request is not made of the response", "it reads `$request.…`, `$context.…` and `$stageVariables.…`")
    case .request, .response:
      let known = isResponse ? ["header", "body"] : ["header", "querystring", "path", "body"]
      let root = "$\(variable.root.rawValue)"
      guard known.contains(variable.selector) else {
        let near = variable.selector.hasPrefix("query") ? "querystring" : variable.selector
        return (
          "\(side.words) has no `\(root).\(variable.selector)`",
          Suggestion.nearest(to: near, among: known).map { "did you mean `\(root).\($0)`?" }
            ?? "it has " + Suggestion.list(known.map { "\(root).\($0)" })
        )
      }
      let needsName = variable.selector == "header" || variable.selector == "querystring"
      if needsName && !variable.hasName {
        return ("`\(root).\(variable.selector)` does not say which one", "write `\(root).\(variable.selector).NAME`")
      }
      return nil
    }
  }

  /// What JSON paths cannot do here.
  static let bodyPath = Rule(
    id: "INT027",
    severity: .error,
    summary: "a JSON path that searches at every depth or filters",
    why: """
      API Gateway reads values out of bodies by JSON path, but without recursive descent (`..`) and without filters
      (`?()`): with one of them the value is empty.
      """,
    source: "API Gateway's page on parameter mapping",
    example: """
      apis:
        store:
          routes:
            POST /orders:
              sqs: orders
              parameters:
                MessageBody: ⟦$request.body..id → $request.body.order.id⟧
      """,
    check: { spec, report in
      spec.forEachMappingVariable { _, _, value, variable in
        guard variable.selector == "body", variable.path.mentions("..") || variable.path.mentions("?(") else { return }
        report.report(
          at: value.mark(of: variable.range), "JSON paths have no `..` and no `?()` here",
          help: "write the whole path, such as `$request.body.order.id`")
      }
    })
}
