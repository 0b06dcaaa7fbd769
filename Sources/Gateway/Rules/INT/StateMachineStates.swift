import CloudFormation
import SpecReading
import TextSearch

extension Rule {
  /// States that Step Functions rejects.
  static let stateMachineStates = Rule(
    id: "INT051",
    severity: .error,
    premise: .element,
    summary: "state machine with an unknown, unreachable or invalid state",
    why: """
      Step Functions rejects a definition whose `StartAt`, `Next` or `Default` names no state, and one with a state that nothing leads
      to: "MISSING_TRANSITION_TARGET: Missing 'Next' target". Each state has a type, and each that is neither a choice nor an end
      names the next one or ends: "SCHEMA_VALIDATION_FAILED". Step Functions gets `${name}` as it is, unless
      `DefinitionSubstitutions` or `!Sub` replaces it.
      """,
    source: """
      Amazon States Language; CloudFormation's page on AWS::StepFunctions::StateMachine (DefinitionSubstitutions); public reports of the
      messages (localstack#11978, cfn-lint#4073)
      """,
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
          for definition in definitions {
            var check = StateMachineCheck()
            check.check(definition)
            for flaw in check.flaws { report.report(flaw) }
          }
          for text in machine["DefinitionString"]?.branches ?? [] where text.isBrokenDefinition {
            report.report(
              at: text, "the definition is not JSON",
              help: "close every quote and brace, or write it as a mapping under `Definition`")
          }
          if let (text, name) = unreplaced(in: machine, model) {
            report.report(
              at: text.mark(ofPiece: "${\(name)}"),
              "`${\(name)}` is not replaced: `DefinitionSubstitutions` has no `\(name)`",
              help: text.name == "DefinitionString" && (name.mentions(".") || model.isName(name))
                ? "write `!Sub` before the text" : "add `\(name)` to `DefinitionSubstitutions`")
          }
        }
      }
    })

  /// The first name in a definition that nothing replaces, and the text with it. Within other words, as in a command, it may be
  /// a variable of something else.
  private static func unreplaced(in machine: Model.Resource, _ model: Model) -> (text: Model.Property, name: String)? {
    let substitutions = machine["DefinitionSubstitutions"]
    if substitutions?.mayBeMade ?? false { return nil }
    for definition in ["Definition", "DefinitionString"].compactMap({ machine[$0] }) {
      for leaf in definition.leaves {
        guard let text = leaf.text else { continue }
        let name = text.substitutions.first { name in
          !name.isEmpty && name.isMade(ofLettersDigitsAnd: "_.:") && substitutions?[name] == nil
            && (text == "${\(name)}" || text.firstRange(of: "\"${\(name)}\"") != nil || model.isName(name))
        }
        if let name { return (leaf, name) }
      }
    }
    return nil
  }
}

extension Model.Property {
  /// The values at the ends of all branches.
  fileprivate var leaves: [Model.Property] {
    switch form {
    case .mapping where !isFunction: members.flatMap(\.leaves)
    case .list: list.flatMap(\.leaves)
    default: [self]
    }
  }

  /// Whether it is a text that is certainly not JSON.
  fileprivate var isBrokenDefinition: Bool {
    if let text { return Model.OpenText(substituting: text).isBrokenJSON }
    let parts = value.object?["Fn::Sub"]
    let first: String? = if case .list(let parts) = parts { parts.first?.text } else { parts?.text }
    return first.map { Model.OpenText(substituting: $0).isBrokenJSON } ?? false
  }

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
