import Diagnostics
import Testing
import YAMLTree

@Suite struct FixedTextTests {
  private func fixed(_ text: String, _ edits: (String, String)...) -> FixedText {
    let files = Files(("a.yaml", text))
    return FixedText(
      files.sources[0], number: 0,
      fixes: edits.map { Fix("", at: files.mark($0.0), original: $0.0, replacement: $0.1) })
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func onlyTheEditsChange() {
    let fixed = fixed("# é\r\na: one\r\nb:\ttwo   \n\n", ("two", "2"), ("one", ""))
    #expect(text(fixed.bytes) == "# é\r\na: \r\nb:\t2   \n\n")
    #expect(fixed.count == 2)
  }

  @Test func overlappingFixesAreSkipped() {
    let fixed = fixed("a: onetwo\n", ("onet", "1"), ("two", "2"), ("etwo", "3"))
    #expect(text(fixed.bytes) == "a: 1wo\n")
    #expect(fixed.count == 1)
    #expect(self.fixed("a: onetwo\n", ("one", "1"), ("two", "2")).count == 2)
  }

  @Test func aFixIsAppliedCompletelyOrNotAtAll() {
    let files = Files(("a.yaml", "a b c\n"))
    let both = Fix(
      "",
      edits: [
        Edit(mark: files.mark("a"), original: "a", replacement: "1"),
        Edit(mark: files.mark("b"), original: "x", replacement: "2"),
      ])
    let fixed = FixedText(files.sources[0], number: 0, fixes: [both])
    #expect(fixed.count == 0)
    #expect(text(fixed.bytes) == "a b c\n")
    #expect(fixed.diff(path: "a.yaml") == [])
  }

  @Test func textIsInserted() {
    let files = Files(("a.yaml", "a: b"))
    let insertion = { (offset: UInt32, text: String) in
      Fix("", at: Mark(source: 0, start: offset, end: offset), replacement: text)
    }
    let fixed = FixedText(
      files.sources[0], number: 0, fixes: [insertion(3, "!Sub "), insertion(3, "x"), insertion(4, "!")])
    #expect(text(fixed.bytes) == "a: !Sub b!")
    #expect(FixedText(files.sources[0], number: 0, fixes: [insertion(5, "x")]).count == 0)
    #expect(FixedText(files.sources[0], number: 1, fixes: [insertion(1, "x")]).count == 0)
  }

  @Test func theDifferenceIsUnified() {
    let lines = (1...20).map { "line \($0).\n" }.joined() + "end"
    let fixed = fixed(lines, ("line 2.", "LINE 2."), ("line 9.", "nine\nlines"), ("line 10.", "ten"), ("end", "END"))
    #expect(
      text(fixed.diff(path: "a.yaml")) == """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1,5 +1,5 @@
         line 1.
        -line 2.
        +LINE 2.
         line 3.
         line 4.
         line 5.
        @@ -6,8 +6,9 @@
         line 6.
         line 7.
         line 8.
        -line 9.
        -line 10.
        +nine
        +lines
        +ten
         line 11.
         line 12.
         line 13.
        @@ -18,4 +19,4 @@
         line 18.
         line 19.
         line 20.
        -end
        \\ No newline at end of file
        +END
        \\ No newline at end of file

        """)
  }

  @Test func closeChangesShareAHunk() {
    let lines = (1...20).map { "line \($0).\n" }.joined()
    let diff = text(fixed(lines, ("line 4.", "4"), ("line 10.", "10")).diff(path: "/abs/a.yaml"))
    #expect(diff.hasPrefix("--- /abs/a.yaml\n+++ /abs/a.yaml\n@@ -1,13 +1,13 @@\n line 1.\n"))
    #expect(diff.split(separator: "@@ -").count == 2)
  }
}
