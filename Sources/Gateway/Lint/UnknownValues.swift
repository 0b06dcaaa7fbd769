import Diagnostics
import SpecReading
import YAMLTree

/// The values that name something unknown. What else is found about them follows from that.
struct UnknownValues {
  /// The marks of the names, by the path of the value.
  private var names: [[String]: [Mark]] = [:]
  /// The paths of values that are a function in its long form: `{Ref: NAME}`.
  private var functions: Set<[String]> = []
  /// The elements with such a value.
  private var elements: Set<[String]> = []
  /// Whether one of them is a VPC.
  private var hasVpc = false

  init(_ findings: [Diagnostic], _ paths: SpecPaths) {
    for finding in findings where finding.isOf(.unknownName) {
      let path = paths.path(of: finding.mark)
      names[path, default: []].append(finding.mark)
      elements.insert(Array(path.prefix(2)))
      let value = UnknownValues.withoutFunction(path)
      if value.count < path.count { functions.insert(value) }
      hasVpc = hasVpc || value.last == "vpc"
    }
  }

  /// The path of a value that is a function in its long form, from a path in that.
  private static func withoutFunction(_ path: [String]) -> [String] {
    guard let function = path.lastIndex(where: { $0 == "Ref" || $0 == "Fn::GetAtt" || $0 == "Fn::Sub" }),
      path.count - function <= 2
    else { return path }
    return Array(path[..<function])
  }

  /// Whether a finding is about such a value, or about the subnets of an unknown VPC.
  func explain(_ finding: Diagnostic, at path: [String]) -> Bool {
    if names.isEmpty || UnknownValues.causes.contains(finding.id) { return false }
    if UnknownValues.ofVpcs.contains(finding.id) { return hasVpc }
    // What `Fn::Sub` does not use may be what it names in other letters.
    if finding.id == Rule.unusedSubstitution.id { return names.keys.contains { path.starts(with: $0.dropLast()) } }
    return functions.contains(path) || (names[path] ?? []).contains(where: finding.mark.contains)
  }

  /// Whether another element than that of a path is named which has such a value: `loadBalancers.web.securityGroup` does not
  /// exist without a known VPC.
  func hasElement(of names: [String], from path: [String]) -> Bool {
    !elements.isEmpty
      && zip(names, names.dropFirst()).contains { section, element in
        elements.contains([section, element]) && !path.starts(with: [section, element])
      }
  }

  /// Why a name is unknown.
  private static let causes: Set = [FindingKind.misplacedFunction.id, Rule.invisibleCharacter.id]
  private static let ofVpcs: Set = [FindingKind.noSubnets.id, Rule.serviceOfOtherVpc.id]
}
