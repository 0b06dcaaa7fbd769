import YAMLTree

/// Fingerprints of findings that do not change when lines move: computed from the rule, the file and the text of the
/// line. Equal findings on equal lines are numbered.
struct FindingFingerprints {
  private let sources: [Source]
  private var seen: [String: Int] = [:]

  init(sources: [Source]) { self.sources = sources }

  /// The next finding's fingerprint: 32 hexadecimal digits.
  mutating func next(_ finding: Diagnostic) -> String {
    var parts = [finding.id]
    if let place = Place(finding.mark, in: sources) {
      parts += [place.source.path, trimmed(place.source.line(place.start.line) ?? ""), text(of: finding.mark)]
    } else {
      parts.append(finding.message)
    }
    let key = parts.joined(separator: "\u{0}")
    let count = seen[key, default: 0]
    seen[key] = count + 1
    return Self.digest(count == 0 ? key : "\(key)\u{0}\(count)")
  }

  private func text(of mark: Mark) -> String {
    let bytes = sources[Int(mark.source)].bytes
    let end = min(Int(mark.end), bytes.count, Int(mark.start) + 200)
    return String(decoding: bytes[min(Int(mark.start), end)..<end], as: UTF8.self)
  }

  /// A line without its indentation.
  private func trimmed(_ line: String) -> String {
    let blanks: [Unicode.Scalar] = [" ", "\t"]
    let scalars = line.unicodeScalars
    guard let first = scalars.firstIndex(where: { !blanks.contains($0) }),
      let last = scalars.lastIndex(where: { !blanks.contains($0) })
    else { return "" }
    return String(scalars[first...last].prefix(200))
  }

  /// Two 64-bit FNV-1a hashes: enough to distinguish findings, not for security.
  private static func digest(_ text: String) -> String {
    [0xcbf2_9ce4_8422_2325, 0x6c62_272e_07bb_0142].map { (start: UInt64) in
      let hash = text.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
