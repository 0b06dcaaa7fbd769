import Diagnostics
import YAMLTree

/// Findings about a place where another one names the mistake itself, or is the same.
enum CoveredFindings {
  /// The findings without those.
  static func removed(from findings: [Diagnostic]) -> [Diagnostic] {
    let others = findings.indices.filter { coverers.contains(findings[$0].id) }
    var left = findings
    if !others.isEmpty {
      let coverers = Coverers(others, of: findings)
      let found = findings.map(coverers.coverer)
      // One is as grave as what it explains.
      for (index, coverer) in found.enumerated() {
        if let coverer, left[coverer].severity < findings[index].severity {
          left[coverer] = left[coverer].with(severity: findings[index].severity)
        }
      }
      left = left.indices.filter { found[$0] == nil }.map { left[$0] }
    }
    // What several functions inherit, for instance.
    return left.indices.filter { $0 == 0 || !left[$0].isSame(as: left[$0 - 1]) }.map { left[$0] }
  }

  /// The findings that may cover others, with their places and those that they are related to: only what is at one of
  /// them is looked at, since there may be thousands of both.
  private struct Coverers {
    private let findings: [Diagnostic]
    private let places: MarkIndex
    /// The finding of each place.
    private let owners: [Int]

    init(_ all: [Int], of findings: [Diagnostic]) {
      self.findings = findings
      places = MarkIndex(all.flatMap { findings[$0].places })
      owners = all.flatMap { index in findings[index].places.map { _ in index } }
    }

    /// The index of the finding that covers another one.
    func coverer(of finding: Diagnostic) -> Int? {
      var found: Int?
      _ = finding.places.contains { mark in
        places.contains(touching: mark) {
          if covers(finding, findings[owners[$0]]) { found = owners[$0] }
          return found != nil
        }
      }
      return found
    }
  }

  private static let coverers: Set<String> = [
    Rule.invisibleCharacter.id, FindingKind.misplacedFunction.id, FindingKind.unknownName.id,
    FindingKind.functionArgument.id, Rule.propertyForm.id, Rule.unknownResourceType.id, Rule.expressionOfElsewhere.id,
    Rule.referenceValue.id, FindingKind.conflict.id, Rule.scopesWithoutTokens.id, Rule.propertyLimit.id,
    FindingKind.arnForm.id, Rule.idAsText.id, Rule.restSpelling.id, Rule.privateHost.id,
    Rule.serverlessHttpApi.id, Rule.hostOutside.id, Rule.modelSchema.id, Rule.restResourceOfApi.id,
    Rule.dynamicReference.id, FindingKind.duplicateKey.id, Rule.integrationTimeout.id, Rule.sizesOfManagedInstances.id,
    Rule.targetArn.id,
  ]

  /// Whether `other` is about the mistake itself, of which `finding` is only the result.
  private static func covers(_ finding: Diagnostic, _ other: Diagnostic) -> Bool {
    let (mark, place) = (finding.mark, other.mark)
    // A warning does not explain an error away.
    guard finding.id != other.id, !mark.isNowhere, finding.severity != .error || other.severity == .error else {
      return false
    }
    switch other.id {
    case Rule.invisibleCharacter.id: return mark == place
    // Nothing follows from a value that AWS rejects.
    case Rule.referenceValue.id, Rule.propertyLimit.id, FindingKind.arnForm.id, Rule.integrationTimeout.id,
      Rule.sizesOfManagedInstances.id, Rule.targetArn.id:
      return place.contains(mark) || finding.related.contains { $0.mark == place }
    // A path with an expression in it does not exist.
    case Rule.expressionOfElsewhere.id: return finding.isOf(.codeNotFound) && mark.contains(place)
    // The content of a text is of no interest where another kind of value is expected, or another text was intended.
    case Rule.propertyForm.id, Rule.modelSchema.id, Rule.dynamicReference.id: return mark == place
    // The type that was probably intended is more than the form of types.
    case Rule.unknownResourceType.id: return mark == place && finding.id == FindingKind.sectionEntry.id
    // Where a function is not evaluated, neither its name matters nor the form of its value.
    case FindingKind.misplacedFunction.id:
      return finding.isOf(.unknownName) && place.contains(mark) || finding.isOf(.sectionEntry) && mark == place
    // The route has a name, and the parts of its key below it.
    case FindingKind.conflict.id: return finding.isOf(.routeKey) && other.related.contains { $0.mark == mark }
    // The text was to be a variable.
    case Rule.restSpelling.id: return finding.id == Rule.serviceParameterJSON.id && mark == place
    // Where nothing arrives, nothing can be read on the way.
    case Rule.privateHost.id: return finding.id == Rule.plainHttpTarget.id && mark == place
    // The text was to be a reference, or the host of the domain.
    case Rule.idAsText.id, Rule.hostOutside.id:
      return [Rule.unusedDefinition.id, Rule.unusedAuthorizer.id].contains(finding.id)
        && other.related.contains { $0.mark == mark }
    // Another API has other attributes.
    case Rule.restResourceOfApi.id: return finding.isOf(.nameOfOtherKind) && mark == place
    // Mostly an empty one, before the other that has the value.
    case FindingKind.duplicateKey.id: return other.related.contains { $0.mark == mark }
    // SAM rejects it first.
    case Rule.serverlessHttpApi.id: return finding.id == Rule.basePathCharacters.id && mark == place
    // The route was to name the authorizer.
    case Rule.scopesWithoutTokens.id:
      return finding.id == Rule.unusedAuthorizer.id && other.related.contains { $0.mark == mark }
    // The name, or the argument, is a part of the value.
    case FindingKind.unknownName.id:
      let isForm = finding.id == FindingKind.functionArgument.id || finding.id == Rule.propertyForm.id
      return isForm && mark.contains(place) || finding.id == Rule.unreadName.id && place.contains(mark)
    case _ where finding.id == Rule.propertyForm.id: return mark.contains(place)
    default:
      let isResult = finding.isOf(.misplacedFunction) || finding.id == Rule.unreadName.id
      return isResult && place.contains(mark)
    }
  }
}

extension Diagnostic {
  /// Its own place, and those that it is related to.
  var places: [Mark] { related.isEmpty ? [mark] : [mark] + related.map(\.mark) }

  /// Whether it has the same words and the same fix at the same place.
  fileprivate func isSame(as other: Diagnostic) -> Bool {
    !isCount && id == other.id && mark == other.mark && message == other.message && help == other.help
      && fix == other.fix
  }
}
