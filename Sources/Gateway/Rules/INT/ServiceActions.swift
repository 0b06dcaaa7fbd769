import SpecReading

extension Rule {
  /// An action that HTTP APIs cannot call.
  static let unknownSubtype = Rule(
    id: "INT017",
    severity: .error,
    summary: "unknown AWS service action",
    why: """
      HTTP APIs call ten actions of five services, under names that AWS defined for them. API Gateway rejects any other name:
      "Operation: SQS-PutMessage is not supported".
      """,
    source: "API Gateway's reference of integration subtypes; found by deployments (cdk-preflight)",
    example: """
      apis:
        store:
          routes:
            POST /orders:
              aws: ⟦SQS-PutMessage → SQS-SendMessage⟧
              parameters:
                QueueUrl: https://sqs.eu-west-1.amazonaws.com/111122223333/orders
                MessageBody: $request.body
      """,
    check: { model, report in
      model.forEachAction { integration, subtype in
        guard let text = subtype.text, integration.subtype == nil else { return }
        report.report(
          at: subtype, "HTTP APIs cannot call an action \(Reader.quoted(text))", help: actionHelp(text))
      }
    })

  private static func actionHelp(_ text: String) -> String {
    let all = Services.current.subtypes.map(\.name)
    if let near = Suggestion.nearest(to: text, among: all) { return "did you mean `\(near)`?" }
    let service = text.prefix { $0.isLetter }.lowercased()
    let siblings = all.filter { $0.lowercased().hasPrefix(service) }
    return "the actions are " + Suggestion.list(siblings.isEmpty || service.isEmpty ? all : siblings)
  }

  /// Required parameters.
  static let missingServiceParameter = Rule(
    id: "INT018",
    severity: .error,
    summary: "missing parameter of an AWS service action",
    why: """
      Some parameters have no reasonable default, such as the execution to stop. Without them API Gateway rejects the
      integration: it "requires … defining all of the following parameters".
      """,
    source: "API Gateway's reference of integration subtypes; found by deployments (cdk-preflight)",
    example: """
      apis:
        store:
          routes:
            DELETE /orders/{id}:
              stepFunctions: checkout
              action: ⟦stop⟧
              ⟪→
              parameters: {ExecutionArn: $request.querystring.execution}
              ⟫
      """,
    check: { model, report in
      model.forEachAction { integration, name in
        guard let subtype = integration.subtype, integration.resource.isWhole else { return }
        let given = integration["RequestParameters"]
        // Another kind of value is reported by itself.
        if let given, given.isFunction || given.form == .scalar || given.form == .list { return }
        // They are under another key, which is reported.
        if case .aws(let target) = integration.target, target.requestParametersMark != nil { return }
        // The unknown parameter is reported by itself.
        let missing = subtype.required.filter { parameter in
          given?[parameter].map { $0.form == .nothing } ?? !integration.misspells(parameter)
        }
        if missing.isEmpty { return }
        let names = missing.map { "`\($0)`" }.listed
        report.report(
          at: missing.count == 1 ? given?[missing[0]]?.key ?? name.mark : name.mark,
          "`\(subtype.name)` needs the parameter\(missing.count == 1 ? "" : "s") \(names)",
          help: missing.count == 1
            ? parameterHelp(missing[0], subtype, integration)
            : "add \(names) to `\(integration.parametersWord)`")
      }
    })

  private static func parameterHelp(
    _ name: String, _ subtype: ServiceSubtype, _ integration: Model.Integration
  ) -> String {
    let word = integration.parametersWord
    if let example = subtype.examples[name] { return "write, for example, `\(name): \(example)` in `\(word)`" }
    if integration.target != nil, subtype.target.contains(name),
      let short = Services.current.owner(of: subtype)?.shortForm
    {
      return "add `\(name)` to `\(word)`, or write `\(short)`, which sets it"
    }
    return "add `\(name)` to `\(word)`"
  }

  /// Unknown parameters.
  static let unknownServiceParameter = Rule(
    id: "INT019",
    severity: .error,
    premise: .part,
    summary: "unknown parameter of an AWS service action",
    why:
      "Each action has its own parameters, under AWS's names and in AWS's spelling. API Gateway rejects any other parameter.",
    source: "API Gateway's reference of integration subtypes",
    example: """
      apis:
        store:
          routes:
            POST /orders:
              sqs: orders
              parameters: {⟦Body → MessageBody⟧: $request.body}
      """,
    check: { model, report in
      model.forEachAction { integration, _ in
        guard let subtype = integration.subtype else { return }
        for parameter in integration.requestParameters where !subtype.parameters.contains(parameter.name) {
          let filled = integration.isFilledIn ? subtype.target : []
          let near = Suggestion.nearest(to: parameter.name, among: subtype.parameters)
          report.report(
            at: parameter.key, "`\(subtype.name)` has no parameter \(Reader.quoted(parameter.name))",
            help: near.flatMap { filled.contains($0) ? "remove it: `\($0)` is set already" : nil }
              ?? Suggestion.help(for: parameter.name, among: subtype.parameters.filter { !filled.contains($0) }))
        }
      }
    })

  /// A parameter that has a value already.
  static let parameterSetTwice = Rule(
    id: "INT040",
    severity: .error,
    summary: "parameter that the key of the target sets",
    why: """
      `sqs: orders` sets `QueueUrl`, and the keys of other services set the parameters that name their resources. A second
      value in `parameters` would have no effect.
      """,
    source: "the language reference",
    example: """
      apis:
        store:
          routes:
            POST /orders:
              sqs: orders
              parameters:
                MessageBody: $request.body
                ⟪
                ⟦QueueUrl⟧: https://sqs.eu-west-1.amazonaws.com/111122223333/orders
                →⟫
      """,
    check: { model, report in
      model.spec.forEachTarget { answering in
        guard case .service(let target) = answering.target, let subtype = target.subtype else { return }
        for entry in target.parameters.entries where subtype.target.contains(entry.name) {
          report.report(
            at: entry.mark, "`\(entry.name)` is already set by `\(answering.target.key)`",
            help: "remove `\(entry.name)`")
        }
      }
    })
}

extension Model {
  /// The integrations that are AWS service actions, each with its subtype. Of a WebSocket API, INT021 reports them.
  func forEachAction(_ body: (Integration, Property) -> Void) {
    for integration in apis.integrations where integration.isWebSocket != true {
      if let subtype = integration["IntegrationSubtype"] { body(integration, subtype) }
    }
  }
}

extension Model.Integration {
  /// Whether the key of its target sets the parameters that name what the action is called on.
  var isFilledIn: Bool { if case .service = target { true } else { false } }

  /// Whether one of its parameters is another spelling of a parameter of its action.
  func misspells(_ parameter: String) -> Bool {
    guard let known = subtype?.parameters else { return false }
    return requestParameters.contains {
      !known.contains($0.name) && Suggestion.nearest(to: $0.name, among: known) == parameter
    }
  }

  /// The author's word for the parameters of an action.
  var parametersWord: String { target == nil ? resource.words("RequestParameters") : "parameters" }
}
