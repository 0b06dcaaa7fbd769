import CloudFormation

extension WholeStack {
  /// The same with the defaults of parameters that an older version does not have in place of references to them.
  func withDefaults(ofParametersMissingIn old: WholeStack) -> WholeStack {
    let known = old.template.sections["Parameters"]?.object ?? Object()
    var values: [String: Value] = [:]
    for member in template.sections["Parameters"]?.object?.members ?? [] where known[member.key] == nil {
      // Lists are texts in defaults, and values of other types are in AWS.
      guard let parameter = member.value.object, ["String", "Number"].contains(parameter["Type"]?.text),
        let value = parameter["Default"]?.scalar
      else { continue }
      values[member.key] = .string(value)
    }
    if values.isEmpty || old.template.resources.isEmpty { return self }
    var changed = template
    changed.replaceReferences(values)
    return replacing(changed)
  }
}
