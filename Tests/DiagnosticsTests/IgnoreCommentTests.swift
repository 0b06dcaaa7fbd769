import Diagnostics
import Testing
import YAMLTree

@Suite struct IgnoreCommentTests {
  private func comments(_ text: String) -> [IgnoreComment] {
    let tree = Tree()
    var problems: [Problem] = []
    _ = tree.read(Source(path: "a.yaml", bytes: Array(text.utf8)), problems: &problems)
    return IgnoreComments.all(in: tree)
  }

  @Test(arguments: [
    ("a: 1 # apigw-synth: ignore[X1] because\n", 1, ["X1"]),
    ("# apigw-synth: ignore[X1] because\na: 1\n", 2, ["X1"]),
    ("#apigw-synth:ignore [X1 ,X2]: because\n# more\n  # apigw\na: 1\n", 4, ["X1", "X2"]),
    ("a: b#c # apigw-synth: ignore[X1] because\n", 1, ["X1"]),
    ("a: | # apigw-synth: ignore[X1] because\n  text\n", 1, ["X1"]),
    ("a: !Sub &x > # apigw-synth: ignore[X1] because\n  text\n", 1, ["X1"]),
    ("\u{FEFF}# apigw-synth: ignore[X1] because\r\na: 1\r\n", 2, ["X1"]),
    ("a: \"b\" # apigw-synth: ignore[X1] because", 1, ["X1"]),
  ])
  func isFound(_ text: String, _ line: Int, _ ids: [String]) throws {
    let comment = try #require(comments(text).first)
    #expect(comment.line == line)
    #expect(comment.names?.map(\.id) == ids)
    #expect(comment.hasReason)
  }

  @Test(arguments: [
    "a: \"b # apigw-synth: ignore[X1] because\"\n", "a: 'b # apigw-synth: ignore[X1] because'\n",
    "a: |\n  # apigw-synth: ignore[X1] because\nb: 1\n", "a: >-\n  b\n  # apigw-synth: ignore[X1] because\n",
    "a: b# apigw-synth: ignore[X1] because\n", "a: 1 # see apigw-synth: ignore[X1] because\n",
    "a: 1 # apigw-synt: ignore[X1]\n", "apigw-synth: ignore\n", "a: 1\n",
  ])
  func isNotAComment(_ text: String) {
    #expect(comments(text).isEmpty)
  }

  @Test(arguments: ["", " ignore", " ignore[]", " ignore[ , ]", " ignore X1", " disable[X1]", " ignore[X1"])
  func isMalformed(_ text: String) throws {
    let comment = try #require(comments("a: 1 # apigw-synth:\(text)\n").first)
    #expect(comment.names == nil)
  }

  @Test func reasonIsDetected() {
    #expect(comments("a: 1 # apigw-synth: ignore[X1]\n").map(\.hasReason) == [false])
    #expect(comments("a: 1 # apigw-synth: ignore[X1]  \n").map(\.hasReason) == [false])
  }
}
