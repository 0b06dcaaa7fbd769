import Testing
import YAMLTree

@Suite struct ScalarTests {
  @Test(arguments: [
    ("plain", "plain", true),
    ("'single ''quoted'''", "single 'quoted'", false),
    ("\"double \\\"quoted\\\" \\u00e9\\n\"", "double \"quoted\" é\n", false),
    ("|\n  literal\n   text\n", "literal\n text\n", false),
    (">\n  folded\n  text\n", "folded text\n", false),
    ("|-\n  x\n", "x", false),
    ("two\n  lines", "two lines", true),
    ("\"two\n  lines\"", "two lines", false),
    ("\"a\\\n  b\"", "ab", false),
    ("''", "", false),
    ("", "", true),
    ("~", "~", true),
    ("1.0", "1.0", true),
    ("no", "no", true),
    ("a#b", "a#b", true),
    ("GET /books/{id}", "GET /books/{id}", true),
    ("é高😀", "é高😀", true),
  ])
  func readsAsWritten(written: String, text: String, isPlain: Bool) throws {
    let reading = Reading("k: \(written)\nl: 1\n")
    let node = try #require(reading["k"])
    #expect(reading.tree.string(node) == text)
    #expect(reading.tree.isPlain(node) == isPlain)
    #expect(reading.tree.kind(node) == .scalar)
    #expect(reading.tree.withText(node) { Array($0) } == Array(text.utf8))
    #expect(reading.tree.count(node) == 0)
  }

  @Test func comparesWithoutMakingAString() throws {
    let reading = Reading("k: abc\nl: \"a\\u0062c\"\nm: [abc]\n")
    for key in ["k", "l"] {
      let node = try #require(reading[key])
      #expect(reading.tree.equals(node, "abc"))
      #expect(!reading.tree.equals(node, "abd"))
      #expect(!reading.tree.equals(node, "ab"))
      #expect(!reading.tree.equals(node, ""))
    }
    #expect(!reading.tree.equals(try #require(reading["m"]), "abc"))
  }

  @Test func aMissingValueIsAnEmptyPlainScalar() throws {
    let reading = Reading("k:\nl: {a, b: }\n")
    let node = try #require(reading["k"])
    #expect(reading.tree.equals(node, "") && reading.tree.isPlain(node))
    #expect(reading.flat == #"{k: "", l: {a: "", b: ""}}"#)
  }

  @Test func collectionsHaveNoText() throws {
    let reading = Reading("k: [a]\n")
    let list = try #require(reading["k"])
    #expect(reading.tree.string(list).isEmpty)
    #expect(!reading.tree.isPlain(list))
    #expect(Array(reading.tree.entries(list)).isEmpty)
    #expect(Array(reading.tree.items(try #require(reading.root))).isEmpty)
  }
}
