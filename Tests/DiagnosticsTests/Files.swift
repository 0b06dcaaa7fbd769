import Diagnostics
import YAMLTree

/// Files to report findings in.
struct Files {
  let sources: [Source]

  init(_ texts: (path: String, text: String)...) {
    sources = texts.map { Source(path: $0.path, bytes: Array($0.text.utf8)) }
  }

  /// The first occurrence of a text in a file.
  func mark(_ text: String, in file: Int = 0) -> Mark {
    let bytes = sources[file].bytes
    let wanted = Array(text.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? bytes.count
    return Mark(source: UInt32(file), start: UInt32(start), end: UInt32(min(bytes.count, start + wanted.count)))
  }

  func text(_ findings: Diagnostic..., color: Bool = false) -> String {
    String(decoding: TextFormat(sources: sources, color: color).render(findings), as: UTF8.self)
  }

  /// The finding's lines, without the summary.
  func lines(_ finding: Diagnostic) -> [String] {
    text(finding).split(separator: "\n", omittingEmptySubsequences: false).dropLast(3).map(String.init)
  }
}
