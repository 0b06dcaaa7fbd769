import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension RawValues {
  /// The logical IDs that a place or a logical ID in `DependsOn` means.
  func dependencies(_ path: String, at mark: Mark) -> [String] {
    guard isPlace(path) else {
      note(used: path)
      note(Pending(id: path, written: path, mark: mark, isResource: true))
      return [path]
    }
    let value = reference(path, attribute: "", at: mark)
    let parts: [Value] = if case .list(let items) = value { items } else { [value] }
    let ids = parts.compactMap { part -> String? in if case .ref(let id) = part { id } else { nil } }
    if ids.isEmpty, value != .null {
      report(.nameOfOtherKind, at: mark, "`\(path)` is an existing resource, which cannot be in `DependsOn`")
    }
    return ids
  }

  /// `Fn::GetAtt`: `ID.ATTRIBUTE`, or a list of both.
  func getAtt(_ argument: Node, isTagged: Bool) -> Value {
    // That it is not evaluated here has been reported.
    if part != .values { return .null }
    var path = names.tree.string(argument)
    let isFunction = !isTagged && names.tree.hasFunctionTag(argument)
    if isFunction || names.tree.kind(argument) == .mapping {
      report(
        .functionArgument, at: argument, "`Fn::GetAtt` expects a logical ID and an attribute, found a function",
        help: "write `[ID, ATTRIBUTE]`")
      return .null
    }
    if names.tree.kind(argument) == .sequence {
      let parts = Array(names.tree.items(argument))
      if parts.count < 2 {
        report(.functionArgument, at: argument, "`!GetAtt` expects a logical ID and an attribute")
        return .null
      }
      if let owner = computedName(parts[0], isTagged: false, "!GetAtt") {
        let attribute = computedName(parts[1], isTagged: false, "!GetAtt")
        return owner == .null ? .null : ["Fn::GetAtt": [owner, attribute ?? .string(names.tree.string(parts[1]))]]
      }
      if let list = parts.dropFirst().first(where: { names.tree.kind($0) == .sequence && names.tree.tag($0) == .none })
      {
        report(.functionArgument, at: list, "the attribute of `!GetAtt` must be a string, found a list")
        return .null
      }
      // Only the attribute may be a function.
      if parts.count == 2, names.tree.kind(parts[1]) == .mapping || names.tree.tag(parts[1]) != .none {
        let owner = reference(names.tree.string(parts[0]), attribute: "", at: names.tree.mark(parts[0]))
        let attribute = convert(parts[1])
        check(attribute, .attribute, of: "!GetAtt", at: parts[1])
        guard case .ref(let id) = owner else { return .null }
        if let known = names.resourceTypes[id].flatMap(ResourceType.deployed)?.readableNames {
          checkCells(attribute, among: Set(known), "`\(id)` has no attribute %@", at: parts[1])
        }
        return ["Fn::GetAtt": [.string(id), attribute]]
      }
      path = parts.map { names.tree.string($0) }.joined(separator: ".")
    }
    let mark = names.tree.mark(argument)
    if isPlace(path) { return reference(path, attribute: nil, at: mark) }
    let (id, given) = Value.parts(ofReference: path)
    guard let attribute = given, !attribute.isEmpty else {
      report(
        .nameOfOtherKind, at: argument, "\(Reader.quoted(path)) has no attribute name",
        help: "add the attribute, for example `\(id).Arn`")
      return .null
    }
    if case (let part, let attribute?) = parts(ofReference: path) {
      return reference(part, attribute: attribute, at: mark)
    }
    return reference(id, attribute: attribute, at: mark)
  }

  /// The logical ID in a reference, and the attribute. What SAM creates beside a resource has an ID of two parts, as
  /// `Books.Version` of `Books.Version.FunctionArn`.
  func parts(ofReference name: String) -> (id: String, attribute: String?) {
    let (id, attribute) = Value.parts(ofReference: name)
    guard let attribute, let type = names.resourceTypes[id] else { return (id, attribute) }
    let (part, rest) = Value.parts(ofReference: attribute)
    return SamProperties.part(part, of: type) == nil ? (id, attribute) : ("\(id).\(part)", rest)
  }

  /// The function that computes a name, which only `AWS::LanguageExtensions` evaluates; nil for a plain name, `null` for
  /// what is reported.
  func computedName(_ node: Node, isTagged: Bool, _ function: String) -> Value? {
    let isShort = !isTagged && names.tree.hasFunctionTag(node)
    guard isShort || names.tree.kind(node) != .scalar else { return nil }
    let value = isTagged ? untagged(node) : convert(node)
    if hasOwnMacro { return value }
    // It may be the name of each of them.
    names.parameters.union(names.resourceTypes.keys).forEach(note(used:))
    // What refers to nothing is a plain string already.
    let nested = value.text == nil ? IntrinsicFunction.name(of: value) : "Fn::Sub"
    if nested == "Fn::Transform" { return value }
    let isAllowed = nested.map(IntrinsicFunction.ofNames.contains) ?? false
    if isAllowed, hasLanguageExtensions {
      if isSurelyList(value) { report(.functionArgument, at: node, "`\(function)` expects a name, found a list") }
      checkCells(value, among: names.parameters.union(names.resourceTypes.keys), "there is no %@ to refer to", at: node)
      return value
    }
    // A loop needs the same transform.
    if isAllowed, !loops.variables.isEmpty { return .null }
    report(
      .functionArgument, at: node, "`\(function)` expects a name, found \(found(value, node))",
      help: isAllowed ? "only `transform: AWS::LanguageExtensions` evaluates a function in a name" : nil)
    return .null
  }
}
