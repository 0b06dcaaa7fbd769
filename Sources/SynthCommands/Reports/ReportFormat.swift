import Diagnostics
import Gateway
import YAMLTree

/// The formats of reports.
enum ReportFormat: String, CaseIterable {
  /// For people: findings with the source line and help.
  case text
  /// For people and editors: one line per finding.
  case concise
  /// For programs: one JSON object.
  case json
  /// For code scanning services.
  case sarif
  /// For GitHub Actions.
  case github
  /// For GitLab's code quality reports.
  case gitlab
  /// JUnit's XML format for test results.
  case junit

  /// Whether it is written to standard output by default.
  var isForPrograms: Bool { self != .text && self != .concise }

  /// The findings in this format. `color` and `summary` apply to text, `failOn` to formats with a result.
  func render(
    _ all: [Diagnostic], in sources: [Source], failOn: Severity, color: Bool = false, summary: Bool = true
  ) -> [UInt8] {
    if all.isEmpty, self == .text || self == .concise { return [] }
    let shown = ShownFindings.list(of: all)
    let secrets = Secrets(in: sources, marks: shown.compactMap(\.secret))
    let findings = shown.map(secrets.hide)
    return switch self {
    case .text:
      TextFormat(sources: sources, color: color, summary: summary, secrets: secrets, counted: all)
        .render(findings)
    case .concise: ConciseFormat(sources: sources).render(findings)
    case .json: JSONFormat(sources: sources, counted: all).render(findings)
    case .sarif:
      SARIFFormat(sources: sources, version: Apigw.version, kinds: FindingKind.all).render(findings)
    case .github: GitHubFormat(sources: sources).render(findings)
    case .gitlab: GitLabFormat(sources: sources).render(findings)
    case .junit: JUnitFormat(sources: sources, failOn: failOn, secrets: secrets).render(findings)
    }
  }

  /// Whether the format's readers need paths relative to the working directory instead of paths as typed.
  var wantsRelativePaths: Bool { self == .sarif || self == .github || self == .gitlab || self == .junit }
}

extension FindingKind {
  /// All kinds of findings, those outside of specs included.
  static let all = (Rules.kinds + FindingKind.files).sorted { $0.id < $1.id }
}
