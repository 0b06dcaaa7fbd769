import Foundation

/// A Swift file of the program.
struct SourceFile {
  let path: String
  let text: String

  /// The folder of all modules.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources").standardizedFileURL.path

  /// All files of a module, or of all modules.
  static func all(in module: String) throws -> [SourceFile] {
    let root = folder + "/" + module
    let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map {
      SourceFile(path: module + "/" + $0, text: try String(contentsOfFile: root + "/" + $0, encoding: .utf8))
    }
  }

  /// The modules that the file imports, in any form of import.
  var imports: [String] {
    let statement =
      /^\s*(?:(?:@\w+(?:\(\w+\))?|public|package|internal|fileprivate|private)\s+)*import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var|actor)\s+)?(\w+)/
    return text.split(whereSeparator: { $0.isNewline || $0 == ";" }).compactMap { line in
      line.prefixMatch(of: statement).map { String($0.1) }
    }
  }
}
