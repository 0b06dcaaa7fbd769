import Diagnostics
import Testing
import YAMLTree

@Suite struct FindingsTests {
  private func finding(
    _ id: String, _ source: UInt32 = 0, _ start: UInt32 = 0, severity: Severity = .error, message: String = "m"
  ) -> Diagnostic {
    Diagnostic(id: id, severity: severity, message: message, mark: Mark(source: source, start: start, end: start + 1))
  }

  @Test func sortsByPlaceThenID() {
    var findings = Findings()
    findings.report([
      finding("B", 1, 5), finding("B", 0, 9), finding("A", 1, 5), finding("Z", 0, 2), finding("A", 0, 9),
    ])
    #expect(
      findings.sorted.map { "\($0.mark.source) \($0.mark.start) \($0.id)" } == [
        "0 2 Z", "0 9 A", "0 9 B", "1 5 A", "1 5 B",
      ])
  }

  @Test func keepsOrderAtOnePlace() {
    var findings = Findings()
    for message in ["c", "a", "b"] { findings.report(finding("A", message: message)) }
    #expect(findings.sorted.map(\.message) == ["c", "a", "b"])
  }

  @Test func dropsRepeats() {
    var findings = Findings()
    findings.report([finding("A"), finding("A"), finding("A", message: "other")])
    #expect(findings.count == 2)
  }

  @Test func dropsFindingsWithoutALocation() {
    var findings = Findings()
    findings.report(Diagnostic(id: "A", message: "m", mark: .nowhere))
    #expect(findings.isEmpty)
    findings.report(Diagnostic(id: "A", message: "m", mark: .nowhere), always: true)
    #expect(findings.count == 1)
  }

  @Test func counts() {
    var findings = Findings()
    findings.report([
      finding("A"), finding("B"), finding("C", severity: .warning), finding("D", severity: .note),
      finding("E", severity: .note), finding("F", severity: .note),
    ])
    #expect((findings.errorCount, findings.warningCount, findings.noteCount) == (2, 1, 3))
  }

  @Test func manyFindingsOfALimitedSeverityAreCounted() {
    var findings = Findings(limited: [.error])
    for place in 0..<UInt32(Findings.limit + 500) {
      findings.report(finding("A", 0, place))
      findings.report(finding("B", 0, place, severity: .warning))
    }
    #expect(findings.isFull)
    #expect((findings.errorCount, findings.warningCount) == (2_500, 2_500))
    #expect(findings.sorted.count == 4_501)
    #expect(findings.sorted.last?.isCount == true)
    #expect(findings.sorted.last?.count == 500)
    var others = Findings(limited: Severity.allCases)
    others.report(findings.sorted)
    others.report(finding("C", 1, 1))
    #expect(others.count == 5_001)
    #expect(others.sorted.count == 4_002)
    #expect(Diagnostic.number(of: .error, in: others.sorted) == 2_501)
    #expect(Diagnostic.number(of: .warning, in: others.sorted.map { $0.with(severity: .warning) }) == 5_001)
  }

  @Test func allFindingsAreKeptWithoutALimit() {
    var findings = Findings()
    for place in 0..<3_000 { findings.report(finding("A", 0, UInt32(place))) }
    #expect(findings.sorted.count == 3_000 && !findings.sorted.contains(where: \.isCount))
  }

  @Test func severitiesAreOrdered() {
    #expect(Severity.allCases == Severity.allCases.sorted())
    #expect(Severity.allCases.map(\.rawValue) == ["note", "warning", "error"])
  }
}
