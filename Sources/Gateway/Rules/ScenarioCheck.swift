import Diagnostics
import YAMLTree

extension Rules {
  /// Checks a model against the rules; what its functions give, in each scenario as well.
  ///
  /// Most rules look at known values only. What an `Fn::If` or a mapping gives is known in a scenario, where it is
  /// checked like any other value.
  public static func check(_ model: Model) -> Findings {
    var findings = judge(model)
    if findings.isFull { return findings }
    model.forEachScenario { scenario in
      let places = MarkIndex(scenario.choices.flatMap { [$0.place, $0.key] })
      // One mistake is one finding: a rule that looks at functions itself knows more about them.
      let known = MarkIndex((findings.sorted + model.spec.findings.sorted).filter { $0.severity != .note }.map(\.mark))
      let new = judge(scenario.model).sorted.filter {
        $0.severity != .note && !known.touches($0.mark)
          && (places.touches($0.mark) || $0.related.contains { places.touches($0.mark) })
      }
      if !new.isEmpty { findings = findings.adding(new, at: scenario.choices) }
    }
    return findings
  }
}

extension Findings {
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
