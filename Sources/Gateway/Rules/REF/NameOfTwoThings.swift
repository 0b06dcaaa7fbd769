import Diagnostics
import YAMLTree

extension Rule {
  /// One name for two things.
  static let nameOfTwoThings = Rule(
    id: "REF008",
    severity: .error,
    summary: "name in both a section and `resources`",
    why: """
      A field such as `lambda: books` takes a name of its section or a logical ID of `resources`. The same name in both would have
      two meanings.
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
    check: { model, report in
      let resources = Dictionary(model.names.spec.resources.map { ($0.name, $0.mark) }) { first, _ in first }
      if resources.isEmpty { return }
      for element in model.names.sections.filter(\.section.isNamed).flatMap(\.elements) {
        guard let other = resources[element.name] else { continue }
        report.report(
          at: element.mark, "`\(element.name)` is also the logical ID of a resource",
          related: [Related(message: "the resource", mark: other)], help: "rename one of them")
      }
    })
}
