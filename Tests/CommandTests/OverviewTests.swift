import Foundation
import FoundationXML
import Testing

/// `routes` and `graph`.
@Suite struct OverviewTests {
  private static let spec = """
    stack: shop
    functions: {books: {runtime: nodejs24.x, handler: index.handler, code: {inline: "exports.handler = async () => ({})"}}}
    apis:
      store:
        authorizers: {readers: {jwt: {issuer: https://id.example.com, audience: web}}}
        defaultAuth: readers
        routes:
          GET /books: {lambda: books, auth: none}
          POST /books: {lambda: books, throttle: {rate: 5, burst: 10}}
          GET /<a>: {http: "https://example.com/a?lang=hidden", auth: iam}
          $default: {http: https://example.com, auth: {authorizer: readers, scopes: read}}
      chat:
        type: websocket
        stage: live
        routes: {$connect: {lambda: books, auth: iam}, $default: books}
    resources:
      Raw: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: raw, ProtocolType: HTTP}}
      Hello: {Type: AWS::ApiGatewayV2::Integration, Properties: {ApiId: !Ref Raw, IntegrationType: HTTP_PROXY, IntegrationMethod: GET, IntegrationUri: https://example.org, PayloadFormatVersion: "1.0"}}
      GetHello: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Raw, RouteKey: GET /hello, Target: !Sub "integrations/${Hello}"}}

    """.replacing("GET /<a>", with: "GET /a")

  private func run(_ arguments: String...) throws -> String {
    let workspace = try Workspace(["spec.yaml": Self.spec])
    let outcome = try Outcome(of: [Program.path] + arguments, in: workspace)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors == "")
    return outcome.output
  }

  @Test func routesAreATable() throws {
    #expect(
      try run("routes", "spec.yaml") == """
        API    METHOD  PATH      TARGET                 AUTHORIZATION              THROTTLE         PLACE
        store  GET     /books    books                  none                                        spec.yaml:8
        store  POST    /books    books                  jwt readers (defaultAuth)  5/s, 10 at once  spec.yaml:9
        store  GET     /a        https://example.com/a  iam                                         spec.yaml:10
        store  -       $default  https://example.com    jwt readers, scopes read                    spec.yaml:11
        chat   -       $connect  books                  iam                                         spec.yaml:15
        chat   -       $default  books                  iam ($connect)                              spec.yaml:15
        Raw    GET     /hello    https://example.org    none                                        spec.yaml:19

        """)
  }

  @Test func openRoutes() throws {
    let lines = try run("routes", "spec.yaml", "--open").split(separator: "\n")
    #expect(lines.dropFirst().map { $0.prefix(5) } == ["store", "Raw  "])
  }

  @Test func routesAsJSONAndMarkdown() throws {
    let json = try JSONSerialization.jsonObject(with: Data(run("routes", "spec.yaml", "-f", "json").utf8))
    let routes = json as? [[String: Any]]
    #expect(routes?.map { $0["open"] as? Bool } == [true, false, false, false, false, false, true])
    #expect(routes?[1]["authorizationSource"] as? String == "defaultAuth")
    #expect(routes?[4]["stages"] as? [String] == ["live"])
    let markdown = try run("routes", "spec.yaml", "-f", "markdown")
    #expect(markdown.contains("| store | `GET /books` | books | **none** |  |\n"))
  }

  @Test func aSpecWithErrorsHasNoRoutes() throws {
    let workspace = try Workspace(["spec.yaml": "apis: {store: {routes: {GET /x: nothing}}}"])
    for command in ["routes", "graph"] {
      let outcome = try workspace.run(command, "spec.yaml")
      #expect(outcome.status == 1)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("[REF001]"))
    }
  }

  @Test func graphInMermaidAndDot() throws {
    let mermaid = try run("graph", "spec.yaml", "-f", "mermaid")
    #expect(mermaid.hasPrefix("flowchart LR\n  subgraph clients[\"Clients\"]\n"))
    #expect(mermaid.contains("[\"jwt readers, scopes read\"]"))
    #expect(mermaid.contains("[\"GET /books\"]:::open"))
    #expect(!mermaid.contains("hidden"))
    let dot = try run("graph", "spec.yaml", "-f", "dot")
    #expect(dot.hasPrefix("digraph {\n") && dot.hasSuffix("}\n"))
    #expect(dot.contains("[label=\"GET /books\\l\", color=\"#d1242f\"]"))
  }

  @Test func graphIsXML() throws {
    let workspace = try Workspace(["spec.yaml": Self.spec.replacing("name: raw", with: "name: \"<&\\\"\"")])
    let svg = try workspace.run("graph", "spec.yaml").output
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    #expect(!svg.contains("hidden"))
  }

  /// Boxes do not overlap, and are on the page: in a diagram with many routes, too.
  @Test(arguments: [3, 60])
  func boxesDoNotOverlap(_ count: Int) throws {
    let routes = (0..<count).map {
      "          GET /r\($0): {http: https://b\($0).example.com, auth: \($0 % 3 == 0 ? "none" : "iam")}\n"
    }
    let spec = Self.spec.replacing("          GET /books: {lambda: books, auth: none}\n", with: routes.joined())
    let workspace = try Workspace(["spec.yaml": spec])
    let svg = try workspace.run("graph", "spec.yaml").output
    let pattern = /class="box[^"]*" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/
    let boxes = svg.matches(of: pattern).map { match in
      [match.1, match.2, match.3, match.4].compactMap { Double($0) }
    }
    #expect(boxes.count > 10)
    for (index, a) in boxes.enumerated() {
      for b in boxes[..<index] {
        let apart = a[0] + a[2] <= b[0] || b[0] + b[2] <= a[0] || a[1] + a[3] <= b[1] || b[1] + b[3] <= a[1]
        #expect(apart, "\(a) \(b)")
      }
    }
    let size = svg.firstMatch(of: /viewBox="0 0 ([\d.]+) ([\d.]+)"/)
    let (width, height) = (Double(size?.1 ?? "") ?? 0, Double(size?.2 ?? "") ?? 0)
    #expect(boxes.allSatisfy { $0[0] >= 0 && $0[0] + $0[2] <= width && $0[1] >= 0 && $0[1] + $0[3] <= height })
    // Many routes share few boxes.
    #expect(boxes.count < 40)
  }
}
