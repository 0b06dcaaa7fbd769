import CloudFormation

extension Synthesis {
  /// Whether something that is only made at deployment may have a name: what a loop or macro makes of the template, or
  /// SAM of its resources (`BooksFunctionRole`, `ServerlessHttpApi`).
  func mayBeGenerated(_ name: String) -> Bool {
    if name.mentions("${") || values.loopVariables.contains(name) || !template.macros.isEmpty { return true }
    let macros = transforms
    if macros.contains(where: { !$0.hasPrefix("AWS::") }) { return true }
    guard macros.contains(where: { $0.hasPrefix("AWS::Serverless") }) else { return false }
    return name.hasPrefix("Serverless")
      || names.resourceTypes.contains { $0.value.hasPrefix("AWS::Serverless::") && name.hasPrefix($0.key) }
  }

  /// The macros that the whole template goes through.
  private var transforms: [String] {
    template.sections["Transform"]?.macroNames ?? []
  }
}
