import YAMLTree

/// Findings one a line, as compilers write them and editors read them: `spec.yaml:3:7: error: … [REF001]`.
public struct ConciseFormat {
  private let sources: [Source]

  /// For findings in these sources.
  public init(sources: [Source]) { self.sources = sources }

  /// The findings, in the order in which they are given, as UTF-8; nothing if there are none.
  public func render(_ findings: [Diagnostic]) -> [UInt8] {
    var text = ""
    for finding in findings {
      if let place = Place(finding.mark, in: sources) {
        text += "\(visible(place.source.path)):\(place.start.line):\(place.start.column): "
      }
      text += "\(finding.severity.rawValue): \(visible(finding.message)) [\(visible(finding.id))]\n"
    }
    return Array(text.utf8)
  }
}
