import ArgumentParser
import Diagnostics

/// The options of commands that report findings.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      """
      Output format: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")). With =FILE into a file, with =- to \
      standard output; may be repeated. Otherwise text and concise are written to standard error, the others to standard \
      output.
      """, valueName: "format"))
  var format: [ReportRequest] = []

  @Option(help: "Minimum severity of findings that make the run fail: note, warning or error.")
  var failOn = Severity.error

  @Flag(name: .shortAndLong, help: "Report only errors, without warnings, notes and summaries.")
  var quiet = false

  @OptionGroup var color: ColorOptions

  /// The chosen values.
  var reporting: Reporting { Reporting(formats: format, failOn: failOn, quiet: quiet) }
}

/// How a run reports its findings.
struct Reporting {
  /// The requested reports; text where there are none.
  var formats: [ReportRequest] = []
  /// The minimum severity of findings that make the run fail.
  var failOn = Severity.error
  /// Whether only errors are reported.
  var quiet = false

  /// The requested reports; text by default.
  var requests: [ReportRequest] { formats.isEmpty ? [ReportRequest(format: .text)] : formats }

  /// The format that is written to standard output, if any.
  var formatOnStandardOutput: ReportFormat? { requests.first { $0.isOnStandardOutput }?.format }

  /// Whether standard output is for programs, so that nothing else may be written to it.
  var isOutputForPrograms: Bool { formatOnStandardOutput?.isForPrograms ?? false }

  /// Checks what the parser does not check: that standard input and output are used once.
  func checkUsage(specs: [String]) throws {
    let onOutput = requests.filter(\.isOnStandardOutput).map(\.format.rawValue)
    if onOutput.count > 1 {
      throw ValidationError(
        "\(onOutput[0]) and \(onOutput[1]) both use standard output; add a file to one of them: -f \(onOutput[1])=FILE")
    }
    if specs.count(where: { $0 == InputFile.standardInput }) > 1 {
      throw ValidationError("standard input (-) can be given only once")
    }
  }
}

/// A format and its output file.
struct ReportRequest: ExpressibleByArgument {
  let format: ReportFormat
  /// The output file; nil for standard output or standard error.
  var path: String?
  /// Whether it is written to standard output.
  let isOnStandardOutput: Bool

  init(format: ReportFormat) {
    self.format = format
    isOnStandardOutput = format.isForPrograms
  }

  /// `sarif`, `sarif=FILE`, or `text=-` for standard output.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let format = ReportFormat(rawValue: parts[0]), parts.count == 1 || !parts[1].isEmpty else { return nil }
    self.format = format
    let file = parts.count == 2 ? parts[1] : nil
    path = file == Generation.standardOutput ? nil : file
    isOnStandardOutput = path == nil && (file != nil || format.isForPrograms)
  }

  /// The values for completion.
  static var allValueStrings: [String] { ReportFormat.allCases.map(\.rawValue) }
}

extension Severity: ExpressibleByArgument {}

/// The format of what a command prints.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

/// The format of what a command prints for pages as well.
enum PageFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, markdown
}

/// The options of commands that print a table.
struct TableOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "text: a table; json: an array on standard output.")
  var format = OutputFormat.text

  @Flag(name: .shortAndLong, help: "Report only errors, without warnings, notes and summaries.")
  var quiet = false

  @OptionGroup var color: ColorOptions

  /// How to report findings that prevent the table.
  var reporting: Reporting {
    Reporting(formats: [ReportRequest(format: format == .json ? .json : .text)], quiet: quiet)
  }
}
