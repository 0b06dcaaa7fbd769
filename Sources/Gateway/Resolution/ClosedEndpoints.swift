import CloudFormation
import SpecReading

/// The addresses of APIs whose default endpoint is disabled: it answers every request with `Forbidden`.
extension RawValues {
  /// The use of an address.
  enum AddressUse {
    /// Calls by clients.
    case calls
    /// Messages to clients of a WebSocket API, whose senders have no client certificate.
    case callbacks
  }

  /// Whether the default endpoint of an API is disabled.
  func isClosed(_ api: Named<Api>) -> Bool { api.value.closesEndpoint?.literal == true }

  /// Whether the default endpoint of an API is disabled, or may be under a condition.
  func mayBeClosed(_ api: Named<Api>) -> Bool {
    guard let setting = api.value.closesEndpoint else { return false }
    if case .intrinsic(let node) = setting.content { return value(node).choice != nil }
    return setting.literal == true
  }

  /// An address of an API: on its own domain where the default endpoint is disabled, which a condition may decide. Nil if
  /// it is disabled, and no host leads there.
  func address(
    of api: Named<Api>, stage: String?, for use: AddressUse, otherwise endpoint: @autoclosure () -> Value
  ) -> Value? {
    if isClosed(api) { return mappedAddress(of: api, stage: stage, for: use) }
    guard case .intrinsic(let node)? = api.value.closesEndpoint?.content,
      let (condition, first, second) = value(node).choice,
      first.scalar == "true" || second.scalar == "true",
      let mapped = mappedAddress(of: api, stage: stage, for: use)
    else { return endpoint() }
    let arms = [first, second].map { $0.scalar == "true" ? mapped : endpoint() }
    return ["Fn::If": .list([condition] + arms)]
  }

  /// The address on the first host that leads to a stage, or to any stage; nil if there is none. Hosts that lead there
  /// only under some conditions are chosen by those.
  func mappedAddress(of api: Named<Api>, stage: String?, for use: AddressUse) -> Value? {
    let written = mappings(of: api).compactMap { mapping in
      mapping.stage.map {
        MappedHost(
          stage: $0.name, host: mapping.host, value: host(of: mapping), path: mapping.basePath,
          conditions: conditions(on: mapping))
      }
    }
    let usable = (written + rawMappings(of: api)).filter { mapping in
      (stage == nil || mapping.stage == stage) && accepts(use, mapping.host)
    }
    let scheme = use == .calls && api.value.isWebSocket ? "wss" : "https"
    let first = usable.firstIndex { $0.conditions.isEmpty } ?? usable.count - 1
    return usable.prefix(first + 1).reversed().reduce(nil) { (rest: Value?, mapping) in
      let own = address(on: mapping, scheme: scheme)
      return rest.map { own.under(mapping.conditions, else: $0) } ?? own
    }
  }

  private func address(on mapping: MappedHost, scheme: String) -> Value {
    let name = names.hostText(mapping.host).map { .string($0) } ?? mapping.value
    guard let path = mapping.path?.textForSub else { return .sub("\(scheme)://\(name, as: "Host")") }
    return .sub("\(scheme)://\(name, as: "Host")/\(path, as: "Path")")
  }

  /// The conditions under which a mapping of the language exists, apart from those of its API and stage.
  private func conditions(on mapping: ResolvedMapping) -> Branch {
    var found = mapping.mapping.branch
    var options = [mapping.mapping.options]
    if case .domain(let index) = mapping.host, let created = names.spec.domains[index].value.created {
      options.append(created.options)
    }
    for name in options.compactMap({ $0.condition?.literal }) where !found.contains(where: { $0 == (name, true) }) {
      found.append((name, true))
    }
    return found
  }

