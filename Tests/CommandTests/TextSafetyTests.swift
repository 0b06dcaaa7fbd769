import Foundation
import Testing

/// Reports on names that are long, invisible, or control a terminal.
@Suite struct TextSafetyTests {
  private static let formats = ["text", "concise", "json", "sarif", "github", "gitlab", "junit"]

  /// C1 controls, a bidirectional override, a byte order mark, zero-width characters, tags, noncharacters.
  private static let invisible: [UInt32] = [
    0x85, 0x9B, 0x202E, 0x2067, 0xFEFF, 0x200B, 0x200C, 0x200D, 0x2060, 0xE0041, 0xE0001, 0xFFFE, 0xFFFF, 0x1FFFE,
    0x2028,
  ]

  @Test(arguments: formats)
  func invisibleCharactersAreEscaped(_ format: String) throws {
    let escapes = Self.invisible.map { String(format: "\\U%08X", $0) }.joined()
    let workspace = try Workspace(["spec.yaml": "apis:\n  store:\n    \"x\(escapes)y\": 1\n"])
    let outcome = try workspace.run("validate", "spec.yaml", "-f", format)
    let report = outcome.output + outcome.errors
    #expect(outcome.status == 1)
    #expect(!report.unicodeScalars.contains { Self.invisible.contains($0.value) })
    let backslash = ["json", "sarif", "gitlab"].contains(format) ? #"\\"# : #"\"#
    for value in Self.invisible {
      #expect(report.contains("\(backslash)u{\(String(value, radix: 16, uppercase: true))}"))
    }
  }

  @Test(arguments: formats)
  func filesWithInvisibleCharacters(_ format: String) throws {
    let path = "a\u{202E}b\u{E0041}.yaml"
    let workspace = try Workspace([path: Specs.wrong])
    let outcome = try workspace.run("validate", path, "-f", format)
    let report = outcome.output + outcome.errors
    #expect(!report.unicodeScalars.contains { Self.invisible.contains($0.value) })
    if format == "json" { #expect(try outcome.diagnostics().first?["path"] as? String == path) }
  }

  @Test(arguments: formats)
  func longNamesAreAbbreviated(_ format: String) throws {
    let name = "start" + String(repeating: "long", count: 50_000) + "end"
    let places = [
      "apis: {store: {\(name): 1}}", "apis: {store: {routes: {GET /a: \(name)}}}", "functions: {\(name): {}}",
      "apis: {store: {routes: {\"GET /\(name)\": 1}}}", "x-a: *\(name)", "apis: !\(name) {}",
      "apis: {store: {routes: {GET /a: $(\(name))}}}", "include: \(name)", "stack: \(name)\napis: {}",
      "conditions: {\(name): !Ref \(name)}", "resources: {\(name): {Type: \(name), \(name): !GetAtt \(name).\(name)}}",
    ]
    for place in places {
      let workspace = try Workspace(["spec.yaml": place + "\n"])
      let outcome = try workspace.run("validate", "spec.yaml", "-f", format)
      #expect(outcome.status == 1)
      #expect((outcome.output + outcome.errors).utf8.count < 60_000, "\(place.prefix(40))")
      if format == "json" {
        for finding in try outcome.diagnostics() { #expect((finding["message"] as? String ?? "").count < 500) }
      }
    }
  }

  @Test func namesOfFilesAreUTF8() throws {
    let workspace = try Workspace(["all.yaml": "include: inc/*.yaml\n" + Specs.store])
    let script = #"name=$(printf 'caf\351'); mkdir inc; cp all.yaml "inc/$name.yaml"; "$PROGRAM" validate "$name""#
    let argument = try workspace.shell(script)
    #expect(argument.status == 2)
    #expect(argument.errors == "error: the argument caf\u{FFFD} is not UTF-8; rename the file\n")
    let included = try workspace.run("validate", "all.yaml")
    #expect(included.status == 1)
    #expect(included.errors.contains("cannot read inc/caf\u{FFFD}.yaml: the file name is not UTF-8 [INC001]"))
  }

  @Test(arguments: formats)
  func manyFindingsAreCounted(_ format: String) throws {
    let warnings = (0..<600).map { "  f\($0): {arn: 'arn:aws:lambda:eu-central-1:111122223333:function:f'}\n" }.joined()
    let errors = (0..<700).map { "      GET /a\($0): missing\($0)\n" }.joined()
    let workspace = try Workspace(["a.yaml": "functions:\n" + warnings + Specs.store, "b.yaml": Specs.store + errors])
    let outcome = try workspace.run("validate", "a.yaml", "b.yaml", "-f", format)
    let report = outcome.output + outcome.errors
    #expect(outcome.status == 1)
    #expect(report.contains("300 more findings are not shown"))
    #expect(report.components(separatedBy: "missing699").count > 1)
    #expect(!report.contains("f599` is unused"))
    if format == "text" { #expect(report.contains("\n700 errors, 600 warnings\n")) }
    if format == "json" {
      #expect(try outcome.counts() == ["error": 700, "warning": 600, "note": 0])
      #expect(try outcome.diagnostics().count == 1_001)
    }
  }
}
