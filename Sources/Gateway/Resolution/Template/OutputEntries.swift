import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

/// Entries of `Outputs`, and what belongs to a resource besides its properties.
extension SectionEntries {
  static let outputKeys = ["Value", "Description", "Export", "Condition"]

  func checkOutput(_ name: String, _ piece: Piece) {
    let owner = "the output \(Reader.quoted(name))"
    // A place, a logical ID or a function is its value.
    if let text = piece.value.text, names.resourceTypes[text] != nil { return }
    if let text = piece.value.text, values.isPlace(text) {
      _ = values.place(text, at: tree.mark(piece.node))
      return
    }
    // Reported by a rule.
    if let text = piece.value.text, QuotedFunction.isOne(text) { return }
    // What is wrong in a function is reported by itself.
    if piece.value == .null, !tree.isNull(piece.node) { return }
    if isFunction(piece) { return checkOutputValue(piece, owner) }
    guard
      let members = members(of: piece, owner, SectionEntries.outputKeys, required: ["Value"], form: form(of: piece))
    else { return }
    for key in ["Description", "Condition"] {
      // A function of conditions is reported wherever a value is due.
      guard let value = members[key],
        key != "Condition"
          || IntrinsicFunction.name(of: value.value).flatMap(IntrinsicFunction.named)?.parts.contains(.values) != false
      else { continue }
      checkText(value, "`\(key)` of \(owner)")
    }
    if let value = members["Value"] { checkOutputValue(value, owner) }
    guard let export = members["Export"] else { return }
    let parts = self.members(
      of: export, "`Export` of \(owner)", ["Name"], required: ["Name"],
      form: "Export: {Name: \(export.value.text ?? "…")}")
    if let name = parts?["Name"] { checkExportName(name) }
  }

  /// The name of an export is a string that does not depend on resources or other stacks.
  private func checkExportName(_ piece: Piece) {
    guard isFunction(piece) else { return checkText(piece, "the name of an export") }
    if let name = IntrinsicFunction.name(of: piece.value), Self.ofResources.contains(name) {
      report(
        .sectionEntry, at: tree.mark(piece.node),
        "the name of an export cannot be `\(values.spelling(of: name, piece.node))`",
        help: "use a string or parameters: `!Sub \"${AWS::StackName}-NAME\"`")
    } else if values.isSurelyList(piece.value) {
      report(
        .sectionEntry, at: tree.mark(piece.node), "the name of an export must be a string, found a list",
        help: "join it: `!Join [\"-\", …]`")
    }
  }

  /// Functions that the name of an export cannot contain (source: cfn-lint's schema of outputs).
  private static let ofResources: Set<String> = ["Fn::GetStackOutput", "Fn::ImportValue", "Fn::GetAZs"]

  private func checkOutputValue(_ piece: Piece, _ owner: String) {
    if tree.isNull(piece.node) { return report(.sectionEntry, at: piece.key, "`Value` of \(owner) is empty") }
    // An error in it is reported by itself.
    if piece.value == .null { return }
    let function = IntrinsicFunction.name(of: piece.value)
    if case .object = piece.value, function == nil {
      let key = entries(of: piece).first?.name ?? ""
      let words = [key.lowercased(), "fn::\(key.lowercased())"]
      let known = IntrinsicFunction.all.map(\.name).first { words.contains($0.lowercased()) }
      return report(
        .sectionEntry, at: piece.key, "`Value` of \(owner) must be a string, found a mapping",
        help: known.map { "write `\($0)`" } ?? "write a string or a function")
    }
    if let (_, first, second) = piece.value.choice {
      for (value, node) in zip([first, second], values.armNodes(piece.node)) where !value.isNothing {
        checkOutputValue(Piece(node: node, value: value, key: mark(of: piece)), owner)
      }
      return
    }
    guard values.isSurelyList(piece.value) else { return }
    report(
      .sectionEntry, at: mark(of: piece), "`Value` of \(owner) must be a string, found a list",
      help: "join it: `!Join [\",\", …]`")
  }

  // MARK: Resources

