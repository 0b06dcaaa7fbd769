import Diagnostics
import TextSearch
import YAMLTree

/// An unknown key, and what was probably intended.
struct UnknownKey {
  /// What to write instead.
  let help: String?
  /// The intended key, if it is known.
  let meant: String?
  /// The corrected key, if exactly one fix is correct.
  let replacement: String?
  /// Whether all other keys are one level below it.
  private(set) var isWrapper = false
  /// Whether the help is not about this key only, so that it may be that of other keys as well.
  fileprivate(set) var isShared = false

  /// A key without a suggestion.
  init() { (help, meant, replacement) = (nil, nil, nil) }

  /// A key in an object with the `known` keys, of which the `open` ones are not used yet; `allowed` is the help that lists
  /// those to add.
  init(_ name: String, known: [String], open: [String], allowed: () -> String?, words: ForeignWords) {
    if let entry = UnknownKey.entry(name, among: open) {
      let spaced = "\(entry.key): \(entry.value)"
      // A quote or another indicator would begin a value that ends elsewhere.
      let isPlain = entry.value.first.map { !"&*!|>'\"%@`{}[],#?-:".contains($0) } ?? false
      let isSpaceMissing = name.dropFirst(entry.key.count).first == ":"
      (help, meant, replacement) = (
        isSpaceMissing ? "add a space after the colon: `\(spaced)`" : "write `\(spaced)`", entry.key,
        isPlain ? spaced : nil
      )
      return
    }
    if let plain = withoutInvisible(name) {
      (help, meant, replacement) = ("write `\(plain.drop { $0 == " " })` with usual spaces around it", nil, nil)
      return
    }
    if name.contains("“") || name.contains("”") {
      let plain = String(name.filter { $0 != "“" && $0 != "”" })
      (help, meant, replacement) = ("write `\(plain)`, with straight quotes or none", plain, nil)
      return
    }
    let meaning = words.meaning(of: name, known: known, open: open)
    if let same = Suggestion.same(as: name, among: open), meaning?.isExact != true {
      (help, meant, replacement) = ("did you mean `\(same)`?", same, same)
    } else if let meaning {
      (help, meant, replacement) = (meaning.help, meaning.key, meaning.isRenaming ? meaning.key : nil)
      isWrapper = meaning.isExact
      isShared = !meaning.isRenaming
    } else if let nearest = Suggestion.nearest(to: name, among: open) {
      (help, meant, replacement) = (
        "did you mean `\(nearest)`?", nearest, Suggestion.certain(for: name, among: open)
      )
    } else if let set = words.meaning(of: name, known: known, open: known), let key = set.key, !set.isRenaming {
      (help, meant, replacement) = ("`\(key)` is already set; \(set.help)", nil, nil)
    } else if let there = words.meaning(of: name, known: known, open: known)?.key
      ?? Suggestion.nearest(to: name, among: known)
    {
      (help, meant, replacement) = ("did you mean `\(there)`, which is already set?", nil, nil)
    } else if let end = Suggestion.lastWords(of: name, among: open) {
      (help, meant, replacement) = ("did you mean `\(end)`?", end, nil)
    } else {
      (help, meant, replacement) = (allowed(), nil, nil)
    }
  }

  /// The key and the value of `{lambda:books}`, `{lambda books}` and `{lambda=books}`, which YAML reads as one string.
  private static func entry(_ name: String, among keys: [String]) -> (key: String, value: Substring)? {
    guard let end = name.firstIndex(where: { ":= ".contains($0) }), let key = keys.first(where: { $0 == name[..<end] })
    else { return nil }
    let value = name[end...].drop { ":= ".contains($0) }
    return value.isEmpty ? nil : (key, value)
  }
}

extension Reader {
  /// Reports an unknown key, with a suggestion.
  func reportUnknown(_ key: Node, value: Node, known: [String]) {
    let allowed = { Suggestion.allowed(known) }
    findings.report(describeUnknown(key, value: value, known: known, open: known, allowed: allowed).finding)
  }

