import Diagnostics
import Testing
import YAMLTree

@Suite struct YAMLProblemTests {
  @Test func idsFollowTheKinds() {
    #expect(
      zip(Problem.Kind.allCases, FindingKind.yaml).map { "\($0) \($1.id)" } == [
        "encoding YAML001", "syntax YAML002", "empty YAML003", "secondDocument YAML004", "rootNotMapping YAML005",
        "duplicateKey YAML006", "keyNotText YAML007", "nesting YAML008", "tooLarge YAML009", "undefinedAlias YAML010",
        "mergeValue YAML011",
      ])
  }

  @Test func becomesAFinding() {
    let tree = Tree()
    var problems: [Problem] = []
    _ = tree.read(Source(path: "spec.yaml", bytes: Array("a: [*]\n".utf8)), problems: &problems)
    let text = TextFormat(sources: tree.sources, color: false).render(problems.map { Diagnostic($0) })
    #expect(
      String(decoding: text, as: UTF8.self) == """
        spec.yaml:1:5: error: `*` starts an alias, but `*` is not a valid alias [YAML002]
            1 | a: [*]
              |     ^
        help: if this is a string, quote it: `"*"`

        1 error

        """)
  }

  @Test func keepsOtherPlaces() {
    let mark = Mark(source: 0, start: 1, end: 2)
    let problem = Problem(
      kind: .duplicateKey, message: "m", mark: mark, related: [RelatedMark(message: "r", mark: mark)], help: "h")
    #expect(
      Diagnostic(problem)
        == Diagnostic(id: "YAML006", message: "m", mark: mark, related: [Related(message: "r", mark: mark)], help: "h"))
  }
}
