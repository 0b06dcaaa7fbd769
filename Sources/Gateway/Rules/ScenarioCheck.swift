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
    var sources: [Mark: [DecidedTemplate.Source]] = [:]
    model.forEachScenario { scenario in
      var own: [Mark: DecidedTemplate.Source] = [:]
      for choice in scenario.choices {
        guard let source = choice.source else { continue }
        // The value of a function with a list of arguments is at its key.
        for place in [choice.place, choice.key] {
          own[place] = source
          sources[place, default: []].append(source)
        }
      }
      let places = MarkIndex(scenario.choices.flatMap { [$0.place, $0.key] })
      // One mistake is one finding: a rule that looks at functions itself knows more about them.
      let known = MarkIndex((findings.sorted + model.spec.findings.sorted).filter { $0.severity != .note }.map(\.mark))
      let new = judge(scenario.model).sorted.filter {
        $0.severity != .note && !known.touches($0.mark)
          && (places.touches($0.mark) || $0.related.contains { places.touches($0.mark) })
      }
      let explained = new.map { $0.explained(by: own[$0.mark]) }
      if !new.isEmpty { findings = findings.adding(explained, at: scenario.choices) }
    }
    // A finding without a scenario is about such a value if it names its text.
    if !sources.isEmpty {
      findings = findings.mapped { finding in
        finding.explained(by: finding.source(among: sources[finding.mark] ?? []))
      }
    }
    return findings
  }
}

extension Diagnostic {
  /// The value that its message has: as a word of its own where it may be one of several.
  fileprivate func source(among all: [DecidedTemplate.Source]) -> DecidedTemplate.Source? {
    let isOne = all.allSatisfy { $0.place == all[0].place }
    return all.first {
      isOne ? message.contains($0.text) : message.contains("`\($0.text)`") || message.hasSuffix("found \($0.text)")
    }
  }

  /// The finding with the value that it is about, which may have to be changed instead.
  fileprivate func explained(by given: DecidedTemplate.Source?) -> Diagnostic {
    guard let given, !related.contains(where: { $0.mark == given.place }) else { return self }
    var explained = self
    explained.related.append(given.related)
    // The reference is not the secret, but its value.
    if secret != nil { explained.secret = given.place }
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
