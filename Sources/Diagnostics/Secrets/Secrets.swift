import TextSearch
import YAMLTree

/// The secrets in sources, which no report shows: a report may be more public than the spec. They are found in the text
/// itself, so that they are hidden whatever is reported, also if a file could not be read.
public struct Secrets: Sendable {
  /// The ranges in each source, in order.
  private var ranges: [[Range<Int>]]
  /// The values, which messages must not repeat; the longest first.
  private var values: [String] = []

  /// The secrets in sources, and those that findings mark.
  public init(in sources: [Source], marks: [Mark] = []) {
    ranges = sources.map { source in
      var scanner = SecretScanner(source.bytes)
      scanner.scan()
      return scanner.found
    }
    for mark in marks where sources.indices.contains(Int(mark.source)) {
      ranges[Int(mark.source)].append(Int(mark.start)..<Int(mark.end))
    }
    var texts: Set<String> = []
    for (source, ranges) in zip(sources, ranges) {
      for range in ranges where range.count >= 6 && range.upperBound <= source.bytes.count {
        let text = String(decoding: source.bytes[range], as: UTF8.self)
        texts.insert(text)
        // The value of a quoted scalar is shorter than its text.
        if text.contains("\\") { texts.insert(Secrets.unescaped(text)) }
        if text.contains("''") { texts.insert(text.replacing("''", with: "'")) }
      }
    }
    values = texts.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
  }

  /// The ranges in a source that overlap a part of it.
  func ranges(in source: UInt32, near part: Range<Int>) -> [Range<Int>] {
    ranges.indices.contains(Int(source)) ? ranges[Int(source)].filter { $0.overlaps(part) } : []
  }

  /// A text with asterisks instead of secrets.
  public func hide(_ text: String) -> String {
    var text = text
    for value in values where text.contains(value) {
      text = text.replacing(value, with: String(repeating: "*", count: min(8, value.count)))
    }
    return SecretSign.forms.contains(where: text.contains) || text.mentions("://") ? Secrets.hidingSigns(text) : text
  }

  /// A finding whose message, help and notes have asterisks instead of secrets.
  public func hide(_ finding: Diagnostic) -> Diagnostic {
    let (message, help) = (hide(finding.message), finding.help.map(hide))
    let related = finding.related.map { Related(message: hide($0.message), mark: $0.mark) }
    if message == finding.message, help == finding.help, related == finding.related { return finding }
    var hidden = Diagnostic(
      id: finding.id, severity: finding.severity, message: message, mark: finding.mark, related: related, help: help,
      fix: finding.fix)
    hidden.secret = finding.secret
    return hidden
  }

  /// Tokens and the secrets in URLs are hidden wherever they are: also one that comes from the command line, or is short.
  private static func hidingSigns(_ text: String) -> String {
    var scanner = SecretScanner(Array(text.utf8))
    scanner.scan()
    var bytes = Array(text.utf8)
    for range in scanner.found { for index in range { bytes[index] = UInt8(ascii: "*") } }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text without the backslashes of double quotes.
  private static func unescaped(_ text: String) -> String {
    var (result, isEscaped) = ("", false)
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return result
  }
}
