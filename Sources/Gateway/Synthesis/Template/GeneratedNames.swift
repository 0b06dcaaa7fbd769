import CloudFormation

extension Synthesis {
  /// Whether something that is only made at deployment may have a name: what a loop or macro makes of the template, or
  /// SAM of its resources (`BooksFunctionRole`, `ServerlessHttpApi`).
  func mayBeGenerated(_ name: String) -> Bool {
    if names.isGenerated(name) || values.hasOwnMacro { return true }
    if names.generatedPatterns.contains(where: { WildcardText.matches($0, name) }) { return true }
    guard values.isSAM else { return false }
    for (api, event) in [("ServerlessRestApi", "Api"), (UpdateFacts.implicitApi, "HttpApi")] where name.hasPrefix(api) {
      return names.mayHaveEvent(event)
    }
    if let function = names.functionOfSam(withAlias: name) { return names.publishesAlias(function) }
    return ["ServerlessDeploymentApplication", "ServerlessUsagePlan", "ServerlessApiKey"].contains(
      where: name.hasPrefix)
      || names.resourceTypes.contains { $0.value.hasPrefix("AWS::Serverless::") && name.hasPrefix($0.key) }
  }
}
