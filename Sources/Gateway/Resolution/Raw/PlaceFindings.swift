import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

/// Findings about places and their attributes.
extension RawValues {
  /// Reports an attribute of an existing resource that the spec does not know.
  func report(unknown attribute: String, ofImported name: String, _ known: [String], at mark: Mark) {
    let owner = name.dropLast(attribute.count + 1)
    let lists =
      owner.hasPrefix("vpcs.") && attribute.lowercased().mentions("subnet") ? subnetLists(of: String(owner)) : []
    report(
      .nameOfOtherKind, at: mark, "`\(attribute)` of the imported `\(owner)` is unknown",
      help: attribute == "ApiEndpoint"
        ? "set its `endpoint`"
        : lists.isEmpty ? Suggestion.help(for: attribute, among: known) : "it has " + Suggestion.list(lists))
  }

  /// Reports a VPC without subnets of a kind.
  func reportNoSubnets(_ name: String, at mark: Mark) {
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
  func reportEarly(_ name: String, at mark: Mark) {
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
      report(.unknownName, at: mark, "there is no place `\(name)`", help: "write `!GetAtt \(name)`")
    } else if !rest.isEmpty, let type = ResourceType.named(type), type.hasAttribute(rest) == false {
      report(
        .nameOfOtherKind, at: mark, "`\(name.dropLast(rest.count + 1))` has no attribute `\(rest)`",
        help: stageUrl(name.dropLast(rest.count + 1), rest) ?? type.help(forAttribute: rest))
    } else {
      return true
    }
    return false
  }

  /// Reports a place that does not exist; `known` are those that do.
  func report(unknown place: String, among known: [String] = [], at mark: Mark) {
    let parts = names.words(of: place)
    let siblings = findings.isLong ? [] : names.names(in: parts[0])
    let known = findings.isLong ? [] : known
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

  /// The URL of a stage, for one that is asked of its API.
  func stageUrl(_ place: Substring, _ attribute: String) -> String? {
    let parts = names.words(of: String(place))
    guard ["url", "invokeurl", "endpointurl", "callbackurl"].contains(attribute.lowercased()), parts.count == 2,
      let stage = stages(ofPlace: parts + ["stages"])?.first
    else { return nil }
    return "write `!GetAtt \(place).stages.\(stage).\(attribute.lowercased() == "callbackurl" ? "CallbackUrl" : "Url")`"
  }

  /// The stages of the API that a place of a stage names.
  private func stages(ofPlace parts: [String]) -> [String]? {
    guard parts.count > 2, parts[0] == "apis", parts[2] == "stages", let index = names.index(parts[1], in: "apis")
    else { return nil }
    let stages = names.spec.apis[index].value.resolvedStages.map(\.name)
    return stages.isEmpty ? nil : stages
  }
}
