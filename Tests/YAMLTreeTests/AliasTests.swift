import Testing
import YAMLTree

@Suite struct AliasTests {
  @Test func behavesAsItsTarget() throws {
    let reading = Reading("a: &x !Sub {b: 1}\nk: *x\nl: &y text\nm: [*y, *x]\n")
    let alias = try #require(reading["k"])
    let target = try #require(reading["a"])
    let tree = reading.tree
    #expect(tree.isAlias(alias) && !tree.isAlias(target))
    #expect(tree.target(alias) == target && tree.target(target) == target)
    #expect(tree.kind(alias) == .mapping)
    #expect(tree.tag(alias) == .short(.sub))
    #expect(tree.count(alias) == 1)
    #expect(reading.flat(alias) == #"!Sub {b: "1"}"#)
    #expect(reading.flat(reading["m"]) == #"["text", !Sub {b: "1"}]"#)
  }

  @Test func laterAnchorsReplaceEarlierOnes() {
    #expect(Reading("a: &x 1\nb: *x\nc: &x 2\nd: *x\n").flat == #"{a: "1", b: "1", c: "2", d: "2"}"#)
  }

  @Test func anchorRedefinedInsideItself() {
    #expect(Reading("a: &x [&x 1, *x]\nb: *x\n").flat == #"{a: ["1", "1"], b: "1"}"#)
  }

  @Test func keyMayBeAnAlias() {
    #expect(Reading("a: &x k\n*x : 1\n").flat == #"{a: "k", k: "1"}"#)
  }

  @Test func undefined() {
    let reading = Reading("a: *x\nb: [*y, &x 1]\n*z : 2\n")
    #expect(reading.root == nil)
    #expect(
      reading.report == """
        undefinedAlias 1:4+2: the anchor `&x` is not defined before this alias
          help: if this is a string, quote it: `"*x"`; otherwise define `&x` above, in this file
        undefinedAlias 2:5+2: the anchor `&y` is not defined before this alias
          help: if this is a string, quote it: `"*y"`; otherwise define `&y` above, in this file
        undefinedAlias 3:1+2: the anchor `&z` is not defined before this alias
          help: if this is a string, quote it: `"*z"`; otherwise define `&z` above, in this file
        """)
  }

  @Test(arguments: ["a: &x [1, *x]\n", "a: &x {b: *x}\n"])
  func aliasInsideItsTarget(text: String) {
    let reading = Reading(text)
    #expect(reading.root == nil)
    #expect(reading.problems.map(\.kind) == [.undefinedAlias])
    #expect(reading.problems.first?.message == "the alias `*x` is inside the node that it refers to")
    #expect(reading.problems.first?.related.map(\.message) == ["`&x` starts here"])
  }

  @Test func bombStaysSmall() {
    // Nine aliases of the previous level, 30 levels: expanded, 10 to the 28th scalars.
    var text = "a0: &a0 lol\n"
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let reading = Reading(text)
    #expect(reading.problems.isEmpty)
    #expect(reading.tree.count(reading["a30"]!) == 9)
  }

  @Test func depthCountsThroughAliases() {
    func chain(_ levels: Int) -> String {
      "a0: &a0 {k: 1}\n" + (1..<levels).map { "a\($0): &a\($0) {k: *a\($0 - 1)}\n" }.joined()
    }
    #expect(Reading(chain(199)).problems.isEmpty)
    let deep = Reading(chain(200))
    #expect(deep.root == nil)
    #expect(
      deep.report == "nesting 200:17+5: lists and mappings are nested more than 200 levels deep")
  }
}
