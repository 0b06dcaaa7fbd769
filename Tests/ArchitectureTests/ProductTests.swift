import Foundation
import Testing

@Suite struct ProductTests {
  /// Foundation costs milliseconds at start, most of them for its tables of all languages. (The argument parser uses
  /// FoundationEssentials, which has none.)
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ldd"), "ldd is not available"))
  func theProgramDoesNotLinkFoundation() throws {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/ldd")
    process.arguments = [tests.deletingLastPathComponent().appendingPathComponent("apigw-synth").path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let libraries = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(libraries.contains("libyaml"))
    for name in ["libFoundation.so", "libFoundationInternationalization.so", "lib_FoundationICU.so"] {
      #expect(!libraries.contains(name))
    }
  }
}
