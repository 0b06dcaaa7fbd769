import Foundation

/// The result of a process.
struct Outcome {
  let status: Int32
  /// Its standard output.
  let output: String
  /// Its standard error.
  let errors: String

  /// Runs a command in a workspace to its end. Its output is written to files: a full pipe would block it.
  init(
    of command: [String], in workspace: Workspace, input: Data? = nil, output: FileHandle? = nil,
    environment: [String: String] = [:]
  ) throws {
    let (out, err) = (try Capture(), try Capture())
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: workspace.path)
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "PROGRAM": Program.path,
    ].merging(environment) { $1 }
    process.standardOutput = output ?? out.handle
    process.standardError = err.handle
    process.standardInput = try input.map { try Capture(holding: $0).handle } ?? FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    self.output = try out.text()
    errors = try err.text()
  }

  /// Standard output as JSON.
  func json() throws -> Any {
    try JSONSerialization.jsonObject(with: Data(output.utf8))
  }

  /// The findings on standard output.
  func diagnostics() throws -> [[String: Any]] {
    let object = try json() as? [String: Any]
    return object?["diagnostics"] as? [[String: Any]] ?? []
  }

  /// The number of findings of each severity on standard output.
  func counts() throws -> [String: Int] {
    let object = try json() as? [String: Any]
    return object?["counts"] as? [String: Int] ?? [:]
  }
}

/// An unlinked file that a process reads or writes.
private struct Capture {
  let handle: FileHandle

  init(holding data: Data = Data()) throws {
    let path = NSTemporaryDirectory() + "/apigw-synth-" + UUID().uuidString
    try data.write(to: URL(fileURLWithPath: path))
    handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try FileManager.default.removeItem(atPath: path)
  }

  func text() throws -> String {
    try handle.seek(toOffset: 0)
    return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
  }
}
