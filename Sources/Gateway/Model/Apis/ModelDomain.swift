import CloudFormation
import SpecReading
import YAMLTree

extension Model {
  /// A custom domain: created, or one of the language that exists.
  final class DomainName {
    /// Its resource; that of one that exists is not in the template.
    let resource: Resource
    /// The element of the language; nil for one of `resources`.
    let element: Named<DomainElement>?
    fileprivate(set) var mappings: [ApiMapping] = []

    init(_ resource: Resource, _ element: Named<DomainElement>?) {
      self.resource = resource
      self.element = element
    }

    /// A property, if it is set.
    subscript(_ name: String) -> Property? { resource[name] }
  }

  /// A mapping that leads from a path of a domain to a stage of an API.
  final class ApiMapping {
    /// Its resource; nil for one of the language that is left out, or whose stage is not known.
    let resource: Resource?
    /// The mapping of the language; nil for one of `resources`.
    let element: ResolvedMapping?
    /// Its API, if it is known.
    let api: Api?
    let host: DomainHost
    let hostMark: Mark
    /// Its path, without that of the API; nil for the root.
    let path: Value?
    let pathMark: Mark
    /// Where all of it is written.
    let mark: Mark
    /// The conditions under which it exists.
    let conditions: [ConditionLogic.Literal]
    /// Its domain, if that is in the spec.
    fileprivate(set) var domain: DomainName?

    init(_ element: ResolvedMapping, in model: Model) {
      self.element = element
      resource = model.resource(model.names.id(model.spec.values.place(of: element)))
      api = Model.Api.key(of: element.api, model.names, model.spec.values).flatMap { model.apis[$0] }
      // `properties` and `overrides` may change what the language wrote.
      let newHost = resource?["DomainName"].flatMap { $0.isRaw ? $0 : nil }
      let newPath = resource?["ApiMappingKey"].flatMap { $0.isRaw ? $0 : nil }
      host = newHost.map { model.spec.values.host($0.value) } ?? element.host
      hostMark = newHost?.mark ?? element.hostMark
      path = resource.map { $0["ApiMappingKey"]?.value } ?? element.basePath
      pathMark = newPath?.mark ?? element.pathMark
      mark = newPath?.mark ?? element.mapping.name.mark
      let options = [element.mapping.options, element.stage?.value?.options, element.api.value.options]
      conditions =
        options.compactMap { $0?.condition?.literal.map(ConditionLogic.Literal.holds) }
        + element.mapping.branch.map { .init(name: $0.name, holds: $0.holds) }
    }

    /// Nil where it has no domain.
    init?(_ resource: Resource) {
      guard let domain = resource["DomainName"] else { return nil }
      self.resource = resource
      element = nil
      api = resource.api
      if resource.source == .serverless, case .ref(let id) = domain.value {
        // What SAM makes is not among the resources of the spec.
        host = .resource(id)
      } else {
        host = resource.model.spec.values.host(domain.value)
      }
      hostMark = domain.mark
      let key = resource["ApiMappingKey"].flatMap { $0.text == "" ? nil : $0 }
      path = key.map { $0.text.map(Value.string) ?? $0.value }
      pathMark = key?.mark ?? resource.mark
      mark = pathMark
      conditions = resource.condition.map { [.holds($0)] } ?? []
    }
  }

  /// The custom domains, and the mappings that lead from them.
  struct Domains {
    /// Those that exist included.
    private(set) var all: [DomainName] = []
    private(set) var mappings: [ApiMapping] = []
    /// The mappings of each host, in the order in which hosts first appear.
    private(set) var mappingsByHost: [[ApiMapping]] = []
    /// Those that the stack creates, by logical ID and by host.
    private var createdById: [String: DomainName] = [:]
    private var createdByHost: [String: DomainName] = [:]
    /// The mappings of the APIs with a key.
    private var mappingsByApi: [Value: [ApiMapping]] = [:]

    init(_ model: Model) {
      var byHost: [DomainHost: DomainName] = [:]
      for (index, element) in model.names.spec.domains.enumerated() {
        let domain = DomainName(element, in: model)
        all.append(domain)
        byHost[.domain(index)] = domain
      }
      for resource in model.resources("DomainName") where resource.source != .language {
        let domain = DomainName(resource, nil)
        all.append(domain)
        byHost[.resource(resource.id)] = domain
      }
      mappings = model.spec.mappings.map { ApiMapping($0, in: model) }
      mappings += model.resources("ApiMapping").compactMap { $0.source == .language ? nil : ApiMapping($0) }
      for domain in all where !domain.exists {
        if createdById[domain.resource.id] == nil { createdById[domain.resource.id] = domain }
        if let host = domain.host?.lowercased(), createdByHost[host] == nil { createdByHost[host] = domain }
      }
      var places: [DomainHost: Int] = [:]
      for mapping in mappings {
        if let api = mapping.api { mappingsByApi[api.key, default: []].append(mapping) }
        mapping.domain = byHost[mapping.host]
        mapping.domain?.mappings.append(mapping)
        if let place = places[mapping.host] {
          mappingsByHost[place].append(mapping)
        } else {
          places[mapping.host] = mappingsByHost.count
          mappingsByHost.append([mapping])
        }
      }
    }

