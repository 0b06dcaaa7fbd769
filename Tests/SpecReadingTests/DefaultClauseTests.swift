import Testing

@testable import SpecReading

/// The default of a field is the last clause of its documentation.
struct DefaultClauseTests {
  struct Sample: Sendable {
    let documentation: String
    let meaning: String
    var words = ""
    var literal: String?
  }

  @Test(arguments: [
    Sample(documentation: "Log retention; 30d by default.", meaning: "Log retention.", words: "30d", literal: "30d"),
    Sample(documentation: "Number of zones; 2 by default.", meaning: "Number of zones.", words: "2", literal: "2"),
    Sample(
      documentation: "Protocol; `tcp` by default, `all` without a port.", meaning: "Protocol.",
      words: "`tcp`, `all` without a port", literal: "tcp"),
    Sample(
      documentation: "Method; `ANY`, that of the client, by default (WebSocket: `POST`).", meaning: "Method.",
      words: "`ANY`, that of the client (WebSocket: `POST`)", literal: "ANY"),
    Sample(documentation: "Name; by default the key.", meaning: "Name.", words: "the key"),
    Sample(
      documentation: "Whether to deploy; `true` by default. If `false`, nothing.",
      meaning: "Whether to deploy. If `false`, nothing.", words: "`true`", literal: "true"),
    Sample(documentation: "Roots, such as `a; b`; none by default.", meaning: "Roots, such as `a; b`.", words: "none"),
    Sample(documentation: "Tags; those of a place win.", meaning: "Tags; those of a place win."),
    Sample(documentation: "Description.", meaning: "Description."),
  ])
  func isSeparated(_ sample: Sample) {
    let clause = DefaultClause(sample.documentation)
    #expect(clause.meaning == sample.meaning)
    #expect(clause.words == sample.words)
    #expect(clause.literal == sample.literal)
  }
}
