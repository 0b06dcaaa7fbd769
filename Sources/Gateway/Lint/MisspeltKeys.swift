import Diagnostics

/// Keys and properties that a mapping does not have. What it lacks is probably one of them.
struct MisspeltKeys {
  /// The places of the mappings.
  private let mappings: [[String]]

  init(_ findings: [Diagnostic], _ paths: SpecPaths) {
    mappings = findings.filter(MisspeltKeys.isOne).map { paths.path(of: $0.mark).dropLast() }
  }

  private static func isOne(_ finding: Diagnostic) -> Bool {
    finding.isOf(.unknownKey) || finding.id == Rule.unknownProperty.id
  }

  /// Whether a rule found that such a mapping, or the resource that it is a part of, lacks something, or that something else
  /// does not work because of that element.
  func explain(_ finding: Diagnostic, at path: [String], _ paths: SpecPaths) -> Bool {
    if mappings.isEmpty || !Rules.judging.contains(finding.id) || MisspeltKeys.isOne(finding) { return false }
    let others = finding.related.map { paths.path(of: $0.mark) }
    return mappings.contains { mapping in
      let element = Array(mapping.prefix(2))
      return mapping == path || element.first == "resources" && element == path || others.contains(element)
    }
  }
}
