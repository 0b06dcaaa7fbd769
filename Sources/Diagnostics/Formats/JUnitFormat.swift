import YAMLTree

/// Findings as JUnit test results: a suite for each file, a failed case for each finding, and a passed case for a file
/// without findings.
public struct JUnitFormat {
  private let sources: [Source]
  private let failOn: Severity
  private let secrets: Secrets?

  /// For findings in these sources. Findings of severity `failOn` and above are failed tests.
  public init(sources: [Source], failOn: Severity = .error, secrets: Secrets? = nil) {
    self.secrets = secrets
    self.sources = sources
    self.failOn = failOn
  }

  /// An XML document in UTF-8.
  public func render(_ findings: [Diagnostic]) -> [UInt8] {
    var suites: [(path: String, cases: [Diagnostic])] = []
    for source in sources where !suites.contains(where: { $0.path == source.path }) { suites.append((source.path, [])) }
    for finding in findings {
      let path = Place(finding.mark, in: sources)?.source.path ?? "apigw-synth"
      if let index = suites.firstIndex(where: { $0.path == path }) {
        suites[index].cases.append(finding)
      } else {
        suites.append((path, [finding]))
      }
    }
    let total = suites.reduce(0) { $0 + max(1, $1.cases.count) }
    var xml = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
    xml += "<testsuites name=\"apigw-synth\" \(counts(total, findings))>\n"
    for suite in suites {
      let name = escaped(suite.path)
      xml += "  <testsuite name=\"\(name)\" \(counts(max(1, suite.cases.count), suite.cases))>\n"
      if suite.cases.isEmpty { xml += "    <testcase classname=\"\(name)\" name=\"no findings\"/>\n" }
      for finding in suite.cases { xml += testCase(finding, className: name) }
      xml += "  </testsuite>\n"
    }
    return Array((xml + "</testsuites>\n").utf8)
  }

  private func counts(_ tests: Int, _ findings: [Diagnostic]) -> String {
    "tests=\"\(tests)\" failures=\"\(findings.count { $0.severity >= failOn })\" errors=\"0\""
  }

  private func testCase(_ finding: Diagnostic, className: String) -> String {
    let place = Place(finding.mark, in: sources).map { ":\($0.start.line):\($0.start.column)" } ?? ""
    let name = "\(finding.id)\(place.isEmpty ? "" : " at \(place.dropFirst())")"
    let text = String(
      decoding: TextFormat(sources: sources, color: false, summary: false, secrets: secrets).render([finding]),
      as: UTF8.self)
    var xml = "    <testcase classname=\"\(className)\" name=\"\(escaped(name))\">\n"
    if finding.severity >= failOn {
      xml += "      <failure type=\"\(finding.severity.rawValue)\" message=\"\(escaped(finding.message))\">"
      xml += escaped(text, isAttribute: false) + "</failure>\n"
    } else {
      xml += "      <system-out>\(escaped(text, isAttribute: false))</system-out>\n"
    }
    return xml + "    </testcase>\n"
  }

  /// Escapes text for an attribute or an element. XML does not allow most control characters, even escaped.
  private func escaped(_ text: String, isAttribute: Bool = true) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += isAttribute ? "&#10;" : "\n"
      case "\t": result += "&#9;"
      default: result += visible(String(scalar))
      }
    }
    return result
  }
}
