import TextSearch

/// The documentation of a rule, as text for a terminal and as Markdown.
public enum RulePage {
  /// For a terminal: examples are indented, and the reported locations are underlined. Prose is wrapped if there is a width.
  public static func text(of kind: FindingKind, width: Int? = nil) -> String {
    func prose(_ text: String) -> String { width.map { TextWrapping.wrapped(text, to: max($0, 20)) } ?? text }
    var text = prose("\(kind.id) (\(kind.severityLabel)): \(kind.summary)") + "\n\n" + prose(kind.why) + "\n"
    if let request = kind.request { text += "\n\(prose(request))\n" }
    if let example = kind.example {
      let bad = ExampleText.abbreviated(example.bad, comparedWith: example.good)
      let good = ExampleText.abbreviated(example.good, comparedWith: example.unmarked)
      text += "\nReported in:\n\n\(underlined(bad))\nUse instead:\n\n\(indented(good))"
    }
    if let source = kind.source { text += "\n\(prose("Source: \(source)"))\n" }
    if let page = kind.page, !(kind.source?.contains(page) ?? false) { text += "See also: \(page)\n" }
    return text
  }

  /// As Markdown without a heading.
  public static func markdown(of kind: FindingKind) -> String {
    var text = "\(kind.why)\n"
    if let request = kind.request { text += "\n\(request)\n" }
    if let example = kind.example {
      let bad = ExampleText.abbreviated(example.unmarked, comparedWith: example.good)
      let good = ExampleText.abbreviated(example.good, comparedWith: example.unmarked)
      text += "\nReported in:\n\n```yaml\n\(bad)\n```\n\nUse instead:\n\n```yaml\n\(good)\n```\n"
    }
    if let source = kind.source { text += "\nSource: \(source)\n" }
    if let page = kind.page, !(kind.source?.contains(page) ?? false) { text += "\nSee also: <\(page)>\n" }
    return text
  }

  /// A page of rules: a section for each.
  public static func page(_ kinds: [FindingKind], introduction: String) -> String {
    introduction
      + kinds.map { "\n## \($0.id)\n\n**\($0.summary)** (\($0.severityLabel))\n\n\(markdown(of: $0))" }.joined()
  }

  /// A table of rules with links to their sections in a page.
  public static func table(_ kinds: [FindingKind], page: String) -> String {
    let rows = kinds.map { one in
      let cells = ["[\(one.id)](\(page)#\(one.id.lowercased()))", one.severityLabel, one.summary]
      return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    return "| id | | |\n| --- | --- | --- |\n" + rows.joined()
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
