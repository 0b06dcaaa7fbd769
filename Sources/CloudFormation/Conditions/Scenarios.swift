extension ConditionLogic {
  /// One of the ways in which a template with conditions becomes a stack; cfn-lint's word.
  public struct Scenario: Sendable {
    /// Whether each condition holds; without those that cannot be decided.
    public let truths: [String: Bool]
    /// The texts of the parameters that conditions compare; without those that differ from all that they name.
    public let texts: [String: String]

    /// A scenario in which these conditions hold or not, with these parameters.
    public init(truths: [String: Bool] = [:], texts: [String: String] = [:]) {
      self.truths = truths
      self.texts = texts
    }
  }

  /// Scenarios in which each of these conditions is true once and false once, as far as both are possible with what is
  /// known: the texts of parameters, by name.
  public func scenarios(deciding names: [String], known: [String: String] = [:], limit: Int) -> [Scenario] {
    let known = choice(of: known)
    var open = names.flatMap { [Literal(name: $0, holds: true), Literal(name: $0, holds: false)] }
    var found: [Scenario] = []
    while let first = open.first, found.count < limit {
      open.removeFirst()
      guard let start = choice(for: first, beside: known) else { continue }
      var (chosen, truths) = (start, [first.name: first.holds])
      for name in formulas.keys.sorted() where truths[name] == nil {
        let holds = open.first { $0.name == name }?.holds ?? true
        for literal in [Literal(name: name, holds: holds), Literal(name: name, holds: !holds)] {
          guard let next = choice(for: literal, beside: chosen) else { continue }
          (chosen, truths[name]) = (next, literal.holds)
          break
        }
      }
      open.removeAll { truths[$0.name] == $0.holds }
      found.append(Scenario(truths: truths, texts: texts(chosen)))
    }
    return found
  }

  private func choice(of texts: [String: String]) -> [Int: Int] {
    var chosen: [Int: Int] = [:]
    for (name, text) in texts {
      guard let variable = numbers[Value.ref(name).fingerprint] else { continue }
      let (values, places) = (variables[variable].values, variables[variable].places)
      if let place = places[text] ?? (variables[variable].isOpen ? values.count : nil) { chosen[variable] = place }
    }
    return chosen
  }

  private func texts(_ chosen: [Int: Int]) -> [String: String] {
    var texts: [String: String] = [:]
    for parameter in parameters.members {
      guard let variable = numbers[Value.ref(parameter.key).fingerprint], let index = chosen[variable],
        variables[variable].values.indices.contains(index)
      else { continue }
      texts[parameter.key] = variables[variable].values[index]
    }
    return texts
  }

  /// A choice of values that makes a condition true or false, and keeps what is chosen already.
  private func choice(for literal: Literal, beside known: [Int: Int]) -> [Int: Int]? {
    guard let formula = formulas[literal.name] else { return nil }
    var compared: [Int: Set<Int>] = [:]
    collect(formula, into: &compared)
    return firstChoice(of: compared, beside: known) { holds(formula, $0) == literal.holds } ?? nil
  }
}
