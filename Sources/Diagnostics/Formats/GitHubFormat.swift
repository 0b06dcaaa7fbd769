import YAMLTree

/// Findings as workflow commands: GitHub Actions shows them as annotations.
public struct GitHubFormat {
  private let sources: [Source]

  /// For findings in these sources. Paths must be relative to the repository.
  public init(sources: [Source]) { self.sources = sources }

  /// One command per finding; empty if there are none.
  public func render(_ findings: [Diagnostic]) -> [UInt8] {
    Array(findings.map { command($0) + "\n" }.joined().utf8)
  }

  private func command(_ finding: Diagnostic) -> String {
    var properties: [String] = []
    if let place = Place(finding.mark, in: sources) {
      properties += ["file=" + escaped(place.source.path), "line=\(place.start.line)", "endLine=\(place.end.line)"]
      // Columns are allowed only within one line.
      if place.start.line == place.end.line {
        properties += ["col=\(place.start.column)", "endColumn=\(place.end.column)"]
      }
    }
    properties.append("title=" + escaped("apigw-synth \(finding.id)"))
    var message = finding.message
    for related in finding.related {
      guard let place = Place(related.mark, in: sources) else { continue }
      message += "\n\(place.source.path):\(place.start.line):\(place.start.column): \(related.message)"
    }
    if let help = finding.help { message += "\nhelp: \(help)" }
    return "::\(name(of: finding.severity)) \(properties.joined(separator: ","))::\(escapedData(message))"
  }

  private func name(of severity: Severity) -> String { severity == .note ? "notice" : severity.rawValue }

  /// Escapes a message, which ends at a line end.
  private func escapedData(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result += visible(String(scalar))
      }
    }
    return result
  }

  /// Escapes a property, which ends at a comma or a colon.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in escapedData(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
