import JSONWriting
import YAMLTree

/// Findings as one JSON object.
public struct JSONFormat {
  private let sources: [Source]
  private let indented: Bool
  private let counted: [Diagnostic]?

  /// For findings in these sources, indented or on one line. `counted` are all findings, if not all are rendered.
  public init(sources: [Source], indented: Bool = true, counted: [Diagnostic]? = nil) {
    self.sources = sources
    self.counted = counted
    self.indented = indented
  }

  /// The findings in the given order, and the count of each severity.
  public func render(_ findings: [Diagnostic]) -> [UInt8] {
    var json = JSONWriter(indented: indented)
    json.beginObject()
    json.key("diagnostics")
    json.beginArray()
    for finding in findings { write(finding, to: &json) }
    json.endArray()
    json.key("counts")
    json.beginObject()
    for severity in Severity.allCases.reversed() {
      json.key(severity.rawValue)
      json.integer(Diagnostic.number(of: severity, in: counted ?? findings))
    }
    json.endObject()
    json.endObject()
    return escapingInvisible(json.finish())
  }

  private func write(_ finding: Diagnostic, to json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.string(finding.id)
    json.key("severity")
    json.string(finding.severity.rawValue)
    json.key("message")
    json.string(finding.message)
    let place = Place(finding.mark, in: sources)
    writeStart(of: place, to: &json)
    writeEnd(of: place, to: &json)
    json.key("related")
    json.beginArray()
    for related in finding.related {
      json.beginObject()
      json.key("message")
      json.string(related.message)
      writeStart(of: Place(related.mark, in: sources), to: &json)
      json.endObject()
    }
    json.endArray()
    json.key("help")
    if let help = finding.help { json.string(help) } else { json.null() }
    json.key("fix")
    if let fix = finding.fix { write(fix, to: &json) } else { json.null() }
    json.endObject()
  }

  private func write(_ fix: Fix, to json: inout JSONWriter) {
    json.beginObject()
    json.key("description")
    json.string(fix.description)
    json.key("edits")
    json.beginArray()
    for edit in fix.edits {
      let place = Place(edit.mark, in: sources)
      json.beginObject()
      writeStart(of: place, to: &json)
      writeEnd(of: place, to: &json)
      json.key("replacement")
      json.string(edit.replacement)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private func writeEnd(of place: Place?, to json: inout JSONWriter) {
    json.key("endLine")
    json.integerOrNull(place?.end.line)
    json.key("endColumn")
    json.integerOrNull(place?.end.column)
  }

  /// Path, line and column; null without a location.
  private func writeStart(of place: Place?, to json: inout JSONWriter) {
    json.key("path")
    if let place { json.string(place.source.path) } else { json.null() }
    json.key("line")
    json.integerOrNull(place?.start.line)
    json.key("column")
    json.integerOrNull(place?.start.column)
  }
}

extension JSONWriter {
  fileprivate mutating func integerOrNull(_ value: Int?) {
    if let value { integer(value) } else { null() }
  }
}
