import Diagnostics
import YAMLTree

/// Findings about a value with an anchor, at its aliases.
enum SharedValues {
  /// A finding of several aliases.
  private struct Key: Hashable {
    let id: String
    let message: String
    let value: Mark
  }

  /// The findings, with one at the value in place of equal ones at its aliases.
  static func joined(_ findings: [Diagnostic], tree: Tree) -> [Diagnostic] {
    if findings.count < 2 { return findings }
    let values = Dictionary(tree.scalarAliases.map { ($0.alias, $0.scalar) }) { first, _ in first }
    if values.isEmpty { return findings }
    let keys = findings.map { finding in
      finding.isCount ? nil : values[finding.mark].map { Key(id: finding.id, message: finding.message, value: $0) }
    }
    let groups = Dictionary(grouping: findings.indices.filter { keys[$0] != nil }) { keys[$0] }
    return findings.indices.compactMap { index in
      guard let key = keys[index], let group = groups[key], group.count > 1 else { return findings[index] }
      if group[0] != index { return nil }
      let uses = group.prefix(3).map { Related(message: "used here", mark: findings[$0].mark) }
      return findings[index].at(key.value, related: uses)
    }
  }
}

extension Diagnostic {
  /// The finding at another place, without a fix.
  fileprivate func at(_ mark: Mark, related: [Related]) -> Diagnostic {
    Diagnostic(
      id: id, severity: severity, message: message, mark: mark, related: related, help: help,
      secret: secret == nil ? nil : mark)
  }
}
