import Diagnostics
import SpecReading

extension Rules {
  /// What every id stands for that a spec can be found guilty of, by id.
  public static let explanations: [Explanation] = {
    let problems =
      Explanation.yaml + Explanation.reading + Explanation.assembly + Explanation.names + Explanation.template
      + Explanation.lint
    var byId: [String: Explanation] = [:]
    for problem in problems { byId[problem.id] = problem.withPage }
    for rule in all {
      var explanation = rule.explanation
      // A few rules find what is found elsewhere, too: their example serves for both.
      if let general = byId[rule.id] {
        explanation = Explanation(
          id: general.id, severity: general.severity, summary: general.summary, why: general.why,
          source: explanation.source, page: explanation.page, bad: explanation.bad, good: explanation.good)
      }
      byId[rule.id] = explanation
    }
    return byId.values.sorted { $0.id < $1.id }
  }()
}

extension Rule {
  /// The rule as `explain`, the rule pages and SARIF show it.
  public var explanation: Explanation {
    let example = example
    return Explanation(
      id: id, severity: severity, isOptional: isOptional, summary: summary, why: why, source: source, page: link,
      bad: example.bad, good: example.good
    ).withPage
  }

  /// The first link of the source.
  private var link: String? {
    source.split(separator: " ").first { $0.hasPrefix("https://") }.map { word in
      String(word.reversed().drop { ".,;)".contains($0) }.reversed())
    }
  }
}

extension Explanation {
  /// With AWS's page on the area, unless it has one of its own.
  fileprivate var withPage: Explanation {
    var explanation = self
    explanation.page = page ?? Area.of(id)?.page
    return explanation
  }
}
