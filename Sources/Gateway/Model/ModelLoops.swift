import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension Model {
  /// The resources in `Fn::ForEach` loops over values that are not known, once for each key and as they are written: `${N}`
  /// is not replaced in them.
  func findLoopedResources() -> [Resource] {
    if spec.hasOwnMacro { return [] }
    var found: [Resource] = []
    for loop in template.macros.members where loop.key.hasPrefix("Fn::ForEach") {
      addResources(of: loop.value, to: &found)
    }
    return found
  }

  private func addResources(of loop: Value, to found: inout [Resource]) {
    guard case .list(let parts) = loop, parts.count == 3, case .object(let bodies) = parts[2] else { return }
    for member in bodies.members {
      if member.key.hasPrefix("Fn::ForEach") {
        addResources(of: member.value, to: &found)
      } else if case .object(let body) = member.value, let key = member.origin.keyNode {
        var record = CloudFormation.Resource(id: member.key, body: body)
        record.origin = member.origin
        found.append(Resource(record, .resources, at: names.tree.mark(key), isWhole: record.isWhole, in: self))
      }
    }
  }
}

extension Model {
  /// Whether resources may be made at deployment that the spec does not show: by a macro among them or a loop over values
  /// that are not known, by a macro of one's own that the whole template goes through, or by a module. A resource that
  /// seems to be missing may exist then.
  func mayHaveUnseenResources() -> Bool {
    !template.macros.isEmpty || names.resourceTypes.values.contains { $0.hasSuffix("::MODULE") } || spec.hasOwnMacro
  }
}

extension Model.Difference {
  /// Whether a loop replaces its variable in the name or the value, so that neither is known.
  var hasLoopVariable: Bool {
    switch self {
    case .unknown(let property, _), .ignored(let property, _), .form(let property, _), .readOnly(let property),
      .limit(let property, _), .yaml11(let property, _):
      property.value.hasText(where: Model.Difference.hasVariable) || Model.Difference.hasVariable(property.name)
    case .missing: false
    }
  }

  private static func hasVariable(_ text: String) -> Bool { text.mentions("${") || text.mentions("&{") }
}
