import CloudFormation
import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

/// The resources that AWS will have after deployment, with AWS's types and the location of each value in the spec: from
/// the language, `resources`, `properties` and `overrides`, and OpenAPI documents.
///
/// Rules check the model, and the names of the spec for unused and unknown definitions.
public final class Model {
  /// The spec with its names looked up.
  let spec: ResolvedSpec
  /// The template before it is split.
  let template: Template
  /// The nodes of values that conditions have chosen.
  let branches: Set<UInt32>
  /// The routes and targets of the language, as they were written.
  let loweredRoutes: [LoweredRoute]
  let loweredTargets: [LoweredTarget]
  /// The resources by type, in the order of the template.
  private var resourcesByType: [String: [Resource]] = [:]
  /// The resources of the template, in its order.
  private var written: [Resource] = []
  /// By logical ID, the resources of documents, and those that take the place of others.
  private var others: [String: Resource] = [:]
  /// The APIs: created, imported, of `resources`.
  private(set) lazy var apis = Apis(self)
  /// The Lambda functions that SAM creates.
  private(set) lazy var serverlessFunctions = makeServerlessFunctions()
  /// The same by logical ID.
  private(set) lazy var serverlessFunctionsByID = Dictionary(
    serverlessFunctions.map { ($0.id, $0) }
  ) { first, _ in first }
  /// The HTTP APIs of SAM.
  var serverlessApis: [ServerlessApi] = []
  /// The rules, schedules and event source mappings that SAM creates.
  private(set) lazy var serverlessEvents = makeServerlessEvents()
  /// The load balancers, their listeners and target groups.
  private(set) lazy var balancing = Balancing(self)
  /// The custom domains and the mappings that lead from them to stages.
  private(set) lazy var domains = Domains(self)
  /// The regions that the spec shows, and where.
  private(set) lazy var regions = makeRegions()
  /// The responses of routes and integrations.
  private(set) lazy var responses = Responses(self)
  /// The parameter mappings of HTTP APIs.
  private(set) lazy var changes = findChanges()
  /// Those with a known value, one for each value that a function may give.
  private(set) lazy var valuedChanges = findValuedChanges()
  /// The Cloud Map services that the stack creates.
  private(set) lazy var cloudMapServices = findCloudMapServices()
  /// Whether resources may be made at deployment that the spec does not show.
  private(set) lazy var hasUnseenResources = mayHaveUnseenResources()
  /// The logical IDs that outputs refer to, and resources other than members of security groups.
  private(set) lazy var namedBeyondGroups = findNamesBeyondGroups()
  /// The resources in `Fn::ForEach` loops over values that are not known.
  private(set) lazy var loopedResources = findLoopedResources()
  /// The differences between resources and the descriptions of their types.
  private(set) lazy var differences = Differences(self).all
  /// The conditions as formulas.
  private(set) lazy var conditionLogic = ConditionLogic(template)
  /// The names that conditions refer to.
  private(set) lazy var namesInConditions = findNamesInConditions()
  /// Texts with `${…}` that no function reads.
  private(set) lazy var expressions = spec.expressions + unreadTexts
  /// The URLs and ARNs that functions put together with references.
  private(set) lazy var composedTexts = findComposedTexts()
  private(set) lazy var dnsRecords = findDnsRecords()
  /// The calls of functions, and their permissions.
  private(set) lazy var callPermissions = CallPermissions(self)
  private(set) lazy var functionTable = FunctionTable(self)
  /// The calls of functions that no permission allows.
  private(set) lazy var unpermittedCalls = findUnpermittedCalls()
  /// The security groups that the stack creates, by logical ID.
  private(set) lazy var securityGroups = makeSecurityGroups()
  /// The inbound rules that the stack adds to existing security groups.
  private(set) lazy var rulesOfExistingGroups = findRulesOfExistingGroups()
  /// VPC links, load balancers and functions in subnets.
  private(set) lazy var attachments = makeAttachments()
  private(set) lazy var attachmentsById = Dictionary(attachments.map { ($0.resource.id, $0) }) { first, _ in first }
  /// The policies of roles that are resources of their own.
  private(set) lazy var rolePolicies = RolePolicies(self)
  /// The listeners that integrations reach through VPC links.
  private(set) lazy var privateListeners = makePrivateListeners()

  /// The use of limits, roughly while it is far from them.
  private(set) lazy var budget = makeBudget(of: result.uses)
  let result: SynthesisResult
  /// The use of limits.
  public var exactBudget: [LimitUse] { makeBudget(of: result.template.uses) }

