import SpecReading
import Testing
import YAMLTree

private enum AnyText: Probe { static var schema: TextSchema { .text } }
private enum ShortText: Probe { static var schema: TextSchema { .text(2...4) } }
private enum Flag: Probe { static var schema: FlagSchema { .flag } }
private enum Port: Probe { static var schema: IntegerSchema { .integer(1...65_535) } }
private enum Count: Probe { static var schema: IntegerSchema { .integer(0...Int.max) } }
private enum Rate: Probe { static var schema: NumberSchema { .number } }
enum Colour: String, CaseIterable, Sendable { case red, darkBlue }
private enum ColourField: Probe { static var schema: WordSchema<Colour> { .word(Colour.self) } }

struct TextTests {
  @Test(arguments: [
    ("no", "no"), ("1.0", "1.0"), ("012", "012"), ("true", "true"), ("'null'", "null"), ("\"\"", ""),
    ("2024-01-01", "2024-01-01"),
    ("yes", "yes"), ("0x1F", "0x1F"), ("1e3", "1e3"), ("'~'", "~"), ("|\n  a\n  b", "a\nb"), ("Null", "Null"),
    ("ü€", "ü€"),
    ("!!str 12", "12"), ("! 12", "12"),
  ])
  func textIsUsedAsWritten(_ written: String, _ text: String) {
    let reading = field(AnyText.self, written)
    #expect(reading.value?.value?.literal == text)
    #expect(reading.lines.isEmpty)
  }

  @Test(arguments: [
    ("", "1:7 SPEC006 missing value; expected a string"), ("~", "1:8 SPEC006 missing value; expected a string"),
    ("null", "1:8 SPEC006 missing value; expected a string"),
    ("[a]", "1:8 SPEC003 expected a string, found a list | write `a` directly"),
    ("{a: b}", "1:8 SPEC003 expected a string, found a mapping"),
    (
      "{url: b, c: d}",
      "1:8 SPEC003 expected a string, found a mapping | write `b` directly, and the other keys beside it"
    ),
    (
      "!Reff x",
      "1:8 SPEC008 unknown tag `!Reff` | did you mean `!Ref`?"
    ),
  ])
  func otherTypesAreRejected(_ written: String, _ line: String) {
    let reading = field(AnyText.self, written)
    #expect(reading.value != nil)
    #expect(reading.value?.value == nil)
    #expect(reading.lines == [line])
  }

  @Test(arguments: [
    ("a", "1:8 SPEC004 expected a string of 2 to 4 characters, found 1 character"),
    ("abcde", "1:8 SPEC004 expected a string of 2 to 4 characters, found 5 characters"),
  ])
  func lengthsAreChecked(_ written: String, _ line: String) {
    #expect(field(ShortText.self, written).lines == [line])
  }

  @Test(arguments: ["ab", "abcd", "üüüü", "!Ref TooLongToCount"])
  func lengthsCountCharacters(_ written: String) { #expect(field(ShortText.self, written).lines.isEmpty) }
}

struct FlagTests {
  @Test(arguments: [("true", true), ("false", false), ("\"true\"", true), ("'false'", false)])
  func trueAndFalse(_ written: String, _ value: Bool) {
    let reading = field(Flag.self, written)
    #expect(reading.value?.value?.literal == value)
    #expect(reading.lines.isEmpty)
  }

  @Test(arguments: [
    ("yes", "true"), ("on", "true"), ("True", "true"), ("TRUE", "true"), ("y", "true"), ("1", "true"), ("no", "false"),
    ("off", "false"), ("False", "false"), ("n", "false"), ("0", "false"),
  ])
  func otherSpellingsGetASuggestion(_ written: String, _ meant: String) {
    let reading = field(Flag.self, written)
    #expect(reading.value?.value == nil)
    #expect(reading.lines == ["1:8 SPEC004 expected `true` or `false`, found `\(written)` | write `\(meant)`"])
  }

  @Test(arguments: [
    ("maybe", "1:8 SPEC004 expected `true` or `false`, found `maybe`"),
    ("[true]", "1:8 SPEC003 expected `true` or `false`, found a list | write `true` directly"),
    ("", "1:7 SPEC006 missing value; expected `true` or `false`"),
  ])
  func otherValuesAreRejected(_ written: String, _ line: String) { #expect(field(Flag.self, written).lines == [line]) }

  @Test func foreignTag() {
    #expect(field(Flag.self, "!Foo true").lines.first?.hasPrefix("1:8 SPEC008 unknown tag `!Foo`") == true)
  }
}

struct NumberTests {
  @Test(arguments: [("1", 1), ("65535", 65_535), ("'80'", 80)])
  func integers(_ written: String, _ value: Int) {
    let reading = field(Port.self, written)
    #expect(reading.value?.value?.literal == value)
    #expect(reading.lines.isEmpty)
  }

