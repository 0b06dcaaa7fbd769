import Diagnostics
import SpecReading
import YAMLTree

/// The keys that lead to each place of a spec.
struct SpecPaths {
  private let tree: Tree
  private let root: Node
  private var places: [Place] = []
  /// The files that were walked through.
  private var files: Set<UInt32> = []

  private struct Place {
    let start: UInt64
    let path: [String]
    let value: Node
  }

  init(_ tree: Tree, root: Node) {
    self.tree = tree
    self.root = root
    walk(root, [])
    // Of places that start together, the innermost is last.
    places.sort { ($0.start, $0.path.count) < ($1.start, $1.path.count) }
  }

  /// An alias is walked where its anchor is; a file that the value is read from, once.
  private mutating func walk(_ node: Node, _ path: [String]) {
    if tree.isAlias(node) {
      let target = tree.target(node)
      let source = tree.mark(target).source
      guard source != tree.mark(node).source, files.insert(source).inserted else { return }
      return walk(target, path)
    }
    switch tree.kind(node) {
    case .scalar: break
    case .sequence:
      for (index, item) in tree.items(node).enumerated() { add(item, at: item, path + [String(index)]) }
    case .mapping:
      for (key, value) in tree.entries(node) {
        let inner = path + [tree.string(key)]
        places.append(Place(start: tree.mark(key).place, path: inner, value: value))
        add(value, at: value, inner)
      }
    }
  }

  private mutating func add(_ value: Node, at place: Node, _ path: [String]) {
    places.append(Place(start: tree.mark(place).place, path: path, value: value))
    walk(value, path)
  }

  /// The innermost place that starts at a mark, or last before it.
  private func place(of mark: Mark) -> Place? {
    let start = mark.place
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].start <= start { low = middle + 1 } else { high = middle }
    }
    guard low > 0, places[low - 1].start >> 32 == start >> 32 else { return nil }
    return places[low - 1]
  }

  /// The keys that lead to a mark; empty if it is outside of the spec.
  func path(of mark: Mark) -> [String] { place(of: mark)?.path ?? [] }

  /// The value at a mark.
  func value(of mark: Mark) -> Node? { place(of: mark)?.value }

  /// The texts in a part of each resource, by its name.
  func names(underEach key: StaticString, in part: StaticString? = nil) -> [String: [String]] {
    var names: [String: [String]] = [:]
    guard let resources = tree.value("resources", in: root) else { return names }
    for resource in tree.entries(resources) {
      let owner = part.flatMap { tree.value($0, in: resource.value) } ?? resource.value
      names[tree.string(resource.key)] = tree.value(key, in: owner).map { self.names(under: $0) }
    }
    return names
  }

  /// The text of a scalar at a mark.
  func text(of mark: Mark) -> String { value(of: mark).map(tree.string) ?? "" }

  /// The names in the text of a mark: `books` and `Arn` of `!GetAtt books.Arn`.
  func names(at mark: Mark) -> [String] {
    let bytes = tree.sources[Int(mark.source)].bytes
    let range = Int(mark.start)..<min(Int(mark.end), bytes.count)
    return bytes[range].split { !isPartOfName($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  private func isPartOfName(_ byte: UInt8) -> Bool { byte >= 0x80 || KeyGrammar.isPartOfName(byte) }

  /// The keys and texts under a value that names may be defined by.
  func names(under value: Node, depth: Int = 3) -> [String] {
    guard depth > 0, !tree.isAlias(value) else { return [] }
    return switch tree.kind(value) {
    case .scalar: [tree.string(value)]
    case .sequence: tree.items(value).flatMap { names(under: $0, depth: depth - 1) }
    case .mapping: tree.entries(value).flatMap { [tree.string($0.key)] + names(under: $0.value, depth: depth - 1) }
    }
  }

  /// Whether a value is a mapping.
  func isMapping(_ value: Node) -> Bool { tree.kind(value) == .mapping }
}
