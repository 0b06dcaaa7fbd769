import Diagnostics
import Foundation
import Testing
import YAMLTree

@Suite struct TextFormatTests {
  private let files = Files(
    (
      "spec.yaml",
      """
      functions:
        books: {runtime: x}
      apis:
        störe:
          routes:
            GET /: {lambda: bokos}

      """
    ), ("more.yaml", "a: 1\n"))

  @Test func allPartsOfAFinding() {
    let error = Diagnostic(
      id: "REF001", message: "there is no function 'bokos'", mark: files.mark("bokos"),
      related: [Related(message: "functions are defined here", mark: files.mark("functions"))],
      help: "did you mean 'books'?")
    let warning = Diagnostic(id: "X2", severity: .warning, message: "odd", mark: files.mark("1", in: 1))
    let note = Diagnostic(id: "X3", severity: .note, message: "so", mark: files.mark("routes"))
    #expect(
      files.text(error, warning, note) == """
        spec.yaml:6:23: error: there is no function 'bokos' [REF001]
            6 |       GET /: {lambda: bokos}
              |                       ^~~~~
        spec.yaml:1:1: note: functions are defined here
            1 | functions:
              | ^~~~~~~~~
        help: did you mean 'books'?

        more.yaml:1:4: warning: odd [X2]
            1 | a: 1
              |    ^

        spec.yaml:5:5: note: so [X3]
            5 |     routes:
              |     ^~~~~~

        1 error, 1 warning, 1 note

        """)
  }

  /// A secret is not shown in its own finding, nor in another one on the same line.
  @Test func secretsAreHidden() {
    let secret = Diagnostic(id: "A", message: "m", mark: files.mark("lambda"), secret: files.mark("bokos"))
    let other = Diagnostic(id: "B", message: "m", mark: files.mark("bokos"))
    let text = files.text(secret, other)
    #expect(!text.contains("bokos"))
    #expect(text.components(separatedBy: "{lambda: *****}").count == 3)
  }

  @Test func summaryCounts() {
    let finding = Diagnostic(id: "A", message: "m", mark: files.mark("apis"))
    #expect(files.text(finding, finding).hasSuffix("\n\n2 errors\n"))
    #expect(files.text().isEmpty)
  }

  @Test func nowhereHasNoPlace() {
    #expect(files.text(Diagnostic(id: "A", message: "m", mark: .nowhere)) == "error: m [A]\n\n1 error\n")
  }

  @Test func helpOfSeveralLines() {
    let finding = Diagnostic(id: "A", message: "m", mark: .nowhere, help: "write\n  a: 1\nspec.yaml:1:1: error: fake")
    #expect(
      files.text(finding) == """
        error: m [A]
        help: write
                a: 1
              spec.yaml:1:1: error: fake

        1 error

        """)
  }

  @Test func color() {
    let finding = Diagnostic(
      id: "A1", message: "m", mark: files.mark("books"),
      related: [Related(message: "r", mark: files.mark("1", in: 1))], help: "h")
    let esc = "\u{1B}["
    #expect(
      files.text(finding, color: true) == """
        spec.yaml:2:3: \(esc)1;31merror: \(esc)0m\(esc)1mm\(esc)0m [A1]
            2 |   books: {runtime: x}
              |   \(esc)32m^~~~~\(esc)0m
        more.yaml:1:4: \(esc)36mnote: \(esc)0mr
            1 | a: 1
              |    \(esc)32m^\(esc)0m
        \(esc)36mhelp: \(esc)0mh

        1 error

        """)
    let warning = Diagnostic(id: "A1", severity: .warning, message: "m", mark: .nowhere)
    #expect(files.text(warning, color: true).hasPrefix("\(esc)1;33mwarning: \(esc)0m"))
  }
}
