extension Graph {
  /// The diagram as SVG, without references to other files; it follows the reader's light or dark color scheme.
  public var svg: String {
    let layout = GraphLayout(self)
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Graph.number(layout.width)) \(Graph.number(layout.height))" \
      width="\(Graph.number(layout.width))" height="\(Graph.number(layout.height))" role="img">
      """,
      "<title>Diagram of the APIs: from clients to targets</title>", Graph.style,
      "<rect class=\"page\" width=\"100%\" height=\"100%\"/>",
    ]
    for column in layout.columns {
      lines.append(
        "<text class=\"column\" x=\"\(Graph.number(column.x))\" y=\"36\">\(Graph.escaped(column.title))</text>")
    }
    for frame in layout.frames {
      lines.append(Graph.rectangle(frame.box, "frame", radius: 10))
      lines.append(
        "<text class=\"label\" x=\"\(Graph.number(frame.box.x + 12))\" y=\"\(Graph.number(frame.box.y + 19))\">\(Graph.escaped(frame.title))</text>"
      )
    }
    for edge in edges {
      guard let from = layout.boxes[edge.from], let to = layout.boxes[edge.to] else { continue }
      let isOpen = self[edge.to]?.isOpen ?? false
      lines.append(Graph.curve(from, to, isOpen ? "edge open" : "edge"))
    }
    for node in nodes {
      if let box = layout.boxes[node.id] { lines += Graph.draw(node, box) }
    }
    return lines.joined(separator: "\n") + "\n</svg>\n"
  }

  private static func draw(_ node: Node, _ box: GraphLayout.Box) -> [String] {
    let kind = node.isOpen ? "box open" : "box \(node.column)"
    var lines = [rectangle(box, kind, radius: 6)]
    var y = box.y + GraphLayout.padding + 11
    for (index, text) in ([node.title] + node.lines).enumerated() where index > 0 || !text.isEmpty {
      let style = index == 0 ? "title" : node.column == .routes ? "code" : "label"
      lines.append(
        "<text class=\"\(style)\" x=\"\(number(box.x + GraphLayout.padding))\" y=\"\(number(y))\">\(escaped(short(text)))</text>"
      )
      y += GraphLayout.lineHeight
    }
    return lines
  }

  private static func rectangle(_ box: GraphLayout.Box, _ style: String, radius: Int) -> String {
    "<rect class=\"\(style)\" x=\"\(number(box.x))\" y=\"\(number(box.y))\" width=\"\(number(box.width))\" "
      + "height=\"\(number(box.height))\" rx=\"\(radius)\"/>"
  }

  private static func curve(_ from: GraphLayout.Box, _ to: GraphLayout.Box, _ style: String) -> String {
    let (x1, y1) = (from.x + from.width, from.y + from.height / 2)
    let (x2, y2) = (to.x, to.y + to.height / 2)
    let bend = max(28, (x2 - x1) * 0.45)
    return "<path class=\"\(style)\" d=\"M\(number(x1)) \(number(y1))C\(number(x1 + bend)) \(number(y1)) "
      + "\(number(x2 - bend)) \(number(y2)) \(number(x2)) \(number(y2))\"/>"
  }

  private static func short(_ text: String) -> String {
    if text.count <= GraphLayout.maximumCharacters { return text }
    return String(text.prefix(GraphLayout.maximumCharacters - 1)) + "…"
  }

  /// A number with at most one decimal.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }

  private static func escaped(_ text: String) -> String {
    String(
      text.unicodeScalars.map { scalar in
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        // XML does not allow them.
        case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: "\u{FFFD}"
        default: String(Character(scalar))
        }
      }.joined())
  }

  private static let style = """
    <style>
    text{font:13px system-ui,sans-serif;fill:#1f2328}
    .title{font-weight:600}
    .label,.column{fill:#59636e;font-size:12px}
    .column{text-transform:uppercase;letter-spacing:.06em;font-size:11px}
    .code{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
    .page{fill:#fff}
    .box{fill:#f6f8fa;stroke:#d1d9e0;stroke-width:1}
    .stages{fill:#ddf4ff;stroke:#54aeff}
    .authorizers{fill:#dafbe1;stroke:#4ac26b}
    .targets{fill:#fff8c5;stroke:#d4a72c}
    .open{fill:#fff5f5;stroke:#d1242f}
    .frame{fill:none;stroke:#8c959f;stroke-dasharray:5 4}
    .edge{fill:none;stroke:#8c959f;stroke-width:1.3}
    .edge.open{fill:none;stroke:#d1242f}
    @media (prefers-color-scheme:dark){
    text{fill:#f0f6fc}
    .label,.column{fill:#9198a1}
    .page{fill:#0d1117}
    .box{fill:#151b23;stroke:#3d444d}
    .stages{fill:#0c2d4a;stroke:#1f6feb}
    .authorizers{fill:#0f2e1a;stroke:#238636}
    .targets{fill:#2e2507;stroke:#9e6a03}
    .open{fill:#2b1214;stroke:#f85149}
    .edge.open{fill:none;stroke:#f85149}
    .frame,.edge{stroke:#656c76}
    }
    </style>
    """
}
