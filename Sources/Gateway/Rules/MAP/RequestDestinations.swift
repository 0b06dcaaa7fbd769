import SpecReading

extension Rule {
  /// A change to a request that API Gateway does not know.
  static let requestDestination = Rule(
    id: "MAP001",
    severity: .error,
    summary: "a request parameter that is no change to a header, to the query or to the path",
    why: """
      AWS's keys are `append`, `overwrite` or `remove`, then `:header.NAME` or `:querystring.NAME`, and
      `overwrite:path`. Anything else is refused: "Invalid Request Actioned Parameter destination specified".
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
    check: { spec, report in
      spec.forEachRequestDestination { answering, change, destination in
        if isServiceParameter(change.name) || destination?.part == "path" { return }
        if let destination, ["header", "querystring"].contains(destination.part), !destination.name.isEmpty { return }
        report.report(
          at: change.mark, "\(Reader.quoted(change.name)) is no change to a request",
          help: help(change.name, destination))
      }
    })

  private static func help(_ text: String, _ destination: MappingDestination?) -> String {
    let forms = "`append:`, `overwrite:` or `remove:`, then `header.NAME` or `querystring.NAME`; or `overwrite:path`"
    guard let destination, !destination.name.isEmpty else { return "write " + forms }
    let part =
      Suggestion.nearest(to: destination.part, among: ["header", "querystring"])
      ?? (destination.part.hasPrefix("query") ? "querystring" : nil)
    return part.map { "did you mean `\(destination.action):\($0).\(destination.name)`?" } ?? "write " + forms
  }

  /// A path is overwritten as a whole.
  static let requestPath = Rule(
    id: "MAP002",
    severity: .error,
    summary: "a change to the path other than overwriting it",
    why: """
      The path of a request can only be overwritten as a whole. Appending to it, removing it and naming a part of it are
      refused: "Invalid Request Actioned Parameter destination specified".
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
    check: { spec, report in
      spec.forEachRequestDestination { _, change, destination in
        guard let destination, destination.part == "path", change.name != "overwrite:path" else { return }
        report.report(
          at: change.mark, "the path can only be overwritten as a whole",
          help: "write `overwrite:path`; `${request.path.NAME}` and `${request.path}` may stand in its value")
      }
    })

  /// Parameters of a service's action on something else.
  static let serviceParameterElsewhere = Rule(
    id: "MAP018",
    severity: .error,
    summary: "a parameter of a service's action in `requestParameters`",
    why: """
      `QueueUrl`, `StateMachineArn` and their like are what an action of a service gets. A function or an HTTP endpoint
      gets a request, and `requestParameters` change it.
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
    check: { spec, report in
      spec.forEachRequestDestination { answering, change, _ in
        guard isServiceParameter(change.name) else { return }
        let target = answering.map { "`\($0.target.key)`" } ?? "this"
        report.report(
          at: change.mark,
          "`\(change.name)` is a parameter of a service's action, and \(target) is none",
          help: answering == nil
            ? "write the action as `IntegrationSubtype`"
            : "name the service (\(services)), with `parameters`")
      }
    })

  private static var services: String {
    Services.current.all.map { "`\($0.key)`" }.joined(separator: ", ")
  }

  private static func isServiceParameter(_ name: String) -> Bool {
    Services.current.subtypes.contains { $0.parameters.contains(name) }
  }
}

extension ResolvedSpec {
  fileprivate func forEachRequestDestination(
    _ body: (AnsweringTarget?, Named<Given<String>>, MappingDestination?) -> Void
  ) {
    forEachMapping { answering, side, changes in
      guard side == .request else { return }
      for change in changes { body(answering, change, MappingDestination(change.name)) }
    }
  }
}
