import Testing
import YAMLTree

/// Pseudorandom numbers, the same in every run.
struct FixedNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) ^ (state << 31)
  }
}

@Suite struct FuzzTests {
  private static let sample = """
    functions: &f
      books: {runtime: nodejs24.x, code: {inline: "exports.x = \\u00e9 => ({});"}}
    apis:
      störe:
        <<: [*f, {cors: true}]
        routes:
          GET /books/{id}: {lambda: books, timeout: 29s}
          ANY /x/{proxy+}: !If [A, !Ref b, 'it''s']
          $default: |
            text
             more
        tags: {? a : b, "c": !Sub "${x}高"}

    """
  private static let pieces = [
    "\n", "\r", "\t", " ", "  ", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "&f ", "*f", "<<: ", "\"", "'", "|\n",
    ">", "!", "!Ref ", "%", "@", "#", "---\n", "...\n", "\\", "é", "😀", "\u{FEFF}", "\u{2028}", "\u{85}", "\0", "x",
  ].map { Array($0.utf8) }

  @Test func mutationsNeverCrash() {
    var numbers = FixedNumbers(state: 42)
    var readable = 0
    for _ in 0..<4000 {
      var bytes = Array(FuzzTests.sample.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &numbers) { mutate(&bytes, &numbers) }
      let reading = Reading(bytes)
      if let root = reading.root {
        readable += 1
        walk(root, of: reading, depth: 0)
      }
      #expect(reading.root != nil || !reading.problems.isEmpty)
      // A mark is always within the text.
      for mark in reading.problems.flatMap({ [$0.mark] + $0.related.map(\.mark) }) {
        #expect(mark.start <= mark.end && Int(mark.end) <= bytes.count && !reading.place(mark).isEmpty)
      }
    }
    #expect(readable > 100)
  }

  private func mutate(_ bytes: inout [UInt8], _ numbers: inout FixedNumbers) {
    let place = Int.random(in: 0..<max(1, bytes.count), using: &numbers)
    let end = min(bytes.count, place + Int.random(in: 0...12, using: &numbers))
    guard place < end else { return }
    switch Int.random(in: 0..<5, using: &numbers) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &numbers))
    case 2: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
    case 3: bytes.removeSubrange(end...)
    default: bytes.insert(contentsOf: FuzzTests.pieces.randomElement(using: &numbers) ?? [], at: place)
    }
  }

  private func walk(_ node: Node, of reading: Reading, depth: Int) {
    #expect(depth <= 200)
    let tree = reading.tree
    let mark = tree.mark(node)
    #expect(mark.start <= mark.end && Int(mark.end) <= tree.sources[0].bytes.count)
    _ = (tree.tag(node), tree.string(node), tree.textMark(node))
    for item in tree.items(node) { walk(item, of: reading, depth: depth + 1) }
    var keys: Set<String> = []
    for (key, value) in tree.entries(node) {
      #expect(tree.kind(key) == .scalar)
      #expect(keys.insert(tree.string(key)).inserted)
      walk(value, of: reading, depth: depth + 1)
    }
  }
}
