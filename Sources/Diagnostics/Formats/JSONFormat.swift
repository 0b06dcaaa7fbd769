import JSONWriting
import YAMLTree

/// Findings as one JSON object.
public struct JSONFormat {
  private let sources: [Source]
  private let counted: [Diagnostic]?

  /// For findings in these sources. `counted` are all findings, if not all are rendered.
  public init(sources: [Source], counted: [Diagnostic]? = nil) {
    self.sources = sources
    self.counted = counted
  }

  /// The findings in the given order, and the count of each severity.
  public func render(_ findings: [Diagnostic]) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.array("diagnostics") {
        for finding in findings { $0.object { write(finding, to: &$0) } }
      }
      $0.object("counts") {
        for severity in Severity.allCases.reversed() {
          $0.member(severity.rawValue, Diagnostic.number(of: severity, in: counted ?? findings))
        }
      }
    }
    return escapingInvisible(json.finish())
  }

  private func write(_ finding: Diagnostic, to json: inout JSONWriter) {
    json.member("id", finding.id)
    json.member("severity", finding.severity.rawValue)
    json.member("message", finding.message)
    let place = Place(finding.mark, in: sources)
    writeStart(of: place, to: &json)
    writeEnd(of: place, to: &json)
    json.array("related") {
      for related in finding.related {
        $0.object {
          $0.member("message", related.message)
          writeStart(of: Place(related.mark, in: sources), to: &$0)
        }
      }
    }
    json.member("help", orNull: finding.help)
    json.key("fix")
    if let fix = finding.fix { json.object { write(fix, to: &$0) } } else { json.null() }
  }

  private func write(_ fix: Fix, to json: inout JSONWriter) {
    json.member("description", fix.description)
    json.array("edits") {
      for edit in fix.edits {
        let place = Place(edit.mark, in: sources)
        $0.object {
          writeStart(of: place, to: &$0)
          writeEnd(of: place, to: &$0)
          $0.member("replacement", edit.replacement)
        }
      }
    }
  }

  private func writeEnd(of place: Place?, to json: inout JSONWriter) {
    json.member("endLine", orNull: place?.end.line)
    json.member("endColumn", orNull: place?.end.column)
  }

  /// Path, line and column; null without a location.
  private func writeStart(of place: Place?, to json: inout JSONWriter) {
    json.member("path", orNull: place?.source.path)
    json.member("line", orNull: place?.start.line)
    json.member("column", orNull: place?.start.column)
  }
}
