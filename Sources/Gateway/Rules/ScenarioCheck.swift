import Diagnostics
import TextSearch
import YAMLTree

extension Rules {
  /// Checks a model against the rules; what its functions give, in each scenario as well.
  ///
  /// Most rules look at known values only. What an `Fn::If` or a mapping gives is known in a scenario, where it is
  /// checked like any other value.
  public static func check(_ model: Model) -> Findings {
    var findings = judge(model)
    if findings.isFull { return findings }
    var defaults: [Mark: DecidedTemplate.Default] = [:]
    model.forEachScenario { scenario in
      for choice in scenario.choices { if let source = choice.source { defaults[choice.place] = source } }
      let places = MarkIndex(scenario.choices.flatMap { [$0.place, $0.key] })
      // One mistake is one finding: a rule that looks at functions itself knows more about them.
      let known = MarkIndex((findings.sorted + model.spec.findings.sorted).filter { $0.severity != .note }.map(\.mark))
      let new = judge(scenario.model).sorted.filter {
        $0.severity != .note && !known.touches($0.mark)
          && (places.touches($0.mark) || $0.related.contains { places.touches($0.mark) })
      }
      let explained = new.map { $0.explained(by: defaults[$0.mark]) }
      if !new.isEmpty { findings = findings.adding(explained, at: scenario.choices) }
    }
    // A finding without a scenario is about a default if it names its text.
    if !defaults.isEmpty {
      findings = findings.mapped { finding in
        guard let given = defaults[finding.mark], finding.message.contains(given.text) else { return finding }
        return finding.explained(by: given)
      }
    }
    return findings
  }
}

extension Diagnostic {
  /// The finding with the default that it is about, which may have to be changed instead.
  fileprivate func explained(by given: DecidedTemplate.Default?) -> Diagnostic {
    guard let given, !related.contains(where: { $0.mark == given.place }) else { return self }
    var explained = self
    explained.related.append(given.related)
    return explained
  }
}

extension Findings {
  /// The findings, each changed.
  fileprivate func mapped(_ change: (Diagnostic) -> Diagnostic) -> Findings {
    var result = Findings(limited: limited)
    result.report(sorted.map(change))
    return result
  }

  /// The findings with new ones. Of two findings of a rule, one at a function's key and one in the function, the second
  /// is kept.
  fileprivate func adding(_ new: [Diagnostic], at choices: [DecidedTemplate.Choice]) -> Findings {
    let functions = Dictionary(grouping: choices, by: \.key).mapValues { MarkIndex($0.map(\.place)) }
    func isRepeated(_ one: Diagnostic, by others: [Diagnostic]) -> Bool {
      guard let inside = functions[one.mark] else { return false }
      return others.contains { $0.id == one.id && $0.mark != one.mark && inside.touches($0.mark) }
    }
    let old = sorted
    var result = Findings(limited: limited)
    result.report(old.filter { !isRepeated($0, by: new) })
    result.report(new.filter { !isRepeated($0, by: old) })
    return result
  }
}
