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
    let isFunction = if case .short = names.tree.tag(argument) { !isTagged } else { false }
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
        return ["Fn::GetAtt": [owner, attribute ?? .string(names.tree.string(parts[1]))]]
      }
      // Only the attribute may be a function.
      if parts.count == 2, names.tree.kind(parts[1]) == .mapping || names.tree.tag(parts[1]) != .none {
        let owner = reference(names.tree.string(parts[0]), attribute: "", at: names.tree.mark(parts[0]))
        let attribute = convert(parts[1])
        check(attribute, .attribute, of: "!GetAtt", at: parts[1])
        guard case .ref(let id) = owner else { return .null }
        if let known = names.resourceTypes[id].flatMap(ResourceType.named)?.readableNames {
          checkCells(attribute, among: Set(known), "`\(id)` has no attribute %@", at: parts[1])
        }
        return ["Fn::GetAtt": [.string(id), attribute]]
      }
      path = parts.map { names.tree.string($0) }.joined(separator: ".")
    }
    let mark = names.tree.mark(argument)
    if isPlace(path) { return reference(path, attribute: nil, at: mark) }
    guard let dot = path.firstIndex(of: ".") else {
      report(
        .nameOfOtherKind, at: argument, "\(Reader.quoted(path)) has no attribute name",
        help: "add the attribute, for example `\(path).Arn`")
      return .null
    }
    return reference(String(path[..<dot]), attribute: String(path[path.index(after: dot)...]), at: mark)
  }

  /// The function that computes a name, which only `AWS::LanguageExtensions` evaluates; nil for a plain name.
  func computedName(_ node: Node, isTagged: Bool, _ function: String) -> Value? {
    let isShort = if case .short = names.tree.tag(node) { !isTagged } else { false }
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
    report(
      .functionArgument, at: node, "`\(function)` expects a name, found \(found(value, node))",
      help: isAllowed ? "only `transform: AWS::LanguageExtensions` evaluates a function in a name" : nil)
    return value
  }

  /// Whether a node is `!Ref` of a place.
  func isPlaceReference(_ node: Node) -> Bool {
    if names.tree.tag(node) == .short(.ref) { return isPlace(names.tree.string(node)) }
    guard names.tree.kind(node) == .mapping, names.tree.count(node) == 1 else { return false }
    return names.tree.entries(node).contains {
      names.tree.equals($0.key, "Ref") && isPlace(names.tree.string($0.value))
    }
  }

  /// Whether a name is a place: it begins with a section, and no resource is called as the section is.
  func isPlace(_ path: String) -> Bool {
    guard let dot = path.firstIndex(of: ".") else { return false }
    let section = String(path[..<dot])
    return (names.section(section) != nil || section == "parameters" || section == "resources")
      && names.resourceTypes[section] == nil
  }

  /// The value of a name in an intrinsic function. `attribute` is what `Fn::GetAtt` asks for, empty for `Ref`, and nil where
  /// it is still part of the place's path.
  func reference(_ name: String, attribute: String?, at mark: Mark) -> Value {
    guard isPlace(name) else {
      if part != .values, !names.parameters.contains(name), names.resourceTypes[name] != nil {
        reportEarly(name, at: mark)
      }
      for id in loops.values(of: name) {
        note(used: id)
        if Value.pseudoParameters.contains(id) { continue }
        let asked = attribute.flatMap { $0.isEmpty || $0.mentions("${") ? nil : $0 }
        note(Pending(id: id, written: id, mark: mark, attribute: asked))
      }
      return attribute.map { $0.isEmpty ? .ref(name) : .getAtt(name, $0) } ?? .ref(name)
    }
    note(used: names.element(of: name))
    if part != .values, !name.hasPrefix("parameters.") { reportEarly(name, at: mark) }
    let found = PlaceFinder(values: self).find(name)
    if mayBePart(name, found) { return refer(later: name, attribute: attribute == nil, at: mark) }
    guard let (target, rest) = found else {
      report(unknown: name, at: mark)
      return .null
    }
    switch target {
    case .resource(let id, let type):
      note(Pending(id: id, written: name, mark: mark))
      guard check(name, rest, of: type, wantsAttribute: attribute == nil, at: mark) else { return .null }
      return rest.isEmpty ? .ref(id) : .getAtt(id, rest)
    case .known(let value, let attributes):
      if rest.isEmpty {
        if case .list = value { hasLists = true }
        return value
      }
      if let value = attributes[rest] { return value }
      report(unknown: rest, ofImported: name, attributes.keys.sorted(), at: mark)
      return .null
    case .closed(let api):
      report(
        .closedEndpoint, at: mark,
        "the default endpoint of \(Reader.quoted(api)) is disabled, and no domain leads there",
        help: "set `domain` on the API or its stage, or remove `disableExecuteApiEndpoint`")
      return .null
    case .list(let ids):
      hasLists = true
      if ids.isEmpty {
        reportNoSubnets(name, at: mark)
        return .null
      }
      return joined(ids)
    }
  }

  /// A place, or one of its attributes, that is written without a function.
  func place(_ path: String, at mark: Mark) -> Value {
    let rest = PlaceFinder(values: self).find(path)?.rest ?? ""
    return reference(path, attribute: rest.isEmpty ? "" : nil, at: mark)
  }

  /// The ARN of a place that is written without a function.
  func arn(ofPlace path: String, at mark: Mark) -> Value {
    switch PlaceFinder(values: self).find(path) {
    case (.resource(_, let type), "")?:
      if case .arn = ResourceType.named(type)?.ref { return place(path, at: mark) }
      return reference(path + ".Arn", attribute: nil, at: mark)
    case (.known(_, let attributes), "")? where attributes["Arn"] != nil:
      return reference(path + ".Arn", attribute: nil, at: mark)
    default: return place(path, at: mark)
    }
  }

  // MARK: Reporting

  /// Reports an attribute of an existing resource that the spec does not know.
  func report(unknown attribute: String, ofImported name: String, _ known: [String], at mark: Mark) {
    report(
      .nameOfOtherKind, at: mark,
      "`\(attribute)` of the imported `\(name.dropLast(attribute.count + 1))` is unknown",
      help: attribute == "ApiEndpoint" ? "set its `endpoint`" : Suggestion.help(for: attribute, among: known))
  }

  /// Reports a VPC without subnets of a kind.
  private func reportNoSubnets(_ name: String, at mark: Mark) {
    let owner = names.element(of: name)
    let others = subnetLists(of: owner)
    report(
      .unknownName, at: mark, "`\(owner)` has no `\(name.dropFirst(owner.count + 1))`",
      help: others.isEmpty ? "list them in the VPC" : "it has " + Suggestion.list(others))
  }

  /// The lists of subnets that a VPC has: `privateSubnets`.
  private func subnetLists(of owner: String) -> [String] {
    SubnetType.allCases.map { "\($0.rawValue)Subnets" }.filter { key in
      if case (.list(let ids), _)? = PlaceFinder(values: self).find("\(owner).\(key)") { !ids.isEmpty } else { false }
    }
  }

  /// Reports a reference to a resource where only parameters are known.
  private func reportEarly(_ name: String, at mark: Mark) {
    report(
      .misplacedFunction, at: mark,
      "a \(part == .rules ? "rule" : "condition") is evaluated before the resource `\(name)` exists",
      help: "a condition is made of parameters: `!Equals [!Ref PARAMETER, VALUE]`")
  }

  /// Whether an attribute is asked for where one is due, and the type has it; what is not so is reported.
  func check(_ name: String, _ rest: String, of type: String, wantsAttribute: Bool, at mark: Mark) -> Bool {
    if rest.isEmpty, wantsAttribute {
      let help = ResourceType.named(type)?.attributeNames.map { "its attributes: " + Suggestion.list($0) }
      report(.nameOfOtherKind, at: mark, "`\(name)` has no attribute name", help: help)
    } else if !rest.isEmpty, !wantsAttribute {
      report(.unknownName, at: mark, "there is no place `\(name)`", help: "use `!GetAtt` for an attribute")
    } else if !rest.isEmpty, let type = ResourceType.named(type), type.hasAttribute(rest) == false {
      report(
        .nameOfOtherKind, at: mark, "`\(name.dropLast(rest.count + 1))` has no attribute `\(rest)`",
        help: type.help(forAttribute: rest))
    } else {
      return true
    }
    return false
  }

  /// Reports a place that does not exist; `known` are those that do.
  func report(unknown place: String, among known: [String] = [], at mark: Mark) {
    let parts = names.words(of: place)
    let siblings = names.names(in: parts[0])
    if parts[0] == "vpcs", parts.count == 3, parts[2].lowercased().hasSuffix("subnets"),
      names.index(parts[1], in: "vpcs") != nil
    {
      return reportNoSubnets(place, at: mark)
    }
    if names.index(parts[1], in: parts[0]) != nil {
      return report(
        .unknownName, at: mark, "`\(parts[0]).\(parts[1])` has no `\(parts.dropFirst(2).joined(separator: "."))`",
        help: help(forSubnet: parts, among: known) ?? near(place, among: known).map { "did you mean `\($0)`?" }
          ?? stages(ofPlace: parts).map { "its stages: " + Suggestion.list($0) } ?? help(for: place, among: known))
    }
    report(
      .unknownName, at: mark, "there is no `\(parts[1])` in `\(parts[0])`",
      help: Suggestion.nearest(to: parts[1], among: siblings).map {
        "did you mean `\(([parts[0], $0] + parts.dropFirst(2)).joined(separator: "."))`?"
      }
        ?? (siblings.isEmpty ? nil : "`\(parts[0])` has " + Suggestion.list(siblings)))
  }

  /// The help for the number of a subnet that does not exist.
  private func help(forSubnet parts: [String], among known: [String]) -> String? {
    guard parts.count > 3, parts[0] == "vpcs" else { return nil }
    let owner = parts[..<3].joined(separator: ".")
    if parts[2] == "subnets", parts.count > 4, Int(parts[4]) != nil {
      let group = "\(owner).\(parts[3])"
      let count = (1...200).prefix { known.contains("\(group).\($0)") }.count
      return count == 0 ? nil : "the subnets of a group count from 1: `\(group).1` to `\(group).\(count)`"
    }
    guard Int(parts[3]) != nil, case .list(let ids)? = PlaceFinder(values: self).find(owner)?.target, !ids.isEmpty
    else { return nil }
    return "the items of the list count from 0: `\(owner).0` to `\(owner).\(ids.count - 1)`"
  }

  /// The nearest place, with the attribute.
  private func near(_ place: String, among known: [String]) -> String? {
    let owner = names.element(of: place)
    let own = known.filter { $0.hasPrefix(owner + ".") }
    if let near = Suggestion.nearest(to: place, among: own) { return near }
    guard let dot = place.lastIndex(of: ".") else { return nil }
    return Suggestion.nearest(to: String(place[..<dot]), among: own).map { $0 + place[dot...] }
  }

  /// The places of the element.
  private func help(for place: String, among known: [String]) -> String? {
    let owner = names.element(of: place)
    let own = known.filter { $0 == owner || $0.hasPrefix(owner + ".") }
    return own.isEmpty ? nil : "its places: " + Suggestion.list(own)
  }

  /// The stages of the API that a place of a stage names.
  private func stages(ofPlace parts: [String]) -> [String]? {
    guard parts.count > 2, parts[0] == "apis", parts[2] == "stages", let index = names.index(parts[1], in: "apis")
    else { return nil }
    let stages = names.spec.apis[index].value.resolvedStages.map(\.name)
    return stages.isEmpty ? nil : stages
  }
}
