import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

/// Entries of `Parameters` and `Mappings`.
extension SectionEntries {
  static let parameterKeys = [
    "Type", "Default", "AllowedValues", "AllowedPattern", "ConstraintDescription", "Description", "MaxLength",
    "MinLength", "MaxValue", "MinValue", "NoEcho",
  ]

  func checkParameter(_ name: String, _ piece: Piece) {
    let owner = "the parameter \(Reader.quoted(name))"
    let form = "\(name): {Type: String, Default: \(tree.kind(piece.node) == .scalar ? tree.string(piece.node) : "…")}"
    guard let members = members(of: piece, owner, Self.parameterKeys, required: ["Type"], form: form) else { return }
    for key in Self.parameterKeys where key != "AllowedValues" {
      // Functions are reported by a rule.
      if let member = members[key], !isFunction(member) { checkText(member, "`\(key)` of \(owner)") }
    }
    for key in ["MinLength", "MaxLength", "MinValue", "MaxValue"] {
      guard let limit = members[key], isText(limit) else { continue }
      let text = tree.string(limit.node)
      let isLength = key.hasSuffix("Length")
      if isLength ? Int(text).map({ $0 >= 0 }) ?? false : Double(text) != nil { continue }
      report(
        .sectionEntry, at: mark(of: limit),
        "`\(key)` of \(owner) must be \(isLength ? "an integer of 0 or more" : "a number"), found \(found(limit))")
    }
    for kind in ["Length", "Value"] {
      guard let least = members["Min\(kind)"], let low = Double(tree.string(least.node)),
        let high = members["Max\(kind)"].flatMap({ Double(tree.string($0.node)) }), low > high
      else { continue }
      report(.sectionEntry, at: mark(of: least), "`Min\(kind)` of \(owner) is more than its `Max\(kind)`")
    }
    if let flag = members["NoEcho"], isText(flag), !["true", "false"].contains(tree.string(flag.node).lowercased()) {
      report(.sectionEntry, at: mark(of: flag), "`NoEcho` of \(owner) must be `true` or `false`, found \(found(flag))")
    }
    if let allowed = members["AllowedValues"] { checkAllowed(allowed, owner, members) }
    if let type = members["Type"], isText(type) { checkType(tree.string(type.node), type, owner, members) }
  }

  /// Types of other tools.
  private static let otherTypes = [
    "boolean": "String", "bool": "String", "integer": "Number", "int": "Number", "float": "Number",
    "list": "CommaDelimitedList", "array": "CommaDelimitedList", "stringlist": "CommaDelimitedList",
    "list<string>": "CommaDelimitedList", "securestring": "String",
  ]

  private func checkType(_ type: String, _ piece: Piece, _ owner: String, _ members: [String: Piece]) {
    guard Self.isType(type) else {
      return report(
        .sectionEntry, at: mark(of: piece), "\(Reader.quoted(type)) is not a type of a parameter",
        help: Self.otherTypes[type.lowercased()].map { "write `\($0)`" }
          ?? (type == "AWS::SSM::Parameter::Value" || type == "AWS::SSM::Parameter"
            ? "write `AWS::SSM::Parameter::Value<String>`"
            : type.hasPrefix("AWS::SSM::Parameter<")
              ? "write `AWS::SSM::Parameter::Value\(type.dropFirst("AWS::SSM::Parameter".count))`"
              : Suggestion.help(for: type, among: Self.types)))
    }
    let isNumber = type == "Number"
    for key in isNumber ? Self.ofTexts : Self.ofNumbers {
      guard let member = members[key] else { continue }
      report(.sectionEntry, at: member.key, "a parameter of type `\(type)` has no `\(key)`", help: "remove it")
    }
    guard let value = members["Default"], isText(value) else { return }
    let text = tree.string(value.node)
    guard let size = isNumber ? Double(text) : Double(text.unicodeScalars.count) else {
      return report(
        .sectionEntry, at: mark(of: value), "the default of a `Number` must be a number, found \(Reader.quoted(text))")
    }
    func limit(_ key: String) -> Double? { members[key].flatMap { Double(tree.string($0.node)) } }
    for (key, isWrong) in [
      (isNumber ? "MinValue" : "MinLength", { size < $0 }), (isNumber ? "MaxValue" : "MaxLength", { size > $0 }),
    ] as [(String, (Double) -> Bool)] {
      guard let limit = limit(key), isWrong(limit) else { continue }
      report(.sectionEntry, at: mark(of: value), "the default of \(owner) is outside of its `\(key)`")
    }
    // The pattern must match the whole value of a `String` (source: User Guide, parameters: AllowedPattern).
    guard type == "String", let member = members["AllowedPattern"], isText(member) else { return }
    let pattern = tree.string(member.node)
    guard let simple = SimplePattern(pattern), !simple.matches(text) else { return }
    report(
      .sectionEntry, at: mark(of: value),
      "the default \(Reader.quoted(text)) does not match `AllowedPattern` of \(owner)"
    )
  }

