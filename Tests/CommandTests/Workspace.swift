import Foundation

/// A temporary folder in which the built program runs, deleted after the test.
final class Workspace {
  let path: String

  /// `files` by their path in the folder; parent folders are created.
  init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory() + "/apigw-synth-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    // For tests that run as another user.
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: path)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  func write(_ data: Data, to name: String) throws {
    let url = URL(fileURLWithPath: file(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: file(name), withIntermediateDirectories: true)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: file(name), encoding: .utf8)
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: file(name))
  }

  /// The names in a folder, including hidden files; nil if there is no folder.
  func names(in folder: String) -> [String]? {
    (try? FileManager.default.contentsOfDirectory(atPath: file(folder)))?.sorted()
  }

  /// The identity of a file and its modification time: equal as long as the file is not touched.
  func identity(of name: String) throws -> [String] {
    let attributes = try FileManager.default.attributesOfItem(atPath: file(name))
    return [FileAttributeKey.systemFileNumber, .modificationDate, .posixPermissions].map {
      String(describing: attributes[$0])
    }
  }

  /// Runs the program.
  func run(_ arguments: String..., input: Data? = nil, environment: [String: String] = [:]) throws -> Outcome {
    try Outcome(of: [Program.path] + arguments, in: self, input: input, environment: environment)
  }

  /// Runs a script that finds the program as `$PROGRAM`.
  func shell(_ script: String, environment: [String: String] = [:]) throws -> Outcome {
    try Outcome(of: ["/bin/sh", "-c", script], in: self, environment: environment)
  }
}
