import Diagnostics
import TextSearch
import YAMLTree

/// Findings about texts with variables, whose values may be the mistake.
public enum VariableValues {
  /// The findings, with the places of the values of the variables in their texts.
  public static func explained(_ findings: Findings, _ values: [String: Mark], tree: Tree) -> Findings {
    if values.isEmpty { return findings }
    var result = Findings(limited: findings.limited)
    let sorted = findings.sorted
    let partsOfSecrets = Set(
      sorted.compactMap(\.secret).filter { only(at: $0, tree) == nil }.flatMap { names(at: $0, tree) })
    for finding in sorted {
      var finding = finding
      for name in names(at: finding.mark, tree) where !partsOfSecrets.contains(name) {
        guard let value = values[name], !finding.places.contains(value) else { continue }
        finding.related.append(Related(message: "the value of `\(name)`", mark: value))
      }
      // The variable is not the secret, but its value.
      if let value = finding.secret.flatMap({ only(at: $0, tree) }).flatMap({ values[$0] }) { finding.secret = value }
      result.report(finding, always: true)
    }
    return result
  }

  /// The names of the variables in a text of a file.
  private static func names(at mark: Mark, _ tree: Tree) -> [String] {
    let text = text(at: mark, tree)
    return text.mentions("$(") ? text.parts(separatedBy: "$(").dropFirst().map { String($0.prefix { $0 != ")" }) } : []
  }

  /// The name of the variable that is the whole text.
  private static func only(at mark: Mark, _ tree: Tree) -> String? {
    guard let name = names(at: mark, tree).first else { return nil }
    return ["$(\(name))", "\"$(\(name))\"", "'$(\(name))'"].contains(text(at: mark, tree)) ? name : nil
  }

  private static func text(at mark: Mark, _ tree: Tree) -> String {
    if mark.isNowhere { return "" }
    return String(decoding: tree.sources[Int(mark.source)].bytes[Int(mark.start)..<Int(mark.end)], as: UTF8.self)
  }
}

extension Diagnostic {
  fileprivate var places: [Mark] { [mark] + related.map(\.mark) }
}
