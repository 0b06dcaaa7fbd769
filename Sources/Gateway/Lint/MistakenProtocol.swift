import Diagnostics

/// An API with a type that does not fit its routes or settings: what else it has of the other protocol is the same mistake.
enum MistakenProtocol {
  /// The findings, in which one about each such API is related to the others.
  static func joined(_ findings: [Diagnostic], _ paths: SpecPaths) -> [Diagnostic] {
    var joined = findings
    for signs in [ofWebSockets, ofRequests] where findings.contains(where: { signs.decisive.contains($0.id) }) {
      joined = signs.joined(joined, paths)
    }
    return joined
  }

  /// Settings of WebSocket APIs in an API of type HTTP.
  private static let ofWebSockets = Signs(
    decisive: [Rule.routeSelectionOfHttpApi.id, Rule.messageApiOfHttpApi.id, FindingKind.dollarKey.id],
    others: Set(
      [
        Rule.messageRouteOfHttpApi, .responseOfHttpRoute, .modelOfHttpApi, .loggingOfHttpApi, .messageTargetOfHttpApi,
        .integrationOfWebSocket, .payloadFormatOfHttpApi, .authorizerNeedsVersion,
      ].map(\.id) + [FindingKind.routeKey.id]),
    help: (
      language: "set `type: websocket` for a WebSocket API", raw: "set `ProtocolType: WEBSOCKET` for a WebSocket API"
    ))

  /// Settings of HTTP APIs in a WebSocket API.
  private static let ofRequests = Signs(
    decisive: [Rule.httpKeyAmongMessages.id],
    others: Set(
      [
        Rule.corsOfWebSocket, .jwtOfWebSocket, .httpKeyOfWebSocket, .payloadFormatOfWebSocket, .missingRouteSelection,
        .authorizationOfMessage, .defaultAuthWithoutConnect, .scopesWithoutTokens, .webSocketNeedsStage,
        .noDefaultRoute, .functionUriOfWebSocket, .defaultStageOfWebSocket, .urlVariable,
        .unusedAuthorizer,
      ].map(\.id)),
    help: (language: "remove `type: websocket` for an HTTP API", raw: "set `ProtocolType: HTTP` for an HTTP API"))

  /// Findings about an API of one type that is probably of the other one.
  private struct Signs {
    /// The findings that show it, the clearest first.
    let decisive: [String]
    let others: Set<String>
    let help: (language: String, raw: String)

    func joined(_ findings: [Diagnostic], _ paths: SpecPaths) -> [Diagnostic] {
      let owners = paths.names(underEach: "ApiId", in: "Properties")
      var groups: [[String]: [Int]] = [:]
      for (index, finding) in findings.enumerated() where contain(finding, paths) {
        if let api = MistakenProtocol.api(of: paths.path(of: finding.mark), owners) {
          groups[api, default: []].append(index)
        }
      }
      var joined = findings
      var rest: Set<Int> = []
      for (api, group) in groups where group.contains(where: { decisive.contains(findings[$0].id) }) {
        // An error remains if there is one.
        let gravest = group.map { findings[$0].severity }.max()
        let first = group.filter { findings[$0].severity == gravest }
        guard group.count > 1, gravest == .error,
          let main = decisive.lazy.compactMap({ id in first.first { findings[$0].id == id } }).first ?? first.first
        else { continue }
        let others = group.filter { $0 != main }
        // The first of each kind shows it; the rest only follows from the type.
        var shown: Set = [findings[main].id]
        joined[main].related += others.map { findings[$0] }.filter {
          ($0.severity == .error || decisive.contains($0.id)) && shown.insert($0.id).inserted
        }.map { Related(message: $0.message, mark: $0.mark) }
        joined[main].help = api[0] == "apis" ? help.language : help.raw
        rest.formUnion(others)
      }
      return joined.indices.filter { !rest.contains($0) }.map { joined[$0] }
    }

    private func contain(_ finding: Diagnostic, _ paths: SpecPaths) -> Bool {
      guard decisive.contains(finding.id) || others.contains(finding.id) else { return false }
      let isDollar = finding.isOf(.dollarKey)
      guard isDollar || finding.isOf(.routeKey) else { return true }
      let path = paths.path(of: finding.mark)
      let key = path.first == "apis" ? path.last ?? "" : paths.text(of: finding.mark)
      return isDollar ? RouteKey.reserved.contains(String(key.dropFirst())) : !key.contains("/") && !key.contains(" ")
    }
  }

  /// The place of the API that a place belongs to.
  private static func api(of path: [String], _ owners: [String: [String]]) -> [String]? {
    guard path.count >= 2, path[0] == "resources" else { return path.first == "apis" ? Array(path.prefix(2)) : nil }
    let owner = owners[path[1]]?.last ?? path[1]
    return owner.hasPrefix("apis.") ? ["apis", String(owner.dropFirst(5))] : ["resources", owner]
  }
}
