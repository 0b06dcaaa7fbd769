/// "Did you mean": the allowed word nearest to one that is not allowed.
public enum Suggestion {
  /// The nearest candidate, if one is near enough to be meant: the same letters in another case or with other
  /// separators, or at most a third of the letters wrong.
  public static func nearest<C: Collection<String>>(to word: String, among candidates: C) -> String? {
    let wanted = skeleton(of: word)
    if wanted.isEmpty { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = skeleton(of: candidate)
      if other == wanted { return candidate }
      let limit = max(1, min(wanted.count, other.count) / 3)
      guard abs(other.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, other, limit: limit)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// The candidate that a word is surely meant for: the same letters in another case or with other separators, or, of
  /// words that are not too short, all letters but one.
  public static func certain<C: Collection<String>>(for word: String, among candidates: C) -> String? {
    let wanted = skeleton(of: word)
    if let same = candidates.first(where: { skeleton(of: $0) == wanted }) { return same }
    guard wanted.count >= 4 else { return nil }
    let near = candidates.filter { other in
      abs(other.utf8.count - wanted.count) <= 1 && editDistance(wanted, skeleton(of: other), limit: 1) <= 1
    }
    return near.count == 1 ? near.first : nil
  }

  /// `did you mean `x`?`, or the allowed words where none is near and they are few.
  public static func help<C: Collection<String>>(for word: String, among candidates: C) -> String? {
    if let nearest = nearest(to: word, among: candidates) { return "did you mean `\(nearest)`?" }
    if candidates.isEmpty { return nil }
    return "allowed here: " + list(candidates)
  }

  /// A word without what does not count: case and separators.
  static func plain(_ word: String) -> String { String(decoding: skeleton(of: word), as: UTF8.self) }

  /// `a, b and c` in back quotes, in the order given; long lists are cut.
  public static func list<C: Collection<String>>(_ words: C) -> String {
    let shown = words.prefix(30).map { "`\($0)`" }.joined(separator: ", ")
    return words.count > 30 ? shown + " …" : shown
  }

  private static func skeleton(of word: String) -> [UInt8] {
    word.utf8.compactMap {
      switch $0 {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): $0 + 32
      case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "): nil
      default: $0
      }
    }
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  private static func editDistance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      if row.min() ?? 0 > limit { return limit + 1 }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
