import SpecReading
import Testing
import YAMLTree

private enum Anything: Probe { static var schema: RawSchema { .raw } }
private enum Body: Probe { static var schema: RawSchema { .rawMapping } }

private final class Animal: ReferenceKind {
  static let dog = Animal("a dog")
  let article: String
  init(_ article: String) { self.article = article }
}
private enum Pet: Probe { static var schema: NameSchema<Animal> { .name(of: Animal.dog) } }
private enum KnownPet: Probe { static var schema: KnownSchema<NameSchema<Animal>> { .known(.name(of: Animal.dog)) } }

struct RawTests {
  @Test(arguments: ["a", "[a, {b: c}]", "{a: !Ref X}", "!Ref X", "1.50"])
  func anyValueIsAccepted(_ written: String) {
    let reading = field(Anything.self, written)
    #expect(reading.lines.isEmpty)
    #expect(reading.value?.value?.node == reading.reader.raws.first)
  }

  @Test(arguments: [
    ("", "1:7 SPEC006 missing value; expected a mapping"),
    ("[a]", "1:8 SPEC003 expected a mapping, found a list | write `{a: …}`"),
    ("text", "1:8 SPEC003 expected a mapping, found `text`"),
  ])
  func mappings(_ written: String, _ line: String) { #expect(field(Body.self, written).lines == [line]) }

  @Test func namesAreRecorded() {
    let reading = field(Pet.self, "rex")
    #expect(reading.value?.value?.literal == "rex")
    #expect(reading.reader.references.map(\.name.literal) == ["rex"])
    #expect(reading.reader.references.map { $0.kind === Animal.dog } == [true])
    #expect(field(Pet.self, "!Ref Rex").reader.references.isEmpty)
    #expect(
      field(Pet.self, "[rex]").lines == ["1:8 SPEC003 expected the name of a dog, found a list | write `rex` directly"])
    #expect(field(KnownPet.self, "!Ref Rex").findings.map(\.id) == ["SPEC004"])
  }
}

struct AliasBudgetTests {
  private struct Wide: SpecObject {
    let maps: [Named<[Named<Given<String>>]>]
    init(fields: inout some FieldVisitor) {
      maps = fields.optional("maps", .map(.map(.text, keys: .any)), "Mappings.") ?? []
    }
  }

  @Test(.timeLimit(.minutes(1))) func manyAliasesOfALargeMappingAreOneError() {
    let keys = (0..<5_000).map { "k\($0): v" }.joined(separator: ", ")
    let names = (0..<5_000).map { "  n\($0): *big" }.joined(separator: "\n")
    let reading = Reading<Wide>("x-big: &big {\(keys)}\nmaps:\n\(names)\n")
    #expect(reading.findings.map(\.id) == ["SPEC009"])
  }

  @Test(.timeLimit(.minutes(1))) func manyAliasesOfBranchesAreOneError() {
    let branches = (1...30).reduce("&a0 !If [C, rex, tim]") { "&a\($1) !If [C, \($0), *a\($1 - 1)]" }
    let reading = field(Pet.self, branches)
    #expect(reading.findings.map(\.id) == ["SPEC009"])
    #expect(reading.reader.references.isEmpty)
  }

  @Test func namesInBranchesAreRecorded() {
    let reading = field(Pet.self, "!If [C, rex, !If [C, tim, !Ref Ben]]")
    #expect(reading.reader.references.map(\.name.literal) == ["rex", "tim"])
    #expect(reading.reader.references.map(\.isBranch) == [true, true])
  }

  @Test func whatIsWrittenOutIsNoMatterOfAliases() {
    let entry = "{" + (0..<500).map { "k\($0): v" }.joined(separator: ", ") + "}"
    let reading = Reading<Wide>("maps:\n" + (0..<1_001).map { "  n\($0): \(entry)\n" }.joined())
    #expect(reading.lines.isEmpty)
    #expect(reading.value?.maps.count == 1_001)
  }

  @Test func fewAliasesAreAllowed() {
    let reading = Reading<Wide>("x-a: &a {k: v}\nmaps: {b: *a, c: *a}\n")
    #expect(reading.lines.isEmpty)
    #expect(reading.value?.maps.map(\.value.count) == [1, 1])
  }
}

struct PlainScalarTests {
  @Test(arguments: ["0", "-0", "10", "-1.5", "1e5", "1E-5", "1.0e+10", "123456789012345678901234567890"])
  func numbers(_ text: String) { #expect(PlainScalar.isNumber(text)) }

  @Test(arguments: ["", "-", "01", "+1", ".5", "5.", "1e", "0x1", "1_0", "NaN", "1 ", "١"])
  func others(_ text: String) { #expect(!PlainScalar.isNumber(text)) }
}

struct SuggestionTests {
  static let words = ["memory", "timeout", "environment", "handler", "reservedConcurrency"]

  @Test(arguments: [
    ("Memory", "memory"), ("timout", "timeout"), ("time-out", "timeout"), ("enviroment", "environment"),
    ("hanlder", "handler"), ("reserved_concurrency", "reservedConcurrency"), ("x", nil), ("", nil),
  ])
  func nearest(_ word: String, _ expected: String?) {
    #expect(Suggestion.nearest(to: word, among: SuggestionTests.words) == expected)
  }

  @Test func help() {
    #expect(Suggestion.help(for: "timout", among: SuggestionTests.words) == "did you mean `timeout`?")
    #expect(Suggestion.help(for: "zzz", among: ["a", "b"]) == "allowed here: `a`, `b`")
    #expect(Suggestion.help(for: "zzz", among: [String]()) == nil)
    #expect(Suggestion.list((0..<40).map(String.init)).hasSuffix("`29` …"))
  }
}
