import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

/// Turns a spec into a template, an element at a time.
///
/// It never stops: a reference to something that does not exist is left out, and its error prevents the template from
/// being written. So one run reports everything.
struct Synthesis {
  /// The path from the folder of the template to that of the spec, for local paths.
  let pathPrefix: String
  let names: SpecNames
  let values: RawValues
  /// The routes of each API.
  let routes: [[ApiRoutes.Resolved]]
  /// What it is made of.
  let spec: ResolvedSpec
  var template = Template()
  var findings = Findings(limited: [.error])
  /// The written resources and their places, in order.
  var placed: [PlacedResource] = []
  /// The key of the element that is being written, which is the place of its resources.
  var element: Node?
  /// The routes that were written, and what answers them.
  var loweredRoutes: [LoweredRoute] = []
  /// The lowered targets.
  var loweredTargets: [LoweredTarget] = []
  /// The first tags of those elements whose tags some resource took.
  var tagged: Set<Mark> = []
  /// The resources that the program adds to those of elements, by logical ID.
  var generated: Set<String> = []
  /// The rules that let traffic into listeners, by logical ID.
  var admitted: Set<String> = []
  /// The versions and deployments, whose logical IDs are made last.
  var renewals: [Renewal] = []
  /// Their logical IDs.
  var renewed: Set<String> = []
  /// The nested stacks of the resources; nil if the template is not split.
  var plan: SplitPlan?
  /// The references between resources, if `planSplit` needed them. Renewed logical IDs do not change them.
  var references: ReferenceGraph?
  /// The use of CloudFormation's limits by each stack, the main stack first; at most.
  var uses: [StackUse] = []
  /// The contents of local files; nil if no files can be read.
  let content: LocalContent?
  /// The paths of local files as they can be read, by those in the template.
  // With room: where a dictionary of texts grows, its type is looked up at run time.
  var localPaths: [String: String] = Dictionary(minimumCapacity: 8)
  /// The keys of usage plans that the next one waits for: AWS creates one at a time in a region, and rejects others
  /// ("Unable to complete operation due to concurrent modification"). Those with conditions may not exist, so the last one
  /// that always does is among them.
  var lastUsagePlanKeys: [String] = []
  /// The WebSocket APIs to which a function posts, by its name.
  lazy var callbacks = names.callbacks()
  /// The VPC links that were resolved so far, by what they are called.
  var links: [String: ResolvedLink?] = [:]

  init(_ spec: ResolvedSpec, pathPrefix: String, files: SpecFiles?) {
    content = files.map { LocalContent($0) }
    self.spec = spec
    names = spec.names
    values = spec.values
    routes = spec.routes
    self.pathPrefix = pathPrefix
  }

  /// Everything, in the order of the language page.
  mutating func run() {
    passOnSections()
    reserve()
    for function in names.spec.functions { write(function.node) { $0.write(function) } }
    for vpc in names.spec.vpcs { write(vpc.node) { $0.write(vpc) } }
    for group in names.spec.securityGroups { write(group.node) { $0.write(group) } }
    for link in names.spec.vpcLinks { write(link.node) { $0.write(link) } }
    for balancer in names.spec.loadBalancers { write(balancer.node) { $0.write(balancer) } }
    for group in names.spec.targetGroups { write(group.node) { $0.write(group) } }
    for namespace in names.spec.cloudMapNamespaces { write(namespace.node) { $0.write(namespace) } }
    for service in names.spec.cloudMapServices { write(service.node) { $0.write(service) } }
    for pool in names.spec.userPools { write(pool.node) { $0.write(pool) } }
    for domain in names.spec.domains { write(domain.node) { $0.write(domain) } }
    if let account = names.spec.account { write(account) }
    for (index, api) in names.spec.apis.enumerated() {
      write(api.node) { $0.write(api, at: index) }
    }
    for key in names.spec.apiKeys { write(key.node) { $0.write(key) } }
    for plan in names.spec.usagePlans { write(plan.node) { $0.write(plan) } }
    writeRawResources()
    writeOutputs()
    applyOverrides()
    checkLoops()
    deployRawParts()
    relocateIncluded()
    findLaterPlaces(isLast: false)
    removeDuplicateRules()
    checkHandlers()
    planSplit()
    renewCopies()
    findLaterPlaces(isLast: true)
    narrowGenerated()
  }

