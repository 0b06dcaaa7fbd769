import CloudFormation
import SpecReading
import YAMLTree

/// A place that something refers to before it is known whether a resource is written for it.
struct LaterPlace {
  /// The place, possibly followed by an attribute.
  let path: String
  let mark: Mark
  /// Whether an attribute is asked for; nil in `Fn::Sub`, where both are possible.
  let wantsAttribute: Bool?

  /// A logical ID that nothing else has, until the final one is known.
  var token: String { "\u{1}\(LogicalID.hash(path))" }
}

extension RawValues {
  /// Refers to a place whose resource is written later; the reference is replaced then.
  func refer(later path: String, attribute: Bool?, at mark: Mark) -> Value {
    let place = LaterPlace(path: path, mark: mark, wantsAttribute: attribute)
    later.append(place)
    return .ref(place.token)
  }

  /// Whether a place may be that of a part of an element, which is only known when the element is written.
  func mayBePart(_ path: String, _ found: (target: PlaceTarget, rest: String)?) -> Bool {
    guard part == .values else { return false }
    if case .resource(_, let type)? = found?.target {
      guard let rest = found?.rest, !rest.isEmpty, !path.hasPrefix("resources."), !path.hasPrefix("parameters.") else {
        return false
      }
      return !(ResourceType.named(type)?.hasAttribute(rest) ?? false)
    }
    if case .known(_, let attributes)? = found?.target {
      // A part of something that exists, such as a rule for its security group.
      return found?.rest.contains(".") == true && attributes[found?.rest ?? ""] == nil
    }
    if found != nil { return false }
    let parts = names.words(of: path)
    return parts.count > 2 && names.index(parts[1], in: parts[0]) != nil
  }
}
