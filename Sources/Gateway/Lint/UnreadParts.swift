import Diagnostics
import SpecReading

/// The parts of OpenAPI documents that API Gateway does not read, and of authorizers that SAM ignores. A part that is missing may
/// only be misspelled.
struct UnreadParts {
  private let parts: [(path: [String], finding: Diagnostic)]

  init(_ findings: [Diagnostic], _ paths: SpecPaths) {
    parts = findings.filter { UnreadParts.kinds.contains($0.id) }.map { (paths.path(of: $0.mark), $0) }
      .filter { !$0.0.isEmpty }
  }

  /// Whether there are any.
  var isEmpty: Bool { parts.isEmpty }

  /// Whether a finding is about a missing part that is only misspelled. A warning does not explain an error away: AWS would
  /// reject the template.
  func explain(_ finding: Diagnostic, at path: [String]) -> Bool {
    follows(finding) || misspelled(finding, path).contains { finding.severity != .error || $0.severity == .error }
  }

  /// Whether it is about an authorizer that an unread operation may use.
  private func follows(_ finding: Diagnostic) -> Bool {
    finding.id == Rule.unusedAuthorizer.id && parts.contains { $0.finding.id == Rule.ignoredDocumentPart.id }
  }

  /// The findings, in which an error about what is missing names the misspelled parts instead of the warnings about them. Names
  /// are missing at every place that has them, so the key that contains them is the error.
  func joined(_ findings: [Diagnostic], _ paths: SpecPaths) -> [Diagnostic] {
    if parts.isEmpty { return findings }
    var named: Set<Diagnostic> = []
    var keys: [Diagnostic] = []
    let others = findings.compactMap { (finding) -> Diagnostic? in
      guard finding.severity == .error else { return finding }
      let missing = misspelled(finding, paths.path(of: finding.mark))
      if UnreadParts.names.contains(finding.id), missing.count == 1 {
        if named.insert(missing[0]).inserted {
          var key = missing[0].with(severity: .error)
          key.related.append(Related(message: finding.message, mark: finding.mark))
          keys.append(key)
        }
        return nil
      }
      var error = finding
      for part in missing {
        named.insert(part)
        error.related.append(Related(message: part.message, mark: part.mark))
      }
      return error
    }
    return others.filter { !named.contains($0) } + keys
  }

  /// The findings about parts one of which may be the missing one.
  private func misspelled(_ finding: Diagnostic, _ path: [String]) -> [Diagnostic] {
    if parts.isEmpty || !UnreadParts.lacks.contains(finding.id) { return [] }
    return parts.filter { part, _ in
      if part.last == "securityDefinitions" { return path.starts(with: part.dropLast()) }
      if UnreadParts.ofRoutes.contains(finding.id) {
        // The stage and the permission are resources of their own.
        return part.last.flatMap { Suggestion.nearest(to: $0, among: ["paths", "servers"]) } != nil
      }
      if UnreadParts.names.contains(finding.id) {
        guard part.starts(with: path.prefix(2)), let last = part.last else { return false }
        return part.contains("components") || Suggestion.nearest(to: last, among: ["components"]) != nil
      }
      return part.starts(with: path) || !path.isEmpty && part.dropLast() == path.dropLast()
    }.map(\.finding)
  }

  /// The kinds of findings about them.
  static let kinds: Set = [
    Rule.unknownExtension.id, Rule.unknownDocumentKey.id, Rule.ignoredDocumentPart.id, Rule.ignoredAttribute.id,
  ]

  /// Findings about names of components, and of operations.
  private static let names = ofRoutes.union([Rule.authorizationWithoutAuthorizer.id, Rule.unresolvedPointer.id])

  /// Findings about routes that a document does not have.
  private static let ofRoutes: Set = [Rule.stageRoute.id, Rule.permissionForOtherRoute.id]

  /// Findings about what a document or an authorizer lacks.
  private static let lacks = Set(
    [
      Rule.apiWithoutRoutes, .routeWithoutTarget, .httpTargetUrl, .payloadFormatOfHttpApi, .methodOfHttpIntegration,
      .functionArn, .linkWithoutId, .noAudience, .authorizerNeedsUri, .authorizerNeedsVersion, .missingProperty,
      .mutualTlsBypass, .authorizationWithoutAuthorizer, .unresolvedPointer, .stageRoute, .permissionForOtherRoute,
      .openRoute,
      .jwtIdentitySource,
      .imageOrZip, .authorizerCode, .missingServiceParameter, .serviceNeedsRole, .listenerWithoutLink,
      .serverlessAuthorizerPermission, .authorizerWithoutPermission, .serverlessHttpApi,
    ].map(\.id) + [FindingKind.missingKey.id])
}