  /// The form of a resource's attributes, and of changes to them.
  func checkAttributes(_ piece: Piece) {
    if isIncluded(piece.node) { return }
    let type = entries(of: piece).first { $0.0 == "Type" }.map { tree.string($0.1.node) }
    for (key, part) in entries(of: piece) {
      let owner = "`\(key)` of a resource"
      // Functions in these are reported by a rule.
      let isFixed = ["Type", "Condition", "DependsOn"].contains(key)
      if isFixed, isFunction(part) || tree.isNull(part.node) { continue }
      switch key {
      case "Type": checkResourceType(part, owner)
      case "Condition": checkText(part, owner)
      case "DependsOn":
        let isList = tree.kind(part.node) == .sequence
        for item in isList ? items(of: part) : [part] where !isFunction(item) { checkText(item, owner) }
      case "Properties": checkMapping(part, owner)
      case "DeletionPolicy": checkPolicy(part, ["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"], owner)
      case "UpdateReplacePolicy": checkPolicy(part, ["Delete", "Retain", "Snapshot"], owner)
      default: break
      }
      if key.hasSuffix("Policy"), isText(part), tree.string(part.node) == "Snapshot", let type, type.hasPrefix("AWS::"),
        !Self.typesWithSnapshots.contains(type)
      {
        report(
          .sectionEntry, at: mark(of: part), "CloudFormation makes no snapshots of `\(type)`",
          help: "write `Retain`, or `Delete`")
      }
    }
  }

  /// The types that `Snapshot` is for (source: CloudFormation's page on DeletionPolicy).
  private static let typesWithSnapshots: Set<String> = [
    "AWS::DocDB::DBCluster", "AWS::EC2::Volume", "AWS::ElastiCache::CacheCluster", "AWS::ElastiCache::ReplicationGroup",
    "AWS::Neptune::DBCluster", "AWS::RDS::DBCluster", "AWS::RDS::DBInstance", "AWS::Redshift::Cluster",
  ]

  /// A type has the form `AWS::SQS::Queue`, or `Custom::NAME`.
  private func checkResourceType(_ piece: Piece, _ owner: String) {
    guard isText(piece) else { return checkText(piece, owner) }
    let text = tree.string(piece.node)
    let words = text.parts(separatedBy: "::")
    if words.count >= (words.first == "Custom" ? 2 : 3), !words.contains("") { return }
    report(
      .sectionEntry, at: mark(of: piece), "\(Reader.quoted(text)) is not a resource type",
      help: words.count == 2 && !text.hasPrefix("AWS::")
        ? "write `AWS::\(text)`, or another type of this form" : "write a type such as `AWS::SQS::Queue`")
  }

  /// An output with the author's text as its value, for messages.
  private func form(of output: Piece) -> String? {
    if tree.kind(output.node) == .mapping { return nil }
    guard let text = output.value.text, !text.isEmpty, text.utf8.count <= 100, !text.contains("\"") else {
      return "{Value: …}"
    }
    return "{Value: \(text.mentions("${") ? "!Sub " : "")\"\(text)\"}"
  }

  private func checkMapping(_ piece: Piece, _ owner: String) {
    if tree.isNull(piece.node) { return }
    let function = IntrinsicFunction.name(of: piece.value)
    let isMapping = tree.kind(piece.node) == .mapping && !tree.hasFunctionTag(piece.node) && function == nil
    let mayBeMapping = function.flatMap(IntrinsicFunction.named).map { $0.result.contains(.mapping) } ?? false
    // A loop, or an unknown function, which is reported by itself.
    let isOther = function.map { IntrinsicFunction.named($0) == nil } ?? false
    if isMapping || mayBeMapping || isOther { return }
    // An error in it is reported by itself.
    if isFunction(piece), piece.value == .null { return }
    report(.sectionEntry, at: mark(of: piece), "\(owner) must be a mapping, found \(found(piece))")
  }

  private func checkPolicy(_ piece: Piece, _ words: [String], _ owner: String) {
    if isFunction(piece) || tree.isNull(piece.node) { return }
    guard isText(piece) else { return checkText(piece, owner) }
    let text = tree.string(piece.node)
    if words.contains(text) { return }
    report(
      .sectionEntry, at: mark(of: piece), "\(Reader.quoted(text)) is not a valid value for \(owner)",
      help: Suggestion.help(for: text, among: words))
  }
}

extension Tree {
  /// The value of an output, which may be written as its value if that is a function. Other texts are reported by themselves.
  func value(ofOutput node: Node) -> Node? {
    if kind(node) == .mapping, let entry = entries(node).first(where: { equals($0.key, "Value") }) {
      return entry.value
    }
    let isText = kind(node) == .scalar && tag(node) == .none
    return isText && !QuotedFunction.isOne(string(node)) ? nil : node
  }
}
