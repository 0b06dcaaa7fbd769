import Foundation
import Testing

/// The folders of Gateway, in the order of the flow: what a later one declares is not used in an earlier one.
private let flow = [
  "Spec", "ResourceTypes", "Findings", "Assembly", "Resolution", "Synthesis", "Model", "Overview", "Tracing", "Rules",
  "Lint",
]
/// A kind of target is one file: its fields, which Spec reads, and its lowering, which is a part of Synthesis.
private let slice = (folder: "Integrations", declaresAs: "Spec", usesAs: "Synthesis")

@Suite struct FolderTests {
  @Test func everyFolderIsInTheFlow() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: SourceFile.folder + "/Gateway")
    #expect(Set(folders.filter { !$0.hasPrefix(".") }) == Set(flow + [slice.folder]))
  }

  @Test func aFolderUsesOnlyWhatComesBeforeIt() throws {
    let files = try SourceFile.all(in: "").map { FolderFile($0) }
    #expect(Flow(files).violations == [])
  }

  @Test(arguments: [
    (["struct Early {}", "let it: Late"], ["Resolution/1.swift uses `Late` of Rules"]),
    (["struct Early {}", "early.latest()"], ["Resolution/1.swift uses `latest` of Rules"]),
    (["struct Late {}", "let it: Late"], []),
    (["struct Early {}", "// Late\nlet it = \"Late\""], []),
    (["struct Early {}", "let latest = 1"], []),
  ])
  func usesAgainstTheFlowAreFound(_ texts: [String], _ violations: [String]) {
    let files =
      texts.enumerated().map { FolderFile(path: "Gateway/Resolution/\($0).swift", text: $1) } + [
        FolderFile(path: "Gateway/Rules/2.swift", text: "struct Late {\n  func latest() {}\n}")
      ]
    #expect(Flow(files).violations == violations)
  }
}

/// Where names are declared and used in the folders of Gateway.
private struct Flow {
  private(set) var violations: [String] = []

  init(_ files: [FolderFile]) {
    // A name that several folders declare, or another module, tells nothing.
    var owners: [String: Set<String>] = [:]
    for file in files {
      for name in file.declared { owners[name, default: []].insert(file.folder ?? "another module") }
    }
    for file in files {
      guard let folder = file.folder, let place = Flow.place(folder, slice.usesAs) else { continue }
      for name in file.used.sorted() {
        guard let owner = owners[name], owner.count == 1, let other = owner.first, other != folder,
          let declared = Flow.place(other, slice.declaresAs), declared > place
        else { continue }
        violations.append("\(file.name) uses `\(name)` of \(other)")
      }
    }
  }

  private static func place(_ folder: String, _ ofSlice: String) -> Int? {
    flow.firstIndex(of: folder == slice.folder ? ofSlice : folder)
  }
}

/// A file, read for the names in it.
private struct FolderFile {
  /// The folder of Gateway that it is in.
  let folder: String?
  let name: String
  /// Types, and members that other files can see.
  let declared: Set<String>
  /// Types, and members behind a full stop.
  let used: Set<String>

  init(_ file: SourceFile) { self.init(path: file.path, text: file.text) }

  init(path: String, text: String) {
    let parts = path.split(separator: "/").map(String.init)
    folder = parts.first == "Gateway" ? parts[1] : nil
    name = parts.dropFirst().joined(separator: "/")
    let code = text.replacing(/"""(?s:.*?)"""|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"/, with: "\"\"")
    // Deeper than in a member of a nested type are local variables.
    let declaration =
      /(?m)^ {0,4}(?:[a-z@]+(?:\(set\))? +)*?(?:struct|class|enum|protocol|actor|typealias|func|var|let) +(\w+)/
    let cases = code.matches(of: /(?m)^ *(?:indirect )?case ([a-z]\w*(?:, *[a-z]\w*)*)/).flatMap { match in
      match.1.split { $0 == "," || $0 == " " }.map(String.init)
    }
    declared = Set(code.matches(of: declaration).map { String($0.1) } + cases)
    used = Set(code.matches(of: /\b[A-Z]\w*|\.([a-z]\w*)/).map { String($0.1 ?? $0.0) })
      .subtracting(FolderFile.ofTheLibrary)
  }

  /// Names that the standard library has as well.
  private static let ofTheLibrary: Set<String> = ["forEach", "joined"]
}