  /// Makes room for the resources: mostly routes, then functions with a role and permissions, integrations and stages.
  private mutating func reserve() {
    let routeCount = routes.reduce(0) { $0 + $1.count }
    let count = routeCount + 4 * names.spec.functions.count + 16 * routes.count
    template.reserve(count)
    placed.reserveCapacity(count)
    loweredRoutes.reserveCapacity(routeCount)
  }

  /// Writes what belongs to an element, whose key is the place of its resources.
  mutating func write<Result>(_ key: Node?, _ body: (inout Synthesis) -> Result) -> Result {
    let outer = element
    element = key ?? outer
    defer { element = outer }
    return body(&self)
  }

  private mutating func passOnSections() {
    template.description = names.spec.description.map { value($0) }
    for section in names.spec.sections {
      guard let raw = section.value else { continue }
      template.sections[section.name] = values.value(raw.node)
      // The entries of other sections are checked one by one.
      if ["Metadata", "Globals"].contains(section.name) { failAtEmptyValues(in: raw.node) }
    }
    relocateSections()
  }

  /// The path from the template's folder to that of the file that contains a mark.
  func folder(of mark: Mark) -> String {
    mark.isNowhere ? pathPrefix : names.tree.sources[Int(mark.source)].folder ?? pathPrefix
  }

  /// A local path, made relative to the template's folder. Its file or folder must exist.
  mutating func local(_ path: String, at mark: Mark) -> String {
    let relative = relative(path, prefix: folder(of: mark))
    if let content, !mark.isNowhere {
      let source = names.tree.sources[Int(mark.source)].path
      let file = FilePath.join(FilePath.folder(of: source == "<stdin>" ? "" : source), path)
      localPaths[relative] = file
      if let boundary = content.boundary, let outsider = content.outsider(in: file) {
        fail(
          .pathOutside, at: mark,
          "\(Reader.quoted(outsider)) is outside of \(Reader.quoted(boundary.folder)), the folder of `--within`")
      } else if !content.exists(file) {
        fail(
          .codeNotFound, at: mark, "there is no file or folder \(Reader.quoted(file))",
          help: path.contains("\\") && !path.contains(":")
            ? "write `\(path.replacing("\\", with: "/"))`"
            : path.hasSuffix(")") && path.split(whereSeparator: { "'\"".contains($0) }).count > 2
              ? "write `\(path.split { "'\"".contains($0) }.dropLast().last ?? "")`"
              : "build it first, or correct the path: it is relative to the file that contains it")
      }
    }
    return relative
  }

  /// A path of the spec for the template, to which `aws cloudformation package` takes it as relative. `prefix` leads from
  /// the template's folder to that of the file where the path is written.
  func relative(_ path: String, prefix: String) -> String {
    if path.hasPrefix("/") || prefix.isEmpty { return path }
    return prefix + "/" + (path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
  }

  /// Reports an error.
  @inline(never)
  mutating func fail(_ kind: FindingKind, at mark: Mark, _ message: String, help: String? = nil) {
    fail(kind, nil, at: mark, message, help: help)
  }

  /// Reports an error, or something less.
  @inline(never)
  mutating func fail(
    _ kind: FindingKind, _ severity: Severity? = nil, at mark: Mark, _ message: String, related: [Related] = [],
    help: String? = nil
  ) {
    findings.report(
      spec.everywhere(
        Diagnostic(kind, severity: severity, message: message, mark: mark, related: related, help: help)))
  }
}

/// A resource of the template and the place in the spec that it is written for.
public struct PlacedResource: Sendable {
  /// The place: `apis.store.routes.GET /books`.
  public let path: String
  /// Its logical ID.
  public let id: String
  /// Its type.
  public let type: String
  /// Where its element is written.
  public let mark: Mark
  /// Attributes of the place in addition to those of the type.
  let own: [String]

  /// The attributes for `!GetAtt`.
  public var attributes: [String] { own + (ResourceType.named(type)?.attributeNames ?? []) }
}
