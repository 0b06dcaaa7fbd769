import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Model {
  /// The findings about keys of routes that the language does not write: of `resources`, of OpenAPI documents, and of
  /// `overrides`. Duplicates are found among all routes of an API.
  func checkRouteKeys() -> Findings {
    var findings = Findings()
    for api in apis.all {
      // Where all routes are known, so are the keys of settings.
      if api.isWebSocket == false, !api.hasAllRoutes {
        for stage in api.stages { stage["RouteSettings"]?.checkKeys(&findings) }
      }
      let others = api.routes.filter { !$0.isOfLanguage }
      if others.isEmpty { continue }
      var seen: [String: Route] = [:]
      for route in api.routes where route.isOfLanguage { if let key = route.key { seen[key.erased] = route } }
      for route in others {
        guard let property = route["RouteKey"] else { continue }
        guard let text = property.text else {
          if api.isWebSocket == false { property.checkOpenKeys(&findings) }
          continue
        }
        let keys = route.checkKey(text, at: property.mark, isWebSocket: api.isWebSocket, &findings)
        guard let key = keys.first, let other = seen.updateValue(route, forKey: key.erased) else { continue }
        // What `Target` creates has a rule of its own.
        if [other, route].contains(where: { $0.resource.source == .quickCreate }) { continue }
        // One of two conditions may hold.
        if let one = other.resource.condition, let two = route.resource.condition, one != two { continue }
        // A route beside a document is the target of its operation if both have the same key.
        let operation = route.resource.source == .document ? other.key.map(\.text) : nil
        findings.report(
          Diagnostic(
            .routeTwice, message: "duplicate route `\(text)`", mark: property.mark,
            related: [Related(message: "the other route matches the same requests", mark: other.mark)],
            help: operation.map { "write `\($0)` in both places" } ?? "remove one of them"))
      }
    }
    return findings
  }
}

extension Model.Route {
  /// Whether its key is the one of the language, which was checked when it was read.
  fileprivate var isOfLanguage: Bool {
    element.map { $0.key.text == self["RouteKey"]?.text } ?? false
  }

  /// Checks a key as AWS takes it: unlike one of the language, it has one method.
  fileprivate func checkKey(
    _ text: String, at mark: Mark, isWebSocket: Bool?, _ findings: inout Findings
  ) -> [RouteKey] {
    guard let isWebSocket else { return [RouteKey(message: text)] }
    if isWebSocket { return ApiRoutes.message(text, at: mark, &findings).map { [$0] } ?? [] }
    var parser = RouteKeyParser(text, at: mark)
    let keys = parser.parse()
    parser.report(&findings)
    guard let key = keys.first, parser.diagnostics.isEmpty else { return [] }
    if keys.count == 1, key.text == text { return keys }
    findings.report(
      Diagnostic(
        .routeKey, message: "\(Reader.quoted(text)) is not a valid route key", mark: mark,
        help: "write `\(key.text)`\(keys.count > 1 ? ", and a resource for each of the other methods" : "")"))
    return keys
  }
}

extension RouteKeyParser {
  /// Reports its findings about a key in AWS's words: of a resource that works already, AWS removes the slash.
  fileprivate func report(_ findings: inout Findings) {
    for diagnostic in diagnostics {
      findings.report(diagnostic.isOf(.trailingSlash) ? diagnostic.with(severity: .warning) : diagnostic)
    }
  }
}

extension Model.Property {
  /// Checks that its keys have the form of route keys.
  fileprivate func checkKeys(_ findings: inout Findings) {
    for member in members where member.form == .mapping {
      var parser = RouteKeyParser(member.name, at: member.key)
      _ = parser.parse()
      parser.report(&findings)
    }
  }

  /// Checks the method and the characters in the known parts of keys that functions give.
  fileprivate func checkOpenKeys(_ findings: inout Findings) {
    for open in openTexts where !open.known.isEmpty {
      var parser = RouteKeyParser(open.parts.map { $0 ?? "x" }.joined(), at: mark)
      _ = parser.parse()
      if let flaw = parser.diagnostics.first(where: { $0.isOf(.segmentCharacters) }) { return findings.report(flaw) }
      guard let space = open.start.firstIndex(of: " ") else { continue }
      var method = RouteKeyParser("\(open.start[..<space]) /", at: mark)
      _ = method.parse()
      if let flaw = method.diagnostics.first { return findings.report(flaw) }
    }
  }
}