  /// Whether a host is one that can be called, for messages without a client certificate.
  private func accepts(_ use: AddressUse, _ host: DomainHost) -> Bool {
    if names.hostText(host)?.hasPrefix("*") ?? false { return false }
    guard use == .callbacks else { return true }
    switch host {
    case .domain(let index): return names.spec.domains[index].value.created?.mutualTls == nil
    case .resource(let id): return properties(ofResource: id)?["MutualTlsAuthentication"] == nil
    case .outside, .function: return true
    }
  }

  /// The host of a mapping; that of a domain of the template is referred to, so that the mapping comes after it.
  func host(of mapping: ResolvedMapping) -> Value {
    switch mapping.host {
    case .domain(let index):
      let element = names.spec.domains[index]
      return element.value.existing == nil ? .ref(names.id(.domain(element.name))) : value(element.host)
    case .resource(let id): return .ref(id)
    case .outside(let text): return .string(text)
    case .function(let value): return value
    }
  }
}

extension Api {
  /// The setting that disables its default endpoint.
  fileprivate var closesEndpoint: Given<Bool>? {
    if case .created(let created) = form { created.disableExecuteApiEndpoint } else { nil }
  }
}

/// A host that leads to a stage, by a mapping of the language or of `resources`.
private struct MappedHost {
  let stage: String
  let host: DomainHost
  let value: Value
  let path: Value?
  /// The conditions under which it leads there, each with whether it is true.
  let conditions: Branch
}

/// The mappings of `resources`.
struct RawMappings {
  /// Their properties, by the logical ID of their API.
  fileprivate var byApi: [String: [Object]] = [:]
  /// Whether one of them may lead to any API, since it is not understood.
  fileprivate var hasUnclear = false
}

extension RawValues {
  private func findRawMappings() -> RawMappings {
    if let known = rawMappings { return known }
    var found = RawMappings()
    var isComplete = true
    for resource in names.spec.resources where names.resourceTypes[resource.name] == ResourceType.apiMapping.name {
      guard let properties = properties(ofResource: resource.name) else {
        (isComplete, found.hasUnclear) = (false, true)
        continue
      }
      if case .ref(let api)? = properties["ApiId"], names.index(ofId: api, in: "apis") != nil {
        found.byApi[api, default: []].append(properties)
      } else {
        found.hasUnclear = true
      }
    }
    if isComplete { rawMappings = found }
    return found
  }

  /// The mappings of `resources` that lead to a stage of an API.
  private func rawMappings(of api: Named<Api>) -> [MappedHost] {
    (findRawMappings().byApi[names.id(.api(api.name))] ?? []).compactMap { mapping in
      let stage = api.value.resolvedStages.first { stage in
        mapping["Stage"] == .string(stage.name) || mapping["Stage"] == .ref(names.id(.stage(api.name, stage.name)))
      }
      guard let stage, let domain = mapping["DomainName"] else { return nil }
      let path = mapping["ApiMappingKey"]
      return MappedHost(
        stage: stage.name, host: host(domain), value: domain, path: path == "" ? nil : path, conditions: [])
    }
  }

  /// Whether a mapping of `resources` may lead to the API, but is not understood.
  func mayBeMapped(_ api: Named<Api>) -> Bool {
    let all = findRawMappings()
    return rawMappings(of: api).isEmpty && (all.hasUnclear || all.byApi[names.id(.api(api.name))] != nil)
  }

  /// The properties of a resource of `resources`; nil while it is being converted itself.
  func properties(ofResource id: String) -> Object? {
    guard let resource = names.resource(id), !isOpen(resource.value.node) else { return nil }
    return value(resource.value.node).object?["Properties"]?.object
  }
}

extension PlaceFinder {
  /// An address of an API, on its own domain if the default endpoint is disabled.
  func address(
    of api: Named<Api>, stage: String?, for use: RawValues.AddressUse, otherwise endpoint: @autoclosure () -> Value
  ) -> PlaceTarget {
    values.address(of: api, stage: stage, for: use, otherwise: endpoint()).map { .known($0, attributes: [:]) }
      ?? .closed(api.name)
  }
}
