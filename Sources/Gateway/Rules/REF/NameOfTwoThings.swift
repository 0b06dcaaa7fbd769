import Diagnostics
import YAMLTree

extension Rule {
  /// One name, two meanings.
  static let nameOfTwoThings = Rule(
    id: "REF008",
    severity: .error,
    summary: "a name that stands both in a section and in `resources`",
    why: """
      A field that names something takes the name of its section and the logical id of a resource. With the same name in
      both, `lambda: books` would have two meanings.
      """,
    source: "the language: a name means one thing",
    example: """
      functions:
        ⟦books⟧: {runtime: nodejs24.x, handler: index.handler, code: src/books}
      apis:
        store:
          routes:
            GET /books: books
      resources:
        ⟪books → archive⟫:
          Type: AWS::S3::Bucket
      """,
    check: { spec, report in
      let resources = Dictionary(spec.names.spec.resources.map { ($0.name, $0.mark) }) { first, _ in first }
      if resources.isEmpty { return }
      for element in spec.names.sections.filter(\.section.isNamed).flatMap(\.elements) {
        guard let other = resources[element.name] else { continue }
        report.report(
          at: element.mark, "`\(element.name)` is the name of a resource, too",
          related: [Related(message: "the resource", mark: other)], help: "give one of the two another name")
      }
    })
}
