import CloudFormation

extension WholeStack {
  /// The same with the defaults of parameters that another version does not have in place of references to them; nil if it
  /// has all.
  func withDefaults(ofParametersMissingIn other: WholeStack) -> WholeStack? {
    let known = other.template.section("Parameters")
    var values: [String: Value] = [:]
    for member in template.section("Parameters").members where known[member.key] == nil {
      // Lists are texts in defaults, and values of other types are in AWS.
      guard let parameter = member.value.object, ["String", "Number"].contains(parameter["Type"]?.text),
        let value = parameter["Default"]?.scalar
      else { continue }
      values[member.key] = .string(value)
    }
    if values.isEmpty || other.template.resources.isEmpty { return nil }
    var changed = template
    changed.replaceReferences(values)
    return replacing(changed)
  }
}
