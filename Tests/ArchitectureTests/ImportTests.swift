import Foundation
import Testing

/// The modules, and what each may import. SwiftPM allows imports of indirect dependencies; this test does not. The
/// table corresponds to Package.swift and the design.
private let allowedImports: [String: Set<String>] = [
  "CLibYAML": [],
  "CLeftOut": [],
  "TextSearch": [],
  "JSONWriting": [],
  "YAMLTree": ["CLibYAML", "TextSearch", "Synchronization"],
  "Diagnostics": ["TextSearch", "YAMLTree", "JSONWriting"],
  "SpecReading": ["TextSearch", "YAMLTree", "JSONWriting", "Diagnostics"],
  "CloudFormation": ["TextSearch", "JSONWriting"],
  "Gateway": ["TextSearch", "YAMLTree", "JSONWriting", "Diagnostics", "SpecReading", "CloudFormation"],
  "Drawing": ["TextSearch", "Gateway"],
  "Comparison": ["TextSearch", "YAMLTree", "JSONWriting", "Diagnostics", "CloudFormation", "Gateway"],
  "SynthCommands": [
    "TextSearch", "YAMLTree", "JSONWriting", "Diagnostics", "SpecReading", "CloudFormation", "Gateway", "Comparison",
    "Drawing", "ArgumentParser", "Glibc",
  ],
  "apigw-synth": ["SynthCommands"],
]

@Suite struct ImportTests {
  @Test func everyModuleIsInTheTable() throws {
    let modules = try FileManager.default.contentsOfDirectory(atPath: SourceFile.folder)
    #expect(Set(modules.filter { !$0.hasPrefix(".") }) == Set(allowedImports.keys))
  }

  @Test(arguments: allowedImports.keys.sorted())
  func aModuleImportsOnlyModulesAboveIt(_ module: String) throws {
    let files = try SourceFile.all(in: module)
    #expect(["CLibYAML", "CLeftOut"].contains(module) == files.isEmpty)
    for file in files {
      for name in file.imports where allowedImports[module]?.contains(name) != true {
        Issue.record("\(file.path) imports \(name)")
      }
    }
  }

  @Test func nothingImportsFoundation() throws {
    for file in try SourceFile.all(in: "") {
      #expect(file.imports.allSatisfy { !$0.hasPrefix("Foundation") }, "\(file.path)")
    }
  }

  /// Release builds do not have them: see runtime.c of CLeftOut.
  @Test func nothingReadsNamesOfCharacters() throws {
    for file in try SourceFile.all(in: "") { #expect(!file.text.contains("properties.name"), "\(file.path)") }
  }

  /// The table does not allow what it should prevent.
  @Test func cAndTheOperatingSystemAreUsedInOneModuleEach() {
    #expect(allowedImports.filter { $0.value.contains("CLibYAML") }.map(\.key) == ["YAMLTree"])
    #expect(allowedImports.filter { $0.value.contains("Glibc") }.map(\.key) == ["SynthCommands"])
  }

  @Test(arguments: [
    ("import A\nimport B\n", ["A", "B"]),
    ("@testable import A\n  internal import B // why\n@_exported public import C\n", ["A", "B", "C"]),
    ("import struct A.B\nimport func C.d\nimport E.F; import G\n", ["A", "C", "E", "G"]),
    ("// import A\nlet x = 1 // import B\nimportant()\n\"import C\"\n", []),
  ])
  func importsAreFound(_ text: String, _ names: [String]) {
    #expect(SourceFile(path: "", text: text).imports == names)
  }
}
