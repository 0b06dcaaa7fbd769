/// The documentation of a rule, as text for a terminal and as Markdown.
public enum RulePage {
  /// For a terminal: examples are indented, and the reported locations are underlined.
  public static func text(of kind: FindingKind) -> String {
    var text = "\(kind.id) (\(kind.severityLabel)): \(kind.summary)\n\n\(kind.why)\n"
    if let request = kind.request { text += "\n\(request)\n" }
    if let example = kind.example {
      text += "\nReported in:\n\n\(underlined(example.bad))\nUse instead:\n\n\(indented(example.good))"
    }
    if let source = kind.source { text += "\nSource: \(source)\n" }
    if let page = kind.page, !(kind.source?.contains(page) ?? false) { text += "See also: \(page)\n" }
    return text
  }

  /// As Markdown without a heading.
  public static func markdown(of kind: FindingKind) -> String {
    var text = "\(kind.why)\n"
    if let request = kind.request { text += "\n\(request)\n" }
    if let example = kind.example {
      text += "\nReported in:\n\n```yaml\n\(example.unmarked)\n```\n"
      text += "\nUse instead:\n\n```yaml\n\(example.good)\n```\n"
    }
    if let source = kind.source { text += "\nSource: \(source)\n" }
    if let page = kind.page, !(kind.source?.contains(page) ?? false) { text += "\nSee also: <\(page)>\n" }
    return text
  }

  /// A document of several rules: a table, and a section for each.
  public static func document(_ kinds: [FindingKind], introduction: String, area: (String) -> String?) -> String {
    var text = introduction + "\n| id | | |\n| --- | --- | --- |\n"
    for one in kinds {
      let cells = ["[\(one.id)](#\(one.id.lowercased()))", one.severityLabel, one.summary]
      text += "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    var last: String?
    for one in kinds {
      let title = area(one.id)
      if let title, title != last { text += "\n## \(title)\n" }
      last = title
      text += "\n### \(one.id)\n\n**\(one.summary)** (\(one.severityLabel))\n\n\(markdown(of: one))"
    }
    return text
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }

  /// The text with underlines below the lines that contain marked locations.
  private static func underlined(_ text: String) -> String {
    var result = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var (shown, under, isInside) = ("", "", false)
      for scalar in line.unicodeScalars {
        switch scalar {
        case "⟦":
          isInside = true
          continue
        case "⟧":
          isInside = false
          continue
        default: break
        }
        shown.unicodeScalars.append(scalar)
        let width = displayWidth(scalar)
        under += String(repeating: isInside ? "~" : " ", count: width)
      }
      result += shown.isEmpty ? "\n" : "    \(shown)\n"
      guard let end = under.lastIndex(of: "~") else { continue }
      result += "    \(under[...end])\n"
    }
    return result
  }
}
