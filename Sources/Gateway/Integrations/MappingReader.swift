import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

/// Reads parameter mappings of a request or response: by AWS key, or grouped by action and destination. The result has
/// AWS keys.
struct MappingReader {
  let reader: Reader
  let isResponse: Bool

  /// The mappings in source order.
  func read(_ node: Node, key: Mark) -> [Named<Given<String>>]? {
    if isResponse, reader.tree.kind(node) == .scalar, !reader.isEmpty(node) {
      let change = "\(reader.sourceText(key)): \(reader.tree.string(node))"
      reader.mismatch(
        node, expected: "a mapping",
        help: change.mentions(":header.") || change.hasPrefix("overwrite:")
          ? "write the status code of the target before it: `200: {\(change)}`" : nil)
      return nil
    }
    guard let entries = reader.read(node, as: .conditionalMap(.map(NodeSchema(), keys: .any)), key: key) else {
      return nil
    }
    let changes = entries.flatMap { entry in
      switch entry.name {
      case "append", "overwrite": group(entry)
      case "remove": removals(entry)
      case "statusCode" where isResponse: one("overwrite:statuscode", entry)
      default: one(entry.name, entry)
      }
    }
    return distinct(changes, in: reader.tree.mark(node))
  }

  /// The mappings without duplicates. A mapping may be written in both forms: one in the element overrides a default,
  /// and two in the element are reported.
  private func distinct(_ changes: [Named<Given<String>>], in mapping: Mark) -> [Named<Given<String>>] {
    if changes.count < 2 { return changes }
    // Defaults usually precede the element in the file.
    func isOwn(_ mark: Mark) -> Bool { mark.source == mapping.source && mark.start >= mapping.start }
    var kept: [Named<Given<String>>] = []
    var indices: [String: Int] = [:]
    for change in changes {
      guard let index = indices[change.name] else {
        indices[change.name] = kept.count
        kept.append(change)
        continue
      }
      switch (isOwn(kept[index].mark), isOwn(change.mark)) {
      case (true, false): break
      case (false, true): kept[index] = change
      default:
        reader.report(
          .conflict, at: change.mark, "duplicate parameter mapping \(Reader.quoted(change.name))",
          related: [Related(message: "first defined here", mark: kept[index].mark)], help: "remove one of the two")
      }
    }
    return kept
  }

  private func one(_ name: String, _ entry: Named<Node>) -> [Named<Given<String>>] {
    // Nearly all names have an action before a colon.
    let hasAction = name.utf8.contains(UInt8(ascii: ":"))
    if entry.name == name, !hasAction,
      let group = Suggestion.nearest(
        to: name, among: ["append", "overwrite", "remove"] + (isResponse ? ["statusCode"] : []))
    {
      reader.report(
        .unknownKey, at: entry.mark, "unknown key \(Reader.quoted(name))", help: "did you mean `\(group)`?",
        fix: entry.node.flatMap { reader.replacing($0, with: group) })
      return []
    }
    if ["headers", "header", "querystring"].contains(name), reader.tree.kind(entry.value) == .mapping {
      reader.mismatch(
        entry.value, expected: "a string", help: "write `append: {\(name == "querystring" ? name : "headers"): …}`")
      return []
    }
    if !hasAction, reader.tree.kind(entry.value) == .mapping, !reader.isIntrinsic(entry.value) {
      reader.report(
        .unknownKey, at: entry.mark, "unknown key \(Reader.quoted(name))",
        help: "write `overwrite` to set a value, `append` to add one, or `remove`")
      return []
    }
    return reader.read(entry.value, as: .text, key: entry.mark).map {
      [Named(name: name, mark: entry.mark, node: entry.node, value: $0)]
    } ?? []
  }

