import Diagnostics

/// A comparison as text for people.
public struct ComparisonText {
  private let comparison: StackComparison
  /// Whether to list every resource and property.
  private let isComplete: Bool
  private var text = StyledText()
  /// Up to this number of changed resources, each has its line.
  private static let fewResources = 20

  /// The text of a comparison, with escape sequences for colors if wanted.
  ///
  /// It is short unless `all` is set: of many resources, only those that are replaced, moved or deleted have a line.
  public static func render(_ comparison: StackComparison, title: String, all: Bool, color: Bool) -> [UInt8] {
    var layout = ComparisonText(comparison: comparison, isComplete: all)
    layout.layOut(title)
    return layout.text.bytes(color: color)
  }

  private init(comparison: StackComparison, isComplete: Bool) {
    self.comparison = comparison
    self.isComplete = isComplete
  }

  private mutating func line(_ pieces: (String, StyledText.Style)...) {
    for (piece, style) in pieces { text.append(visible(piece), style) }
    text.endLine()
  }

  private mutating func layOut(_ title: String) {
    if comparison.isEmpty { return line((title, .message), (": no changes", .plain)) }
    line((title, .message))
    for note in comparison.notes { add(note) }
    for api in comparison.apis { add(api) }
    if !comparison.outputs.isEmpty {
      heading("Outputs")
      table(comparison.outputs)
    }
    if !comparison.resources.isEmpty { addResources() }
    if !comparison.otherSections.isEmpty {
      line()
      line(("\(comparison.otherSections.joined(separator: ", ")) changed", .plain))
    }
  }

  private mutating func heading(_ words: String) {
    line()
    line((words, .message))
  }

  private mutating func add(_ note: UpdateNote) {
    line()
    let severity = note.kind.severity
    let place = note.placeText.map { "\($0): " } ?? ""
    line(
      (place, .plain), (severity.rawValue, StyledText.Style(severity)),
      (": \(note.message) [\(note.kind.id)]", .plain))
    if let help = note.help { line(("help: \(help)", .plain)) }
  }

  // MARK: APIs

  private mutating func add(_ api: ApiChange) {
    let suffix =
      switch api.sign {
      case .added: " (new)"
      case .removed: " (removed)"
      case .changed: ""
      }
    heading("API \(api.name)\(suffix)")
    table(api.lines)
  }

  private mutating func table(_ lines: [ApiLine]) {
    let shown = isComplete ? lines[...] : lines.prefix(ComparisonText.fewResources * 2)
    let width = shown.map { $0.name.count }.max() ?? 0
    let kinds = shown.map { $0.kind.count }.max() ?? 0
    for item in shown {
      let gap = String(repeating: " ", count: width - item.name.count)
      let kindGap = String(repeating: " ", count: kinds - item.kind.count)
      text.append("  \(item.sign.rawValue) ", style(item.sign))
      text.append(visible("\(item.kind)\(kindGap) \(item.name)\(gap)  \(item.detail)"), item.opens ? .message : .plain)
      if item.opens { text.append("  OPEN", .error) }
      text.endLine()
    }
    if shown.count < lines.count { line(("  and \(lines.count - shown.count) more (--all)", .plain)) }
  }

  private func style(_ sign: ApiLine.Sign) -> StyledText.Style {
    switch sign {
    case .added: .caret
    case .changed: .warning
    case .removed: .error
    }
  }

  // MARK: Resources

  private mutating func addResources() {
    heading("Resources")
    let rows = comparison.counts
    let width = rows.map { $0.type.count }.max() ?? 0
    let actions = ResourceChange.Action.allCases.filter { action in rows.contains { $0.counts[action] != nil } }
    func cells(_ first: String, _ others: [String]) -> String {
      "  " + first + String(repeating: " ", count: width - first.count)
        + others.map { String(repeating: " ", count: 10 - $0.count) + $0 }.joined()
    }
    line((cells("", actions.map(\.rawValue)), .plain))
    for row in rows { line((cells(row.type, actions.map { row.counts[$0].map(String.init) ?? "" }), .plain)) }
    let isFew = comparison.resources.count <= ComparisonText.fewResources
    let listed = comparison.resources.filter { isComplete || isFew || ($0.action != .added && $0.action != .changed) }
    let shown = isComplete || isFew ? listed[...] : listed.prefix(ComparisonText.fewResources)
    if !shown.isEmpty { line() }
    for change in shown { add(change) }
    let hidden = comparison.resources.count - shown.count
    if hidden > 0 { line(("  and \(hidden) more (--all)", .plain)) }
  }

  private mutating func add(_ change: ResourceChange) {
    let sign: (String, StyledText.Style) =
      switch change.action {
      case .added: ("+", .caret)
      case .changed: ("~", .warning)
      case .replaced: ("R", .error)
      case .moved: ("M", .error)
      case .deleted: ("-", .error)
      }
    line(("  \(sign.0) ", sign.1), ("\(change.id)  \(change.type)", .plain), (change.details, .plain))
  }
}
