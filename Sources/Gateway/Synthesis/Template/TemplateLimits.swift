import CloudFormation
import SpecReading
import YAMLTree

extension Synthesis {
  /// Checks the templates against CloudFormation's limits, and the spec against AWS's quotas.
  mutating func checkLimits(of result: SynthesisResult) {
    if checkResources(result.uses) {
      checkEntries(result.uses)
      checkSize(result.uses)
    }
    checkSections()
    if template.resources.isEmpty, template.macros.isEmpty, spec.isWhole, let root = names.root {
      fail(.noResource, at: root, "the spec has no resources", help: "define an API in `apis`")
    }
    checkQuotas()
    checkDynamicReferences(in: result)
  }

  /// Whether one operation can make the resources: if not, the limits of its stacks do not matter.
  private mutating func checkResources(_ uses: [StackUse]) -> Bool {
    let limit = SplitTemplate.Limit.self
    if uses[0].resources > limit.resources {
      fail(
        .tooManyResources, at: firstMark,
        "\(uses[0].resources) resources cannot move to nested stacks; CloudFormation allows \(limit.resources)",
        help: "split the spec")
    }
    let all = uses.map(\.resources).reduce(0, +)
    if uses.count > 1, all > limit.operation {
      fail(
        .tooManyResources, at: firstMark,
        "the stack has \(all) resources, with those of nested stacks; CloudFormation allows \(limit.operation) in one operation",
        help: "split the spec")
      return false
    }
    for use in uses where use.resources > limit.resources {
      guard let stack = use.stack else { continue }
      fail(
        .tooManyResources, at: firstMark,
        "the nested stack `\(stack)` has \(use.resources) resources; CloudFormation allows \(limit.resources)",
        help: "split the spec")
    }
    return true
  }

  /// Parameters and outputs of the main stack are the author's; those of nested stacks pass values.
  private mutating func checkEntries(_ uses: [StackUse]) {
    let limit = SplitTemplate.Limit.self
    let outputs = template.outputs.members.count
    if outputs > limit.outputs {
      fail(
        .tooManyEntries, at: firstMark,
        "the template has \(outputs) outputs; CloudFormation allows \(limit.outputs)",
        help: "disable the outputs of some APIs with `outputs: false`")
    }
    for use in uses {
      guard let stack = use.stack else { continue }
      let counts = [
        ("parameters", use.parameters, limit.parameters), ("outputs", use.outputs, limit.outputs),
      ]
      for (what, count, limit) in counts where count > limit {
        fail(
          .tooManyEntries, at: firstMark,
          "the nested stack `\(stack)` has \(count) \(what); CloudFormation allows \(limit)",
          help: "split the spec, or use equal targets: they share one integration")
      }
    }
  }

  /// Sections with more than a template may have, and mappings with more keys.
  private mutating func checkSections() {
    let limit = SplitTemplate.Limit.outputs
    func check(_ node: Node, _ what: String) {
      let entries = Array(names.tree.entries(node))
      if entries.count > limit {
        fail(
          .tooManyEntries, at: names.tree.mark(entries[limit].key),
          "\(entries.count) \(what); CloudFormation allows \(limit)", help: "remove some of them")
      }
    }
    for section in names.spec.sections {
      guard let raw = section.value else { continue }
      if section.name == "Parameters" { check(raw.node, "parameters") }
      guard section.name == "Mappings" else { continue }
      check(raw.node, "mappings")
      for mapping in names.tree.entries(raw.node) {
        check(mapping.value, "keys of the mapping `\(names.tree.string(mapping.key))`")
      }
    }
  }

  private mutating func checkSize(_ uses: [StackUse]) {
    let limit = SplitTemplate.Limit.self
    let size = uses.map(\.bytes).max() ?? 0
    if size > limit.bytes {
      fail(
        .templateTooLarge, at: firstMark,
        "\(size) bytes of one template cannot move to nested stacks; CloudFormation allows \(limit.bytes)",
        help: "split the spec, or move code and documents to separate files")
    } else if uses.count == 1, size > limit.directBytes {
      fail(
        .templateNeedsBucket, .note, at: firstMark,
        "the template has more than \(limit.directBytes) bytes, so that it must be uploaded to a bucket",
        help: "deploy with `aws cloudformation deploy --s3-bucket BUCKET …`")
    }
  }

  // MARK: Quotas

  private mutating func checkQuotas() {
    for type in ResourceType.limited {
      guard let (limit, words) = type.quota, placed.count > limit else { continue }
      let paths = placed.lazy.filter { $0.type == type.name }.map { $0.path }
      let count = paths.count { _ in true }
      guard count > limit, let path = paths.dropFirst(limit).first(where: { _ in true }) else { continue }
      fail(
        .tooManyInRegion, .warning, at: mark(of: path),
        "the spec has \(count) \(words); the default quota is \(limit) in each region of an account",
        help: "request a quota increase")
    }
  }

  /// An API has room for so many integrations, of which AWS gives a WebSocket API more.
  mutating func checkCount(of integration: some Integration, in context: ApiContext) {
    let limit = 300
    guard context.integrations.count == limit + 1 else { return }
    let isWebSocket = context.api.value.isWebSocket
    fail(
      .tooManyIntegrations, isWebSocket ? .warning : .error, at: integration.name.mark,
      "an API can have \(limit) integrations; this one exceeds the quota",
      help: (isWebSocket ? "request a quota increase, or " : "") + "use equal targets: they share one integration")
  }

  // MARK: Dynamic references

  private static let dynamicReference: StaticString = "{{resolve:"
  private static let dynamicReferences = 60

  /// Dynamic references are counted by template. The location of the first one above the limit is found in the text: the
  /// template has no locations.
  private mutating func checkDynamicReferences(in result: SynthesisResult) {
    let places = names.tree.sources.enumerated().flatMap { index, source in
      source.bytes.places(of: Synthesis.dynamicReference).map { start in
        Mark(
          source: UInt32(index), start: UInt32(start),
          end: UInt32(start + Synthesis.dynamicReference.utf8CodeUnitCount))
      }
    }
    guard let last = places.last else { return }
    let counts = result.template.templates.map { $0.count(of: String(describing: Synthesis.dynamicReference)) }
    guard let count = counts.max(), count > Synthesis.dynamicReferences else { return }
    fail(
      .tooManyDynamicReferences, at: places.dropFirst(Synthesis.dynamicReferences).first ?? last,
      "\(count) dynamic references in one template; CloudFormation allows \(Synthesis.dynamicReferences)",
      help: "store several values in one secret or parameter, or read them at run time")
  }

  // MARK: Places

  private func mark(of path: String) -> Mark {
    names.mark(of: path) ?? path.rest(after: "resources.").flatMap { names.resource($0)?.mark } ?? firstMark
  }

  var firstMark: Mark { names.spec.apis.first?.mark ?? names.root ?? .nowhere }
}
