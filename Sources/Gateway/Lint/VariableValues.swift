import Diagnostics
import SpecReading
import YAMLTree

/// Findings about texts with variables, whose values may be the mistake.
public enum VariableValues {
  /// The findings, with the places of the values of the variables in their texts.
  public static func explained(_ findings: Findings, _ values: [String: Mark], _ reader: Reader) -> Findings {
    if values.isEmpty { return findings }
    var result = Findings(limited: findings.limited)
    let sorted = findings.sorted
    let secrets = sorted.compactMap(\.secret).map(reader.sourceText)
    let partsOfSecrets = Set(secrets.filter { only(in: $0) == nil }.flatMap { VariableText($0).names })
    for finding in sorted {
      var finding = finding
      for name in VariableText(reader.sourceText(finding.mark)).names where !partsOfSecrets.contains(name) {
        guard let value = values[name], !finding.places.contains(value) else { continue }
        finding.related.append(Related(message: "the value of `\(name)`", mark: value))
      }
      // The variable is not the secret, but its value.
      if let value = finding.secret.flatMap({ only(in: reader.sourceText($0)) }).flatMap({ values[$0] }) {
        finding.secret = value
      }
      result.report(finding, always: true)
    }
    return result
  }

  /// The name of the variable that is the whole text, with or without quotes.
  private static func only(in text: String) -> String? {
    VariableText(text).names.first { name in ["$(\(name))", "\"$(\(name))\"", "'$(\(name))'"].contains(text) }
  }
}
