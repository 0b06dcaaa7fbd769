import YAMLTree

/// "Did you mean": the allowed word that is most similar to an unknown one.
public enum Suggestion {
  /// The nearest candidate that is similar enough: equal apart from case and separators, or with at most a third of the
  /// letters different.
  public static func nearest<C: Collection<String>>(to word: String, among candidates: C) -> String? {
    let wanted = skeleton(of: word)
    if wanted.isEmpty { return nil }
    var best: (candidate: String, distance: Int)?
    var other: [UInt8] = []
    var edits = EditDistance()
    for candidate in candidates {
      fill(&other, with: candidate)
      if other == wanted { return candidate }
      // A later candidate must be nearer, or go on where the word ends.
      let least = (best?.distance ?? .max) - (other.starts(with: wanted) ? 0 : 1)
      let limit = min(max(1, min(wanted.count, other.count) / 3), least)
      if limit > 0, let distance = edits.distance(wanted, other, limit: limit) { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// The only candidate that the last words of a camel-case word are, or whose last words it is: `templates` for
  /// `responseTemplates`, `loadBalancers` for `balancers`.
  static func lastWords<C: Collection<String>>(of word: String, among candidates: C) -> String? {
    // Short words such as `name` and `policy` end many others that mean something else.
    let found = candidates.filter { candidate in
      candidate.utf8.count >= 5 && ends(word, with: candidate) || word.utf8.count >= 8 && ends(candidate, with: word)
    }
    return found.count == 1 ? found.first : nil
  }

  /// Whether the last words of a camel-case word are another word.
  private static func ends(_ word: String, with other: String) -> Bool {
    guard let first = other.first, word.utf8.count > other.utf8.count else { return false }
    return word.hasSuffix(first.uppercased() + other.dropFirst())
  }

  /// The candidate that is equal apart from case and separators.
  public static func same<C: Collection<String>>(as word: String, among candidates: C) -> String? {
    let wanted = skeleton(of: word)
    var other: [UInt8] = []
    return candidates.first { candidate in
      fill(&other, with: candidate)
      return other == wanted
    }
  }

  /// The candidate that is certain enough for an automatic fix: equal apart from case and separators or, unless the
  /// word is short, different in one letter only.
  public static func certain<C: Collection<String>>(for word: String, among candidates: C) -> String? {
    if let same = same(as: word, among: candidates) { return same }
    let wanted = skeleton(of: word)
    guard wanted.count >= 4 else { return nil }
    var edits = EditDistance()
    let near = candidates.filter { other in
      abs(other.utf8.count - wanted.count) <= 1 && edits.distance(wanted, skeleton(of: other), limit: 1) != nil
    }
    return near.count == 1 ? near.first : nil
  }

  /// A suggestion, or the allowed words if none is similar.
  public static func help<C: Collection<String>>(for word: String, among candidates: C) -> String? {
    (nearest(to: word, among: candidates) ?? longer(than: word, among: candidates)).map { "did you mean `\($0)`?" }
      ?? allowed(candidates)
  }

  /// The same for the tag of a function, which may have its whole name: `!Fn::Sub`.
  public static func help(forTag tag: String) -> String? {
    if tag.lowercased() == "!notequals" { return "write `!Not [!Equals [VALUE, VALUE]]`" }
    return help(for: tag.replacing("Fn::", with: ""), among: ShortTag.allCases.map(\.spelling))
  }

  /// The nearest candidate, or another help if none is near.
  public static func help<C: Collection<String>>(
    for word: String, among candidates: C, or other: @autoclosure () -> String
  ) -> String {
    nearest(to: word, among: candidates).map { "did you mean `\($0)`?" } ?? other()
  }

  /// The only candidate that begins or ends with a word: `MemorySize` for `Memory`, `MessageBody` for `Body`.
  private static func longer<C: Collection<String>>(than word: String, among candidates: C) -> String? {
    let word = plain(word)
    guard word.utf8.count >= 4 else { return nil }
    let found = candidates.filter { plain($0).hasPrefix(word) || plain($0).hasSuffix(word) }
    return found.count == 1 ? found.first : nil
  }

  /// The beginning of help that only lists what is allowed.
  public static let allowedWords = "allowed here: "

  /// The allowed words; nil if there are none.
  static func allowed<C: Collection<String>>(_ candidates: C) -> String? {
    candidates.isEmpty ? nil : allowedWords + list(candidates)
  }

  /// A word without case and separators.
  static func plain(_ word: String) -> String { String(decoding: skeleton(of: word), as: UTF8.self) }

  /// The words in backquotes, in the given order; long lists are shortened.
  public static func list<C: Collection<String>>(_ words: C) -> String {
    let shown = words.prefix(30).map { "`\($0)`" }.joined(separator: ", ")
    return words.count > 30 ? shown + " …" : shown
  }

  /// The list to write for several values in one text.
  public static func asList<S: StringProtocol>(_ values: [S]) -> String {
    "write a list: `[\(values.joined(separator: ", "))]`"
  }

  /// The words in a text with commas or spaces between them, in capitals as the allowed ones; nil for any other text. Single
  /// quotes around all of it are those of REST APIs.
  public static func several(in text: String, among words: [String]) -> [String]? {
    let parts = text.split { ", '".contains($0) }.map { $0.uppercased() }
    return parts.count > 1 && parts.allSatisfy(words.contains) ? parts : nil
  }

  private static func skeleton(of word: String) -> [UInt8] {
    var skeleton: [UInt8] = []
    fill(&skeleton, with: word)
    return skeleton
  }

  /// Replaces the content of a buffer with a word's skeleton, so that memory is allocated once for all candidates.
  private static func fill(_ skeleton: inout [UInt8], with word: String) {
    skeleton.removeAll(keepingCapacity: true)
    var word = word
    word.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): skeleton.append(byte + 32)
        // Quotes may be part of a value by mistake.
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "'"): break
        default: skeleton.append(byte)
        }
      }
    }
  }
}
