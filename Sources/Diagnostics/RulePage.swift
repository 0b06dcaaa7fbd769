/// What is known of an id, as text for a terminal and as Markdown.
public enum RulePage {
  /// For a terminal: examples are indented, and what is found in them is underlined.
  public static func text(of explanation: Explanation) -> String {
    var text = "\(explanation.id) (\(explanation.standing)): \(explanation.summary)\n\n\(explanation.why)\n"
    if let request = explanation.request { text += "\n\(request)\n" }
    if let example = explanation.example {
      text += "\nFound in:\n\n\(underlined(example.bad))\nRight:\n\n\(indented(example.good))"
    }
    if let source = explanation.source { text += "\nSource: \(source)\n" }
    if let page = explanation.page, !(explanation.source?.contains(page) ?? false) { text += "Read on: \(page)\n" }
    return text
  }

  /// As Markdown, without a heading.
  public static func markdown(of explanation: Explanation) -> String {
    var text = "\(explanation.why)\n"
    if let request = explanation.request { text += "\n\(request)\n" }
    if let example = explanation.example {
      text += "\nFound in:\n\n```yaml\n\(Explanation.unmarked(example.bad))\n```\n"
      text += "\nRight:\n\n```yaml\n\(example.good)\n```\n"
    }
    if let source = explanation.source { text += "\nSource: \(source)\n" }
    if let page = explanation.page, !(explanation.source?.contains(page) ?? false) { text += "\nRead on: <\(page)>\n" }
    return text
  }

  /// All of a list, as a document: a table, and a section for each.
  public static func document(_ explanations: [Explanation], introduction: String, area: (String) -> String?) -> String
  {
    var text = introduction + "\n| id | | |\n| --- | --- | --- |\n"
    for one in explanations {
      let cells = ["[\(one.id)](#\(one.id.lowercased()))", one.standing, one.summary]
      text += "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    var last: String?
    for one in explanations {
      let title = area(one.id)
      if let title, title != last { text += "\n## \(title)\n" }
      last = title
      text += "\n### \(one.id)\n\n**\(one.summary)** (\(one.standing))\n\n\(markdown(of: one))"
    }
    return text
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }

  /// The text with a line under each one that has places.
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
