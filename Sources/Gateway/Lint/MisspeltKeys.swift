import Diagnostics

/// Keys and properties that a mapping does not have. What it lacks is probably one of them.
struct MisspeltKeys {
  /// The places of the mappings, and of the elements that they are in.
  private let mappings: Set<[String]>
  private let elements: Set<[String]>
  /// The elements with a misspelled action in a policy.
  private let policies: Set<[String]>

  init(_ findings: [Diagnostic], _ paths: SpecPaths) {
    mappings = Set(findings.filter(MisspeltKeys.isOne).map { paths.path(of: $0.mark).dropLast() })
    let statements = findings.filter { $0.id == Rule.policyStatements.id }.map { paths.path(of: $0.mark) }
    let actions = findings.filter { $0.id == Rule.servicePrefix.id }
    policies = Set(actions.map { Array(paths.path(of: $0.mark).prefix(2)) })
    elements = Set((mappings + statements).map { Array($0.prefix(2)) })
  }

  private static let besideKey: Set = [Rule.policyStatements.id, Rule.serverlessAuthorizerName.id]

  private static func isOne(_ finding: Diagnostic) -> Bool {
    finding.isOf(.unknownKey) || finding.id == Rule.unknownProperty.id
  }

  /// Whether a rule found that such a mapping, or the resource that it is a part of, lacks something, or that something else
  /// does not work because of that element.
  func explain(_ finding: Diagnostic, at path: [String], _ paths: SpecPaths) -> Bool {
    if finding.id == Rule.roleWithoutPermission.id,
      finding.related.contains(where: { policies.contains(paths.path(of: $0.mark)) })
    {
      return true
    }
    if elements.isEmpty || !Rules.judging.contains(finding.id) || MisspeltKeys.isOne(finding) { return false }
    // A statement is reported at its first element, a missing authorizer where it is named.
    if MisspeltKeys.besideKey.contains(finding.id), mappings.contains(path.dropLast()) { return true }
    return mappings.contains(path) || path.first == "resources" && elements.contains(path)
      || finding.related.contains { elements.contains(paths.path(of: $0.mark)) }
  }
}
