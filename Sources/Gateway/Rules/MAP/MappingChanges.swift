import SpecReading

/// Which mapping a change belongs to.
enum MappingSide {
  /// Changes to a request, by destination.
  case request
  /// What an action of a service gets, by parameter.
  case service
  /// Changes to a response, by destination.
  case response

  /// How messages call it.
  var words: String {
    switch self {
    case .request, .service: "a request"
    case .response: "a response"
    }
  }
}

extension ResolvedSpec {
  /// The mappings of the targets of HTTP APIs, one map at a time. One that routes get by default comes again for each
  /// of them; findings in it are the same. Integrations of `resources` are no targets.
  func forEachMapping(_ body: (AnsweringTarget?, MappingSide, [Named<Given<String>>]) -> Void) {
    forEachTarget { answering in
      if answering.api.value.isWebSocket { return }
      let options = answering.target.integration.options
      if let target = answering.service {
        body(answering, .service, target.parameters.values)
      } else if let parameters = options.requestParameters?.parameters {
        body(answering, .request, parameters)
      }
      for response in options.responseParameters ?? [] { body(answering, .response, response.parameters) }
    }
    for integration in rawGateway("Integration", of: .http) {
      if let parameters = integration["RequestParameters"] {
        body(nil, integration["IntegrationSubtype"] == nil ? .request : .service, parameters.texts)
      }
      for response in integration["ResponseParameters"]?.members ?? [] { body(nil, .response, response.changes) }
    }
  }

  /// Every variable in their values.
  func forEachMappingVariable(_ body: (AnsweringTarget?, MappingSide, Given<String>, MappingVariable) -> Void) {
    forEachMapping { answering, side, changes in
      for change in changes {
        for variable in MappingVariable.all(in: change.value.literal ?? "") {
          body(answering, side, change.value, variable)
        }
      }
    }
  }
}

extension RawProperty {
  /// What a mapping of names and texts holds.
  var texts: [Named<Given<String>>] {
    members.compactMap { member in
      member.given.map { Named(name: member.name, mark: member.key, value: $0) }
    }
  }

  /// What `ResponseParameters` of a status hold, each with its `Destination` as its name.
  fileprivate var changes: [Named<Given<String>>] {
    (self["ResponseParameters"]?.items ?? []).compactMap { change in
      guard let destination = change["Destination"], let name = destination.text, let source = change["Source"]?.given
      else { return nil }
      return Named(name: name, mark: destination.mark, value: source)
    }
  }
}

/// What a change is made to, taken apart: `append:header.x-id`.
struct MappingDestination {
  let action: String
  let part: String
  let name: String

  /// Nil where the text has no such form.
  init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    action = String(text[..<colon])
    let rest = text[text.index(after: colon)...]
    part = String(rest.prefix { $0 != "." })
    name = String(rest.dropFirst(part.count + 1))
    guard ["append", "overwrite", "remove"].contains(action) else { return nil }
  }
}

extension ResolvedSpec {
  /// The targets that are actions of services.
  func forEachService(_ body: (AnsweringTarget, any ServiceIntegration) -> Void) {
    forEachTarget { answering in
      // Of a WebSocket API, `aws` is a URI.
      if answering.api.value.isWebSocket { return }
      if let target = answering.service { body(answering, target) }
    }
  }
}
