/// Texts that are looked up in nearly the order that they are in: comparing with the next one takes less than a search.
struct SameOrder {
  private let texts: [String]
  private var next = 0
  /// Made for the first text that is not the next one.
  private lazy var all = Set(texts)

  init(_ texts: [String]) { self.texts = texts }

  /// Whether a text is among them.
  mutating func contains(_ text: String) -> Bool {
    if next < texts.count, texts[next] == text {
      next += 1
      return true
    }
    return all.contains(text)
  }
}
