import CloudFormation
import TextSearch
import YAMLTree

/// The request that API Gateway sends to an HTTP backend, after parameter mapping.
///
/// Sources: API Gateway's pages on HTTP proxy integrations, private integrations (the path has the name of the stage)
/// and parameter mapping.
struct SentRequest {
  /// A remark with the place of its reason.
  struct Note {
    let text: String
    let mark: Mark
  }

  private let integration: Model.Integration
  private let request: TracedRequest
  private let values: RequestValues
  private let route: Model.Route
  private var url: String
  private var query: [TracedRequest.Pair]
  private var headers: [Trace.Detail]
  private(set) var notes: [Note] = []

  init(
    _ integration: Model.Integration, _ request: TracedRequest, _ entry: EntryPoint,
    _ candidate: RouteSelection.Candidate, _ values: RequestValues
  ) {
    (self.integration, self.request, self.values, route) = (integration, request, values, candidate.route)
    query = request.queryParameters
    headers = request.headers.filter { $0.name.lowercased() != "host" }.map {
      .init(name: $0.name.lowercased(), value: $0.value, mark: .nowhere)
    }
    url = ""
    url = integration.isPrivate == true ? privateUrl(entry) : publicUrl(entry, candidate)
    for change in integration.requestParameters { apply(change) }
  }

  /// The method and the URL.
  var line: String {
    let own = integration["IntegrationMethod"]?.text ?? "ANY"
    let pairs = query.map { "\($0.name)=\($0.value)".replacing(" ", with: "%20") }
    let rest = pairs.isEmpty ? "" : (url.contains("?") ? "&" : "?") + pairs.joined(separator: "&")
    return "\(own == "ANY" ? request.method : own) \(url)\(rest)"
  }

  /// The headers and the body.
  var details: [Trace.Detail] {
    headers.map { .init(name: "header \($0.name)", value: $0.value, mark: $0.mark) }
      + (request.body.map { [.init(name: "body", value: $0, mark: .nowhere)] } ?? [])
  }

  /// The path of the request goes to the backend, with the stage.
  private mutating func privateUrl(_ entry: EntryPoint) -> String {
    let name = integration["TlsConfig"]?["ServerNameToVerify"]
    let host = name?.text ?? Overview.Target(integration).name
    if !entry.stage.prefix.isEmpty, !overwritesPath {
      notes.append(
        Note(
          text: "the path has the name of the stage; `overwrite:path: $request.path` removes it",
          mark: entry.stage.mark))
    }
    return (name == nil ? "http://" : "https://") + host + entry.stage.prefix + entry.path
  }

  /// The URL as it is written, with path variables; `$default` appends the path.
  private mutating func publicUrl(_ entry: EntryPoint, _ candidate: RouteSelection.Candidate) -> String {
    let uri = integration["IntegrationUri"]
    var text = uri?.written(in: integration) ?? "?"
    for variable in values.pathVariables {
      text = text.replacing("{\(variable.name)}", with: variable.value)
    }
    text = values.evaluate(text) ?? text
    if candidate.key.form == .reserved("default") {
      return (text.hasSuffix("/") ? String(text.dropLast()) : text) + entry.path
    }
    let greedy = candidate.match.variables.last { variable in
      candidate.key.text.hasSuffix("{\(variable.name)+}")
    }
    if let greedy, let written = uri?.text, !written.contains("{\(greedy.name)}"), !overwritesPath {
      notes.append(
        Note(
          text: "the URL has no `{\(greedy.name)}`: the rest of the path does not reach the backend",
          mark: route.place(of: integration.mark)))
    }
    return text
  }

  private var overwritesPath: Bool { integration.requestParameters.contains { $0.name == "overwrite:path" } }

  private mutating func apply(_ change: Model.Property) {
    guard let destination = MappingDestination(change.name) else {
      if change.name == "overwrite:path" { overwritePath(change) }
      return
    }
    let text = change.written(in: integration)
    let value = destination.action == "remove" ? nil : values.evaluate(text)
    if value == nil, destination.action != "remove" {
      notes.append(Note(text: "`\(change.name)` changes nothing: the request has no `\(text)`", mark: place(change)))
      return
    }
    switch destination.part {
    case "header": changeHeader(destination, value, place(change))
    case "querystring": changeQuery(destination, value)
    case "path": overwritePath(change)
    default: break
    }
  }

  private func place(_ change: Model.Property) -> Mark { route.place(of: change.key) }

  private mutating func changeHeader(_ header: MappingDestination, _ value: String?, _ mark: Mark) {
    let name = header.name.lowercased()
    let old = headers.first { $0.name == name }?.value
    headers.removeAll { $0.name == name }
    guard let value else { return }
    let joined = header.action == "append" ? [old, value].compactMap { $0 }.joined(separator: ",") : value
    headers.append(.init(name: name, value: joined, mark: mark))
  }

  private mutating func changeQuery(_ parameter: MappingDestination, _ value: String?) {
    if parameter.action != "append" { query.removeAll { $0.name == parameter.name } }
    if let value { query.append(.init(parameter.name, value)) }
  }

  private mutating func overwritePath(_ change: Model.Property) {
    guard let path = values.evaluate(change.written(in: integration)) else { return }
    let start = url.firstRange(of: "://")?.upperBound ?? url.startIndex
    url = url[..<start] + url[start...].prefix { $0 != "/" && $0 != "?" } + (path.hasPrefix("/") ? path : "/" + path)
  }
}
