import Diagnostics
import YAMLTree

/// A key that the language does not have in a place: what was most likely meant by it.
struct UnknownKey {
  /// What to write instead.
  let help: String?
  /// The key that was meant, if that can be told.
  let meant: String?
  /// The key's new text, where there is one right answer.
  let replacement: String?
  /// Whether all the other keys stand one level below it.
  private(set) var isWrapper = false

  /// A key among those that are `known` in its place, and those of them that are `open`, not there yet.
  init(_ name: String, known: [String], open: [String], words: ForeignWords) {
    if let key = UnknownKey.withoutSpace(name, among: open) {
      let spaced = "\(key): \(name.dropFirst(key.count + 1))"
      (help, meant, replacement) = ("write a space behind the colon: `\(spaced)`", key, spaced)
      return
    }
    let plain = Suggestion.plain(name)
    let meaning = words.meaning(of: name, known: known, open: open)
    if let same = open.first(where: { Suggestion.plain($0) == plain }), meaning?.isExact != true {
      (help, meant, replacement) = ("did you mean `\(same)`?", same, same)
    } else if let meaning {
      (help, meant, replacement) = (meaning.help, meaning.key, meaning.isRenaming ? meaning.key : nil)
      isWrapper = meaning.isExact
    } else if let nearest = Suggestion.nearest(to: name, among: open) {
      (help, meant, replacement) = (
        "did you mean `\(nearest)`?", nearest, Suggestion.certain(for: name, among: open)
      )
    } else if let there = words.meaning(of: name, known: known, open: known)?.key
      ?? Suggestion.nearest(to: name, among: known)
    {
      (help, meant, replacement) = ("did you mean `\(there)`? It is there already", nil, nil)
    } else {
      (help, meant, replacement) = (Suggestion.help(for: name, among: open), nil, nil)
    }
  }

  /// `lambda` of `{lambda:books}`, which YAML takes for one word.
  private static func withoutSpace(_ name: String, among names: [String]) -> String? {
    guard let colon = name.firstIndex(of: ":") else { return nil }
    return names.first { $0 == name[..<colon] }
  }
}

extension Reader {
  /// Reports a key that is not known, and tells what was most likely meant by it.
  @discardableResult
  func reportUnknown(
    _ key: Node, value: Node, known: [String], open: [String], taken: Set<String> = []
  ) -> UnknownKey {
    let name = tree.string(key)
    let unknown = UnknownKey(name, known: known, open: open, words: words)
    // A key without a space behind it has no value of its own; another one keeps its value.
    let isFixable = unknown.replacement?.contains(":") == true ? isEmpty(value) && tree.isPlain(key) : true
    let isTaken = unknown.meant.map(taken.contains) ?? false
    report(
      .unknownKey, at: tree.mark(key), "unknown key \(Reader.quoted(name))", help: unknown.help,
      fix: isFixable && !isTaken ? unknown.replacement.flatMap { replacing(key, with: $0) } : nil)
    return unknown
  }

  /// Whether a key swallowed the beginning of its own value: `GET /books:{lambda: books}`, which YAML takes for the key
  /// `GET /books:{lambda`. Then that is told, and neither the key nor the value means anything.
  func reportsMissingSpace(_ key: Node, value: Node) -> Bool {
    guard tree.kind(value) == .scalar, tree.withText(value, { $0.last == UInt8(ascii: "}") }), tree.isPlain(value),
      tree.isPlain(key)
    else { return false }
    let (name, rest) = (tree.string(key), tree.string(value))
    guard name.mentions(":{") else { return false }
    let spaced = name.replacing(":{", with: ": {", maxReplacements: 1)
    report(
      .badName, at: tree.mark(key), "\(Reader.quoted(name)) is no key",
      help: "write a space behind the colon: `\(spaced): \(rest)`", fix: replacing(key, with: spaced))
    return true
  }

  /// The fix that gives a scalar another text; none where its text does not stand in the file as it reads.
  public func replacing(_ node: Node, with text: String) -> Fix? {
    let original = tree.string(node)
    guard let mark = tree.textMark(node), original == sourceText(mark) else { return nil }
    return Fix("write `\(text)`", at: mark, original: original, replacement: text)
  }
}