  /// An unknown key and the finding about it.
  func describeUnknown(
    _ key: Node, value: Node, known: [String], open: [String], allowed: () -> String?, taken: Set<String> = [],
    owner: String = "", element: Node? = nil
  ) -> (key: UnknownKey, finding: Diagnostic) {
    let name = tree.string(key)
    // Further errors are only counted.
    let other = {
      self.isAnchored(key)
        ? "for a mapping with an anchor, write `x-\(name.drop { $0 == "." || $0 == "_" })`"
        : self.words.property(name, known) ?? allowed()
    }
    var unknown =
      findings.isFull ? UnknownKey() : UnknownKey(name, known: known, open: open, allowed: other, words: words)
    // Without a space after the colon, the key has no value of its own.
    let isFixable = unknown.replacement?.contains(":") == true ? isEmpty(value) && tree.isPlain(key) : true
    let isTaken = unknown.meant.map(taken.contains) ?? false
    let entry = ForeignEntry(
      key: name, value: value, owner: owner, known: known, element: element)
    let translation = words.translate(entry, tree)
    if translation != nil { unknown.isShared = true }
    let finding = Diagnostic(
      .unknownKey, message: "unknown key \(Reader.quoted(name))", mark: tree.mark(key),
      help: translation ?? unknown.help,
      fix: isFixable && !isTaken && translation == nil ? unknown.replacement.flatMap { replacing(key, with: $0) } : nil)
    return (unknown, finding)
  }

  /// A key of another form in an element that is written as in another tool, with its help.
  func translated(_ key: Node, value: Node, in object: Decoder, owner: String, known: [String]) -> (
    key: UnknownKey, finding: Diagnostic
  )? {
    let name = tree.string(key)
    let entry = ForeignEntry(
      key: name, value: value, owner: owner, known: known, element: object.node)
    guard let help = words.translate(entry, tree) else { return nil }
    var unknown = UnknownKey()
    unknown.isShared = true
    let finding = Diagnostic(
      .conflict, message: "\(Reader.quoted(name)) cannot be combined with the other keys here", mark: tree.mark(key),
      related: [Related(message: "in this element", mark: object.mark)], help: help)
    return (unknown, finding)
  }

  /// Whether the value of a key has an anchor, on the line of the key.
  private func isAnchored(_ key: Node) -> Bool {
    let mark = tree.mark(key)
    if mark.isNowhere { return false }
    let rest = tree.sources[Int(mark.source)].bytes[Int(mark.end)...]
    return rest.first { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: " ") } == UInt8(ascii: "&")
  }

  /// The text of a key, without quotes.
  func name(at mark: Mark) -> String { sourceText(mark).filter { $0 != "\"" && $0 != "'" } }

  /// Whether a key includes the start of its value: in `GET /books:{lambda: books}`, YAML reads the key
  /// `GET /books:{lambda`. If so, that is reported, and neither key nor value is used.
  func reportsMissingSpace(_ key: Node, value: Node) -> Bool {
    guard tree.kind(value) == .scalar, tree.withText(value, { $0.last == UInt8(ascii: "}") }), tree.isPlain(value),
      tree.isPlain(key)
    else { return false }
    let (name, rest) = (tree.string(key), tree.string(value))
    guard name.mentions(":{") else { return false }
    let spaced = name.replacing(":{", with: ": {", maxReplacements: 1)
    report(
      .badName, at: tree.mark(key), "invalid key \(Reader.quoted(name))",
      help: "add a space after the colon: `\(spaced): \(rest)`", fix: replacing(key, with: spaced))
    return true
  }

  /// A fix that replaces a scalar's text; nil if the text differs from its source.
  public func replacing(_ node: Node, with text: String) -> Fix? {
    let original = tree.string(node)
    guard let mark = tree.textMark(node), original == sourceText(mark) else { return nil }
    return Fix("write `\(text)`", at: mark, original: original, replacement: text)
  }
}
