import YAMLTree

/// A mapping of texts with free keys, or an `Fn::If` of two of them, which is read as one mapping whose values are `Fn::If`.
public struct ConditionalTextsSchema: Schema {
  private typealias Entry = (key: Node, value: Node)
  private let base: MapSchema<TextSchema> = .map(.text, keys: .any)

  /// Reads the mapping.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> [Named<Given<String>>]? {
    guard reader.arguments(ofIf: node) != nil else { return base.read(node, key: key, reader) }
    guard let entries = entries(of: node, reader) else { return nil }
    return base.read(reader.tree.mapping(entries, like: node), key: key, reader)
  }

  /// The entries of a mapping, each under the conditions of the functions around it.
  private func entries(of node: Node, _ reader: Reader) -> [Entry]? {
    guard let arguments = reader.arguments(ofIf: node) else {
      guard reader.tree.kind(node) == .mapping, reader.isUntagged(node) else {
        reader.mismatch(node, expected: expectation)
        return nil
      }
      return Array(reader.tree.entries(node))
    }
    guard arguments.count == 3 else {
      reader.reportIncompleteIf(node)
      return nil
    }
    let arms = arguments.dropFirst().map { reader.isNoValue($0) ? [] : entries(of: $0, reader) }
    guard let first = arms[0], let second = arms[1] else { return nil }
    return joined(first, second, arguments, of: node, reader)
  }

  private func joined(
    _ first: [Entry], _ second: [Entry], _ arguments: [Node], of node: Node, _ reader: Reader
  ) -> [Entry]? {
    let nothing = arguments.dropFirst().first(where: reader.isNoValue)
    let names = first.map { reader.tree.string($0.key) }
    let others = second.filter { !names.contains(reader.tree.string($0.key)) }
    var entries: [Entry] = []
    for (key, value) in first + others {
      let name = reader.tree.string(key)
      let other = second.first { reader.tree.string($0.key) == name }?.value
      let isInFirst = names.contains(name)
      guard let one = isInFirst ? value : nothing, let two = isInFirst ? other ?? nothing : value else {
        reader.report(
          .wrongKind, at: reader.tree.mark(key), "only one of the two values of `!If` has a key \(Reader.quoted(name))",
          help: "write `\(name): !If [CONDITION, …, !Ref AWS::NoValue]`")
        return nil
      }
      entries.append((key, function([arguments[0], one, two], like: node, reader)))
    }
    return entries
  }

  /// An `Fn::If` in the spelling of another one.
  private func function(_ arguments: [Node], like node: Node, _ reader: Reader) -> Node {
    guard reader.tree.kind(node) == .mapping, let entry = reader.tree.entries(node).first(where: { _ in true }) else {
      return reader.tree.list(arguments, like: node, withTag: true)
    }
    return reader.tree.mapping([(entry.key, reader.tree.list(arguments, like: entry.value))], like: node)
  }

  /// An element without a value is an empty mapping.
  public func readElement(_ node: Node, key: Mark, _ reader: Reader) -> [Named<Given<String>>]? {
    reader.isEmpty(node) ? [] : read(node, key: key, reader)
  }

  /// No texts.
  public var placeholder: [Named<Given<String>>] { [] }
  /// Of functions, only `Fn::If` is accepted.
  public var takesIntrinsic: Bool { true }
  /// Texts by name.
  public var shape: Shape { base.shape }
  /// The expected value, for messages.
  public var expectation: String { base.expectation }
}

extension Schema where Self == ConditionalTextsSchema {
  /// A mapping of texts with free keys, which may depend on conditions.
  public static var conditionalTexts: Self { ConditionalTextsSchema() }
}
