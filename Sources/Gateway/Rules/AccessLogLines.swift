import SpecReading
import YAMLTree

/// A log line, and where what is wrong with it is best shown.
struct AccessLogLine {
  /// A piece of the line as its author wrote it.
  let piece: Given<String>
  /// The API that logs it.
  let api: Named<Api>

  /// The `$context` variables in it, and where each stands: `$context.NAME` or `${context.NAME}`.
  var variables: [(name: String, mark: Mark)] {
    guard let text = piece.literal else { return [] }
    var found: [(String, Mark)] = []
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      rest = rest[text.index(after: dollar)...]
      let isBraced = rest.hasPrefix("{context.")
      guard isBraced || rest.hasPrefix("context.") else { continue }
      var name = rest.dropFirst(isBraced ? 9 : 8).prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0))
      }
      rest = rest[name.endIndex...]
      // A full stop may end a sentence.
      if name.hasSuffix(".") { name = name.dropLast() }
      found.append((String(name), piece.mark(of: dollar..<name.endIndex)))
    }
    return found
  }
}

extension ResolvedSpec {
  /// All access logs, with the API that they are written for.
  func forEachAccessLogs(_ body: (Named<Api>, AccessLogs) -> Void) {
    for api in names.spec.apis {
      if let logs = api.value.stageOptions.accessLogs?.fields { body(api, logs) }
      for stage in api.value.stages ?? [] {
        if let logs = stage.value.stageOptions.accessLogs?.fields { body(api, logs) }
      }
    }
  }

  /// Every piece of a log line that an author wrote: a format, or a field's value.
  func forEachAccessLogLine(_ body: (AccessLogLine) -> Void) {
    forEachAccessLogs { api, logs in
      if let format = logs.format, !["json", "clf"].contains(format.literal) {
        body(AccessLogLine(piece: format, api: api))
      }
      for field in logs.fields { body(AccessLogLine(piece: field.value, api: api)) }
    }
  }
}
