extension ResourceChange {
  /// The details of a change in words, after the type: " replaced because of `CidrBlock`".
  var details: String {
    var words: [String] = []
    switch action {
    case .added: break
    case .changed: words.append(propertyWords(properties))
    case .replaced:
      words.append("replaced because of \(reason ?? "`Type`")")
      let others = properties.filter { $0.replaces != .always }
      if !others.isEmpty { words.append("changes \(propertyWords(others))") }
    case .moved: words.append("moved from \(ResourceChange.home(homes.old)) to \(ResourceChange.home(homes.new))")
    case .deleted: break
    }
    if isRetained, deletesOld { words.append(action == .deleted ? "retained" : "the old one is retained") }
    if isSnapshot, deletesOld { words.append("with a snapshot" + (action == .deleted ? "" : " of the old one")) }
    if let condition { words.append("if \(condition)") }
    return words.isEmpty ? "" : "  " + words.joined(separator: "; ")
  }

  private func propertyWords(_ properties: [Property]) -> String {
    let shown = properties.prefix(6).map { property in
      property.name + (property.name == "Condition" ? newCondition.map { " (exists only if \($0))" } ?? "" : "")
        + (property.replaces == .sometimes ? " (may replace it)" : "")
        + (property.through.map { " (\($0) is replaced)" } ?? "")
        + property.conditionWords
    }
    let more = properties.count - shown.count
    return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  private static func home(_ path: String) -> String { path.isEmpty ? "the main stack" : path }
}

extension StackComparison {
  /// The number of changes of a type, by action.
  struct Row {
    let type: String
    var counts: [ResourceChange.Action: Int] = [:]
  }

  /// The numbers of changes, by type.
  var counts: [Row] {
    var rows: [String: Row] = [:]
    for change in resources {
      rows[change.type, default: Row(type: change.type)].counts[change.action, default: 0] += 1
    }
    return rows.values.sorted { $0.type < $1.type }
  }

  /// Whether the update does something that a topic of `--fail-on` names.
  public func has(_ topic: String) -> Bool {
    switch topic {
    case "any": !changesNothing
    case "replaced": resources.contains { $0.action == .replaced }
    default: notes.contains { $0.topic.rawValue == topic }
    }
  }
}
