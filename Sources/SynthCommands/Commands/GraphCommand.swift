import ArgumentParser
import Drawing
import Gateway

/// `graph SPEC…`
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", _superCommandName: Apigw.name,
    abstract: "Draw the APIs of a spec.",
    usage: "apigw-synth graph SPEC …",
    discussion: """
      A diagram in columns: clients, domains, stages, authorization, routes, targets. Routes with the same target and \
      authorization share a box; a red frame shows routes that everyone can call. The SVG needs no other file and follows \
      the reader's light or dark color scheme.

      EXAMPLES:
        apigw-synth graph spec.yaml > api.svg
        apigw-synth graph spec.yaml --format mermaid
        apigw-synth graph spec.yaml --format dot | dot -Tpng -o api.png
      """)

  /// An output format.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case svg, mermaid, dot
  }

  @Option(name: .shortAndLong, help: "svg, mermaid (for Markdown), or dot (for Graphviz).")
  var format = Format.svg

  @OptionGroup var options: OverviewOptions

  func run() throws {
    let specs = try options.compile()
    let graph = Graph(Overview(joining: specs.map(\.overview)))
    let text =
      switch format {
      case .svg: graph.svg
      case .mermaid: graph.mermaid
      case .dot: graph.dot
      }
    try Console.write(text)
  }
}
