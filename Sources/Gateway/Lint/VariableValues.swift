import Diagnostics
import TextSearch
import YAMLTree

/// Findings about texts with variables, whose values may be the mistake.
public enum VariableValues {
  /// The findings, with the places of the values of the variables in their texts.
  public static func explained(_ findings: Findings, _ values: [String: Mark], tree: Tree) -> Findings {
    if values.isEmpty { return findings }
    var result = Findings(limited: findings.limited)
    for finding in findings.sorted {
      var finding = finding
      for name in names(at: finding.mark, tree) {
        guard let value = values[name], !finding.places.contains(value) else { continue }
        finding.related.append(Related(message: "the value of `\(name)`", mark: value))
      }
      result.report(finding, always: true)
    }
    return result
  }

  /// The names of the variables in a text of a file.
  private static func names(at mark: Mark, _ tree: Tree) -> [String] {
    if mark.isNowhere { return [] }
    let text = String(decoding: tree.sources[Int(mark.source)].bytes[Int(mark.start)..<Int(mark.end)], as: UTF8.self)
    return text.mentions("$(") ? text.parts(separatedBy: "$(").dropFirst().map { String($0.prefix { $0 != ")" }) } : []
  }
}

extension Diagnostic {
  fileprivate var places: [Mark] { [mark] + related.map(\.mark) }
}
