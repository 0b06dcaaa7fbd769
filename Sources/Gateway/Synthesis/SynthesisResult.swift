import CloudFormation
import Diagnostics

extension ResolvedSpec {
  /// The template. `pathPrefix` leads from its folder to the spec's; without `files`, local files are not looked at.
  public func synthesize(pathPrefix: String, files: SpecFiles? = nil) -> SynthesisResult {
    var synthesis = Synthesis(self, pathPrefix: pathPrefix, files: files)
    synthesis.run()
    let references = ReferenceGraph(synthesis.template)
    synthesis.checkReferences(references)
    let template = synthesis.split(references)
    synthesis.checkLimits(of: template)
    // Places in `dependsOn` are looked up on the way.
    var findings = synthesis.findings
    findings.report(values.findings.sorted)
    return SynthesisResult(
      template: template, placed: synthesis.placed, findings: findings, whole: synthesis.template,
      routes: synthesis.loweredRoutes, targets: synthesis.loweredTargets)
  }
}

/// A template, and what was found on the way to it.
public struct SynthesisResult {
  /// The template, in several files where it is larger than CloudFormation takes; only complete where there is no error.
  public let template: SplitTemplate
  /// The written resources and their places, in order.
  public let placed: [PlacedResource]
  /// The findings about the finished template.
  public let findings: Findings
  /// The template before it is split.
  let whole: Template
  /// The routes of the language, as they were written.
  let routes: [LoweredRoute]
  /// The targets of the language, as they were written.
  let targets: [LoweredTarget]
}
