import Foundation
import Gateway
import Support
import Testing

/// The cases in Tests/Routing/cases.tsv, whose sources are on the page docs/routing.md.
@Suite struct RoutingCaseTests {
  static let cases = RoutingCase.all

  @Test func everyRowHasASource() {
    #expect(Self.cases.count >= 60)
    for row in Self.cases {
      #expect(row.source.hasPrefix("https://"), "\(row)")
      #expect(["documented", "observed"].contains(row.basis), "\(row)")
    }
  }

  /// Rows about the same request whose winners differ are those that `trace` is not sure about.
  @Test(arguments: Dictionary(grouping: cases, by: \.question).values.sorted { $0[0].request < $1[0].request })
  func theRouteIsFound(_ rows: [RoutingCase]) throws {
    let model = try #require(Compiled(rows[0].spec).model, "\(Compiled(rows[0].spec).text)")
    let trace = try rows[0].trace(model)
    let winners = Set(rows.map(\.winner))
    if winners.count == 1 {
      #expect(rows[0].result(trace) == rows[0].winner)
      #expect(trace.isCertain, "\(trace.doubts)")
    } else {
      #expect(Set(trace.candidates.map { $0 ?? "none" }) == winners)
      #expect(!trace.isCertain)
    }
  }

  /// The order of the routes does not matter.
  @Test(arguments: cases.filter { $0.kind == "route" })
  func theOrderDoesNotMatter(_ row: RoutingCase) throws {
    let model = try #require(Compiled(row.spec).model)
    let reversed = try #require(Compiled(row.reversed.spec).model)
    #expect(try row.trace(model).candidates == row.trace(reversed).candidates)
  }
}

/// A row of the table.
struct RoutingCase: Sendable, CustomTestStringConvertible {
  let kind, settings: String
  let routes: [String]
  let request, winner, basis, source: String

  static var all: [RoutingCase] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../Routing/cases.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return RoutingCase(
        kind: cells[0], settings: cells[1], routes: cells[2].components(separatedBy: "; "), request: cells[3],
        winner: cells[4], basis: cells[5], source: cells[6])
    }
  }

  var testDescription: String { "\(request) → \(winner)" }

  /// The row without its answer.
  var question: String { [kind, settings, routes.joined(separator: ";"), request].joined(separator: "\t") }

  var reversed: RoutingCase {
    RoutingCase(
      kind: kind, settings: settings, routes: routes.reversed(), request: request, winner: winner, basis: basis,
      source: source)
  }

  // MARK: The spec

  var spec: String {
    switch kind {
    case "mapping":
      "domains: {api.example.com: {exists: true}}\napis:\n"
        + routes.enumerated().map { index, path in
          "  api\(index): {routes: {$default: https://example.com}, domain: api.example.com\(path == "/" ? "" : path)}\n"
        }.joined()
    case "message":
      "apis:\n  chat:\n    type: websocket\n    stage: live\n    routeSelectionExpression: \(settings)\n    routes:\n"
        + routes.map { "      \($0): {mock: true}\n" }.joined()
    default: http
    }
  }

  private var http: String {
    var text =
      "apis:\n  store:\n    authorizers: {readers: {jwt: {issuer: \"https://id.example.com\", audience: web}}}\n"
    if kind == "stage" { text += "    stages: [\(settings)]\n" }
    if kind == "preflight" { text += "    cors: true\n" }
    text += "    routes:\n"
    for route in routes {
      let key = route.replacing(" auth", with: "")
      text += "      \(key): {http: https://example.com, auth: \(key == route ? "none" : "readers")}\n"
    }
    return text
  }

  // MARK: The result

  func trace(_ model: Model) throws -> Trace {
    if kind == "message" { return try Trace(message: request, headers: [], through: model, .init()) }
    let parts = request.split(separator: " ", maxSplits: 1).map(String.init)
    let headers =
      kind == "preflight"
      ? [
        TracedRequest.Pair("Origin", "https://www.example.com"),
        TracedRequest.Pair("Access-Control-Request-Method", "GET"),
      ] : []
    return try Trace(TracedRequest(method: parts[0], target: parts[1], headers: headers), through: model, .init())
  }

  func result(_ trace: Trace) -> String {
    switch (kind, trace.outcome) {
    case (_, .notFound): "none"
    case (_, .preflight): "API Gateway"
    case ("mapping", _): trace.api.flatMap { Int($0.dropFirst(3)) }.map { routes[$0] } ?? "?"
    case ("stage", _): "\(trace.stage ?? "?"): \(trace.route ?? "?")"
    case ("preflight", _): (trace.route ?? "?") + (trace.status.map { " \($0)" } ?? "")
    default: trace.route ?? "?"
    }
  }
}
