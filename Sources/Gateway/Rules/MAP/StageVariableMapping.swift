import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// A stage variable without a value in a mapping.
  static let mappedStageVariable = Rule(
    id: "MAP022",
    severity: .warning,
    premise: .element,
    summary: "mapped stage variable that no stage defines",
    why: """
      `$stageVariables.NAME` in a parameter mapping is the variable of the stage that is called. Where no stage defines it, the
      parameter has no value.
      """,
    source: "API Gateway's page on parameter mapping for HTTP APIs",
    example: """
      apis:
        store:
          variables: {version: v1}
          routes:
            GET /books:
              http: https://books.example.com
              requestParameters: {append:header.x-version: ⟦$stageVariables.⟪vesion → version⟫⟧}
      """,
    check: { model, report in
      if model.hasUnseenResources { return }
      // Other stages of an API that exists are not known.
      for api in model.apis.all where api.resource != nil && !api.stages.isEmpty && !api.hasExistingStage {
        // A stage without the variable may be intended where another one has it.
        api.forEachMappedVariable { property, name, mark in
          guard let first = api.stages.first, api.stages.allSatisfy({ $0.resource.lacks(variable: name) }) else {
            return
          }
          report.report(
            at: mark, "no stage of the API defines the stage variable \(Reader.quoted(name))",
            related: [Related(message: "stage", mark: first.mark)], help: helpForStageVariable(name, first, api))
        }
      }
    })
}

extension Model.Api {
  /// Whether the spec names a stage that it does not create, whose variables are not known.
  fileprivate var hasExistingStage: Bool { element?.value.resolvedStages.contains(where: \.exists) ?? false }

  /// The stage variables in parameter mappings and in parameters of service actions; with the place of each.
  fileprivate func forEachMappedVariable(_ body: (Model.Property, String, Mark) -> Void) {
    for integration in integrations {
      for parameter in integration.requestParameters { parameter.forEachMapped(body) }
      for response in integration["ResponseParameters"]?.members ?? [] {
        for change in response["ResponseParameters"]?.items ?? [] { change["Source"]?.forEachMapped(body) }
      }
    }
  }
}

extension Model.Property {
  /// The stage variables in a mapping value. WebSocket APIs write `stageVariables.NAME`.
  fileprivate func forEachMapped(_ body: (Model.Property, String, Mark) -> Void) {
    for (choice, text) in choices where text.mentions("stageVariables.") {
      for variable in MappingVariable.all(in: text) where variable.root == .stageVariables && !variable.path.isEmpty {
        body(choice, variable.path, choice.mark(of: variable.range))
      }
      let prefix = "stageVariables."
      if resource.api?.isWebSocket == true, text.hasPrefix(prefix) {
        body(choice, String(text.dropFirst(prefix.count)), choice.mark)
      }
    }
  }
}
