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
    json.array {
      for finding in findings {
        let place = Place(finding.mark, in: sources)
        $0.object {
          $0.member("description", finding.help.map { "\(finding.message) (\($0))" } ?? finding.message)
          $0.member("check_name", finding.id)
          $0.member("fingerprint", fingerprints.next(finding))
          $0.member("severity", name(of: finding.severity))
          $0.object("location") {
            // GitLab requires a file for each finding.
            $0.member("path", (place?.source ?? sources.first)?.path ?? ".")
            $0.object("lines") {
              $0.member("begin", place?.start.line ?? 1)
              $0.member("end", place?.end.line ?? 1)
            }
          }
        }
      }
    }
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