  /// The model of a spec, with the template that was made of it.
  public convenience init(_ spec: ResolvedSpec, _ result: SynthesisResult) {
    let template = spec.hasOwnMacro ? result.whole : result.whole.withLoopsWrittenOut
    self.init(spec, result, template: template, targets: result.targets, branches: [])
  }

  /// The model of a template in which conditions have chosen some branches.
  init(
    _ spec: ResolvedSpec, _ result: SynthesisResult, template: Template, targets: [LoweredTarget],
    branches: Set<UInt32>
  ) {
    self.branches = branches
    self.spec = spec
    self.template = template
    self.result = result
    loweredRoutes = result.routes
    loweredTargets = targets
    written.reserveCapacity(template.resources.count)
    // Resources of a type mostly follow each other.
    var start = 0
    while start < template.resources.count {
      let type = template.resources[start].type
      let end = template.resources[start...].firstIndex { $0.type != type } ?? template.resources.count
      let run = (start..<end).map { resource(of: template.resources[$0]) }
      resourcesByType[type, default: []] += run
      written += run
      start = end
    }
    addServerlessApis()
    addDocuments()
    addQuickCreations()
  }

  private func resource(of record: CloudFormation.Resource) -> Resource {
    let isRaw = record.origin.key != nil
    let node = record.origin.keyNode ?? record.origin.valueNode
    let mark = node.map(names.tree.mark) ?? names.root ?? .nowhere
    return Resource(
      record, isRaw ? .resources : .language, at: mark,
      isWhole: isRaw ? record.isWhole : spec.isWhole(mark), in: self)
  }

  /// Adds a resource that is not in the template.
  func add(_ resource: Resource) {
    resourcesByType[resource.type, default: []].append(resource)
    others[resource.id] = resource
  }

  /// Puts a resource in the place of another one of its logical ID.
  func replace(_ resource: Resource, with other: Resource) {
    let index = resourcesByType[resource.type]?.firstIndex { $0 === resource }
    if let index { resourcesByType[resource.type]?[index] = other }
    others[resource.id] = other
  }

  /// The names of the spec.
  var names: SpecNames { spec.names }
}

extension CloudFormation.Resource {
  /// Whether absent properties of a resource in `resources` are missing: none is misspelled or added by a macro.
  var isWhole: Bool {
    if attributes.members.contains(where: { $0.key.lowercased().hasPrefix("prop") }) { return false }
    return ResourceType.named(type)?.knowsAll(of: properties) ?? true
  }
}

extension Model {
  /// The resources of a type; one of API Gateway v2's by its last word.
  func resources(_ type: String) -> [Resource] {
    resourcesByType[type.mentions("::") ? type : ResourceType.prefix + type] ?? []
  }

  /// Every property of a kind.
  func forEach(_ path: PropertyPath, _ body: (Property) -> Void) {
    let resources = resources(path.type)
    if resources.isEmpty { return }
    let names = path.names
    for resource in resources { resource[names[0]]?.forEach(names[1...], body) }
  }

  /// Every resource whose type is described, with its type.
  func forEachResource(_ body: (Resource, ResourceType) -> Void) {
    for (name, resources) in resourcesByType {
      guard let type = ResourceType.named(name) else { continue }
      for resource in resources { body(resource, type) }
    }
  }

  /// The types of all resources.
  var types: some Collection<String> { resourcesByType.keys }

  /// The resource of a logical ID.
  func resource(_ id: String) -> Resource? {
    if !others.isEmpty, let other = others[id] { return other }
    return template.index(of: id).map { written[$0] }
  }

  /// The resource that a `Ref` or `Fn::GetAtt` names.
  func resource(_ property: Property?) -> Resource? { property?.target.flatMap { resource($0) } }

  /// The same, if it is of a type.
  func resource(_ property: Property?, of type: String) -> Resource? {
    resource(property).flatMap { $0.type == type ? $0 : nil }
  }

  /// The resource of a logical ID, if it is of a type.
  func resource(_ id: String, of type: String) -> Resource? { resource(id).flatMap { $0.type == type ? $0 : nil } }

  /// The first resource of a type that a value refers to, in any part of it.
  func resource(in value: Value, of type: String) -> Resource? {
    value.firstReference { resource($0)?.type == type }.flatMap { resource($0) }
  }
}
