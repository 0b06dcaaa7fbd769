import Diagnostics

/// Properties that are missing and would name something, and APIs whose routes are missing. What is not used is probably what they
/// should name.
struct MissingReferences {
  private var sections: Set<String> = []
  private var types: Set<String> = []
  /// The types of the resources.
  private var typesByName: [String: [String]] = [:]
  private var apisWithoutRoutes: Set<[String]> = []
  /// Whether a property is missing of which the finding does not show the value.
  private var lacksProperty = false

  init(_ findings: [Diagnostic], _ paths: SpecPaths) {
    guard findings.contains(where: { MissingReferences.isAboutUnused($0) }) else { return }
    for finding in findings {
      if finding.id == Rule.apiWithoutRoutes.id {
        apisWithoutRoutes.insert(Array(paths.path(of: finding.mark).prefix(2)))
      }
      lacksProperty = lacksProperty || MissingReferences.missing.contains(finding.id)
      guard let named = MissingReferences.named[finding.id] else { continue }
      sections.insert(named.section)
      types.insert(ResourceType.prefix + named.type)
      // Without a VPC there is no link, and it is the VPC that is not named.
      if named.section == "vpcLinks" { sections.insert("vpcs") }
    }
    if !apisWithoutRoutes.isEmpty {
      sections.formUnion(["cloudMapServices", "functions", "integrations", "loadBalancers", "vpcLinks", "vpcs"])
      types.insert(ResourceType.function.name)
    }
    if !types.isEmpty { typesByName = paths.names(underEach: "Type") }
  }

  /// Whether a finding is about an unused definition of such a kind.
  func explain(_ finding: Diagnostic, at path: [String]) -> Bool {
    guard MissingReferences.isAboutUnused(finding), path.count >= 2 else { return false }
    if finding.id == Rule.unusedAuthorizer.id { return apisWithoutRoutes.contains(Array(path.prefix(2))) }
    if lacksProperty { return true }
    if path[0] == "resources" { return typesByName[path[1]]?.first.map(types.contains) ?? false }
    return sections.contains(path[0] == "apis" && path.count > 3 ? path[2] : path[0])
  }

  private static func isAboutUnused(_ finding: Diagnostic) -> Bool {
    finding.id == Rule.unusedDefinition.id || finding.id == Rule.unusedAuthorizer.id
  }

  /// The findings about missing properties.
  static let kinds = Set(named.keys).union(missing).union([Rule.apiWithoutRoutes.id])

  /// Those that do not show what the property was to name.
  private static let missing: Set = [
    Rule.missingProperty.id, Rule.httpTargetUrl.id, Rule.missingServiceParameter.id, Rule.serviceNeedsRole.id,
  ]

  /// The kinds of things that missing properties name, by the finding.
  private static let named: [String: (section: String, type: String)] = [
    Rule.linkWithoutId.id: ("vpcLinks", "VpcLink"), Rule.listenerWithoutLink.id: ("vpcLinks", "VpcLink"),
    Rule.importedLoadBalancerNeedsVpc.id: ("vpcLinks", "VpcLink"),
    Rule.functionArn.id: ("functions", "Function"), Rule.authorizerNeedsUri.id: ("functions", "Function"),
    Rule.routeWithoutTarget.id: ("integrations", "Integration"),
  ]
}
