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

/// Tries fixes before they are applied: of those that together leave more errors, each is tried by itself.
struct FixTrial {
  /// A fix, recognized again after others have moved it.
  struct Key: Hashable {
    let path: String
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
    if all.isEmpty || !leavesMoreErrors(all) { return (all, []) }
    var good: Set<Key> = []
    var bad: Set<Key> = []
    let keys = all.keys
    for key in keys {
      guard bad.count + good.count < FixTrial.limit else { break }
      let some = FixedSpecs(batch) { good.contains($0) || $0 == key }
      if leavesMoreErrors(some) { bad.insert(key) } else { good.insert(key) }
    }
    return (FixedSpecs(batch) { good.contains($0) }, bad)
  }

  private func leavesMoreErrors(_ fixed: FixedSpecs) -> Bool {
    var drafts = drafts
    for (identity, _, text) in fixed.files { drafts[identity] = text.bytes }
    return again(drafts).errorCount > batch.errorCount
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
        let fixes = item.compilation.findings.compactMap(\.fix).filter { fix in
          fix.edits.contains { $0.mark.source == UInt32(number) } && isWanted(key(of: fix, source))
        }
        let text = FixedText(source, number: UInt32(number), fixes: fixes)
        if text.count == 0 { continue }
        files.append((identity, source.path, text))
        for fix in fixes where !keys.contains(key(of: fix, source)) { keys.append(key(of: fix, source)) }
      }
    }
  }

  private func key(of fix: Fix, _ source: Source) -> FixTrial.Key {
    FixTrial.Key(path: source.path, description: fix.description, originals: fix.edits.map(\.original))
  }

  var isEmpty: Bool { files.isEmpty }

  var diff: [UInt8] { files.flatMap { $0.text.diff(path: RelativePath.fromHere($0.path)) } }
}