    /// The domain of a logical ID, if the stack creates it.
    func created(_ id: String) -> DomainName? { createdById[id] }

    /// The created domain of a record's name.
    func created(named name: Property) -> DomainName? {
      name.text.map { createdByHost[$0.domainName] } ?? created(name.idOfHost ?? "")
    }

    /// The mappings that lead to an API.
    func mappings(of api: Api) -> [ApiMapping] { (mappingsByApi[api.key] ?? []).filter { $0.api === api } }
  }
}

extension Model.DomainName {
  /// One of the language.
  fileprivate convenience init(_ element: Named<DomainElement>, in model: Model) {
    let id = model.names.id(.domain(element.name))
    var record = CloudFormation.Resource(id: id, type: ResourceType.domainName.name)
    record.origin = Origin(of: element.node)
    record.properties.add("DomainName", element.host) { model.spec.values.value($0) }
    self.init(
      model.resource(id) ?? Model.Resource(record, .language, at: element.mark, isWhole: false, in: model), element)
  }

  /// Whether the spec only names it.
  var exists: Bool { element.map { $0.value.created == nil } ?? false }

  /// Its key, or its logical ID, for messages.
  var name: String { element?.name ?? resource.id }

  /// Where it is written.
  var mark: Mark { resource.mark }

  /// Its host, if it is known.
  var host: String? { self["DomainName"]?.text }

  /// Its configurations, as far as they are known.
  var configurations: [Model.Property] { self["DomainNameConfigurations"]?.items ?? [] }

  /// Its mutual TLS settings.
  var mutualTls: Model.Property? { self["MutualTlsAuthentication"] }

  /// Whether a mapping leads from it to a known API.
  var leadsToApi: Bool { mappings.contains { $0.api != nil } }

  /// The name by which authors refer to it: `domains.NAME`, or its logical ID.
  var path: String { element == nil ? resource.id : "domains.\(name)" }
}

extension Model {
  /// The paths of a mapping, as far as they are known: an `Fn::If`, a cell or a parameter may give several. Empty for the
  /// root.
  func pathTexts(of mapping: ApiMapping) -> [String] {
    mapping.path.map { openTexts(of: $0).compactMap(\.text) } ?? [""]
  }

  /// The paths of mappings that are wrong, each with its place: a branch of an `Fn::If` has its own. Of several at one place, such
  /// as those of a parameter's allowed values, it is the first one.
  func paths(where isWrong: (String) -> Bool) -> [(mapping: ApiMapping, path: String, mark: Mark)] {
    var found: [(mapping: ApiMapping, path: String, mark: Mark)] = []
    for mapping in domains.mappings where mapping.path != nil {
      for path in pathTexts(of: mapping) where isWrong(path) {
        let mark = mapping.pathBranches.first { $0.texts.contains(path) }?.mark ?? mapping.pathMark
        if !found.contains(where: { $0.mark == mark }) { found.append((mapping, path, mark)) }
      }
    }
    return found
  }
}

extension Model.ApiMapping {
  /// Whether it leads to a WebSocket API; nil where that is not known.
  var isWebSocket: Bool? { api?.isWebSocket }

  /// Its path, if it is known; empty for the root.
  var pathText: String? { path == nil ? "" : path?.knownText }

  /// Its path, or the branches of an `Fn::If` that it is; none where it is written behind the host.
  fileprivate var pathBranches: [Model.Property] {
    if let element, element.mapping.basePath == nil { return [] }
    return (resource?["ApiMappingKey"]?.branches ?? []).filter { !$0.isFunction }
  }

  /// The host, if it is known.
  var hostText: String? {
    if case .outside(let text) = host { text } else { domain?.host }
  }

  /// Its host in messages.
  var hostWords: String { hostText.map { "`\($0)`" } ?? "this domain" }
}

extension Model {
  /// The hosts that the certificate of an ARN is for; nil where they are not known.
  func hosts(ofCertificate arn: Property) -> [String]? {
    guard let certificate = resource(arn, of: ResourceType.certificate.name) else { return nil }
    let others = certificate["SubjectAlternativeNames"]
    // A function that gives the list gives names that are not known.
    if let others, others.items == nil { return nil }
    let names = [certificate["DomainName"]] + (others?.items ?? [])
    let texts = names.compactMap { $0?.text }
    return texts.count == names.count ? texts : nil
  }
}