  private func group(_ group: Named<Node>) -> [Named<Given<String>>] {
    parts(of: group, and: group.name == "overwrite" && !isResponse ? "path" : nil).flatMap { part in
      if part.name == "path" { return one("overwrite:path", part) }
      let values = reader.read(part.value, as: .conditionalTexts, key: part.mark) ?? []
      return values.map { Named(name: prefix(group, part) + $0.name, mark: $0.mark, node: $0.node, value: $0.value) }
    }
  }

  private func removals(_ group: Named<Node>) -> [Named<Given<String>>] {
    parts(of: group, and: nil).flatMap { part -> [Named<Given<String>>] in
      if reader.tree.kind(part.value) == .mapping, !reader.isIntrinsic(part.value) {
        let names = reader.tree.entries(part.value).map { reader.tree.string($0.key) }.joined(separator: ", ")
        reader.mismatch(part.value, expected: "a list", help: "write `\(part.name): [\(names)]`")
        return []
      }
      let names = reader.read(part.value, as: .list(.known(.text)), key: part.mark)?.items ?? []
      return names.compactMap { name in
        name.literal.map {
          Named(name: prefix(group, part) + $0, mark: name.mark, node: name.node, value: Given("", at: name.mark))
        }
      }
    }
  }

  private func prefix(_ group: Named<Node>, _ part: Named<Node>) -> String {
    "\(group.name):\(part.name == "headers" ? "header" : part.name)."
  }

  /// The form of a group, with the name that is written.
  private func form(of group: Named<Node>) -> String {
    let text = reader.tree.kind(group.value) == .scalar ? reader.tree.string(group.value) : ""
    let parts = text.split(separator: ".", maxSplits: 1)
    let name = parts.count == 2 ? String(parts[1]) : "NAME"
    let kind = parts.first == "querystring" && !isResponse ? "querystring" : "headers"
    return group.name == "remove" ? "{\(kind): [\(name)]}" : "{\(kind): {\(name): VALUE}}"
  }

  /// A header or query parameter that is not under its kind: `append: {header.x: …}`.
  private func headerHelp(_ part: Named<Node>) -> String? {
    // `header` is a misspelling of `headers`.
    guard reader.tree.kind(part.value) == .scalar, !["path", "header"].contains(part.name) else { return nil }
    let parts = part.name.split(separator: ".", maxSplits: 1)
    let isQuery = parts.count == 2 && parts[0] == "querystring" && !isResponse
    if parts.count == 2, !isQuery, parts[0] != "header" { return nil }
    return "write `\(isQuery ? "querystring" : "headers"): {\(parts.last ?? "NAME"): …}`"
  }

  /// The entries of `headers`, `querystring` and, for requests, `path`.
  private func parts(of group: Named<Node>, and other: String?) -> [Named<Node>] {
    let allowed = (isResponse ? ["headers"] : ["headers", "querystring"]) + (other.map { [$0] } ?? [])
    if reader.tree.kind(group.value) != .mapping, reader.arguments(ofIf: group.value) == nil {
      reader.mismatch(group.value, expected: "a mapping", help: "write `\(group.name): \(form(of: group))`")
      return []
    }
    let parts = reader.read(group.value, as: .conditionalMap(.map(NodeSchema(), keys: .any)), key: group.mark) ?? []
    return parts.filter { part in
      if allowed.contains(part.name) { return true }
      if part.name.hasPrefix("x-") { return false }
      reader.report(
        .unknownKey, at: part.mark, "unknown key \(Reader.quoted(part.name))",
        help: isResponse && ["statuscode", "status", "status_code"].contains(part.name.lowercased())
          ? "write `statusCode` beside `\(group.name)`, not in it"
          : part.name == "path" && !isResponse
            ? "write `overwrite: {path: …}`: the whole path is set"
            : headerHelp(part) ?? Suggestion.help(for: part.name, among: allowed))
      return false
    }
  }
}

/// Any node, for a schema that reads it itself.
private struct NodeSchema: Schema {
  var placeholder: Node { .first }
  var expectation: String { "a value" }
  func read(_ node: Node, key: Mark, _ reader: Reader) -> Node? { node }
}
