import Diagnostics
import YAMLTree

/// Keys that no field has read, and missing keys.
extension Decoder {
  /// Reports unknown and missing keys.
  func finish<T: SpecObject>(_ type: T.Type) {
    for identifier in pushed { reader.popDefaults(of: identifier) }
    if leftCount > 0 || !missing.isEmpty { reportLeft(type) }
  }

  private func reportLeft<T: SpecObject>(_ type: T.Type) {
    let unknown = entries.filter { !$0.isUsed && !isOwn($0.key) }
    if unknown.isEmpty && missing.isEmpty { return }
    if reader.findings.isFull {
      // Further errors are only counted.
      for entry in unknown { reader.report(.unknownKey, at: reader.tree.mark(entry.key), "unknown key") }
      return
    }
    let fields = reader.declaredFields(of: type)
    let used = Set(entries.filter(\.isUsed).map { reader.tree.string($0.key) })
    let open = fields.keys.filter { !used.contains($0) }
    let owner = reader.name(at: mark)
    var suggested: Set<String> = []
    // Keys with the same help are a part of the same mistake.
    var shared: [Diagnostic] = []
    var indices: [String: Int] = [:]
    for entry in unknown {
      guard
        let (key, finding) = describeUnknown(
          entry, fields, open: open, used: used, taken: suggested, owner: owner)
      else {
        continue
      }
      if !key.isShared {
        reader.findings.report(finding)
      } else if let same = indices[finding.help ?? ""] {
        shared[same].related += Related.also([entry.key], in: reader.tree)
      } else {
        indices[finding.help ?? ""] = shared.count
        shared.append(finding)
      }
      if let key = key.meant {
        suggested.insert(key)
        // It selects another form, which does not need what this one lacks: `id` of something that exists.
        if fields.required[key] != nil, !missing.contains(where: { String(describing: $0) == key }) {
          suggested.formUnion(missing.map(String.init(describing:)))
        }
      }
      // The missing keys are one level below.
      if key.isWrapper { suggested.formUnion(missing.map(String.init(describing:))) }
    }
    for finding in shared { reader.findings.report(finding) }
    for key in missing where !suggested.contains(String(describing: key)) {
      reader.report(
        .missingKey, at: mark, "`\(key)` is missing", help: fields.required[String(describing: key)].map(\.help))
    }
  }

  /// Whether a key is an extension of the author's: `x-…`.
  func isOwn(_ key: Node) -> Bool {
    reader.tree.withText(key) { $0.count > 1 && $0[0] == UInt8(ascii: "x") && $0[1] == UInt8(ascii: "-") }
  }

  /// Whether an unknown key is probably a misspelling of one of these.
  func hasMisspelling(of keys: [StaticString]) -> Bool {
    let names = keys.map(String.init(describing:))
    return entries.contains { entry in
      if entry.isUsed { return false }
      let name = reader.tree.string(entry.key)
      return UnknownKey(name, known: names, open: names, allowed: { nil }, words: reader.words).meant != nil
        || reader.words.meaning(of: name, known: names, open: names) != nil
    }
  }

  /// An unknown key with a suggestion; nil for a key that belongs to another form, which is reported.
  private func describeUnknown(
    _ entry: Entry, _ fields: DeclaredFields, open: [String], used: Set<String>, taken: Set<String>,
    owner: String
  ) -> (key: UnknownKey, finding: Diagnostic)? {
    let name = reader.tree.string(entry.key)
    if let field = fields.byKey[name], let form = field.form {
      if hasConflict { return nil }
      if let translated = reader.translated(
        entry.key, value: entry.value, in: self, owner: owner, known: fields.sortedKeys)
      {
        return translated
      }
      reader.report(
        .conflict, at: reader.tree.mark(entry.key),
        "\(Reader.quoted(name)) cannot be combined with the other keys here",
        help: field.isOfWebSocketApis
          ? "it is an option of WebSocket APIs: \(form)"
            + (reader.words.meaning(of: name, known: open, open: open).map { "; for an HTTP API \($0.help)" } ?? "")
          : form == Describer.creation
            ? "remove it: it is an option of a resource that the stack creates, but this one exists"
            : "remove it: it is only allowed with \(form)")
      return nil
    }
    return reader.describeUnknown(
      entry.key, value: entry.value, known: fields.sortedKeys, open: open,
      allowed: { fields.keys(beside: used).help }, taken: taken, owner: owner, element: node)
  }
}
