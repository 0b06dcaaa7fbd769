import Diagnostics
import YAMLTree

/// The text of files that is not written yet.
typealias Drafts = [FileIdentity: [UInt8]]

extension Drafts {
  /// The draft of the file at a path.
  func source(_ path: String) -> Source? {
    if isEmpty { return nil }
    return FileIdentity(of: path).flatMap { self[$0] }.map { Source(path: path, bytes: $0) }
  }
}

/// Tries fixes before they are applied: of those that together leave more errors, or a key twice, each is tried by itself.
struct FixTrial {
  /// A fix, recognized again after others have moved it.
  struct Key: Hashable {
    let path: String
    /// The beginning of the text that the finding is about.
    let subject: [UInt8]
    let description: String
    let originals: [String?]
  }

  private let batch: Batch
  private let drafts: Drafts
  private let again: (Drafts) -> Batch
  /// More fixes than these are not tried one by one.
  private static let limit = 40

  init(_ batch: Batch, drafts: Drafts = [:], _ again: @escaping (Drafts) -> Batch) {
    (self.batch, self.drafts, self.again) = (batch, drafts, again)
  }

  /// The files with the fixes that leave no more errors than there were, and the fixes that do.
  func accepted(without rejected: Set<Key>) -> (files: FixedSpecs, rejected: Set<Key>) {
    let all = FixedSpecs(batch) { !rejected.contains($0) }
    if all.isEmpty || !isWorse(all) { return (all, []) }
    var good: Set<Key> = []
    var bad: Set<Key> = []
    let keys = all.keys
    for key in keys {
      guard bad.count + good.count < FixTrial.limit else { break }
      let some = FixedSpecs(batch) { good.contains($0) || $0 == key }
      if isWorse(some) { bad.insert(key) } else { good.insert(key) }
    }
    return (FixedSpecs(batch) { good.contains($0) }, bad)
  }

  private func isWorse(_ fixed: FixedSpecs) -> Bool {
    var drafts = drafts
    for (identity, _, text) in fixed.files { drafts[identity] = text.bytes }
    let outcome = again(drafts)
    return outcome.errorCount > batch.errorCount || outcome.yamlErrorCount > batch.yamlErrorCount
  }
}

/// The specs of a run with some fixes applied.
struct FixedSpecs {
  private(set) var files: [(identity: FileIdentity, path: String, text: FixedText)] = []
  /// The applied fixes, in order.
  private(set) var keys: [FixTrial.Key] = []

  /// Includes each file once, even if several specs include it, or by several paths.
  init(_ batch: Batch, where isWanted: (FixTrial.Key) -> Bool) {
    var known: Set<FileIdentity> = []
    for item in batch.compiled {
      for (number, source) in item.compilation.sources.enumerated() {
        guard let identity = FileIdentity(of: source.path), known.insert(identity).inserted else { continue }
        let found = item.compilation.findings.compactMap { finding in
          finding.fix.map { (fix: $0, key: key(of: $0, finding, source, number: UInt32(number))) }
        }
        let wanted = found.filter { fix, key in
          fix.edits.contains { $0.mark.source == UInt32(number) } && isWanted(key)
        }
        let text = FixedText(source, number: UInt32(number), fixes: wanted.map(\.fix))
        if text.count == 0 { continue }
        files.append((identity, source.path, text))
        for (_, key) in wanted where !keys.contains(key) { keys.append(key) }
      }
    }
  }

  private func key(of fix: Fix, _ finding: Diagnostic, _ source: Source, number: UInt32) -> FixTrial.Key {
    let place = finding.mark.source == number ? Int(finding.mark.start)..<Int(finding.mark.end) : 0..<0
    return FixTrial.Key(
      path: source.path, subject: Array(source.bytes[place.clamped(to: source.bytes.indices)].prefix(100)),
      description: fix.description, originals: fix.edits.map(\.original))
  }

  var isEmpty: Bool { files.isEmpty }

  var diff: [UInt8] { files.flatMap { $0.text.diff(path: RelativePath.fromHere($0.path)) } }
}
