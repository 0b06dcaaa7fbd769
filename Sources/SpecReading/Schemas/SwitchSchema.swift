import YAMLTree

/// `true` to enable a feature with default settings, `false` to disable it, or its settings.
public struct Switched<T: Sendable>: Sendable {
  /// Whether the feature is enabled.
  public let isOn: Bool
  /// The settings, if any.
  public let fields: T?
  /// Where it is: the flag, or the key of the settings.
  public let mark: Mark
  /// The node of the flag or of the settings; nil for a default.
  public let node: Node?
}

/// A boolean, or an object with fixed keys.
public struct SwitchSchema<T: SpecObject>: Schema {
  /// Reads a boolean or a mapping; a function is not accepted.
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> Switched<T>? {
    if reader.tree.kind(node) == .mapping, reader.isUntagged(node), !reader.isIntrinsic(node) {
      return ObjectSchema<T>().read(node, key: key, reader).map {
        Switched(isOn: true, fields: $0, mark: key, node: node)
      }
    }
    let isShort =
      reader.listShorthand(of: T.self, at: node) != nil || T.shorthand(for: reader.text(in: node)) != nil
    if isShort, !reader.isFlagLike(node), !reader.isEmpty(node) {
      return ObjectSchema<T>().read(node, key: key, reader).map {
        Switched(isOn: true, fields: $0, mark: reader.tree.mark(node), node: node)
      }
    }
    guard reader.tree.kind(node) == .scalar, !reader.isIntrinsic(node), reader.isFlagLike(node) else {
      reader.mismatch(node, expected: expectation, help: help(node, reader))
      return nil
    }
    guard let flag = FlagSchema().read(node, key: key, reader)?.literal else { return nil }
    return Switched(isOn: flag, fields: nil, mark: reader.tree.mark(node), node: node)
  }

  /// Help for a text that is not a short form.
  private func help(_ node: Node, _ reader: Reader) -> String? {
    reader.tree.kind(node) == .scalar && !reader.isEmpty(node) ? T.help(forText: reader.tree.string(node)) : nil
  }

  /// Disabled, without a location.
  public var placeholder: Switched<T> { Switched(isOn: false, fields: nil, mark: .nowhere, node: nil) }
  /// A boolean or the settings.
  public var shape: Shape { .either([.flag, .object(T.self)]) }
  /// The expected value, for messages.
  public var expectation: String { "`true`, `false` or a mapping" }
}

extension Reader {
  /// Whether a scalar looks like a boolean, possibly in another language's spelling.
  fileprivate func isFlagLike(_ node: Node) -> Bool {
    guard tree.kind(node) == .scalar else { return false }
    let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "y", "n", "1", "0"]
    return words.contains(tree.string(node).lowercased())
  }
}

extension Schema {
  /// A boolean, or an object with fixed keys.
  public static func switched<T: SpecObject>(_ type: T.Type) -> Self where Self == SwitchSchema<T> { SwitchSchema<T>() }
}
