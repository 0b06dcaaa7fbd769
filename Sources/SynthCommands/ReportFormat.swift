import Diagnostics
import Gateway
import YAMLTree

/// How findings are reported.
enum ReportFormat: String, CaseIterable {
  /// For people: what is found, where it stands in the text, what to do.
  case text
  /// For people and editors: a line for each finding.
  case concise
  /// For programs: one object.
  case json
  /// For code scanning.
  case sarif
  /// For GitHub Actions.
  case github
  /// For GitLab's code quality.
  case gitlab
  /// For whatever shows tests.
  case junit

  /// Whether standard output belongs to it where it has no file.
  var isForPrograms: Bool { self != .text && self != .concise }

  /// Findings in this format. `color` and `summary` are for text, `failOn` for formats that know success.
  func render(
    _ findings: [Diagnostic], in sources: [Source], failOn: Severity, color: Bool = false, summary: Bool = true
  ) -> [UInt8] {
    switch self {
    case .text: TextFormat(sources: sources, color: color, summary: summary).render(findings)
    case .concise: ConciseFormat(sources: sources).render(findings)
    case .json: JSONFormat(sources: sources).render(findings)
    case .sarif:
      SARIFFormat(sources: sources, version: Apigw.version, kinds: FindingKind.all).render(findings)
    case .github: GitHubFormat(sources: sources).render(findings)
    case .gitlab: GitLabFormat(sources: sources).render(findings)
    case .junit: JUnitFormat(sources: sources, failOn: failOn).render(findings)
    }
  }

  /// Whether services read it that want paths from the folder the program runs in, not as they were typed.
  var wantsRelativePaths: Bool { self == .sarif || self == .github || self == .gitlab || self == .junit }
}

extension FindingKind {
  /// All kinds of findings, those outside of specs included.
  static let all = (Rules.kinds + FindingKind.files).sorted { $0.id < $1.id }
}
