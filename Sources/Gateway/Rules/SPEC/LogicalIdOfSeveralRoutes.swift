import SpecReading
import YAMLTree

extension Rule {
  /// One id cannot stand for several resources.
  static let logicalIdOfSeveralRoutes = Rule(
    id: "SPEC011",
    severity: .error,
    summary: "a `logicalId` on a route that is written for several methods",
    why: """
      A line for several methods becomes a route for each, and every one is a resource of its own with a logical id of
      its own.
      """,
    source: "CloudFormation's page on resources: logical ids are unique in a template",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
      apis:
        store:
          routes:
            ⟪
            GET, POST /books: {lambda: books, logicalId: ⟦Books⟧}
            →
            GET /books: {lambda: books, logicalId: GetBooks}
            POST /books: {lambda: books, logicalId: PostBooks}
            ⟫
      """,
    check: { spec, report in
      for routes in spec.routes {
        for line in Dictionary(grouping: routes, by: \.route.mark).values where line.count > 1 {
          guard let options = line.first?.route.value.options else { continue }
          for given in [options.logicalId].compactMap({ $0 }) + options.logicalIds.map(\.value) {
            report.report(
              at: given.mark, "one logical id for \(line.count) routes: this line is written for several methods",
              help: "write a line for each method, or leave it out")
          }
        }
      }
    })
}
