import CloudFormation

/// The values of selection expressions and parameter mappings, `$request.path.id`, for a request.
struct RequestValues {
  let request: TracedRequest
  private let entry: EntryPoint
  private let candidate: RouteSelection.Candidate
  private let body: RequestBody

  init(_ request: TracedRequest, _ entry: EntryPoint, _ candidate: RouteSelection.Candidate) {
    (self.request, self.entry, self.candidate) = (request, entry, candidate)
    body = RequestBody(request.body)
  }

  /// The path variables of the route.
  var pathVariables: [TracedRequest.Pair] { candidate.match.variables }

  /// A value.
  enum Value: Equatable {
    /// It is known.
    case text(String)
    /// The request does not have it.
    case missing
    /// It is only known when API Gateway handles the request.
    case unknown
  }

  /// The value of a variable.
  subscript(_ variable: MappingVariable) -> Value {
    switch variable.root {
    case .request: requestValue(variable)
    case .stageVariables: entry.stage.stage == nil ? .unknown : .init(entry.stage.variable(variable.path))
    case .context: context(variable.path)
    case .response, .input, .util: .unknown
    }
  }

  /// The text with its variables replaced; an unknown one stays. Nil if the text is a variable that is missing.
  func evaluate(_ text: String) -> String? {
    let variables = MappingVariable.all(in: text)
    if variables.count == 1, variables[0].range == text.startIndex..<text.endIndex, self[variables[0]] == .missing {
      return nil
    }
    var result = ""
    var index = text.startIndex
    for variable in variables {
      result += text[index..<variable.range.lowerBound]
      switch self[variable] {
      case .text(let value): result += value
      case .missing: break
      case .unknown: result += text[variable.range]
      }
      index = variable.range.upperBound
    }
    return result + text[index...]
  }

  private func requestValue(_ variable: MappingVariable) -> Value {
    let name = variable.hasName ? String(variable.path.dropFirst(variable.selector.count + 1)) : nil
    switch (variable.selector, name) {
    case ("header", let name?): return .init(request.header(name))
    case ("querystring", let name?): return .init(request.queryParameter(name))
    case ("path", let name?): return .init(pathVariables.first { $0.name == name }?.value)
    case ("path", nil): return .text(entry.path)
    case ("method", nil): return .text(request.method)
    case ("body", _):
      return body.isGiven ? .init(body.value(at: String(variable.path.dropFirst("body".count)))) : .unknown
    default: return .unknown
    }
  }

  private func context(_ name: String) -> Value {
    switch name {
    case "httpMethod": .text(request.method)
    case "routeKey": .text(candidate.key.text)
    case "stage": .text(entry.stage.name)
    case "path": .text(entry.stage.prefix + entry.path)
    case "customDomain.basePathMatched": .init(entry.basePath)
    case "domainName": request.host.map { .text($0) } ?? .unknown
    case "identity.userAgent": .init(request.header("user-agent"))
    default: .unknown
    }
  }
}

extension RequestValues.Value {
  fileprivate init(_ text: String?) { self = text.map { .text($0) } ?? .missing }
}
