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
      || names.resourceTypes.contains { id, type in
        guard type.hasPrefix("AWS::Serverless::"), name.hasPrefix(id) else { return false }
        // SAM appends words and the keys of events: `Tables` is a misspelled `Table`.
        let rest = name.dropFirst(id.count)
        return rest.count > 2 || rest.first?.isLowercase != true
      }
  }
}
