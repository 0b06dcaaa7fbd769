import Diagnostics
import YAMLTree

extension Reader {
  /// Reports a mistake in a value.
  @inline(never)
  public func report(_ kind: FindingKind, at mark: Mark, _ message: String, help: String? = nil) {
    report(kind, at: mark, message, related: [], help: help)
  }

  /// Reports a mistake in a value.
  public func report(
    _ kind: FindingKind, at mark: Mark, _ message: String, related: [Related] = [], help: String? = nil,
    fix: Fix? = nil
  ) {
    findings.report(
      Diagnostic(kind, message: message, mark: mark, related: related, help: help, fix: fix))
  }

  /// Reports a node that is not of the expected type.
  ///
  /// `otherwise` is the help if nothing better is known, `last` if the author's value does not help either.
  public func mismatch(
    _ node: Node, expected: String, help: String? = nil, otherwise: String? = nil, last: String? = nil
  ) {
    if isEmpty(node) {
      return report(.emptyValue, at: tree.mark(node), "missing value; expected \(expected)", help: help)
    }
    if case .unknown(let tag) = tree.tag(node) {
      return report(
        .unknownTag, at: tree.mark(node), "unknown tag `\(tag)`",
        help: Suggestion.help(forTag: tag))
    }
    report(
      .wrongKind, at: tree.mark(node), "expected \(expected), found \(found(node))",
      help: help
        ?? (expected.hasPrefix("a mapping") ? spaced(node).map { "add a space after the colon: `\($0)`" } : nil)
        ?? otherwise ?? (expected.hasPrefix("a mapping") ? nil : direct(node)) ?? last)
  }

  /// The only entry of a mapping, if its value is a scalar: `{seconds: 5}`.
  func onlyEntry(_ node: Node) -> (key: String, value: String)? {
    guard tree.count(node) == 1, isUntagged(node) else { return nil }
    return tree.entries(node).first { tree.kind($0.value) == .scalar }.map {
      (tree.string($0.key), tree.string($0.value))
    }
  }

  /// The only item of a list in place of a single value, or the first value of a mapping, such as
  /// `{url: https://…, method: GET}`.
  private func direct(_ node: Node) -> String? {
    if tree.kind(node) == .sequence {
      if let only = textOfOnlyItem(node) { return "write `\(only)` directly" }
      let items = Array(tree.items(node))
      // Two issuers, for instance.
      return items.count > 1 && items.allSatisfy({ tree.kind($0) == .scalar && !isEmpty($0) })
        ? "write only one of them: `\(tree.string(items[0]))`" : nil
    }
    guard tree.kind(node) == .mapping, isUntagged(node) else { return nil }
    guard let first = tree.firstEntry(node) else { return nil }
    if tree.count(node) == 1, let function = ShortTag.functionName(withoutPrefix: tree.string(first.key)) {
      return "did you mean `\(function)`?"
    }
    guard tree.kind(first.value) == .scalar else { return nil }
    let (key, value) = (tree.string(first.key), tree.string(first.value))
    let words = [
      "url", "uri", "arn", "name", "function", "functionname", "id", "value", "default", "service", "listener",
    ]
    let isPath = tree.count(node) == 1 && ["path", "file"].contains(key.lowercased())
    if !isPath && !words.contains(key.lowercased()) || value.isEmpty || value.utf8.count > 100 { return nil }
    return "write `\(value)` directly" + (tree.count(node) > 1 ? ", and the other keys beside it" : "")
  }

  /// `GET /books:books`, which YAML reads as one string, with the space added.
  private func spaced(_ node: Node) -> String? {
    guard tree.kind(node) == .scalar, tree.isPlain(node) else { return nil }
    let text = tree.string(node)
    // An ARN itself also begins with the name of a key.
    return text.hasPrefix("arn:aws") ? nil : entryWithSpace(text)
  }

  /// The type of a node, for messages.
  func found(_ node: Node) -> String {
    if isIntrinsic(node) { return "a function" }
    return switch tree.kind(node) {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar: Reader.quoted(tree.string(node))
    }
  }

  /// A text in backquotes, shortened if it is long; invisible characters are written as `\u{200B}`.
  public static func quoted(_ text: String) -> String {
    let line = text.prefix { $0 != "\n" && $0 != "\r\n" }
    return line.count == text.count && text.count <= 80
      ? "`\(visible(text))`" : "`\(visible(String(line.prefix(60))))…`"
  }

  /// The text of a scalar, or all strings in a function, to recognize what it refers to.
  public func text(in node: Node, depth: Int = 4) -> String {
    if depth == 0 { return "" }
    return switch tree.kind(node) {
    case .scalar: tree.string(node)
    case .sequence: tree.items(node).prefix(8).map { text(in: $0, depth: depth - 1) }.joined(separator: " ")
    case .mapping: tree.entries(node).prefix(8).map { text(in: $0.value, depth: depth - 1) }.joined(separator: " ")
    }
  }
}
