import ArgumentParser
import Diagnostics
import Gateway
import JSONWriting
import TextSearch
import YAMLTree

/// `routes SPEC…`
struct RoutesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "routes", _superCommandName: Apigw.name,
    abstract: "Print the routes of a spec.",
    usage: "apigw-synth routes SPEC … [--open]",
    discussion: """
      Each route with its target, its authorization and the source of that, its throttle and its place in the spec. \
      Routes of `resources` and of OpenAPI documents are included.

      EXAMPLES:
        apigw-synth routes spec.yaml
        apigw-synth routes spec.yaml --open
        apigw-synth routes spec.yaml --format markdown
      """)

  @Option(name: .shortAndLong, help: "text, json (an array), or markdown (a table).")
  var format = PageFormat.text

  @Flag(help: "Print only routes that everyone can call.")
  var open = false

  @OptionGroup var options: OverviewOptions

  /// A route in the words of a table.
  private struct Row {
    let api: String
    let route: Overview.Route
    let stages: [String]
    let place: String

    var cells: [String] {
      let source = route.authorizationSource.map { " (\($0))" } ?? ""
      let link = route.target.link.map { " through VPC link \($0)" } ?? ""
      return [
        api, route.method.isEmpty ? "-" : route.method, route.path, route.target.name + link,
        route.authorization + source, route.throttle ?? "", place,
      ]
    }
  }

  private static let titles = ["API", "METHOD", "PATH", "TARGET", "AUTHORIZATION", "THROTTLE", "PLACE"]

  func run() throws {
    var rows: [Row] = []
    for item in try options.compile() {
      for api in item.overview.apis {
        for route in api.routes where !open || route.isOpen != false {
          rows.append(
            Row(api: api.name, route: route, stages: api.stages.map(\.name), place: place(route, item.compilation)))
        }
      }
    }
    switch format {
    case .text: try Console.write(rows.isEmpty ? [] : RoutesCommand.table(rows))
    case .markdown: try Console.write(RoutesCommand.markdown(rows))
    case .json: try Console.write(RoutesCommand.json(rows))
    }
  }

  private func place(_ route: Overview.Route, _ compilation: Compilation) -> String {
    compilation.location(of: route.mark).map { "\($0.file):\($0.line)" } ?? ""
  }

  /// Without columns that are empty in all rows.
  private static func table(_ rows: [Row]) -> [UInt8] {
    let cells = rows.map(\.cells)
    let used = titles.indices.filter { column in cells.contains { !$0[column].isEmpty } }
    return alignedColumns([used.map { titles[$0] }] + cells.map { row in used.map { row[$0] } })
  }

  private static func markdown(_ rows: [Row]) -> [UInt8] {
    let head = ["| API | route | target | authorization | throttle |", "| --- | --- | --- | --- | --- |"]
    let lines = rows.map { row -> String in
      let cells = row.cells.map { visible($0).replacing("|", with: "\\|") }
      let key = cells[1] == "-" ? cells[2] : "\(cells[1]) \(cells[2])"
      let authorization = row.route.isOpen == true ? "**\(cells[4])**" : cells[4]
      return "| \(cells[0]) | `\(key)` | \(cells[3]) | \(authorization) | \(cells[5]) |"
    }
    return Array((head + lines).map { $0 + "\n" }.joined().utf8)
  }

  private static func json(_ rows: [Row]) -> [UInt8] {
    var json = JSONWriter()
    json.array {
      for row in rows {
        let route = row.route
        $0.object {
          $0.member("api", row.api)
          $0.member("method", route.method.isEmpty ? nil : route.method)
          $0.member("path", route.path)
          $0.member("targetKind", route.target.kind.rawValue)
          $0.member("target", route.target.name)
          $0.member("vpcLink", route.target.link)
          $0.member("authorization", route.authorization)
          $0.member("authorizationSource", route.authorizationSource)
          $0.member("throttle", route.throttle)
          $0.member("place", row.place)
          $0.member("open", route.isOpen)
          $0.array("stages", row.stages)
        }
      }
    }
    return escapingInvisible(json.finish())
  }
}
