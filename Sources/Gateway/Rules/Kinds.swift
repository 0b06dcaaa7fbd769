import Diagnostics

extension Rules {
  /// The kinds of all findings in specs, by id, each with a page to read on.
  public static let kinds: [FindingKind] = {
    let steps =
      FindingKind.yaml + FindingKind.reading + FindingKind.assembly + FindingKind.names + FindingKind.template
      + FindingKind.lint + FindingKind.update
    var byId: [String: FindingKind] = [:]
    // A few rules find what a step finds: their kind is the same, with an example.
    for kind in steps { byId[kind.id] = kind }
    for rule in all { byId[rule.id] = rule.kind }
    return byId.values.map(\.withPage).sorted { $0.id < $1.id }
  }()

  /// Every id that a finding in a spec can have.
  static let ids = Set(kinds.map(\.id))
}

extension FindingKind {
  /// With the first link of its source, or else AWS's page on the area.
  fileprivate var withPage: FindingKind {
    let link = source?.split(separator: " ").first { $0.hasPrefix("https://") }.map { word in
      String(word.reversed().drop { ".,;)".contains($0) }.reversed())
    }
    var kind = self
    kind.page = link ?? Area.of(id)?.page
    return kind
  }
}
