import CloudFormation
import SpecReading
import TextSearch

extension Rule {
  /// Transitions to states that do not exist, and states without a transition to them.
  static let stateMachineStates = Rule(
    id: "INT051",
    severity: .error,
    summary: "state machine with an unknown or unreachable state",
    why: """
      Step Functions rejects a definition whose `StartAt`, `Next` or `Default` names no state, and one with a state that nothing leads
      to: "MISSING_TRANSITION_TARGET: Missing 'Next' target".
      """,
    source: "Amazon States Language, Transitions; public reports of the message",
    example: """
      resources:
        Orders:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/orders
            Definition:
              StartAt: ⟦Chekc → Check⟧
              States:
                ⟪→
                Check: {Type: Pass, Next: Pay}
                ⟫
                Pay: {Type: Pass, Next: ⟦Sent → Send⟧}
                Send: {Type: Pass, End: true}
      apis:
        store:
          routes:
            POST /orders: {stepFunctions: Orders}
      """,
    check: { model, report in
      for type in ["AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine"] {
        for machine in model.resources(type) where machine.isRaw {
          let definitions =
            (machine["Definition"]?.branches ?? []) + (machine["DefinitionString"]?.definitions ?? [])
          for definition in definitions { check(definition, &report) }
        }
      }
    })

  /// A state machine, or one inside a state.
  private static func check(_ machine: Model.Property, _ report: inout Report) {
    guard let states = machine["States"]?.members, !states.isEmpty else { return }
    let names = states.map(\.name)
    // What functions and substitutions give may be any of them.
    let isKnown = !names.contains { $0.mentions("${") || $0.hasPrefix("Fn::") }
    var transitions = [machine["StartAt"]].compactMap { $0 }
    for state in states {
      transitions += [state["Next"], state["Default"]].compactMap { $0 }
      for part in (state["Choices"]?.items ?? []) + (state["Catch"]?.items ?? []) {
        transitions += [part["Next"]].compactMap { $0 }
      }
      let inner = (state["Branches"]?.items ?? []) + [state["Iterator"], state["ItemProcessor"]].compactMap { $0 }
      for machine in inner { check(machine, &report) }
    }
    guard isKnown else { return }
    let targets = transitions.map(\.text)
    for (transition, target) in zip(transitions, targets) {
      guard let target, !target.mentions("${"), !names.contains(target) else { continue }
      report.report(
        at: transition, "there is no state \(Reader.quoted(target))", help: Suggestion.help(for: target, among: names))
    }
    // A misspelled transition was meant for one of them.
    guard targets.allSatisfy({ $0.map(names.contains) ?? false }) else { return }
    for state in states where !targets.contains(state.name) {
      report.report(
        at: state.key, "nothing leads to the state \(Reader.quoted(state.name))",
        help: "name it in `StartAt` or in a `Next`, or remove it")
    }
  }
}

extension Model.Property {
  /// The state machines that a text of JSON defines, as far as it is known.
  fileprivate var definitions: [Model.Property] {
    branches.compactMap { branch in
      let parts = branch.value.object?["Fn::Sub"]
      let first: String? = if case .list(let parts) = parts { parts.first?.text } else { parts?.text }
      guard let text = branch.text ?? first, let value = JSONReading.value(of: Array(text.utf8)) else { return nil }
      return Model.Property(name: name, value: value, origin: .none, of: resource, fallback: branch.mark)
    }
  }
}
