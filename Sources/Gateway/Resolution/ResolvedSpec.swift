import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

/// A spec whose names are looked up: what rules check and what the template is made of.
public struct ResolvedSpec {
  let names: SpecNames
  let values: RawValues
  /// The routes of each API, in the order of `apis`.
  let routes: [[ApiRoutes.Resolved]]
  /// The authorization of each API's routes.
  let authorizations: [ApiAuthorization]
  /// Which routes of each API have equal targets.
  let equalTargets: [EqualTargets]
  /// The targets of all routes, equal ones once, and of integrations that are used by name.
  let targets: [AnsweringTarget]
  /// The mappings of all APIs and stages.
  let mappings: [ResolvedMapping]
  /// The used names: places (`functions.books`) and logical IDs.
  let used: Set<String>
  /// Whether a function is named by its ARN anywhere.
  let namesFunctionArns: Bool
  /// Texts with `${` that no function reads.
  let expressions: [Expression]
  /// Required values that may be removed.
  let removals: [Removal]
  /// The findings about names.
  public let findings: Findings
  /// Whether all of it could be read.
  let isWhole: Bool
  private let wholeness: Wholeness

  /// Looks everything up that a reader noted.
  public init(_ spec: Spec, reader: Reader) {
    let names = SpecNames(spec, tree: reader.tree)
    let values = RawValues(names: names)
    var findings = Findings(limited: [.error])
    var check = ReferenceCheck(names: names, unread: reader.unreadKeys)
    for reference in reader.references { check.check(reference, &findings) }
    names.forEachImportedArn { kind, arn in
      if let finding = ArnForm(ofImported: kind).finding(arn) { findings.report(finding) }
    }
    values.convertSections()
    for raw in reader.raws { _ = values.value(raw) }
    values.checkConditions()
    // With more errors than a report shows, no others need to be found.
    let apis = findings.isFull ? [] : spec.apis
    routes = apis.map { ApiRoutes.resolve($0, &findings) }
    equalTargets = routes.map { EqualTargets($0, reader.tree) }
    targets = apis.indices.flatMap { [routes, equalTargets] in
      AnsweringTarget.all(of: apis[$0], routes[$0], equalTargets[$0])
    }
    authorizations = zip(apis, routes).map { ApiAuthorization(of: $0.value, $1, in: names) }
    AuthorizerNames.check(names, authorizations, isWhole: reader.findings.errorCount == 0, &findings)
    mappings = apis.flatMap { values.mappings(of: $0) }
    findings.report(values.findings.sorted)
    used = check.used.union(values.used).union(mappings.compactMap { names.used(by: $0.host) })
    expressions = reader.expressions
    namesFunctionArns =
      names.importedFunctions.contains { $0 != nil }
      || reader.references.contains {
        $0.namedKind == .function && $0.name.literal?.hasPrefix("arn:") ?? true
      }
      // A function that a stage variable names may be put together by `!Sub` or `!Join`.
      || reader.tree.sources.contains { $0.bytes.firstPlace(of: "Variables.") != nil }
    removals = reader.removals
    self.names = names
    self.values = values
    self.findings = findings
    isWhole = reader.findings.errorCount == 0
    let wholeness = Wholeness(names, errors: isWhole ? [] : reader.findings.sorted)
    self.wholeness = wholeness
  }

  /// Whether the spec may have ignore comments or a `lint` section.
  var mayIgnoreFindings: Bool { names.spec.lint != nil || names.tree.sources.contains { IgnoreComments.areIn($0) } }

  /// Whether everything under an element's key could be read.
  func isWhole(_ mark: Mark) -> Bool { wholeness.isWhole(mark) }

  /// Whether everything next to a target's name could be read.
  func isWhole(target mark: Mark) -> Bool { wholeness.isWhole(target: mark) }

  /// A finding, and the same in every target that is written like the one where it was found.
  func everywhere(_ finding: Diagnostic) -> [Diagnostic] {
    [finding] + equalTargets.lazy.filter(\.hasEqual).flatMap { $0.likes(of: finding) }
  }

  /// The name of the stack in the spec, if it is set.
  public var stack: String? { names.spec.stack?.literal }

  /// The lint settings of the spec.
  var lint: LintOptions? { names.spec.lint }
}
