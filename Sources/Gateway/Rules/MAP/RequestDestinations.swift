import SpecReading

extension Rule {
  /// A change to a request that API Gateway does not know.
  static let requestDestination = Rule(
    id: "MAP001",
    severity: .error,
    summary: "unknown destination of a request parameter mapping",
    why: """
      Destinations are `append`, `overwrite` or `remove` with `:header.NAME` or `:querystring.NAME`, and `overwrite:path`. API
      Gateway rejects others: "Invalid Request Actioned Parameter destination specified".
      """,
    source: "API Gateway's page on parameter mapping; found by deployments (cdk-preflight)",
    example: """
      apis:
        store:
          routes:
            GET /books:
              http: https://books.example.com/v1
              requestParameters:
                ⟦set:header.shop → overwrite:header.shop⟧: north
      """,
    check: { model, report in
      for change in model.changes where change.side == .request {
        if isServiceParameter(change.name) { continue }
        if let destination = change.destination,
          destination.part == "path" || destination.isNamed && ["header", "querystring"].contains(destination.part)
        {
          continue
        }
        report.report(
          at: change.mark, "\(Reader.quoted(change.name)) is not a valid destination of a request parameter",
          help: isRequired(change)
            ? "HTTP APIs do not check what requests have: remove it, and check in the target"
            : helpForForeign(change.name) ?? help(change.destination))
      }
    })

  /// Whether it is `method.request.querystring.page: true` of REST APIs, which requires the parameter.
  private static func isRequired(_ change: Model.Change) -> Bool {
    change.name.hasPrefix("method.request.") && ["true", "false"].contains(change.value.text ?? "")
  }

  /// `integration.request.header.shop` of REST APIs, with an action or none, `set:header.shop` of proxies, and `header.shop`
  /// without an action.
  static func helpForForeign(_ text: String) -> String? {
    let actions = [
      "set": "overwrite", "replace": "overwrite", "add": "append", "delete": "remove", "overwrite": "overwrite",
      "append": "append", "remove": "remove",
    ]
    let colon = text.firstIndex(of: ":")
    let action = colon.map { String(text[..<$0]) } ?? ""
    var rest = colon.map { text[text.index(after: $0)...] } ?? text[...]
    for start in ["integration.", "method.", "request.", "response."] where rest.hasPrefix(start) {
      rest = rest.dropFirst(start.count)
    }
    guard rest.hasPrefix("header.") || rest.hasPrefix("querystring."), rest.last != "." else { return nil }
    if !action.isEmpty { return actions[action].map { "write `\($0):\(rest)`" } }
    return "write `overwrite:\(rest)`, or `append:\(rest)` to keep the existing value"
  }

  private static func help(_ destination: MappingDestination?) -> String {
    let forms =
      "write `append:`, `overwrite:` or `remove:` with `header.NAME` or `querystring.NAME`, or write `overwrite:path`"
    guard let destination, destination.isNamed else { return forms }
    let part =
      Suggestion.nearest(to: destination.part, among: ["header", "querystring"])
      ?? (destination.part.hasPrefix("query") ? "querystring" : nil)
    return part.map { "did you mean `\(destination.action):\($0).\(destination.name)`?" } ?? forms
  }

  /// A change to a part of the path.
  static let requestPath = Rule(
    id: "MAP002",
    severity: .error,
    summary: "change to the path other than overwriting it",
    why: """
      A mapping can only overwrite the whole path. API Gateway rejects appending to it, removing it and naming a part of it:
      "Invalid Request Actioned Parameter destination specified".
      """,
    source: "API Gateway's page on parameter mapping",
    example: """
      apis:
        store:
          routes:
            GET /books/{id}:
              http: https://books.example.com/v1
              requestParameters:
                ⟪⟦append:path⟧: $request.path.id → overwrite:path: /v1/${request.path.id}⟫
      """,
    check: { model, report in
      for change in model.changes where change.side == .request && change.destination?.part == "path" {
        if change.name == "overwrite:path" { continue }
        report.report(
          at: change.mark, "a mapping can only overwrite the whole path",
          help: "write `overwrite:path`; its value may contain `${request.path}` and `${request.path.NAME}`")
      }
    })

  /// A parameter of an action on another integration.
  static let serviceParameterElsewhere = Rule(
    id: "MAP018",
    severity: .error,
    premise: .part,
    summary: "parameter of an AWS service action on another integration",
    why: """
      `QueueUrl`, `StateMachineArn` and their like are parameters of AWS service actions. Other integrations get a request,
      which parameter mappings change; API Gateway rejects these names there.
      """,
    source: "API Gateway's CreateIntegration",
    example: """
      ⟪
      functions:
        orders: {runtime: nodejs24.x, handler: index.handler, code: src/orders}
      →⟫
      apis:
        store:
          routes:
            POST /orders:
              ⟪lambda → sqs⟫: orders
              ⟪requestParameters → parameters⟫:
                ⟦MessageBody⟧: $request.body
      """,
    check: { model, report in
      let wrong = model.changes.filter { change in
        change.side == .request && isServiceParameter(change.name) && !change.integration.lacksAction
      }
      var left = wrong[...]
      while let first = left.first {
        let resource = first.integration.resource
        let names = left.prefix { $0.integration.resource === resource }.map { "`\($0.name)`" }
        left = left.dropFirst(names.count)
        let isOne = names.count == 1
        report.report(
          at: first.mark,
          "\(names.listed) \(isOne ? "is a parameter" : "are parameters") of an AWS service action, and this is another "
            + "integration",
          help: (first.integration.target == nil
            ? "add the action as `\(resource.words("IntegrationSubtype"))`"
            : "name the service (\(services)) and write `parameters`")
            + ", or remove the parameter\(isOne ? "" : "s")")
      }
    })

  private static var services: String {
    Services.current.all.map { "`\($0.key)`" }.joined(separator: ", ")
  }

  private static func isServiceParameter(_ name: String) -> Bool {
    Services.current.subtypes.contains { $0.parameters.contains(name) }
  }
}

extension Model.Integration {
  /// Whether neither a function nor an action is given, which is reported by itself.
  fileprivate var lacksAction: Bool {
    type == "AWS_PROXY" && self["IntegrationUri"] == nil && self["IntegrationSubtype"] == nil && target == nil
  }
}

extension MappingDestination {
  fileprivate var isNamed: Bool { !name.isEmpty }
}
