import SpecReading
import Testing
import YAMLTree

private struct Item: SpecObject {
  let name: Given<String>?
  let tags: [Named<Given<String>>]
  let layers: Many<Given<String>>?

  static func shorthand(for text: String) -> StaticString? { "name" }

  init(fields: inout some FieldVisitor) {
    name = fields.optional("name", .text, "Its name.")
    tags = fields.optional("tags", .map(.text, keys: .any), "Its tags.") ?? []
    layers = fields.optional("layers", .list(.text), "Its layers.")
  }

  var tagTexts: [String: String] {
    Dictionary(uniqueKeysWithValues: tags.map { ($0.name, $0.value.literal ?? "function") })
  }
}

private struct Group: SpecObject {
  let items: [Named<Item>]

  init(fields: inout some FieldVisitor) {
    fields.defaults("defaults", for: .every(Item.self), "What items get.")
    items = fields.optional("items", .map(.object(Item.self)), "Items.") ?? []
  }
}

private struct Root: SpecObject {
  let groups: [Named<Group>]

  init(fields: inout some FieldVisitor) {
    fields.defaults("defaults", for: ["items": .every(Item.self)], "What items get.")
    groups = fields.optional("groups", .map(.object(Group.self)), "Groups.") ?? []
  }
}

struct DefaultsTests {
  private func item(_ defaults: String, _ inner: String, _ own: String) -> (item: Item?, lines: [String]) {
    let reading = Reading<Root>(
      "defaults: {items: \(defaults)}\ngroups:\n  g:\n    defaults: \(inner)\n    items:\n      i: \(own)\n")
    return (reading.value?.groups.first?.value.items.first?.value, reading.lines)
  }

  @Test func mappingsAreMergedListsAppendedScalarsReplaced() {
    let (item, lines) = item(
      "{name: far, tags: {a: far, b: far, c: far}, layers: [far]}",
      "{name: near, tags: {b: near, c: near}, layers: near}",
      "{name: own, tags: {c: own, d: own}, layers: [own]}")
    #expect(lines.isEmpty)
    #expect(item?.name?.literal == "own")
    #expect(item?.tagTexts == ["a": "far", "b": "near", "c": "own", "d": "own"])
    // A single string is a scalar: the list replaces it, and is then appended to the outer list.
    #expect(item?.layers?.literals() == ["far", "own"])
  }

  @Test func missingFieldsComeFromAllDefaults() {
    let (item, lines) = item(
      "{name: far, tags: {a: far, b: far}, layers: [far]}", "{tags: {b: near}, layers: [near]}", "{}")
    #expect(lines.isEmpty)
    #expect(item?.name?.literal == "far")
    #expect(item?.tagTexts == ["a": "far", "b": "near"])
    #expect(item?.layers?.literals() == ["far", "near"])
  }

  @Test func theShortFormGetsDefaults() {
    let (item, lines) = item("{tags: {a: far}}", "{name: near}", "own")
    #expect(lines.isEmpty)
    #expect(item?.name?.literal == "own")
    #expect(item?.tagTexts == ["a": "far"])
  }

  @Test func functionsReplaceAndAreReplacedCompletely() {
    let (item, lines) = item(
      "{tags: {a: {Ref: X}, b: !Ref Y}, layers: [far]}", "{}",
      "{tags: {a: {'Fn::Sub': z}, b: own}, layers: !Split [',', x]}")
    #expect(lines.isEmpty)
    #expect(item?.tagTexts == ["a": "function", "b": "own"])
    #expect(item?.layers?.items.count == 1)
    #expect(item?.layers?.intrinsic != nil)
  }

  @Test func defaultsApplyToTheirGroupOnly() {
    let reading = Reading<Root>(
      "groups:\n  g:\n    defaults: {name: near}\n    items: {i: {}}\n  h:\n    items: {i: {}}\n")
    #expect(reading.lines.isEmpty)
    #expect(reading.value?.groups.map { $0.value.items[0].value.name?.literal } == ["near", nil])
  }

  @Test(arguments: [
    ("{items: {nam: x}}", "1:20 SPEC001 unknown key `nam` | did you mean `name`?"),
    ("{item: {}}", "1:12 SPEC001 unknown key `item` | did you mean `items`?"),
    ("[]", "1:11 SPEC003 expected a mapping, found a list"),
    ("{items: []}", "1:19 SPEC003 expected a mapping of fields, found a list"),
  ])
  func mistakes(_ written: String, _ line: String) { #expect(Reading<Root>("defaults: \(written)").lines == [line]) }

  @Test func extensionKeysAreIgnored() { #expect(Reading<Root>("defaults: {x-a: 1, items: {x-b: 2}}").lines.isEmpty) }

  @Test func aMistakeInADefaultIsReportedOnce() {
    let reading = Reading<Root>("defaults: {items: {layers: {}}}\ngroups: {g: {items: {a: {}, b: {}, c: {}}}}")
    #expect(reading.marks == ["1:28"])
  }
}
