import ArgumentParser
import Diagnostics

/// The options of commands that report findings.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      """
      How to report: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")). With =FILE into a file; may be \
      given several times. Without a file, text and concise go to standard error, the others to standard output.
      """, valueName: "format"))
  var format: [ReportRequest] = []

  @Option(help: "The severity from which on findings make the run fail: note, warning or error.")
  var failOn = Severity.error

  @Flag(name: .shortAndLong, help: "Report errors alone: no warnings, notes and summaries.")
  var quiet = false

  /// What is wanted: text, if nothing is said.
  var requests: [ReportRequest] { format.isEmpty ? [ReportRequest(format: .text)] : format }

  /// The format that needs standard output, if one does.
  var formatOnStandardOutput: ReportFormat? {
    requests.first { $0.path == nil && $0.format.isForPrograms }?.format
  }

  /// Checks what the parser cannot: that no two reports get into one another's way, or into a spec's.
  func checkUsage(specs: [String]) throws {
    let onOutput = requests.filter { $0.path == nil && $0.format.isForPrograms }.map(\.format.rawValue)
    if onOutput.count > 1 {
      throw ValidationError(
        "\(onOutput[0]) and \(onOutput[1]) both need standard output; give one of them a file: -f \(onOutput[1])=FILE")
    }
    var paths: Set<String> = []
    for path in requests.compactMap(\.path) {
      if !paths.insert(path).inserted { throw ValidationError("two reports would be written to \(path)") }
      if specs.contains(path) { throw ValidationError("the report would be written over the spec \(path)") }
    }
    if specs.count(where: { $0 == InputFile.standardInput }) > 1 {
      throw ValidationError("standard input (-) is given more than once; it can be read only once")
    }
  }
}

/// A format, and the file that a report in it is for.
struct ReportRequest: ExpressibleByArgument {
  let format: ReportFormat
  var path: String?

  init(format: ReportFormat) { self.format = format }

  /// `sarif`, or `sarif=FILE`.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let format = ReportFormat(rawValue: parts[0]), parts.count == 1 || !parts[1].isEmpty else { return nil }
    self.format = format
    path = parts.count == 2 ? parts[1] : nil
  }

  /// For completion.
  static var allValueStrings: [String] { ReportFormat.allCases.map(\.rawValue) }
}

extension Severity: ExpressibleByArgument {}

/// The options of commands that print a table.
struct TableOptions: ParsableArguments {
  /// How a table is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Option(name: .shortAndLong, help: "text: a table for people; json: an array on standard output.")
  var format = Format.text

  @Flag(name: .shortAndLong, help: "Report errors alone: no warnings, notes and summaries.")
  var quiet = false

  /// How findings are reported that keep the table from being printed.
  var report: ReportOptions {
    var options = ReportOptions()
    options.format = [ReportRequest(format: format == .json ? .json : .text)]
    options.failOn = .error
    options.quiet = quiet
    return options
  }
}
