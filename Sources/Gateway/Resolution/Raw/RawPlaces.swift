import CloudFormation
import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

/// Places of the spec in functions: `functions.books`.
extension RawValues {
  /// Whether a node is `!Ref` of a place.
  func isPlaceReference(_ node: Node) -> Bool {
    names.tree.argument(of: .ref, node).map { isPlace(names.tree.string($0)) } ?? false
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
        .closedEndpoint, .error, at: mark,
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
}
