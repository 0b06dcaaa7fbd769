import Diagnostics
import Testing

@Suite struct ExampleTests {
  @Test func aPlaceWithItsFix() {
    let example = Example("routes: {⟦GET /book → GET /books⟧: books, ⟦PUT /x →⟧}")
    #expect(example.bad == "routes: {⟦GET /book⟧: books, ⟦PUT /x⟧}")
    #expect(example.good == "routes: {GET /books: books, }")
  }

  @Test func aPlaceWithoutAFix() {
    let example = Example("⟦cors⟧: {origins⟪→ : all⟫}")
    #expect(example.bad == "⟦cors⟧: {origins}")
    #expect(example.good == "cors: {origins: all}")
  }

  @Test func changesAndPlacesNest() {
    let example = Example("a: ⟦arn:⟪sqs → sns⟫:x⟧ b: ⟪[c, ⟦d⟧] → e⟫")
    #expect(example.bad == "a: ⟦arn:sqs:x⟧ b: [c, ⟦d⟧]")
    #expect(example.good == "a: arn:sns:x b: e")
  }

  @Test func wholeLines() {
    let example = Example("⟪→\nfirst: 1\n⟫\na:\n  ⟪\n  b: ⟦1⟧\n  →\n  c: 2\n    d: 3\n  ⟫\n⟪\ne:\n→⟫")
    #expect(example.bad == "a:\n  b: ⟦1⟧\ne:")
    #expect(example.good == "first: 1\na:\n  c: 2\n    d: 3")
  }

  @Test func anArrowOutsideIsText() {
    let example = Example("a → b\n⟪c →  d⟫\n⟪e→\n f⟫\n")
    #expect(example.bad == "a → b\nc\ne\n")
    #expect(example.good == "a → b\n d\n\n f\n")
  }
}
