import CloudFormation
import Diagnostics

extension ResolvedSpec {
  /// The template. `pathPrefix` leads from its folder to the spec's; without `files`, local files are not looked at.
  public func synthesize(pathPrefix: String, files: SpecFiles? = nil) -> SynthesisResult {
    var synthesis = Synthesis(self, pathPrefix: pathPrefix, files: files)
    synthesis.run()
    let references = synthesis.references ?? ReferenceGraph(synthesis.template)
    synthesis.checkReferences(references)
    let result = SynthesisResult(synthesis, references)
    synthesis.checkLimits(of: result)
    // Places in `dependsOn` are looked up on the way.
    result.findings = synthesis.findings
    result.findings.report(values.findings.sorted)
    return result
  }
}

/// A template, and what was found on the way to it.
public final class SynthesisResult {
  /// The template, in several files where it is larger than CloudFormation takes; only complete where there is no error.
  /// It is split when it is first asked for: `validate` does without.
  public private(set) lazy var template = makeTemplate()
  /// The written resources and their places, in order.
  public let placed: [PlacedResource]
  /// The findings about the finished template.
  public internal(set) var findings = Findings()
  /// The logical IDs that are fingerprints: those of versions and deployments.
  public let renewed: Set<String>
  /// The template before it is split.
  public let whole: Template
  /// The routes of the language, as they were written.
  let routes: [LoweredRoute]
  /// The targets of the language, as they were written.
  let targets: [LoweredTarget]
  /// The use of CloudFormation's limits by each stack, the main stack first.
  private(set) lazy var uses = makeUses()

  private let plan: SplitPlan?
  private let references: ReferenceGraph
  /// The use at most, without splitting the template.
  let estimate: [StackUse]

  fileprivate init(_ synthesis: borrowing Synthesis, _ references: ReferenceGraph) {
    placed = synthesis.placed
    renewed = synthesis.renewed
    whole = synthesis.template
    routes = synthesis.loweredRoutes
    targets = synthesis.loweredTargets
    plan = synthesis.plan
    estimate = synthesis.uses
    self.references = references
  }

  /// The number of resources, with those in nested stacks.
  public var resourceCount: Int { whole.resources.count }
  /// The number of stacks: one, and the nested ones.
  public var stackCount: Int { estimate.count }

  /// The logical IDs of the nested stacks of resources that are not in the main stack.
  public var homes: [String: String] { plan?.homes(in: whole) ?? [:] }

  private func makeTemplate() -> SplitTemplate {
    guard let plan else { return SplitTemplate(whole) }
    return SplitTemplate(whole, plan, references, Synthesis.passedKinds)
  }

  /// Estimates are exact enough while they are far from the limits.
  private func makeUses() -> [StackUse] {
    let limit = SplitTemplate.Limit.self
    // The number of resources is exact.
    if estimate.map(\.resources).reduce(0, +) > limit.operation { return estimate }
    let isNear = estimate.contains { use in
      use.stack != nil && use.passes(percent: 80) || use.bytes >= limit.bytes / 100 * 80
        // A template with nested stacks is in a bucket anyway.
        || estimate.count == 1 && abs(use.bytes - limit.directBytes) < limit.directBytes / 20
    }
    return isNear ? template.uses : estimate
  }
}
