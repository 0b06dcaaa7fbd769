/// The positions of the boxes of a diagram, in pixels.
struct GraphLayout {
  /// A rectangle.
  struct Box {
    var x: Double
    var y: Double
    let width: Double
    let height: Double
  }

  /// A frame around neighboring boxes.
  struct Frame {
    let title: String
    fileprivate(set) var box: Box
  }

  private(set) var boxes: [String: Box] = [:]
  private(set) var frames: [Frame] = []
  /// The title and the left edge of each column that has boxes.
  private(set) var columns: [(title: String, x: Double)] = []
  private(set) var width = 0.0
  private(set) var height = 0.0
  private let graph: Graph

  static let lineHeight = 17.0
  static let padding = 10.0
  private static let gap = 16.0
  private static let columnGap = 64.0
  private static let margin = 24.0
  private static let header = 34.0
  private static let framePadding = 14.0
  private static let frameTitle = 18.0
  /// The width of a character, about the widest of usual fonts: text is not measured.
  private static let characterWidth = 7.3
  /// The same in bold.
  private static let boldWidth = 8.3
  /// The number of characters of a line; longer ones are cut off.
  static let maximumCharacters = 42

  init(_ graph: Graph) {
    self.graph = graph
    let order = GraphOrder(graph).columns
    var x = GraphLayout.margin
    for (column, ids) in zip(Graph.Column.allCases, order) where !ids.isEmpty {
      let nodes = ids.compactMap { graph[$0] }
      let width = nodes.map(GraphLayout.width).max() ?? 0
      let inset = nodes.contains { $0.frame != nil } ? GraphLayout.framePadding : 0
      columns.append((column.title, x + inset))
      place(nodes, x: x + inset, width: width)
      x += width + 2 * inset + GraphLayout.columnGap
    }
    width = x - GraphLayout.columnGap + GraphLayout.margin
    center()
    height += GraphLayout.margin
  }

  private static func width(of node: Graph.Node) -> Double {
    func width(of text: String, _ character: Double) -> Double {
      Double(min(text.count, maximumCharacters)) * character
    }
    let lines = node.lines.map { width(of: $0, characterWidth) }.max() ?? 0
    return max(90, max(lines, width(of: node.title, boldWidth)) + 2 * padding)
  }

  private static func height(of node: Graph.Node) -> Double {
    Double(node.lines.count + (node.title.isEmpty ? 0 : 1)) * lineHeight + 2 * padding - 3
  }

  /// Places the boxes of a column below each other, those of a frame together.
  private mutating func place(_ nodes: [Graph.Node], x: Double, width: Double) {
    var y = GraphLayout.margin + GraphLayout.header
    var frames: [String?] = []
    for node in nodes where !frames.contains(node.frame) { frames.append(node.frame) }
    for frame in frames {
      let top = y
      if frame != nil { y += GraphLayout.frameTitle + GraphLayout.framePadding }
      for node in nodes where node.frame == frame {
        let box = Box(x: x, y: y, width: width, height: GraphLayout.height(of: node))
        boxes[node.id] = box
        y += box.height + GraphLayout.gap
      }
      guard let frame else { continue }
      y += GraphLayout.framePadding - GraphLayout.gap
      let inset = GraphLayout.framePadding
      self.frames.append(
        Frame(title: frame, box: Box(x: x - inset, y: top, width: width + 2 * inset, height: y - top)))
      y += GraphLayout.gap
    }
    height = max(height, y - GraphLayout.gap)
  }

  /// Moves each column to the middle, with its frames.
  private mutating func center() {
    for column in Graph.Column.allCases {
      let ids = graph.nodes(in: column).map(\.id)
      // Only targets have frames.
      let own = column == .targets ? Array(frames.indices) : []
      let bottoms =
        ids.compactMap { boxes[$0] }.map { $0.y + $0.height } + own.map { frames[$0].box.y + frames[$0].box.height }
      guard let bottom = bottoms.max() else { continue }
      let shift = (height - bottom) / 2
      for id in ids { boxes[id]?.y += shift }
      for index in own { frames[index].box.y += shift }
    }
  }
}

/// The order of the boxes in each column with few crossing arrows: each box near the middle of its neighbors.
private struct GraphOrder {
  private(set) var columns: [[String]]

  init(_ graph: Graph) {
    columns = Graph.Column.allCases.map { column in graph.nodes(in: column).map(\.id) }
    var neighbors: [String: [String]] = [:]
    for edge in graph.edges {
      neighbors[edge.from, default: []].append(edge.to)
      neighbors[edge.to, default: []].append(edge.from)
    }
    for _ in 0..<4 {
      for index in columns.indices { sort(index, neighbors) }
      for index in columns.indices.reversed() { sort(index, neighbors) }
    }
  }

  private mutating func sort(_ index: Int, _ neighbors: [String: [String]]) {
    var places: [String: Double] = [:]
    for (other, column) in columns.enumerated() where other != index {
      for (place, id) in column.enumerated() { places[id] = (Double(place) + 0.5) / Double(column.count) }
    }
    let own = columns[index]
    var middles: [String: Double] = [:]
    for (place, id) in own.enumerated() {
      let found = (neighbors[id] ?? []).compactMap { places[$0] }
      middles[id] = found.isEmpty ? (Double(place) + 0.5) / Double(own.count) : found.reduce(0, +) / Double(found.count)
    }
    let ranks = Dictionary(uniqueKeysWithValues: own.enumerated().map { ($1, $0) })
    columns[index] = own.sorted { ((middles[$0] ?? 0), ranks[$0] ?? 0) < ((middles[$1] ?? 0), ranks[$1] ?? 0) }
  }
}
