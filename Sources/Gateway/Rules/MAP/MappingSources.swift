import SpecReading
import TextSearch

extension Rule {
  /// Where one variable ends and the next begins.
  static let variablesWithoutBraces = Rule(
    id: "MAP009",
    severity: .error,
    summary: "several variables in a value without braces, or a brace that is not closed",
    why: """
      In a value with several variables each needs braces: `${request.path.a} ${request.path.b}`. Without them API Gateway reads
      the whole text as one variable, which is empty.
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
    check: { model, report in
      for change in model.valuedChanges {
        guard let open = change.variables.last, open.isOpen else { continue }
        let isName = open.root == .context || open.root == .stageVariables
        let path = open.path.prefix { $0 != " " && !(isName && $0 == "-") }
        report.report(
          at: change.value.mark(of: open.range), "the brace of this variable is not closed",
          help: "write `${\(open.root.rawValue).\(path)}`")
      }
      for change in model.valuedChanges where change.variables.count > 1 {
        guard let bare = change.variables.first(where: { !$0.isBraced }),
          !change.variables.contains(where: \.isOfTemplates)
        else { continue }
        report.report(
          at: change.value, "each of several variables in a value needs braces",
          help: "write `${\(bare.root.rawValue).\(bare.path)}`, and the others with braces as well")
      }
    })

  /// A variable that this mapping cannot read.
  static let mappingSource = Rule(
    id: "MAP012",
    severity: .error,
    summary: "variable that is not available in this parameter mapping",
    why: """
      A request mapping reads `$request.header.NAME`, `.querystring.NAME`, `.path`, `.path.NAME` and `.body`; a response mapping
      reads `$response.header.NAME` and `.body`. Both read `$context.…` and `$stageVariables.…`. API Gateway rejects other
      variables, or sends them as text.
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
    check: { model, report in
      for change in model.valuedChanges {
        // The rest of a template is not a mapping.
        let template = change.variables.first(where: \.isOfTemplates)
        for variable in template.map({ [$0] }) ?? change.variables {
          guard let (message, help) = flaw(of: variable, change.side) else { continue }
          report.report(at: change.value.mark(of: variable.range), message, help: help)
        }
        if !change.isComposed, let text = change.value.text, let (root, meant) = unknownRoot(of: text, change.side) {
          let rest = text.drop { $0 == "$" || $0 == "{" }.dropFirst(root.count).prefix { $0 != "}" && $0 != " " }
          report.report(
            at: change.value, "there is no variable `$\(root)`",
            help: meant.map { "did you mean `$\($0)\(rest)`?" }
              ?? "write one such as `$\(change.side == .response ? "response" : "request").header.NAME`")
        }
      }
    })

  /// The first word of a value that is not the root of a variable, and the root that it is almost.
  private static func unknownRoot(of text: String, _ side: Model.Change.Side) -> (String, String?)? {
    guard text.hasPrefix("$") else { return nil }
    let rest = text.drop { $0 == "$" || $0 == "{" }
    let word = String(rest.prefix { $0.isLetter })
    guard !word.isEmpty, rest.dropFirst(word.count).first == ".", MappingVariable.Root(rawValue: word) == nil
    else { return nil }
    let roots = [side == .response ? "response" : "request", "context", "stageVariables"]
    return (word, Suggestion.nearest(to: word, among: roots))
  }

  private static func flaw(of variable: MappingVariable, _ side: Model.Change.Side) -> (String, String)? {
    let isResponse = side == .response
    switch variable.root {
    case .context: return nil
    case .stageVariables:
      return variable.path.isEmpty
        ? ("`$stageVariables` needs the name of a variable", "write `$stageVariables.NAME`") : nil
    case .input, .util:
      return (
        "`$\(variable.root.rawValue)` belongs to mapping templates, which HTTP APIs do not support",
        "write `$\(isResponse ? "response" : "request").body` for the body"
      )
    case .request where isResponse:
      return (
        "a response mapping cannot read the request", "use `$response.…`, `$context.…` or `$stageVariables.…`"
      )
    case .response where !isResponse:
      return (
        "a request mapping cannot read the response", "use `$request.…`, `$context.…` or `$stageVariables.…`"
      )
    case .request, .response:
      let known = isResponse ? ["header", "body"] : ["header", "querystring", "path", "body"]
      let root = "$\(variable.root.rawValue)"
      guard known.contains(variable.selector) else {
        let near =
          variable.selector.hasPrefix("query")
          ? known.first { $0 == "querystring" } : known.first(where: variable.selector.hasPrefix)
        let rest = variable.path.dropFirst(variable.selector.count)
        return (
          "there is no variable `\(root).\(variable.selector)`",
          (near ?? Suggestion.nearest(to: String(variable.selector), among: known)).map {
            "did you mean `\(root).\($0)\(rest)`?"
          }
            ?? "write one of " + Suggestion.list(known.map { "\(root).\($0)" })
        )
      }
      let needsName = variable.selector == "header" || variable.selector == "querystring"
      if needsName && !variable.hasName {
        return ("`\(root).\(variable.selector)` needs a name", "write `\(root).\(variable.selector).NAME`")
      }
      return nil
    }
  }

  /// Syntax of JSON paths that API Gateway does not support.
  static let bodyPath = Rule(
    id: "INT027",
    severity: .error,
    summary: "JSON path with recursive descent or a filter",
    why: """
      API Gateway reads values from bodies by JSON path, but does not support recursive descent (`..`) and filters (`?()`): with
      them the value is empty.
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
    check: { model, report in
      model.forEachMappingVariable { change, variable in
        guard variable.selector == "body", variable.path.mentions("..") || variable.path.mentions("?(") else { return }
        report.report(
          at: change.value.mark(of: variable.range), "JSON paths do not support `..` and `?()` here",
          help: "write the whole path, such as `$request.body.order.id`")
      }
    })
}

extension MappingVariable {
  /// Whether it is one of mapping templates, which HTTP APIs do not have.
  fileprivate var isOfTemplates: Bool { root == .input || root == .util }
}
