import JSONWriting
import YAMLTree

/// Findings as a GitLab code quality report, which merge requests show.
public struct GitLabFormat {
  private let sources: [Source]

  /// For findings in these sources. Paths must be relative to the repository.
  public init(sources: [Source]) { self.sources = sources }

  /// A JSON array; empty if there are no findings.
  public func render(_ findings: [Diagnostic]) -> [UInt8] {
    var fingerprints = FindingFingerprints(sources: sources)
    var json = JSONWriter()
    json.beginArray()
    for finding in findings {
      let place = Place(finding.mark, in: sources)
      json.beginObject()
      json.key("description")
      json.string(finding.help.map { "\(finding.message) (\($0))" } ?? finding.message)
      json.key("check_name")
      json.string(finding.id)
      json.key("fingerprint")
      json.string(fingerprints.next(finding))
      json.key("severity")
      json.string(name(of: finding.severity))
      json.key("location")
      json.beginObject()
      json.key("path")
      // GitLab requires a file for each finding.
      json.string((place?.source ?? sources.first)?.path ?? ".")
      json.key("lines")
      json.beginObject()
      json.key("begin")
      json.integer(place?.start.line ?? 1)
      json.key("end")
      json.integer(place?.end.line ?? 1)
      json.endObject()
      json.endObject()
      json.endObject()
    }
    json.endArray()
    return escapingInvisible(json.finish())
  }

  private func name(of severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
