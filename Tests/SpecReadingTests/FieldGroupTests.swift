import SpecReading
import Testing
import YAMLTree

private final class Options: FieldGroup {
  let color: Given<String>?
  let tags: [Named<Given<String>>]

  init(fields: inout some FieldVisitor) {
    color = fields.optional("color", .text, "Its color.")
    tags = fields.optional("tags", .map(.text, keys: .any), "Its tags.") ?? []
  }
}

private struct Item: SpecObject {
  let name: Given<String>?
  let options: Options
  let size: Given<Int>?

  init(fields: inout some FieldVisitor) {
    name = fields.optional("name", .text, "Its name.")
    options = fields.group(Options.self)
    size = fields.optional("size", .integer(1...9), "Its size.")
  }
}

private struct Root: SpecObject {
  let items: [Named<Item>]

  init(fields: inout some FieldVisitor) {
    fields.defaults("defaults", for: .every(Item.self), "What items get.")
    items = fields.optional("items", .map(.object(Item.self)), "Items.") ?? []
  }
}

struct FieldGroupTests {
  private func items(_ text: String, defaults: String? = nil) -> (items: [Item], lines: [String]) {
    let defaults = defaults.map { "defaults: \($0)\n" } ?? ""
    let reading = Reading<Root>("\(defaults)items:\n  one: {}\n  two: \(text)\n")
    return (reading.value?.items.map(\.value) ?? [], reading.lines)
  }

  @Test("Objects without a field of the group share one.", arguments: ["{}", "{name: a}", "{name: a, size: 1}"])
  func emptyGroup(text: String) throws {
    let (items, lines) = items(text)
    #expect(lines.isEmpty)
    try #require(items.count == 2)
    #expect(items[0].options === items[1].options)
  }

  @Test func fieldsBetweenOthers() throws {
    let (items, lines) = items("{size: 1, color: red, name: a}")
    #expect(lines.isEmpty)
    try #require(items.count == 2)
    #expect(items[0].options.color == nil)
    #expect(items[1].options.color?.literal == "red")
    #expect(items[1].size?.literal == 1)
  }

  @Test func fieldsOfDefaults() throws {
    let (items, lines) = items("{color: blue}", defaults: "{color: red, tags: {a: b}}")
    #expect(lines.isEmpty)
    try #require(items.count == 2)
    #expect(items.map { $0.options.color?.literal } == ["red", "blue"])
    #expect(items.map(\.options.tags.count) == [1, 1])
  }

  @Test func unknownKeys() throws {
    let (items, lines) = items("{name: a, colour: red}")
    #expect(lines == ["3:18 SPEC001 unknown key `colour` | did you mean `color`?"])
    try #require(items.count == 2)
    #expect(items[0].options === items[1].options)
  }
}
