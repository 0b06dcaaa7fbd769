@testable import CloudFormation
import Testing

/// What follows from conditions.
@Suite struct ConditionLogicTests {
  private func logic(_ conditions: [(String, Value)], _ parameters: Value = [:]) -> ConditionLogic {
    var template = Template()
    template.sections = [
      "Conditions": .object(Object(conditions.map { .init(key: $0, value: $1) })), "Parameters": parameters,
    ]
    return ConditionLogic(template)
  }

  private func `is`(_ parameter: String, _ text: String) -> Value { ["Fn::Equals": [.ref(parameter), .string(text)]] }

  private func or(_ names: [String]) -> Value { ["Fn::Or": .list(names.map { ["Condition": .string($0)] })] }

  @Test func aValueExcludesAnother() {
    let logic = logic([("IsDev", `is`("Stage", "dev")), ("IsProd", `is`("Stage", "prod"))])
    #expect(logic.mayHold([.holds("IsDev"), .holds("IsProd")]) == false)
    #expect(logic.mayHold([.holds("IsDev"), .init(name: "IsProd", holds: false)]) == true)
    #expect(logic.mayHold([.init(name: "IsDev", holds: false), .init(name: "IsProd", holds: false)]) == true)
  }

  @Test func allAllowedValuesTogetherAreCertain() {
    let conditions = [
      ("IsDev", `is`("Stage", "dev")), ("IsProd", `is`("Stage", "prod")), ("IsAny", or(["IsDev", "IsProd"])),
    ]
    let allowed: Value = ["Stage": ["Type": "String", "AllowedValues": ["dev", "prod"]]]
    #expect(logic(conditions, allowed).implies([], "IsAny") == true)
    #expect(logic(conditions).implies([], "IsAny") == false)
  }

  @Test func aValueThatIsNotAllowedNeverHolds() {
    let allowed: Value = ["Stage": ["Type": "String", "AllowedValues": ["dev"]]]
    #expect(logic([("IsProd", `is`("Stage", "prod"))], allowed).mayHold([.holds("IsProd")]) == false)
  }

  @Test func manyValuesAreDecided() {
    let names = (0..<5_000).map { "Is\($0)" }
    let logic = logic(names.map { ($0, `is`("Stage", $0)) } + [("IsKnown", or(names))])
    #expect(logic.implies([.holds("Is7")], "IsKnown") == true)
    #expect(logic.implies([.holds("Is7")], "Is8") == false)
    #expect(logic.mayHold([.holds("Is7"), .init(name: "IsKnown", holds: false)]) == false)
  }

  @Test func whatIsGivenIsNoChoice() {
    let names = (0..<13).map { "Is\($0)" }
    let logic = logic(
      names.map { ($0, `is`($0, "yes")) } + [("All", ["Fn::And": .list(names.map { ["Condition": .string($0)] })])])
    #expect(logic.implies(names.map { .holds($0) }, "All") == true)
    #expect(logic.implies(names.dropFirst().map { .holds($0) }, "All") == false)
    // Of 13 parameters without a known value there are 8,192 choices.
    #expect(logic.implies([], "All") == nil)
  }

  @Test func whatIsNotDefinedIsUnknown() {
    #expect(logic([]).implies([], "Missing") == nil)
    #expect(logic([]).mayHold([.holds("Missing")]) == nil)
  }
}
