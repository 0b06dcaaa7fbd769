import CloudFormation

/// A spec that says in CloudFormation's own words what a template says: its sections, its resources as `resources`.
public struct TemplateAsSpec {
  /// The spec's text, which is JSON.
  public let text: String

  /// Of a template as it is written: indented JSON, its sections two blanks deep. `asking` are optional rules that the
  /// spec asks for.
  public init(json: [UInt8], asking rules: [String] = []) {
    var lines = String(decoding: json, as: UTF8.self).split(separator: "\n").map(Substring.init).map(Self.inSpec)
    lines.removeAll { $0.hasPrefix(#"  "AWSTemplateFormatVersion""#) }
    if !rules.isEmpty {
      let severities = rules.map { #""\#($0)": "note""# }.joined(separator: ", ")
      lines.insert(#"  "lint": {"severity": {\#(severities)}},"#, at: 1)
    }
    text = lines.joined(separator: "\n")
  }

  /// Of a template that was made.
  public init(_ template: Template, asking rules: [String] = []) { self.init(json: template.json(), asking: rules) }

  /// A line of a template as it is in a spec, whose sections begin with small letters.
  private static func inSpec(_ line: Substring) -> String {
    for section in sections where line.hasPrefix("  \"\(section)\":") {
      return "  \"" + section.prefix(1).lowercased() + line.dropFirst(4)
    }
    return String(line)
  }

  private static let sections = [
    "Transform", "Description", "Metadata", "Parameters", "Rules", "Mappings", "Conditions", "Globals", "Resources",
    "Outputs",
  ]
}
