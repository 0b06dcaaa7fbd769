import YAMLTree

/// `true` for what is sane by default, `false` for nothing, or the fields that say what is wanted.
public struct Switched<T: Sendable>: Sendable {
  /// Whether it is wanted at all.
  public let isOn: Bool
  /// The fields, where they are written.
  public let fields: T?
  /// Where it stands: the flag, or the key above the fields.
  public let mark: Mark
  /// The node of the flag or of the fields; nil for what nobody wrote.
  public let node: Node?
}

/// A flag, or an object with fixed keys.
public struct SwitchSchema<T: SpecObject>: Schema {
  /// Reads a flag or a mapping; a function is neither.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Switched<T>? {
    if reader.tree.kind(node) == .mapping, reader.isUntagged(node), !reader.isIntrinsic(node) {
      return ObjectSchema<T>().read(node, key: key, reader).map {
        Switched(isOn: true, fields: $0, mark: key, node: node)
      }
    }
    guard reader.tree.kind(node) == .scalar, !reader.isIntrinsic(node), reader.isFlagLike(node) else {
      reader.mismatch(node, expected: expectation)
      return nil
    }
    guard let flag = FlagSchema().read(node, key: key, reader)?.literal else { return nil }
    return Switched(isOn: flag, fields: nil, mark: reader.tree.mark(node), node: node)
  }

  /// Off, nowhere.
  public var placeholder: Switched<T> { Switched(isOn: false, fields: nil, mark: .nowhere, node: nil) }
  /// A flag, or its fields.
  public var shape: Shape { .either([.flag, .object(T.self)]) }
  /// What is allowed.
  public var expectation: String { "`true`, `false` or a mapping" }
}

extension Reader {
  /// Whether a scalar is meant for a flag, if in YAML's or another language's spelling.
  fileprivate func isFlagLike(_ node: Node) -> Bool {
    let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "y", "n", "1", "0"]
    return words.contains(tree.string(node).lowercased())
  }
}

extension Schema {
  /// A flag, or an object with fixed keys.
  public static func switched<T: SpecObject>(_ type: T.Type) -> Self where Self == SwitchSchema<T> { SwitchSchema<T>() }
}
