import CloudFormation
import SpecReading

/// The value of a place in an intrinsic function.
enum PlaceTarget {
  /// A resource that is written; its attributes are CloudFormation's.
  case resource(id: String, type: String)
  /// An existing resource: its ARN or ID, and its known attributes.
  case known(Value, attributes: [String: Value])
  /// An address of this API, which has none: its default endpoint is disabled, and no domain leads to it.
  case closed(String)
  /// A list of ids.
  case list([Value])
}

/// Finds the values of places.
struct PlaceFinder {
  let values: RawValues
  var names: SpecNames { values.names }

  /// A literal or function that the author gave, as a value.
  func value(_ given: Given<String>) -> Value { values.value(given) }

  /// The target of a path and the rest of the path (an attribute), or nil if there is none.
  func find(_ path: String) -> (target: PlaceTarget, rest: String)? {
    guard let (section, name, rest) = names.parts(of: path) else { return nil }
    if section == "parameters" {
      return names.parameters.contains(name) ? (.resource(id: name, type: ""), rest) : nil
    }
    if section == "resources" {
      return names.resourceTypes[name].map { (.resource(id: name, type: $0), rest) }
    }
    guard let table = names.section(section), let index = table.indices[name] else { return nil }
    return table.section.find(self, table.elements[index], index, rest)
  }

  func resource(_ place: Place, _ type: String, _ rest: String) -> (target: PlaceTarget, rest: String) {
    (.resource(id: names.id(place), type: type), rest)
  }

  /// The resource of an element, with an attribute.
  func whole(_ element: Section.Element, at place: Place, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    switch element.resource {
    case .existing(let given, let attributes, _): (.known(value(given), attributes: attributes.mapValues(value)), rest)
    case .created(let type, _): resource(place, type, rest)
    case nil: nil
    }
  }

  func function(_ element: Section.Element, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    part(of: element, rest, among: PlacePart.parts(ofFunction: element.name))
      ?? whole(element, at: .function(element.name), rest)
  }

  func userPool(_ element: Section.Element, _ index: Int, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    if case .created(let pool) = names.spec.userPools[index].value.form, rest.hasPrefix("clients.") {
      let client = String(rest.dropFirst(8).prefix { $0 != "." })
      guard UserPoolClients.names(of: pool).contains(client) else { return nil }
      return resource(
        .userPoolClient(element.name, client), "AWS::Cognito::UserPoolClient",
        String(rest.dropFirst(9 + client.count)))
    }
    return whole(element, at: .userPool(element.name), rest)
  }
}

extension SpecNames {
  /// The target of a whole place; nil where it has none, or where only its absence from the spec is known.
  func place(_ path: String) -> PlaceTarget? {
    guard path.contains("."), let (target, rest) = PlaceFinder(values: RawValues(names: self)).find(path), rest.isEmpty
    else { return nil }
    // The program creates a group only where its author names none.
    if path.hasSuffix(".securityGroup"), let parts = parts(of: path) {
      switch parts.section {
      case "loadBalancers":
        if index(parts.name, in: "loadBalancers").map({ spec.loadBalancers[$0].value.securityGroups != nil }) ?? true {
          return nil
        }
      case "functions": return nil
      default: break
      }
    }
    return target
  }
}
