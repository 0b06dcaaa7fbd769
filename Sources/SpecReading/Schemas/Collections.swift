import TextSearch
import YAMLTree

/// A list, or a single item without brackets.
public struct ListSchema<Item: Schema>: Schema {
  let item: Item

  /// Reads each item. A function in place of the list may return an item or the whole list: its target decides.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Many<Item.Value>? {
    let mark = reader.tree.mark(node)
    if reader.tree.kind(node) == .sequence, reader.isUntagged(node) {
      guard reader.takes(node) else { return nil }
      var items: [Item.Value] = []
      items.reserveCapacity(reader.tree.count(node))
      for child in reader.tree.items(node) {
        if let value = item.read(child, key: reader.tree.mark(child), reader) { items.append(value) }
      }
      return Many(items: items, mark: mark, node: node)
    }
    if item.takesIntrinsic, reader.isIntrinsic(node) {
      let lone = item.read(node, key: key, reader)
      return Many(items: lone.map { [$0] } ?? [], intrinsic: node, mark: mark, node: node)
    }
    if case .words(let words) = item.shape, let help = severalWords(node, words, reader) {
      reader.report(
        .notAllowed, at: mark, "expected \(expectation), found \(Reader.quoted(reader.tree.string(node)))", help: help)
      return nil
    }
    if let names = namesOfElements(node, reader) {
      reader.mismatch(node, expected: expectation, help: Suggestion.asList(names))
      return nil
    }
    return item.read(node, key: key, reader).map { Many(items: [$0], mark: mark, node: node) }
  }

  /// The keys of a mapping of elements in place of their names: `{web: {}, app: {}}`; nil for another value.
  private func namesOfElements(_ node: Node, _ reader: Reader) -> [String]? {
    guard reader.tree.kind(node) == .mapping, reader.isUntagged(node), !reader.isIntrinsic(node) else { return nil }
    var names: [String] = []
    for entry in reader.tree.entries(node) {
      let (name, value) = (reader.tree.string(entry.key), entry.value)
      let isPresent = reader.isEmpty(value) || reader.tree.kind(value) == .mapping || reader.tree.equals(value, "true")
      guard isPresent, item.shape.isText(allowing: name) else { return nil }
      names.append(name)
    }
    return names.isEmpty ? nil : names
  }

  /// The list to write for words with commas between them; nil for another value.
  private func severalWords(_ node: Node, _ words: [String], _ reader: Reader) -> String? {
    guard reader.tree.kind(node) == .scalar else { return nil }
    return Suggestion.several(in: reader.tree.string(node), among: words).map(Suggestion.asList)
  }

  /// An empty list without a location.
  public var placeholder: Many<Item.Value> { Many(items: [], intrinsic: nil, mark: .nowhere) }
  /// One item or a list.
  public var shape: Shape { .list(item.fullShape) }
  /// The expected value, for messages.
  public var expectation: String {
    item.expectation + (item.expectation.mentions(" or ") ? ", or a list" : " or a list")
  }
}

/// Elements by name.
public struct MapSchema<Item: Schema>: Schema {
  let item: Item
  let keys: KeyGrammar
  /// Whether a list of names is a mapping of elements without options.
  var takesNames = false

  /// Reads each element. The element decides whether an empty value is allowed.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> [Named<Item.Value>]? {
    if takesNames, let names = reader.namesOfElements(node, keys) {
      return names.compactMap { name in
        element(reader.tree.string(name), name, reader.tree.mapping([], like: name), reader)
      }
    }
    guard reader.tree.kind(node) == .mapping, reader.isUntagged(node) else {
      reader.reportNoElements(node, key: key, expected: expectation, keys, of: item.shape.object?.type)
      return nil
    }
    guard reader.takes(node) else { return nil }
    let mayBeLevel = item.takesIntrinsic && item.shape.object == nil
    var elements: [Named<Item.Value>] = []
    elements.reserveCapacity(reader.tree.count(node))
    for entry in reader.tree.entries(node) {
      guard let name = reader.nameOfElement(entry.key, entry.value, keys, isRaw: Item.Value.self == Raw.self)
      else { continue }
      if mayBeLevel, reader.reportsLevel(entry.key, name, entry.value, expected: { item.expectation }) { continue }
      if let element = element(name, entry.key, entry.value, reader) { elements.append(element) }
    }
    return elements
  }

  private func element(_ name: String, _ key: Node, _ value: Node, _ reader: Reader) -> Named<Item.Value>? {
    let mark = reader.tree.mark(key)
    return item.readElement(value, key: mark, reader).map { Named(name: name, mark: mark, node: key, value: $0) }
  }

  /// An element without a value is an empty mapping.
  public func readElement(_ node: Node, key: Mark, _ reader: Reader) -> [Named<Item.Value>]? {
    reader.isEmpty(node) ? [] : read(node, key: key, reader)
  }

  /// An empty mapping.
  public var placeholder: [Named<Item.Value>] { [] }
  /// Elements by name.
  public var shape: Shape {
    takesNames ? .either([.map(item.fullShape, keys), .list(.text)]) : .map(item.fullShape, keys)
  }
  /// The expected value, for messages.
  public var expectation: String { takesNames ? "a mapping or a list of names" : "a mapping" }
}

/// The allowed keys of a mapping.
public enum KeyGrammar: Sendable {
  /// Names: letters, digits, `-` and `_`.
  case names
  /// Any key: the field checks the keys itself.
  case any

  /// A key in help.
  var example: String { self == .names ? "NAME" : "KEY" }

  /// Whether a text is a valid name.
  public static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isPartOfName)
  }

  /// Whether a byte may be in a name.
  @inlinable
  public static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

extension Schema {
  /// A list, or a single item.
  public static func list<I: Schema>(_ item: I) -> Self where Self == ListSchema<I> { ListSchema(item: item) }
  /// Elements by name.
  public static func map<I: Schema>(_ item: I, keys: KeyGrammar = .names) -> Self where Self == MapSchema<I> {
    MapSchema(item: item, keys: keys)
  }
  /// Elements by name; a list of names is a mapping of elements without options.
  public static func mapOrNames<I: Schema>(_ item: I, keys: KeyGrammar = .names) -> Self where Self == MapSchema<I> {
    MapSchema(item: item, keys: keys, takesNames: true)
  }
}