  @Test(arguments: [
    ("0", "1:8 SPEC004 expected an integer from 1 to 65535, found `0`"),
    ("65536", "1:8 SPEC004 expected an integer from 1 to 65535, found `65536`"),
    ("-1", "1:8 SPEC004 expected an integer from 1 to 65535, found `-1`"),
    ("080", "1:8 SPEC003 expected an integer from 1 to 65535, found `080`"),
    ("+80", "1:8 SPEC003 expected an integer from 1 to 65535, found `+80`"),
    ("0x50", "1:8 SPEC003 expected an integer from 1 to 65535, found `0x50`"),
    ("1_000", "1:8 SPEC003 expected an integer from 1 to 65535, found `1_000`"),
    ("80.0", "1:8 SPEC003 expected an integer from 1 to 65535, found `80.0`"),
    ("99999999999999999999", "1:8 SPEC003 expected an integer from 1 to 65535, found `99999999999999999999`"),
    ("http", "1:8 SPEC003 expected an integer from 1 to 65535, found `http`"),
    ("[80]", "1:8 SPEC003 expected an integer from 1 to 65535, found a list | write `80` directly"),
    ("", "1:7 SPEC006 missing value; expected an integer from 1 to 65535"),
  ])
  func invalidIntegersAreRejected(_ written: String, _ line: String) {
    #expect(field(Port.self, written).lines == [line])
  }

  @Test func anOpenRangeIsNotMentioned() {
    #expect(field(Count.self, "many").lines == ["1:8 SPEC003 expected an integer, found `many`"])
  }

  @Test(arguments: ["0", "0.5", "100", "1e3", "1.5E-3"])
  func numbersKeepTheirText(_ written: String) { #expect(field(Rate.self, written).value?.value?.literal == written) }

  @Test(arguments: ["-1", ".5", "1.", "01", "NaN", "1e", "Infinity", "[1]"])
  func otherNumberFormatsAreRejected(_ written: String) {
    let reading = field(Rate.self, written)
    #expect(reading.value?.value == nil)
    #expect(reading.findings.map(\.id) == ["SPEC003"])
  }
}

struct WordTests {
  @Test(arguments: [("red", Colour.red), ("darkBlue", .darkBlue), ("'red'", .red)])
  func words(_ written: String, _ value: Colour) {
    #expect(field(ColourField.self, written).value?.value?.literal == value)
  }

  @Test(arguments: [
    ("Red", "1:8 SPEC004 expected one of `red`, `darkBlue`, found `Red` | did you mean `red`?"),
    ("dark-blue", "1:8 SPEC004 expected one of `red`, `darkBlue`, found `dark-blue` | did you mean `darkBlue`?"),
    ("green", "1:8 SPEC004 expected one of `red`, `darkBlue`, found `green`"),
    ("{}", "1:8 SPEC003 expected one of `red`, `darkBlue`, found a mapping"),
  ])
  func otherWords(_ written: String, _ line: String) { #expect(field(ColourField.self, written).lines == [line]) }
}

struct FunctionTests {
  static let functions = [
    "!Ref X", "!GetAtt X.Arn", "!GetAtt [X, Arn]", "!Sub 'a-${B}'", "!Sub ['${a}', {a: b}]", "!ImportValue X",
    "!Join ['', [a, b]]", "!Select [0, !GetAZs '']", "!Split [',', a]", "!FindInMap [A, B, C]",
    "!If [A, !Ref B, !Ref C]",
    "!Base64 x", "!Cidr [a, 1, 8]", "!GetAZs ''", "!Condition X", "!Transform {Name: X}", "{Ref: X}", "{'Fn::Sub': x}",
    "{'Fn::GetAtt': [X, Arn]}", "{'Fn::If': [A, {Ref: B}, {Ref: C}]}", "{'Fn::ImportValue': !Sub x}",
    "!ToJsonString {a: b}",
    "!Length [a]",
  ]

  @Test(arguments: functions)
  func everyScalarAcceptsFunctions(_ written: String) {
    #expect(field(AnyText.self, written).lines.isEmpty)
    #expect(field(AnyText.self, written).value?.value?.isFunction == true)
    #expect(field(ShortText.self, written).value?.value?.isFunction == true)
    #expect(field(Flag.self, written).value?.value?.isFunction == true)
    #expect(field(Port.self, written).value?.value?.isFunction == true)
    #expect(field(Rate.self, written).value?.value?.isFunction == true)
    #expect(field(ColourField.self, written).value?.value?.isFunction == true)
    #expect(field(ColourField.self, written).reader.raws.count == 1)
  }

  @Test(arguments: ["{Ref: X, b: c}", "{Foo: x}", "{'Fn::Sub': x, 'Fn::If': y}"])
  func severalKeysAreNotAFunction(_ written: String) {
    #expect(field(AnyText.self, written).findings.map(\.id) == ["SPEC003"])
  }
}
