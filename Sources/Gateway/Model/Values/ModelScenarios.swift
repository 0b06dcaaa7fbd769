import CloudFormation

extension Model {
  /// One of the ways in which a template with conditions, parameters and mappings becomes a stack.
  struct Scenario {
    /// The model of it.
    let model: Model
    /// The functions whose values are known in it.
    let choices: [DecidedTemplate.Choice]
  }

  /// Of more scenarios, the first ones are checked.
  private static let scenarioLimit = 8
  /// Of more values of a parameter that no condition compares, the first ones are.
  private static let valueLimit = 3

  /// Calls `body` with scenarios that together have each branch of every `Fn::If`, and the usual values of parameters.
  /// Each is as large as the model: there is one at a time.
  func forEachScenario(_ body: (Scenario) -> Void) {
    if ["Conditions", "Parameters", "Mappings"].allSatisfy({ template.sections[$0] == nil }) { return }
    let questions = Questions(template)
    var decisions = conditionLogic.scenarios(
      deciding: questions.conditions, known: knownRegion, limit: Model.scenarioLimit)
    let values = usualValues(questions)
    let count = max(decisions.count, values.values.map(\.count).max() ?? (questions.hasFindInMap ? 1 : 0))
    if decisions.isEmpty { decisions = [.init()] }
    for index in 0..<count {
      let usual = values.mapValues { $0[index % $0.count] }
      var decided = DecidedTemplate(template, decisions[index % decisions.count], usual: usual, names.tree)
      let targets = loweredTargets.map { $0.with(decided.decided($0.properties)) }
      let model = Model(spec, result, template: decided.template, targets: targets, branches: decided.branches)
      body(Scenario(model: model, choices: decided.choices))
    }
  }

  /// The region of the stack, if it is known: it is not deployed in others.
  private var knownRegion: [String: String] { regionOfStack.map { ["AWS::Region": $0.name] } ?? [:] }

  /// The values that parameters usually have, and the names of rows where a name selects them; not of what conditions
  /// compare.
  private func usualValues(_ questions: Questions) -> [String: [String]] {
    let mappings = template.sections["Mappings"]?.object
    var values: [String: [String]] = [:]
    if questions.rows.contains(where: { $0.name == "AWS::Region" }) { values = knownRegion.mapValues { [$0] } }
    for (mapping, name) in questions.rows where !name.hasPrefix("AWS::") && !namesInConditions.contains(name) {
      values[name] = mappings?[mapping]?.object?.members.prefix(Model.valueLimit).map(\.key)
    }
    for name in questions.names where values[name] == nil {
      let text = usualText(ofParameter: name) ?? usualText(ofParameter: name, of: DecidedTemplate.lists)
      if let text { values[name] = [text] }
    }
    return values.filter { !$0.value.isEmpty }
  }
}
