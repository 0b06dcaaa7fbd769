@testable import CloudFormation
import Testing

/// The scenarios of a template with conditions.
@Suite struct ScenarioTests {
  /// Scenarios, each as the names of the conditions that hold in it.
  private func scenarios(
    _ conditions: Value, deciding names: [String], parameters: Value = [:], limit: Int = 8
  ) -> [[String]] {
    var template = Template()
    template.sections = ["Conditions": conditions, "Parameters": parameters]
    return ConditionLogic(template).scenarios(deciding: names, limit: limit).map { scenario in
      scenario.truths.filter(\.value).map(\.key).sorted()
    }
  }

  private let stage: Value = .ref("Stage")

  @Test func eachConditionIsTrueAndFalse() {
    let conditions: Value = [
      "IsLarge": ["Fn::Equals": [.ref("Size"), "large"]], "IsProd": ["Fn::Equals": [stage, "prod"]],
    ]
    #expect(scenarios(conditions, deciding: ["IsProd", "IsLarge"]) == [["IsLarge", "IsProd"], []])
  }

  @Test func excludingConditionsHoldInDifferentScenarios() {
    let conditions: Value = [
      "IsDev": ["Fn::Equals": [stage, "dev"]], "IsProd": ["Fn::Equals": [stage, "prod"]],
      "IsTest": ["Fn::Not": [["Condition": "IsProd"]]],
    ]
    #expect(scenarios(conditions, deciding: ["IsProd", "IsDev"]) == [["IsProd"], ["IsDev", "IsTest"]])
  }

  @Test func impossibleConditionsAreLeftOut() {
    let conditions: Value = ["IsProd": ["Fn::Equals": [stage, "prod"]]]
    let parameters: Value = ["Stage": ["Type": "String", "AllowedValues": ["dev", "test"]]]
    #expect(scenarios(conditions, deciding: ["IsProd"], parameters: parameters) == [[]])
  }

  @Test func unknownConditionsAreNotDecided() {
    #expect(scenarios([:], deciding: ["Missing"]) == [])
  }

  @Test func theNumberIsLimited() {
    let names = (0..<20).map { "Is\($0)" }
    let conditions = Value.object(
      Object(names.enumerated().map { .init(key: $1, value: ["Fn::Equals": [stage, .string("s\($0)")]]) }))
    #expect(scenarios(conditions, deciding: names, limit: 3).count == 3)
  }

  @Test func whatIsKnownHolds() {
    var template = Template()
    template.sections = ["Conditions": ["IsProd": ["Fn::Equals": [stage, "prod"]]]]
    let logic = ConditionLogic(template)
    let prod = logic.scenarios(deciding: ["IsProd"], known: ["Stage": "prod"], limit: 8)
    #expect(prod.map(\.truths) == [["IsProd": true]])
    let other = logic.scenarios(deciding: ["IsProd"], known: ["Stage": "dev"], limit: 8)
    #expect(other.map(\.truths) == [["IsProd": false]])
  }

  @Test func comparedParametersHaveTheirTexts() {
    var template = Template()
    template.sections = [
      "Conditions": ["IsProd": ["Fn::Equals": [stage, "prod"]]], "Parameters": ["Stage": ["Type": "String"]],
    ]
    let texts = ConditionLogic(template).scenarios(deciding: ["IsProd"], limit: 8).map(\.texts)
    #expect(texts == [["Stage": "prod"], [:]])
  }
}
