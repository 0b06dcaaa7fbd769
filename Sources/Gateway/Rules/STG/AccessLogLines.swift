import SpecReading
import YAMLTree

/// A log line, and where what is wrong with it is best shown.
struct AccessLogLine {
  /// A piece of the line as its author wrote it.
  let piece: Given<String>
  /// Whether it is a WebSocket API that logs it, if that is known.
  let isWebSocket: Bool?

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
        body(AccessLogLine(piece: format, isWebSocket: api.value.isWebSocket))
      }
      for field in logs.fields { body(AccessLogLine(piece: field.value, isWebSocket: api.value.isWebSocket)) }
    }
    forEachRawLogFormat { format, isWebSocket in body(AccessLogLine(piece: format, isWebSocket: isWebSocket)) }
  }

  /// Every format of an access log, a word for one too.
  func forEachAccessLogFormat(_ body: (Given<String>) -> Void) {
    forEachAccessLogs { _, logs in if let format = logs.format { body(format) } }
    forEachRawLogFormat { format, _ in body(format) }
  }

  /// The formats of access logs that stages of `resources` say.
  func forEachRawLogFormat(_ body: (Given<String>, _ isWebSocket: Bool?) -> Void) {
    for stage in rawGateway("Stage") {
      if let format = stage["AccessLogSettings"]?["Format"]?.given { body(format, rawApis[stage]?.isWebSocket) }
    }
  }
}
