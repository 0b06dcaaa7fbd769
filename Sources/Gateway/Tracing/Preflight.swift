import YAMLTree

/// A preflight request of a browser to an API with CORS settings.
///
/// Source: API Gateway's page on CORS of HTTP APIs. API Gateway answers `OPTIONS` requests that no route takes, before
/// authorization; a route for `OPTIONS`, `ANY` (arpadt.com/articles/cors-in-http-api, sst#5493) or `$default` takes
/// them, with its authorization.
struct Preflight {
  private let settings: Model.Property
  private let isOneOfSeveral: Bool
  private let origin: String?
  private let method: String?
  private let headers: [String]

  /// Nil if it is not an `OPTIONS` request, or the API has no CORS settings.
  init?(_ api: Model.Api, _ request: TracedRequest) {
    guard request.method == "OPTIONS" else { return nil }
    self.init(of: api, request)
  }

  /// The CORS settings for any request; nil if the API has none.
  private init?(of api: Model.Api, _ request: TracedRequest) {
    guard let settings = api.cors.first else { return nil }
    self.settings = settings
    isOneOfSeveral = api.cors.count > 1
    origin = request.header("origin")
    method = request.header("access-control-request-method")
    headers = (request.header("access-control-request-headers") ?? "").split { $0 == "," || $0 == " " }
      .map { $0.lowercased() }
  }

  /// Adds the response of API Gateway.
  func add(to trace: inout Trace) {
    trace.outcome = .preflight
    trace.status = 204
    if isOneOfSeveral { trace.doubt("a condition decides the CORS settings") }
    trace.add(
      .cors, "API Gateway answers the preflight request: 204, without authorization and target", at: settings.key)
    guard let origin, method != nil else {
      trace.add(
        .cors, "no CORS headers: a preflight request has the headers `origin` and `access-control-request-method`",
        at: settings.key, isRejected: true)
      return
    }
    var details: [Trace.Detail] = []
    if let rejection = rejection(of: origin) {
      trace.add(.cors, rejection, at: mark(of: "AllowOrigins"), isRejected: true)
    }
    for (name, header) in Self.headers {
      guard let property = settings[name] else { continue }
      let value = name == "AllowOrigins" ? allowedOrigin(origin) : property.listed
      if let value { details.append(.init(name: header, value: value, mark: property.key)) }
    }
    if !details.isEmpty {
      trace.add(.cors, "headers of the response", at: settings.key, details: details)
    }
    addMissing(to: &trace)
  }

  /// Adds that a route takes the request.
  func add(to trace: inout Trace, takenBy route: Model.Route) {
    trace.add(
      .cors,
      "the route takes the `OPTIONS` request, with its authorization; API Gateway sets the CORS headers of the response",
      at: settings.key)
  }

  /// Adds the CORS headers of the response to a request that is not a preflight request.
  static func addResponse(of api: Model.Api, _ request: TracedRequest, to trace: inout Trace) {
    guard request.method != "OPTIONS", let cors = Preflight(of: api, request), let origin = cors.origin else { return }
    let mark = cors.mark(of: "AllowOrigins")
    if let rejection = cors.rejection(of: origin) {
      trace.add(.cors, rejection, at: mark, isRejected: true)
    } else if let allowed = cors.allowedOrigin(origin) {
      trace.add(.cors, "the response gets `access-control-allow-origin: \(allowed)`", at: mark)
    }
  }

  private static let headers = [
    ("AllowOrigins", "access-control-allow-origin"), ("AllowMethods", "access-control-allow-methods"),
    ("AllowHeaders", "access-control-allow-headers"), ("AllowCredentials", "access-control-allow-credentials"),
    ("MaxAge", "access-control-max-age"),
  ]

  private func mark(of name: String) -> Mark { settings[name]?.key ?? settings.key }

  /// The value of the header for an origin; nil if that is not allowed.
  private func allowedOrigin(_ origin: String) -> String? {
    let allowed = settings["AllowOrigins"]?.list.compactMap(\.text) ?? []
    if allowed.contains("*") { return "*" }
    let fits = allowed.contains { pattern in
      pattern == origin || pattern.hasSuffix("://*") && origin.hasPrefix(pattern.dropLast())
    }
    return fits ? origin : nil
  }

  private func rejection(of origin: String) -> String? {
    guard allowedOrigin(origin) == nil, settings["AllowOrigins"]?.list.allSatisfy({ $0.text != nil }) ?? true else {
      return nil
    }
    return "the origin `\(origin)` is not allowed: the browser rejects the response"
  }

  /// The method and the headers that the browser asks for and the settings do not allow.
  private func addMissing(to trace: inout Trace) {
    let safelisted = ["GET", "HEAD", "POST"]
    if let method, !safelisted.contains(method), !allows(method, "AllowMethods") {
      trace.add(.cors, "the method `\(method)` is not allowed", at: mark(of: "AllowMethods"), isRejected: true)
    }
    for header in headers where !allows(header, "AllowHeaders") {
      trace.add(.cors, "the header `\(header)` is not allowed", at: mark(of: "AllowHeaders"), isRejected: true)
    }
  }

  private func allows(_ word: String, _ name: String) -> Bool {
    guard let property = settings[name] else { return false }
    if property.isFunction { return true }
    return property.list.contains { item in
      item.text.map { $0 == "*" || $0.lowercased() == word.lowercased() } ?? true
    }
  }
}

extension Model.Property {
  /// Its text, or those of its items with commas.
  var listed: String? {
    if let text { return text }
    let texts = list.compactMap(\.text)
    return texts.isEmpty ? nil : texts.joined(separator: ",")
  }
}
