/// "Did you mean": the allowed word nearest to one that is not allowed.
public enum Suggestion {
  /// The nearest candidate, if one is near enough to be meant: the same letters in another case or with other
  /// separators, or at most a third of the letters wrong.
  public static func nearest<C: Collection<String>>(to word: String, among candidates: C) -> String? {
    let wanted = skeleton(of: word)
    if wanted.isEmpty { return nil }
    var best: (candidate: String, distance: Int)?
    var other: [UInt8] = []
    var edits = EditDistance()
    for candidate in candidates {
      fill(&other, with: candidate)
      if other == wanted { return candidate }
      // A later candidate has to be nearer.
      let limit = min(max(1, min(wanted.count, other.count) / 3), (best?.distance ?? .max) - 1)
      if limit > 0, let distance = edits.distance(wanted, other, limit: limit) { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// The candidate that a word is surely meant for: the same letters in another case or with other separators, or, of
  /// words that are not too short, all letters but one.
  public static func certain<C: Collection<String>>(for word: String, among candidates: C) -> String? {
    let wanted = skeleton(of: word)
    if let same = candidates.first(where: { skeleton(of: $0) == wanted }) { return same }
    guard wanted.count >= 4 else { return nil }
    var edits = EditDistance()
    let near = candidates.filter { other in
      abs(other.utf8.count - wanted.count) <= 1 && edits.distance(wanted, skeleton(of: other), limit: 1) != nil
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
    var skeleton: [UInt8] = []
    fill(&skeleton, with: word)
    return skeleton
  }

  /// Puts a word's skeleton where another one was, so that memory is asked for once for all candidates.
  private static func fill(_ skeleton: inout [UInt8], with word: String) {
    skeleton.removeAll(keepingCapacity: true)
    var word = word
    word.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): skeleton.append(byte + 32)
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "): break
        default: skeleton.append(byte)
        }
      }
    }
  }
}
