import TextSearch

extension Graph {
  /// The diagram in Mermaid's language, for Markdown.
  public var mermaid: String {
    var lines = ["flowchart LR"]
    for column in Column.allCases {
      let nodes = nodes(in: column)
      if nodes.isEmpty { continue }
      lines.append("  subgraph \(column)[\"\(column.title)\"]")
      lines += nodes.map { node in
        "    \(number(of: node.id))[\"\(label(node, lineBreak: "<br/>", Graph.mermaidText))\"]"
          + (node.isOpen ? ":::open" : "")
      }
      lines.append("  end")
    }
    lines += edges.map { "  \(number(of: $0.from)) --> \(number(of: $0.to))" }
    lines.append("  classDef open stroke:#d1242f,stroke-width:2px")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The diagram in Graphviz's language: `dot -Tsvg`.
  public var dot: String {
    var lines = [
      "digraph {", "  rankdir=LR; nodesep=0.2; ranksep=0.8; fontname=\"sans-serif\"",
      "  node [shape=box, style=rounded, fontname=\"sans-serif\", fontsize=11]; edge [color=\"#8c959f\"]",
    ]
    for column in Column.allCases {
      let nodes = nodes(in: column)
      if nodes.isEmpty { continue }
      lines.append("  subgraph \(column) { rank=same")
      lines += nodes.map { node in
        "    \(number(of: node.id)) [label=\"\(label(node, lineBreak: "\\l", Graph.dotText))\\l\""
          + (node.isOpen ? ", color=\"#d1242f\"" : "") + "]"
      }
      lines.append("  }")
    }
    lines += edges.map { "  \(number(of: $0.from)) -> \(number(of: $0.to))" }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private func label(_ node: Node, lineBreak: String, _ escape: (String) -> String) -> String {
    var lines = node.title.isEmpty ? node.lines : [node.title] + node.lines
    if let frame = node.frame { lines.append(frame) }
    return lines.map(escape).joined(separator: lineBreak)
  }

  /// An identifier that both languages accept.
  private func number(of id: String) -> String { "n\(index(of: id) ?? 0)" }

  private static func mermaidText(_ text: String) -> String {
    text.map { character in
      switch character {
      case "\"": "#quot;"
      case "<": "#lt;"
      case ">": "#gt;"
      case "#": "#35;"
      case "\n", "\r": " "
      default: String(character)
      }
    }.joined()
  }

  private static func dotText(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
  }
}
