import YAMLTree

/// One finding per line, in the form of compiler messages: `spec.yaml:3:7: error: … [REF001]`.
public struct ConciseFormat {
  private let sources: [Source]

  /// For findings in these sources.
  public init(sources: [Source]) { self.sources = sources }

  /// The findings in the given order, as UTF-8; empty if there are none.
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
