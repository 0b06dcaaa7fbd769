import Diagnostics
import Gateway
import JSONWriting
import YAMLTree

/// The output of `trace`.
struct TraceReport {
  private let trace: Trace
  private let place: (Mark) -> (file: String, line: Int)?

  /// A report, with the file and line of a mark.
  init(_ trace: Trace, place: @escaping (Mark) -> (file: String, line: Int)?) {
    (self.trace, self.place) = (trace, place)
  }

  /// The steps as columns: part, place, text.
  func text(color: Bool) -> [UInt8] {
    let rows = rows
    let partWidth = rows.map(\.part.count).max() ?? 0
    let placeWidth = rows.map(\.place.count).max() ?? 0
    var text = StyledText()
    for row in rows {
      text.append(padded(row.part, partWidth), .message)
      text.append("  " + padded(row.place, placeWidth) + "  ")
      text.append(visible(row.text), row.style)
      text.endLine()
    }
    return text.bytes(color: color)
  }

  private struct Row {
    var part = ""
    var place = ""
    var text: String
    var style = StyledText.Style.plain
  }

  private var rows: [Row] {
    var rows: [Row] = []
    var last: Trace.Part?
    for step in trace.steps {
      let part = step.part == last ? "" : step.part.rawValue
      last = step.part
      rows.append(Row(part: part, place: words(step.mark), text: step.text, style: style(of: step)))
      let width = step.details.map(\.name.count).max() ?? 0
      for detail in step.details {
        let text = "  \(padded(detail.name, width))  \(detail.value)"
        rows.append(Row(place: words(detail.mark), text: text))
      }
    }
    for (index, doubt) in trace.doubts.enumerated() {
      rows.append(Row(part: index == 0 ? "uncertain" : "", text: doubt, style: .warning))
    }
    return rows
  }

  private func style(of step: Trace.Step) -> StyledText.Style {
    if step.isRejected { return .note }
    return step.part == .route && trace.route == nil ? .error : .plain
  }

  private func words(_ mark: Mark) -> String { place(mark).map { "\($0.file):\($0.line)" } ?? "" }

  private func padded(_ text: String, _ width: Int) -> String {
    let text = visible(text)
    return text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// An object.
  var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("outcome")
    json.string(trace.outcome.rawValue)
    for (name, value) in [("api", trace.api), ("stage", trace.stage), ("route", trace.route)] {
      guard let value else { continue }
      json.key(name)
      json.string(value)
    }
    if let status = trace.status {
      json.key("status")
      json.integer(status)
    }
    json.key("certain")
    json.bool(trace.isCertain)
    json.key("doubts")
    json.beginArray()
    for doubt in trace.doubts { json.string(doubt) }
    json.endArray()
    if trace.candidates.count > 1 {
      json.key("candidates")
      json.beginArray()
      for key in trace.candidates {
        if let key { json.string(key) } else { json.null() }
      }
      json.endArray()
    }
    json.key("steps")
    json.beginArray()
    for step in trace.steps { write(step, to: &json) }
    json.endArray()
    json.endObject()
    return json.finish()
  }

  private func write(_ step: Trace.Step, to json: inout JSONWriter) {
    json.beginObject()
    json.key("part")
    json.string(step.part.rawValue)
    json.key("text")
    json.string(step.text)
    json.key("rejected")
    json.bool(step.isRejected)
    json.location(place(step.mark))
    if !step.details.isEmpty {
      json.key("values")
      json.beginArray()
      for detail in step.details {
        json.beginObject()
        json.key("name")
        json.string(detail.name)
        json.key("value")
        json.string(detail.value)
        json.location(place(detail.mark))
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
  }
}
