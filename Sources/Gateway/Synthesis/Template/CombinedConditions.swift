import CloudFormation
import SpecReading

/// Conditions that hold where others do; each combination gets an entry of its own in `Conditions`.
extension Synthesis {
  /// The condition that holds where both do.
  mutating func condition(_ first: Given<String>?, and second: String?) -> String? {
    allOf([first?.literal, second])
  }

  /// The condition that holds where all of them do; what has none always does.
  mutating func allOf(_ conditions: [String?]) -> String? {
    let names = conditions.compactMap { $0 }
    return names.count < 2 ? names.first : combine(Set(names).sorted(), word: "And", function: "Fn::And")
  }

  /// The condition that holds where one of them does.
  mutating func anyOf(_ conditions: [String?]) -> String? {
    let names = Set(conditions.compactMap { $0 }).sorted()
    return conditions.contains(nil) ? nil : combine(names, word: "Or", function: "Fn::Or")
  }

  private mutating func combine(_ conditions: [String], word: String, function: String) -> String? {
    guard conditions.count > 1 else { return conditions.first }
    // CloudFormation takes ten at once.
    if conditions.count > 10 {
      let rest = combine(Array(conditions.dropFirst(9)), word: word, function: function)
      return combine(conditions.prefix(9) + [rest].compactMap { $0 }, word: word, function: function)
    }
    return addCondition(conditions.joined(separator: word), function: function, of: conditions)
  }

  /// The condition that is true where another is not.
  mutating func not(_ condition: String) -> String {
    addCondition("Not\(condition)", function: "Fn::Not", of: [condition])
  }

  private mutating func addCondition(_ name: String, function: String, of conditions: [String]) -> String {
    var name = name
    // The author may have one of that name, and `AAndBOrC` may mean two things.
    if names.conditions.contains(name) || !names.conditions.isSuperset(of: conditions) || name.utf8.count > 255 {
      name = String(name.prefix(200)) + LogicalID.hash("\(function) \(conditions.joined(separator: " "))")
    }
    var section = template.section("Conditions")
    section[name] = .object(
      Object([.init(key: function, value: .list(conditions.map { ["Condition": .string($0)] }))]))
    template.sections["Conditions"] = .object(section)
    return name
  }
}
