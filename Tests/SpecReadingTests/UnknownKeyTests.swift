import Diagnostics
import SpecReading
import Testing
import YAMLTree

/// A language of two objects, to test messages about any language.
private struct Shop: SpecObject {
  let books: [Named<Book>]
  let kind: Given<Kind>?
  let opens: Given<Duration>?
  let isOpen: Given<Bool>?

  enum Kind: String, CaseIterable, Sendable { case large, small }

  init(fields: inout some FieldVisitor) {
    books = fields.optional("books", .map(.object(Book.self)), "Its books.") ?? []
    kind = fields.optional("kind", .word(Kind.self), "How large it is.")
    opens = fields.optional("opensAfter", .duration(50...30_000, unit: .milliseconds), "When it opens.")
    isOpen = fields.optional("isOpen", .flag, "Whether it is open.")
  }
}

private struct Book: SpecObject {
  let title: Given<String>
  let pages: Given<Int>?
  let words: [Named<Given<String>>]

  init(fields: inout some FieldVisitor) {
    title = fields.required("title", .text, "Its title.")
    pages = fields.optional("pageCount", .integer(1...9_999), "How many pages it has.")
    words = fields.optional("words", .map(.text, keys: .any), "Words in it.") ?? []
  }
}

private let foreign = ForeignWords([
  .key("title", "name", "bookName"), .form("pageCount", "write `pageCount: N`", "size"),
  .advice(beside: "books", "leave it out", "owner"), .exactly(beside: "title", "one level up", "Title"),
  .level("words stand right here", "List"),
])

@Suite struct UnknownKeyTests {
  private func findings(_ text: String) -> (all: [Diagnostic], fixed: String) {
    let tree = Tree()
    var problems: [Problem] = []
    let source = Source(path: "a.yaml", bytes: Array(text.utf8))
    let reader = Reader(tree: tree, words: foreign)
    if let root = tree.read(source, problems: &problems) { _ = reader.read(Shop.self, from: root) }
    let all = reader.findings.sorted
    let fixed = FixedText(source, number: 0, fixes: all.compactMap(\.fix))
    return (all, String(decoding: fixed.bytes, as: UTF8.self))
  }

  @Test(arguments: [
    ("{books: {a: {tilte: x}}}", "did you mean `title`?", "{books: {a: {title: x}}}"),
    (
      "{books: {a: {\"page_count\": 5, title: x}}}", "did you mean `pageCount`?",
      "{books: {a: {\"pageCount\": 5, title: x}}}"
    ),
    ("{books: {a: {book_name: x}}}", "write `title`", "{books: {a: {title: x}}}"),
    ("{books: {a: {title:x}}}", "add a space after the colon: `title: x`", "{books: {a: {title: x}}}"),
    ("{Kind: large}", "did you mean `kind`?", "{kind: large}"),
    ("{kind: LARGE}", "did you mean `large`?", "{kind: large}"),
    ("{kind: lagre}", "did you mean `large`?", "{kind: large}"),
    ("{isOpen: 'yes'}", "write `true`", "{isOpen: 'true'}"),
    ("{opensAfter: 29}", "did you mean `29s`?", "{opensAfter: 29s}"),
  ])
  func isFixed(_ text: String, _ help: String, _ fixed: String) {
    let found = findings(text)
    #expect(found.all.map(\.help) == [help])
    #expect(found.fixed == fixed)
    #expect(findings(fixed).all.isEmpty)
  }

  @Test(arguments: [
    ("{books: {a: {size: 5, title: x}}}", "write `pageCount: N`"), ("{owner: x}", "leave it out"),
    ("{books: {a: {title: x, words: {List: {a: b}}}}}", "words stand right here"),
    ("{books: {a: {Title: {}}}}", "one level up"),

    ("{books: {a: {title: x, titel: y}}}", "did you mean `title`, which is already set?"),
    ("{books: {a: {title: x, bookName: y}}}", "did you mean `title`, which is already set?"),
    ("{books: {a: {title: x, pageCount: 2, size: 5}}}", "`pageCount` is already set; write `pageCount: N`"),
    ("{knd: large}", "did you mean `kind`?"), ("{opensAfter: 40}", nil),
    ("{books: {a: \"title:x\"}}", "write a mapping with keys such as `title`"), ("{isOpen: maybe}", nil),
    ("{books: {a: {pages: 5, title: x}}}", "allowed here: `pageCount`, `words`"),
  ])
  func isReportedWithoutAFix(_ text: String, _ help: String?) {
    let found = findings(text)
    #expect(found.all.map(\.help) == [help])
    #expect(found.fixed == text)
  }

  @Test func oneOfTwoKeysIsFixed() {
    let found = findings("{books: {a: {tilte: x, titel: y}}}")
    #expect(found.all.count == 2)
    #expect(found.fixed == "{books: {a: {title: x, titel: y}}}")
  }

  @Test func aWordAppliesOnlyIfItsKeyIsAllowed() {
    #expect(findings("{bookName: x}").all.map(\.help) == ["allowed here: `books`, `kind`, `opensAfter`, `isOpen`"])
  }

  @Test func certainty() {
    let words = ["title", "titles", "pageCount"]
    #expect(Suggestion.certain(for: "page_count", among: words) == "pageCount")
    #expect(Suggestion.certain(for: "pageCont", among: words) == "pageCount")
    #expect(Suggestion.certain(for: "pageCnt", among: words) == nil)
    #expect(Suggestion.certain(for: "titlee", among: words) == nil)
    #expect(Suggestion.certain(for: "ab", among: ["abc"]) == nil)
  }
}
