import Diagnostics
import SpecReading

extension Rules {
  private static var problems: [Explanation] {
    Explanation.yaml + Explanation.reading + Explanation.assembly + Explanation.names + Explanation.template
      + Explanation.lint
  }

  /// Every id that a finding in a spec can have.
  static let ids = Set(problems.map(\.id)).union(all.map(\.id))

  /// What every id stands for that a finding in a spec can have, by id.
  public static let explanations: [Explanation] = {
    var byId: [String: Explanation] = [:]
    for problem in problems { byId[problem.id] = problem.withPage }
    for rule in all {
      var explanation = rule.explanation
      // A few rules find what is found elsewhere, too: their example serves for both.
      if let general = byId[rule.id] {
        explanation = Explanation(
          id: general.id, severity: general.severity, summary: general.summary, why: general.why,
          source: explanation.source, page: explanation.page, example: { rule.example })
      }
      byId[rule.id] = explanation
    }
    return byId.values.sorted { $0.id < $1.id }
  }()
}

extension Rule {
  /// The rule as `explain`, the rule pages and SARIF show it.
  public var explanation: Explanation {
    Explanation(
      id: id, severity: severity, isOptional: isOptional, summary: summary, why: why, source: source, page: link,
      example: { example }
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