  private func checkAllowed(_ allowed: Piece, _ owner: String, _ members: [String: Piece]) {
    guard tree.kind(allowed.node) == .sequence, !isFunction(allowed) else {
      return report(
        .sectionEntry, at: mark(of: allowed), "`AllowedValues` of \(owner) must be a list",
        help: "put it in brackets: `[…]`")
    }
    let items = items(of: allowed)
    for item in items { checkText(item, "an allowed value of \(owner)") }
    guard let value = members["Default"], isText(value), items.allSatisfy(isText) else { return }
    let isList = members["Type"].map { tree.string($0.node).isListType } ?? false
    let texts = items.map { tree.string($0.node) }
    let text = tree.string(value.node)
    // The default of a list is its items, separated by commas.
    for own in isList && !text.isEmpty ? text.split(separator: ",").map(Self.trimmed) : [text]
    where !texts.contains(own) {
      report(
        .sectionEntry, at: mark(of: value), "the default \(Reader.quoted(own)) is not one of the allowed values",
        help: Suggestion.help(for: own, among: texts))
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(decoding: text.utf8.drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
  }

  // MARK: Types

  private static let ofNumbers = ["MinValue", "MaxValue"]
  private static let ofTexts = ["MinLength", "MaxLength", "AllowedPattern"]
  /// Source: User Guide, parameters: data types.
  private static let single = [
    "String", "Number", "AWS::EC2::AvailabilityZone::Name", "AWS::EC2::Image::Id", "AWS::EC2::Instance::Id",
    "AWS::EC2::KeyPair::KeyName", "AWS::EC2::SecurityGroup::GroupName", "AWS::EC2::SecurityGroup::Id",
    "AWS::EC2::Subnet::Id", "AWS::EC2::VPC::Id", "AWS::EC2::Volume::Id", "AWS::Route53::HostedZone::Id",
    "AWS::SSM::Parameter::Name",
  ]
  private static let types = single + ["CommaDelimitedList"] + single.map { "List<\($0)>" }

  static func isType(_ text: String) -> Bool {
    let prefix = "AWS::SSM::Parameter::Value<"
    if text.hasPrefix(prefix), text.hasSuffix(">") {
      return types.contains(String(text.dropFirst(prefix.count).dropLast()))
    }
    return types.contains(text)
  }

  // MARK: Mappings

  func checkMapping(_ name: String, _ piece: Piece) {
    guard checkLevel(piece, "the mapping \(Reader.quoted(name))") else { return }
    for (key, outer) in entries(of: piece) where !isIncluded(outer.node) {
      checkKey(key, outer.key, letters: ".-")
      guard checkLevel(outer, "\(Reader.quoted(key)) of the mapping \(Reader.quoted(name))") else { continue }
      for (key, inner) in entries(of: outer) {
        checkKey(key, inner.key, letters: "")
        let hasNull = tree.items(inner.node).contains { tree.isNull($0) }
        if tree.kind(inner.node) == .mapping && !isFunction(inner) || tree.isNull(inner.node) || hasNull {
          report(
            .sectionEntry, at: inner.key, "a value of a mapping must be a string or a list",
            help: "a mapping has two levels of keys")
        }
      }
    }
  }

  private func checkLevel(_ piece: Piece, _ owner: String) -> Bool {
    guard tree.kind(piece.node) == .mapping, tree.count(piece.node) > 0 else {
      report(
        .sectionEntry, at: piece.key, "\(owner) must be a mapping with keys",
        help: "write `MAPPING: {KEY: {KEY: VALUE}}`")
      return false
    }
    return !isIncluded(piece.node) && !isFunction(piece)
  }

  private func checkKey(_ key: String, _ mark: Mark, letters: String) {
    if key.hasPrefix("Fn::") || !key.isEmpty && key.isMade(ofLettersDigitsAnd: letters) { return }
    report(
      .badName, at: mark, "\(Reader.quoted(key)) is not a valid key of a mapping",
      help: letters.isEmpty ? "use letters and digits" : "use letters, digits, `.` and `-`")
  }
}
