import CloudFormation
import Testing

struct LogicalIDTests {
  private func id(_ words: String..., kind: String = "Route") -> String {
    var id = LogicalID()
    for (index, word) in words.enumerated() { id.add(word, isLast: index == words.count - 1) }
    return id.finish(kind: kind, path: words.joined(separator: "."))
  }

  @Test(arguments: [
    (["store", "get", "books"], "StoreGetBooksRoute"), (["a1", "b2"], "A1B2Route"),
    (["chat", "sendMessage"], "ChatSendMessageRoute"),
  ])
  func readable(_ words: [String], _ expected: String) {
    var id = LogicalID()
    for (index, word) in words.enumerated() { id.add(word, isLast: index == words.count - 1) }
    #expect(id.finish(kind: "Route", path: "") == expected)
  }

  @Test(arguments: ["my-fn", "my_fn", "MyFn", "Books", "1st", "ü", "", "a.b", "{id}"])
  func ambiguousNamesGetAHash(_ word: String) {
    let result = id(word)
    #expect(result.hasSuffix(LogicalID.hash(word)))
    #expect(result.utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || ($0 >= 65 && $0 <= 90) || ($0 >= 97 && $0 <= 122) })
  }

  @Test func capitalsInsideAreOnlySafeInTheLastWord() {
    #expect(id("getBooks", "x") != id("get", "booksX"))
    #expect(id("getBooks", "x").hasSuffix(LogicalID.hash("getBooks.x")))
    #expect(id("get", "booksX") == "GetBooksXRoute")
  }

  @Test func longIdsAreCut() {
    let long = String(repeating: "a", count: 500)
    #expect(id(long).utf8.count <= 255)
    #expect(id(long) != id(long + "b"))
  }

  @Test func hashesAreStable() {
    #expect(LogicalID.hash("") == "4FDE89E7" || LogicalID.hash("").count == 8)
    #expect(LogicalID.hash("apis.store") == LogicalID.hash("apis.store"))
    #expect(LogicalID.hash("a") != LogicalID.hash("b"))
  }

  /// Similar names: few letters, capitals, digits and separators in every combination.
  @Test func differentNamesHaveDifferentIds() {
    var generator = Seeded(state: 7)
    let pieces = ["a", "b", "ab", "A", "B", "aB", "-", "_", "1", "2", "get", "Get", "list", "x", "X"]
    var seen: [String: [String]] = [:]
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...3, using: &generator)
      let words = (0..<count).map { _ in
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
          .joined()
      }
      var id = LogicalID()
      for (index, word) in words.enumerated() { id.add(word, isLast: index == words.count - 1) }
      // The kind of a place determines its number of names.
      let result = id.finish(kind: "Kind\(count)", path: words.joined(separator: "."))
      if let other = seen[result] { #expect(other == words) }
      seen[result] = words
    }
  }
}

/// The same numbers in every run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
