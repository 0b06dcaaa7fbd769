import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

/// The form of a template's sections, which CloudFormation checks before it starts a deployment.
struct SectionEntries {
  let names: SpecNames
  let values: RawValues

  var tree: Tree { names.tree }

  /// A part of a section: its node, and the value that it becomes.
  struct Piece {
    let node: Node
    let value: Value
    /// Where its key is written.
    let key: Mark
  }

  /// Checks everything that is passed on, unless a macro of the author's may rewrite it.
  func check() {
    checkTransform()
    if values.hasOwnMacro { return }
    for section in names.spec.sections {
      guard let raw = section.value, tree.kind(raw.node) == .mapping else { continue }
      let whole = Piece(node: raw.node, value: values.value(raw.node), key: raw.mark)
      switch section.name {
      case "Parameters": forEach(whole, "parameter", checkParameter)
      case "Mappings": forEach(whole, "mapping", checkMapping)
      case "Conditions": forEach(whole, "condition", letters: "&_", checkCondition)
      case "Rules": forEach(whole, "rule", checkRule)
      default: break
      }
    }
    for output in names.spec.outputs { entry(output.name, piece(output), "output", checkOutput) }
    for resource in names.spec.resources { entry(resource.name, piece(resource), nil) { checkAttributes($1) } }
    for override in names.spec.overrides { checkAttributes(piece(override)) }
  }

  /// A macro is a name, or a mapping with its name.
  private func checkTransform() {
    guard let raw = names.spec.section("Transform") else { return }
    let whole = Piece(node: raw.node, value: values.value(raw.node), key: raw.mark)
    let items = tree.kind(raw.node) == .sequence ? items(of: whole) : [whole]
    checkNames(ofTransforms: items)
    for item in items where !isText(item) {
      let macro = Piece(node: item.node, value: item.value, key: tree.mark(item.node))
      let members = members(
        of: macro, "a transform", ["Name", "Parameters"], required: ["Name"], form: "{Name: MACRO}")
      if let name = members?["Name"] { checkText(name, "the name of a transform") }
    }
  }

  private func piece(_ element: Named<Raw>) -> Piece {
    Piece(node: element.value.node, value: values.value(element.value.node), key: element.mark)
  }

  // MARK: Entries

  private func forEach(
    _ section: Piece, _ noun: String?, letters: String = "", _ body: (String, Piece) -> Void
  ) {
    for (name, piece) in entries(of: section) { entry(name, piece, noun, letters: letters, body) }
  }

  /// An entry of a section, or all that a loop generates. `noun` is nil where names are checked elsewhere.
  private func entry(
    _ name: String, _ piece: Piece, _ noun: String?, letters: String = "", _ body: (String, Piece) -> Void
  ) {
    if name.hasPrefix("Fn::ForEach") {
      let parts = items(of: piece)
      return parts.count == 3 ? forEach(parts[2], nil, body) : ()
    }
    if name == "Fn::Transform" || isIncluded(piece.node) { return }
    if name.hasPrefix("Fn::") {
      // Those of other sections are reported where these are converted.
      return noun == "output" ? values.report(unknownFunction: name, at: piece.key) : ()
    }
    if let noun {
      if name.isEmpty || !name.isMade(ofLettersDigitsAnd: letters) {
        report(
          .badName, at: piece.key, "\(Reader.quoted(name)) is not a valid name in `\(noun)s`",
          help: helpForInvisible(in: name) ?? "use letters and digits")
      } else if name.utf8.count > 255 {
        report(.badName, at: piece.key, "a name in `\(noun)s` has at most 255 characters")
      }
    }
    body(name, piece)
  }

  /// The entries of a mapping.
  func entries(of piece: Piece) -> [(name: String, piece: Piece)] {
    guard tree.kind(piece.node) == .mapping else { return [] }
    return tree.entries(piece.node).map { entry in
      let name = tree.string(entry.key)
      return (name, Piece(node: entry.value, value: piece.value.object?[name] ?? .null, key: tree.mark(entry.key)))
    }
  }

  /// The items of a list.
  func items(of piece: Piece) -> [Piece] {
    let nodes = Array(tree.items(piece.node))
    guard case .list(let values) = piece.value, values.count == nodes.count else { return [] }
    return zip(nodes, values).map { Piece(node: $0, value: $1, key: piece.key) }
  }

  /// Whether `AWS::Include` gives a value, or a part of it.
  func isIncluded(_ node: Node) -> Bool {
    if tree.tag(node) == .short(.transform) { return true }
    return tree.kind(node) == .mapping && tree.entries(node).contains { tree.equals($0.key, "Fn::Transform") }
  }

  // MARK: Keys

  /// The entries of a mapping with known keys; unknown and missing ones are reported. Nil for another value.
  func members(
    of piece: Piece, _ owner: String, _ known: [String], required: [String] = [], form: String? = nil
  ) -> [String: Piece]? {
    guard tree.kind(piece.node) == .mapping, !isFunction(piece) else {
      report(
        .sectionEntry, at: mark(of: piece), "\(owner) must be a mapping, found \(found(piece))",
        help: form.map { "write `\($0)`" })
      return nil
    }
    if isIncluded(piece.node) { return nil }
    var members: [String: Piece] = [:]
    var isComplete = true
    for (name, part) in entries(of: piece) {
      if known.contains(name) {
        members[name] = part
      } else {
        isComplete = false
        report(
          .sectionEntry, at: part.key, "\(owner) has no key \(Reader.quoted(name))",
          help: Suggestion.help(for: name, among: known))
      }
    }
    // What seems to be missing may be misspelled.
    for name in required where members[name] == nil && isComplete {
      report(.sectionEntry, at: piece.key, "\(owner) needs `\(name)`", help: "write `\(name)`")
    }
    return members
  }

  /// Whether a value is a function. That of one may be known: the mapping is a text then.
  func isFunction(_ piece: Piece) -> Bool {
    tree.hasFunctionTag(piece.node) || IntrinsicFunction.name(of: piece.value) != nil
      || tree.kind(piece.node) == .mapping && piece.value.text != nil
  }

  /// Whether a value is a literal string, number or boolean.
  func isText(_ piece: Piece) -> Bool {
    tree.kind(piece.node) == .scalar && !tree.hasFunctionTag(piece.node) && !tree.isNull(piece.node)
  }

  /// Checks that a value is a literal string, number or boolean.
  func checkText(_ piece: Piece, _ owner: String) {
    if isText(piece) { return }
    report(
      .sectionEntry, at: mark(of: piece), "\(owner) must be a string, found \(found(piece))",
      help: tree.isNull(piece.node) ? nil : "write it out")
  }

  /// A value for messages.
  func found(_ piece: Piece) -> String { values.found(piece.value, piece.node) }

  /// Where a value is written: a scalar itself, the key of everything else.
  func mark(of piece: Piece) -> Mark {
    tree.kind(piece.node) == .scalar && !tree.isNull(piece.node) ? tree.mark(piece.node) : piece.key
  }

  func report(_ kind: FindingKind, at mark: Mark, _ message: String, help: String? = nil) {
    values.report(kind, at: mark, message, help: help)
  }
}
