import SpecReading
import YAMLTree

extension Rule {
  /// One logical ID for several resources.
  static let logicalIdOfSeveralRoutes = Rule(
    id: "SPEC011",
    severity: .error,
    summary: "`logicalId` on a route with several methods",
    why: """
      A line with several methods becomes a route for each method, and each route is a resource with its own logical ID.
      """,
    source: "CloudFormation's page on resources: logical IDs are unique in a template",
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
    check: { model, report in
      for routes in model.spec.routes {
        for line in ApiRoutes.lines(of: routes) where line.count > 1 {
          guard let options = line.first?.route.value.options else { continue }
          for given in [options.logicalId].compactMap({ $0 }) + options.logicalIds.map(\.value) {
            report.report(
              at: given.mark, "one logical ID for \(line.count) routes: this line has several methods",
              help: "write a line for each method, or remove it")
          }
        }
      }
    })
}
