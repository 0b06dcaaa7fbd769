import CloudFormation

extension WholeStack {
  /// The same with the defaults of parameters that another version does not have in place of references to them; nil if it
  /// has all.
  func withDefaults(ofParametersMissingIn other: WholeStack) -> WholeStack? {
    let known = other.template.section("Parameters")
    let values = template.defaults.filter { known[$0.key] == nil }
    if values.isEmpty || other.template.resources.isEmpty { return nil }
    var changed = template
    changed.replaceReferences(values)
    return replacing(changed)
  }
}

extension Template {
  /// The defaults of its parameters. Lists are texts in defaults, and values of other types are in AWS.
  var defaults: [String: Value] {
    var values: [String: Value] = [:]
    for member in section("Parameters").members {
      guard let parameter = member.value.object, ["String", "Number"].contains(parameter["Type"]?.text),
        let value = parameter["Default"]?.scalar
      else { continue }
      values[member.key] = .string(value)
    }
    return values
  }
}
