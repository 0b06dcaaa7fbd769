import SpecReading
import Testing

private enum Texts: Probe { static var schema: ListSchema<TextSchema> { .list(.text) } }
private enum Pairs: Probe { static var schema: ListSchema<ObjectSchema<Pair>> { .list(.object(Pair.self)) } }
private enum Knowns: Probe { static var schema: ListSchema<KnownSchema<TextSchema>> { .list(.known(.text)) } }

private struct Pair: SpecObject {
  let left: Given<String>
  let right: Given<String>?

  static func shorthand(for text: String) -> StaticString? { "left" }

  init(fields: inout some FieldVisitor) {
    left = fields.required("left", .text, "The left one.")
    right = fields.optional("right", .text, "The right one.")
  }
}

struct ListTests {
  @Test(arguments: [
    ("a", ["a"]), ("[a, b]", ["a", "b"]), ("[]", []), ("\n  - a\n  - 'b c'", ["a", "b c"]), ("no", ["no"]),
  ])
  func listOrSingleItem(_ written: String, _ items: [String]) {
    let reading = field(Texts.self, written)
    #expect(reading.value?.value?.literals() == items)
    #expect(reading.value?.value?.intrinsic == nil)
    #expect(reading.lines.isEmpty)
  }

  @Test(arguments: FunctionTests.functions)
  func aSingleFunctionMayBeAnItemOrTheList(_ written: String) {
    let reading = field(Texts.self, written)
    #expect(reading.value?.value?.items.count == 1)
    #expect(reading.value?.value?.items.first?.isFunction == true)
    #expect(reading.value?.value?.intrinsic != nil)
    #expect(reading.lines.isEmpty)
  }

  @Test(arguments: FunctionTests.functions)
  func functionsAsItems(_ written: String) {
    let reading = field(Texts.self, "[a, \(written)]")
    #expect(reading.value?.value?.items.map(\.isFunction) == [false, true])
    #expect(reading.value?.value?.intrinsic == nil)
    #expect(reading.lines.isEmpty)
  }

  @Test(arguments: [
    ("[a, ~]", "1:12 SPEC006 missing value; expected a string"),
    ("[a, [b]]", "1:12 SPEC003 expected a string, found a list | write `b` directly"),
    ("{a: b}", "1:8 SPEC003 expected a string, found a mapping"), ("", "1:7 SPEC006 missing value; expected a string"),
  ])
  func wrongItems(_ written: String, _ line: String) { #expect(field(Texts.self, written).lines == [line]) }

  @Test func everyWrongItemIsReported() {
    let reading = field(Texts.self, "[~, a, {}, b]")
    #expect(reading.value?.value?.literals() == ["a", "b"])
    #expect(reading.marks == ["1:9", "1:15"])
  }

  @Test(arguments: ["!Ref X", "!Sub 'a ${b}'", "!GetAtt [X, Arn]", "{Ref: X}", "!If [A, b, c]"])
  func aFunctionIsAShortForm(_ written: String) {
    for text in [written, "[\(written)]"] {
      let reading = field(Pairs.self, text)
      #expect(reading.value?.value?.items.map(\.left.isFunction) == [true])
      #expect(reading.value?.value?.intrinsic == nil)
      #expect(reading.lines.isEmpty)
    }
  }

  @Test func objectsAndTheirShortForm() {
    let reading = field(Pairs.self, "[a, {left: b, right: c}]")
    #expect(reading.value?.value?.items.map(\.left.literal) == ["a", "b"])
    #expect(field(Pairs.self, "{left: x}").value?.value?.items.count == 1)
  }

  @Test func emptyObjectsInListsAreRejected() {
    #expect(field(Pairs.self, "[~]").lines == ["1:9 SPEC006 missing value; expected a mapping"])
  }

  @Test func valuesThatMustBeLiterals() {
    let help = "write a literal: the template depends on this value, but functions are evaluated at deployment"
    #expect(field(Knowns.self, "[a, b]").value?.value?.literals() == ["a", "b"])
    #expect(field(Knowns.self, "!Ref X").lines == ["1:8 SPEC004 expected a string, found a function | \(help)"])
    #expect(field(Knowns.self, "[a, !Ref X]").lines == ["1:12 SPEC004 expected a string, found a function | \(help)"])
  }
}
