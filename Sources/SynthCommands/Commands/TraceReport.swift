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
    json.object {
      $0.member("outcome", trace.outcome.rawValue)
      $0.member("api", trace.api)
      $0.member("stage", trace.stage)
      $0.member("route", trace.route)
      $0.member("status", trace.status)
      $0.member("certain", trace.isCertain)
      $0.array("doubts", trace.doubts)
      if trace.candidates.count > 1 {
        $0.array("candidates") {
          for key in trace.candidates {
            if let key { $0.string(key) } else { $0.null() }
          }
        }
      }
      $0.array("steps") { for step in trace.steps { $0.object { write(step, to: &$0) } } }
    }
    return json.finish()
  }

  private func write(_ step: Trace.Step, to json: inout JSONWriter) {
    json.member("part", step.part.rawValue)
    json.member("text", step.text)
    json.member("rejected", step.isRejected)
    json.location(place(step.mark))
    if step.details.isEmpty { return }
    json.array("values") {
      for detail in step.details {
        $0.object {
          $0.member("name", detail.name)
          $0.member("value", detail.value)
          $0.location(place(detail.mark))
        }
      }
    }
  }
}
