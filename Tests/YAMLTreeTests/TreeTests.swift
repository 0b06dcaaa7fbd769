import Testing
import YAMLTree

@Suite struct TreeTests {
  @Test func nestsAndKeepsOrder() {
    let reading = Reading(
      """
      # a comment
      b: {y: [1, [2, {z: 3}], []], x: {}}
      a:
        - k: v
          l:
          - deep
        -
        - - nested
      """)
    #expect(
      reading.flat
        == #"{b: {y: ["1", ["2", {z: "3"}], []], x: {}}, a: [{k: "v", l: ["deep"]}, "", ["nested"]]}"#)
    #expect(reading.problems.isEmpty)
  }

  @Test func counts() throws {
    let reading = Reading("k: [a, [b, c], d]\nl: {a: {b: 1}, c: 2}\n")
    #expect(reading.tree.count(try #require(reading["k"])) == 3)
    #expect(reading.tree.count(try #require(reading["l"])) == 2)
    #expect(reading.tree.count(try #require(reading.root)) == 2)
  }

  @Test func readsJSON() {
    #expect(
      Reading("{\n\t\"a\": [1, true, null],\n\t\"b\": \"\\u00e9\\/\"\n}\n").flat
        == #"{a: ["1", "true", "null"], b: "é/"}"#)
  }

  @Test func documentMarkersAroundOneDocument() {
    #expect(Reading("%YAML 1.1\n---\na: 1\n...\n# end\n").flat == #"{a: "1"}"#)
  }

  @Test func severalFilesShareOneTree() throws {
    let tree = Tree()
    var problems: [Problem] = []
    let first = try #require(tree.read(Source(path: "a.yaml", bytes: Array("k: \"x\\ty\"".utf8)), problems: &problems))
    #expect(tree.read(Source(path: "b.yaml", bytes: Array("k: [".utf8)), problems: &problems) == nil)
    let third = try #require(tree.read(Source(path: "c.yaml", bytes: Array("k: \"z\\t\"".utf8)), problems: &problems))
    #expect(tree.sources.map(\.path) == ["a.yaml", "b.yaml", "c.yaml"])
    #expect(problems.map(\.mark.source) == [1])
    let values = [first, third].flatMap { tree.entries($0).map(\.value) }
    #expect(values.map(tree.string) == ["x\ty", "z\t"])
    #expect(values.map { tree.mark($0).source } == [0, 2])
  }

  @Test func nodesAreSmall() {
    #expect(MemoryLayout<Node>.size == 4)
  }
}
