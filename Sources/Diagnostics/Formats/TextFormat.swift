import TextSearch
import YAMLTree

/// Findings for people: location, severity, message and ID on one line, the line of the file with an underline, related
/// locations, help, and a summary at the end.
public struct TextFormat {
  private let sources: [Source]
  private let color: Bool
  private let hasSummary: Bool
  private let secrets: Secrets?
  private let counted: [Diagnostic]?

  /// For findings in these sources, with or without colors and a final summary. `secrets` are those of the sources, if they
  /// are known already. `counted` are the findings that the summary counts, if not all are rendered.
  public init(
    sources: [Source], color: Bool, summary: Bool = true, secrets: Secrets? = nil, counted: [Diagnostic]? = nil
  ) {
    self.secrets = secrets
    self.counted = counted
    self.sources = sources
    self.color = color
    hasSummary = summary
  }

  /// The findings in the given order, as UTF-8; empty if there are none.
  public func render(_ findings: [Diagnostic]) -> [UInt8] {
    guard !findings.isEmpty else { return [] }
    var text = StyledText()
    let secrets = secrets ?? Secrets(in: sources, marks: findings.compactMap(\.secret))
    for finding in findings {
      layOut(secrets.hide(finding), hiding: secrets, in: &text)
      text.endLine()
    }
    if hasSummary {
      text.append(summary(of: findings))
      text.endLine()
    }
    return text.bytes(color: color)
  }

  private func layOut(_ finding: Diagnostic, hiding secrets: Secrets, in text: inout StyledText) {
    layOutPlace(finding.mark, in: &text)
    text.append("\(finding.severity.rawValue): ", StyledText.Style(finding.severity))
    text.append(visible(finding.message), .message)
    text.append(" [\(visible(finding.id))]")
    text.endLine()
    layOutSnippet(finding.mark, hiding: secrets, in: &text)
    for related in finding.related {
      layOutPlace(related.mark, in: &text)
      text.append("note: ", .note)
      text.append(visible(related.message))
      text.endLine()
      layOutSnippet(related.mark, hiding: secrets, in: &text)
    }
    if let help = finding.help {
      text.append("help: ", .note)
      let lines = help.mentions("\n") ? help.split(separator: "\n", omittingEmptySubsequences: false) : [help[...]]
      // Further lines are indented below the first, so that none of them looks like a finding.
      for (number, line) in lines.enumerated() {
        text.append((number == 0 ? "" : "\n      ") + visible(String(line)))
      }
      text.endLine()
    }
  }

  private func layOutPlace(_ mark: Mark, in text: inout StyledText) {
    guard let place = Place(mark, in: sources) else { return }
    text.append("\(visible(place.source.path)):\(place.start.line):\(place.start.column): ")
  }

  private func layOutSnippet(_ mark: Mark, hiding secrets: Secrets, in text: inout StyledText) {
    guard let place = Place(mark, in: sources),
      let snippet = Snippet(mark, on: place.start.line, of: place.source, hiding: secrets)
    else { return }
    let number = String(place.start.line)
    let width = max(5, number.count)
    text.append(String(repeating: " ", count: width - number.count) + number + " | " + snippet.text)
    text.endLine()
    text.append(String(repeating: " ", count: width) + " | " + snippet.indent)
    text.append(snippet.underline, .caret)
    text.endLine()
  }

  private func summary(of findings: [Diagnostic]) -> String {
    var summary = ""
    for severity in Severity.allCases.reversed() {
      let count = Diagnostic.number(of: severity, in: counted ?? findings)
      if count == 0 { continue }
      summary += "\(summary.isEmpty ? "" : ", ")\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return summary
  }
}
