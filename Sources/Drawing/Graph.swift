/// A diagram of APIs in columns: clients, domains, stages, authorizers, routes, targets.
///
/// Requests flow from left to right.
public struct Graph: Sendable {
  /// The columns, from left to right.
  enum Column: Int, CaseIterable, Sendable {
    case clients, domains, stages, authorizers, routes, targets

    var title: String {
      switch self {
      case .clients: "Clients"
      case .domains: "Domains"
      case .stages: "Stages"
      case .authorizers: "Authorization"
      case .routes: "Routes"
      case .targets: "Targets"
      }
    }
  }

  /// A box.
  struct Node: Sendable {
    let id: String
    let column: Column
    /// The bold first line; empty for a box of lines only.
    let title: String
    /// Further lines.
    let lines: [String]
    /// The frame around it, in words: the VPC link of a private target.
    var frame: String?
    /// Whether everyone can call it.
    var isOpen = false
  }

  /// An arrow between two boxes.
  struct Edge: Hashable, Sendable {
    let from: String
    let to: String
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  /// The index of each box.
  private var indices: [String: Int] = [:]
  private var drawn: Set<Edge> = []

  /// Adds a box, unless it exists.
  mutating func add(_ node: Node) {
    if indices[node.id] != nil { return }
    indices[node.id] = nodes.count
    nodes.append(node)
  }

  /// Adds an arrow, unless it exists.
  mutating func connect(_ from: String, _ to: String) {
    let edge = Edge(from: from, to: to)
    if drawn.insert(edge).inserted { edges.append(edge) }
  }

  /// The index of a box.
  func index(of id: String) -> Int? { indices[id] }

  /// A box.
  subscript(_ id: String) -> Node? { indices[id].map { nodes[$0] } }

  /// The boxes of a column.
  func nodes(in column: Column) -> [Node] { nodes.filter { $0.column == column } }
}
