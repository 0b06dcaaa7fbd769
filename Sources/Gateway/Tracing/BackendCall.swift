import CloudFormation
import YAMLTree

/// The call of the target of a route.
struct BackendCall {
  private let candidate: RouteSelection.Candidate
  private let entry: EntryPoint
  private let values: RequestValues
  private var request: TracedRequest { values.request }

  init(_ candidate: RouteSelection.Candidate, _ entry: EntryPoint, _ values: RequestValues) {
    (self.candidate, self.entry, self.values) = (candidate, entry, values)
  }

  /// Adds the steps.
  func add(to trace: inout Trace) {
    let route = candidate.route
    guard let integration = route.integration else {
      trace.doubt("the integration of `\(route.name)` is not in the spec")
      return
    }
    let mark = route.place(of: integration.mark)
    trace.add(.target, integration.words, at: mark)
    if let subtype = integration["IntegrationSubtype"]?.text {
      trace.add(.parameters, "of `\(subtype)`", at: mark, details: parameters(of: integration))
    } else if integration.type == "AWS_PROXY" {
      let version = integration["PayloadFormatVersion"]?.text ?? "1.0"
      let event = FunctionEvent(request, entry, candidate, values, isFirstVersion: version == "1.0")
      trace.add(.event, "payload format version \(version)", at: mark, details: event.details)
      return
    } else {
      let sent = SentRequest(integration, request, entry, candidate, values)
      trace.add(.request, sent.line, at: mark, details: sent.details)
      for note in sent.notes { trace.add(.request, note.text, at: note.mark, isRejected: true) }
    }
    if values.hasUnknown(in: integration) {
      trace.add(
        .parameters, "values with `$` are only known when API Gateway handles the request", at: mark, isRejected: true)
    }
  }

  /// The parameters of an action with their values.
  private func parameters(of integration: Model.Integration) -> [Trace.Detail] {
    integration.requestParameters.map { parameter in
      let value = parameter.written(in: integration)
      return Trace.Detail(
        name: parameter.name, value: values.evaluate(value) ?? "(not set: the request has no `\(value)`)",
        mark: candidate.route.place(of: parameter.mark))
    }
  }
}

extension RequestValues {
  /// Whether a value of an integration's mapping is not known.
  fileprivate func hasUnknown(in integration: Model.Integration) -> Bool {
    integration.requestParameters.contains { parameter in
      MappingVariable.all(in: parameter.text ?? "").contains { self[$0] == .unknown }
    }
  }
}

extension Model.Integration {
  /// The target in words: `function books`, `http https://…`.
  var words: String {
    let target = Overview.Target(self)
    let link = target.link.map { " through VPC link `\($0)`" } ?? ""
    return switch target.kind {
    case .function: "function `\(target.name)`"
    case .url: "URL \(target.name)"
    case .balancer: "load balancer `\(target.name)`\(link)"
    case .cloudMap: "Cloud Map service `\(target.name)`\(link)"
    case .service: "AWS service action `\(target.name)`"
    case .mock: "mock"
    case .unknown: "not known: `\(target.name)`"
    }
  }
}

extension Model.Property {
  /// The value as text, with references as `${apis.store}`.
  func written(in integration: Model.Integration) -> String {
    text ?? value.spelled.map(integration.resource.model.names.inPlaces) ?? "…"
  }
}
