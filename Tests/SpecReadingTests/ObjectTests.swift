import SpecReading
import Testing

private struct Shape: SpecObject {
  enum Form: Alternatives {
    case circle(Circle)
    case square(Square)

    static let subject = "a form"
    static let forms: [SpecReading.Form<Form>] = [
      .when("radius", Circle.self, Form.circle), .when("side", Square.self, Form.square),
    ]
  }

  struct Circle: SpecObject {
    let radius: Given<Int>
    init(fields: inout some FieldVisitor) { radius = fields.required("radius", .integer(1...9), "Its radius.") }
  }

  struct Square: SpecObject {
    let side: Given<Int>
    let turn: Given<Int>?
    init(fields: inout some FieldVisitor) {
      side = fields.required("side", .integer(1...9), "Its side.")
      turn = fields.optional("turn", .integer(0...90), "How it is turned.")
    }
  }

  let form: Form?
  let name: Given<String>?

  init(fields: inout some FieldVisitor) {
    form = fields.oneOf(Form.self)
    name = fields.optional("name", .text, "Its name.")
  }
}

private struct Drawing: SpecObject {
  let title: Given<String>
  let shapes: [Named<Shape>]
  let frame: Frame?

  struct Frame: SpecObject {
    let colour: Given<String>?
    init(fields: inout some FieldVisitor) { colour = fields.optional("colour", .text, "Its colour.") }
  }

  init(fields: inout some FieldVisitor) {
    title = fields.required("title", .text, "What it shows.")
    shapes = fields.optional("shapes", .map(.object(Shape.self)), "Shapes by name.") ?? []
    frame = fields.optional("frame", .object(Frame.self), "What is around it.")
  }
}

struct ObjectTests {
  @Test func allFieldsAreRead() {
    let reading = Reading<Drawing>(
      "title: A\nshapes:\n  a: {radius: 2}\n  b-1: {side: 3, turn: 45, name: B}\nframe: {}\n")
    #expect(reading.lines.isEmpty)
    #expect(reading.value?.title.literal == "A")
    #expect(reading.value?.shapes.map(\.name) == ["a", "b-1"])
    #expect(reading.value?.frame != nil)
  }

  @Test(arguments: [
    ("shapes: {}", ["1:1 SPEC002 `title` is missing | add `title` (a string): What it shows"]),
    ("titel: A", ["1:1 SPEC001 unknown key `titel` | did you mean `title`?"]),
    ("title: A\nTITLE: B", ["2:1 SPEC001 unknown key `TITLE` | did you mean `title`, which is already set?"]),
    ("title: A\ncolours: B", ["2:1 SPEC001 unknown key `colours` | allowed here: `shapes`, `frame`"]),
    ("title: A\nshape: {}", ["2:1 SPEC001 unknown key `shape` | did you mean `shapes`?"]),
    (
      "title: A\nshapes: {a b: {radius: 1}}",
      ["2:10 SPEC007 invalid name `a b` | use only letters, digits, `-` and `_`"]
    ),
    ("title: A\nshapes: [a]", ["2:9 SPEC003 expected a mapping, found a list | write `{a: …}`"]),
    ("title: A\nshapes:", ["2:8 SPEC006 missing value; expected a mapping"]),
    ("title: A\nshapes: !Ref X", ["2:9 SPEC003 expected a mapping, found a function"]),
    ("title: A\nframe:", ["2:7 SPEC006 missing value; expected a mapping"]),
    (
      "title: A\nframe: wood",
      ["2:8 SPEC003 expected a mapping, found `wood` | write a mapping with keys such as `colour`"]
    ),
    (
      "title: A\nframe: {Ref: X}",
      ["2:8 SPEC003 expected a mapping, found a function | write a mapping with keys such as `colour`"]
    ),
    (
      "title: A\nframe: !Wood {colour: b}",
      ["2:8 SPEC008 unknown tag `!Wood` | did you mean `!And`?"]
    ),
  ])
  func mistakes(_ text: String, _ lines: [String]) {
    let found = Reading<Drawing>(text).lines
    #expect(found.map { $0.prefix { $0 != "|" } } == lines.map { $0.prefix { $0 != "|" } })
    if !text.contains("!Wood") { #expect(found == lines) }
  }

  @Test(arguments: [
    ("{}", "1:14 SPEC002 a form is missing | write one of `radius`, `side`"),
    ("", "1:14 SPEC002 a form is missing | write one of `radius`, `side`"),
    ("{radios: 1}", "1:18 SPEC001 unknown key `radios` | did you mean `radius`?"),
    (
      "{radius: 1, turn: 2}",
      "1:29 SPEC005 `turn` cannot be combined with the other keys here | remove it: it is only allowed with `side`"
    ),
    ("{radius: 1, colour: 2}", "1:29 SPEC001 unknown key `colour` | allowed here: `name`"),
  ])
  func forms(_ written: String, _ line: String) {
    let reading = Reading<Drawing>("title: A\nshapes:\n  s: \(written)")
    #expect(reading.findings.count == 1)
    #expect(reading.lines.first?.drop { $0 != " " } == line.drop { $0 != " " })
  }

  @Test func bothForms() {
    let reading = Reading<Drawing>("title: A\nshapes:\n  s: {radius: 1, side: 2}")
    #expect(
      reading.lines == [
        "3:18 SPEC005 `side` cannot be combined with `radius` | remove one of the two keys"
      ])
    #expect(reading.findings.first?.related.map(\.message) == ["the other key"])
  }

  @Test(arguments: ["x-note: 1", "x-a: {b: [c]}", "x-: 1"])
  func extensionKeysAreIgnored(_ line: String) { #expect(Reading<Drawing>("title: A\n\(line)").lines.isEmpty) }

  @Test func elementNamesMayStartWithX() {
    #expect(Reading<Drawing>("title: A\nshapes: {x-1: {radius: 1}}").value?.shapes.map(\.name) == ["x-1"])
  }

  @Test func mergeKeysAddFields() {
    let reading = Reading<Drawing>(
      "title: A\nx-base: &base {radius: 4, name: N}\nshapes:\n  a:\n    <<: *base\n    radius: 5\n  b: *base\n")
    #expect(reading.lines.isEmpty)
    let radii = reading.value?.shapes.map { shape -> Int? in
      if case .circle(let circle) = shape.value.form { circle.radius.literal } else { nil }
    }
    #expect(radii == [5, 4])
    #expect(reading.value?.shapes.map { $0.value.name?.literal } == ["N", "N"])
  }

  @Test func everyMistakeIsReportedAtOnce() {
    let reading = Reading<Drawing>("shapes:\n  a: {radius: x}\n  b: {side: 99}\nframe: {color: red}\n")
    #expect(reading.marks == ["1:1", "2:15", "3:13", "4:9"])
  }
}
