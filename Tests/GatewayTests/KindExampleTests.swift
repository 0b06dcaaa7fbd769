import Diagnostics
import Gateway
import Support
import Testing

/// The examples of findings of reading and of names, which are not rules on a model.
@Suite struct KindExampleTests {
  private static let rules = Set(Rules.all.map(\.id))
  static let ids = Rules.kinds.filter { !rules.contains($0.id) && $0.example != nil }.map(\.id)

  @Test(arguments: ids)
  func badExampleIsReportedAtItsMarks(_ id: String) throws {
    let marked = MarkedText(try example(id).bad)
    let found = Compiled(marked.text).findings
    #expect(found.map(\.id) == [id])
    #expect(found.map { $0.mark.start..<$0.mark.end } == marked.places)
  }

  @Test(arguments: ids)
  func goodExampleHasNoFindings(_ id: String) throws {
    let found = Compiled(try example(id).good).findings
    #expect(found.isEmpty)
  }

  private func example(_ id: String) throws -> Diagnostics.Example {
    try #require(Rules.kinds.first { $0.id == id }?.example)
  }
}
