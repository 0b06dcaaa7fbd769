import SpecReading
import YAMLTree

extension Rule {
  /// An action that HTTP APIs have not.
  static let unknownSubtype = Rule(
    id: "INT017",
    severity: .error,
    summary: "`aws` names no action that HTTP APIs can call",
    why: """
      HTTP APIs call ten actions of five services by themselves, under names that AWS gave them for this. Any other is
      refused: "Operation: SQS-PutMessage is not supported".
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
    isEssential: true,
    check: { spec, report in
      spec.forEachTarget { answering in
        guard case .aws(let target) = answering.target, !answering.api.value.isWebSocket, target.subtype == nil else {
          return
        }
        // A function in its place is an error of its own.
        if let text = target.name.literal { check(text, target.name.mark) }
      }
      spec.forEachRawService { _, subtype in
        if let text = subtype.text, Services.current.subtype(text) == nil { check(text, subtype.mark) }
      }
      func check(_ text: String, _ mark: Mark) {
        let all = Services.current.subtypes.map(\.name)
        let service = text.prefix { $0.isLetter }.lowercased()
        let near = Suggestion.nearest(to: text, among: all).map { "did you mean `\($0)`?" }
        let siblings = all.filter { $0.lowercased().hasPrefix(service) }
        report.report(
          at: mark, "\(Reader.quoted(text)) is no action that HTTP APIs can call",
          help: near ?? "there are " + Suggestion.list(siblings.isEmpty || service.isEmpty ? all : siblings))
      }
    })

  /// What an action cannot do without.
  static let missingServiceParameter = Rule(
    id: "INT018",
    severity: .error,
    summary: "a parameter that an action needs is missing",
    why: """
      Some parameters have no default that could be right: which execution is to be stopped, for one. Without them API
      Gateway refuses the integration: it "requires … defining all of the following parameters".
      """,
    source: "API Gateway's reference of integration subtypes; found by deployments (cdk-preflight)",
    example: """
      apis:
        store:
          routes:
            DELETE /orders/{id}:
              stepFunctions: ⟦checkout⟧
              action: stop
              ⟪→
              parameters: {ExecutionArn: $request.querystring.execution}
              ⟫
      """,
    check: { spec, report in
      spec.forEachService { answering, target in
        guard let subtype = target.subtype else { return }
        for name in subtype.required where !(target.isFilledIn && subtype.target.contains(name)) {
          switch target.parameters[name] {
          case .some(.some): continue
          case .none where subtype.defaults[name] != nil: continue
          case .some(.none):
            let mark = target.parameters.entries.first { $0.name == name }?.mark ?? answering.mark
            report.report(
              at: mark, "\(subtype.name) cannot do without `\(name)`",
              help: "write what it gets in place of `null`")
          case .none:
            report.report(
              at: answering.mark, "\(subtype.name) needs `\(name)`", help: help(name, subtype))
          }
        }
      }
      spec.forEachRawService { integration, name in
        guard let subtype = integration.subtype, integration.isWhole else { return }
        let parameters = integration["RequestParameters"]
        if parameters?.isFunction == true { return }
        for parameter in subtype.required where parameters?[parameter] == nil {
          report.report(
            at: name.mark, "\(subtype.name) needs `\(parameter)`", help: "write it in `RequestParameters`")
        }
      }
    })

  private static func help(_ name: String, _ subtype: ServiceSubtype) -> String {
    if let example = subtype.examples[name] { return "write `parameters: {\(name): \(example)}`, for one" }
    guard subtype.target.contains(name), let short = Services.current.owner(of: subtype)?.shortForm else {
      return "write it in `parameters`"
    }
    return "write it in `parameters`; `\(short)` fills it in"
  }

  /// What an action does not take.
  static let unknownServiceParameter = Rule(
    id: "INT019",
    severity: .error,
    summary: "a parameter that an action does not take, or that is filled in already",
    why: """
      Each action takes parameters of its own, under AWS's names, in AWS's spelling; API Gateway refuses others. What
      names the target is filled in from the target's own key, so it has no second place.
      """,
    source: "API Gateway's reference of integration subtypes",
    example: """
      apis:
        store:
          routes:
            POST /orders:
              sqs: orders
              parameters: {⟦Body → MessageBody⟧: $request.body}
      """,
    check: { spec, report in
      spec.forEachService { answering, target in
        guard let subtype = target.subtype else { return }
        let open = subtype.parameters.filter { !(target.isFilledIn && subtype.target.contains($0)) }
        for entry in target.parameters.entries where !open.contains(entry.name) {
          if subtype.target.contains(entry.name) {
            report.report(
              at: entry.mark, "`\(entry.name)` is filled in from `\(answering.target.key)`", help: "leave it out")
          } else {
            report.report(
              at: entry.mark, "\(subtype.name) has no parameter \(Reader.quoted(entry.name))",
              help: Suggestion.help(for: entry.name, among: open))
          }
        }
      }
      spec.forEachRawService { integration, _ in
        guard let subtype = integration.subtype else { return }
        let known = subtype.parameters
        for parameter in integration["RequestParameters"]?.members ?? [] where !known.contains(parameter.name) {
          report.report(
            at: parameter.key, "\(subtype.name) has no parameter \(Reader.quoted(parameter.name))",
            help: Suggestion.help(for: parameter.name, among: known))
        }
      }
    })
}
