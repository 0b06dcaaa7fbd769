import SpecReading
import YAMLTree

/// Strings by key, or a single string for the key `$default`.
struct KeyedTextSchema: Schema {
  let item: TextSchema
  let what: String

  var placeholder: [Named<Given<String>>] { [] }
  var shape: Shape { .either([item.shape, .map(.either([item.shape, .function]), .any), .function]) }
  var expectation: String { "\(what) by key, or a single one for `$default`" }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> [Named<Given<String>>]? {
    if reader.tree.kind(node) == .mapping && !reader.isIntrinsic(node) || reader.isConditionalMapping(node) {
      return reader.read(node, as: .conditionalMap(.map(item, keys: .any)), key: key)
    }
    if reader.tree.kind(node) == .sequence {
      reader.mismatch(node, expected: expectation)
      return nil
    }
    guard let lone = reader.read(node, as: item, key: key) else { return nil }
    return [Named(name: "$default", mark: lone.mark, value: lone)]
  }
}

extension Schema where Self == KeyedTextSchema {
  /// Mapping templates by template selection key.
  static var templates: KeyedTextSchema { KeyedTextSchema(item: .text, what: "templates") }
  /// Model names by model selection key.
  static var modelNames: KeyedTextSchema { KeyedTextSchema(item: .text(1...128), what: "model names") }
}
