import CloudFormation
import SpecReading
import YAMLTree

/// A mapping as rules on hosts and paths look at it: an API's, or an `AWS::ApiGatewayV2::ApiMapping` of `resources`.
struct MappedPlace {
  let host: DomainHost
  let hostMark: Mark
  /// Nil for the root.
  let path: Value?
  let pathMark: Mark
  /// What names it as a whole.
  let mark: Mark
  /// Nil where its API is not known.
  let isWebSocket: Bool?
  /// What has to hold where it is there.
  let conditions: Set<String>
  /// The resource, where it is one of `resources`.
  let resource: RawResource?

  /// Its path, where that is known; empty for the root.
  var pathText: String? { path == nil ? "" : path?.text }

  init(_ mapping: ResolvedMapping) {
    host = mapping.host
    hostMark = mapping.hostMark
    path = mapping.basePath
    pathMark = mapping.pathMark
    mark = mapping.mapping.name.mark
    isWebSocket = mapping.api.value.isWebSocket
    let options = [mapping.mapping.options, mapping.stage?.value?.options, mapping.api.value.options]
    conditions = Set(options.compactMap { $0?.condition?.literal })
    resource = nil
  }

  /// Nil where it has no domain.
  init?(_ resource: RawResource, _ spec: ResolvedSpec) {
    guard let domain = resource["DomainName"] else { return nil }
    host = spec.values.host(domain.value)
    hostMark = domain.mark
    let key = resource["ApiMappingKey"].flatMap { $0.text == "" ? nil : $0 }
    path = key.map { $0.text.map(Value.string) ?? $0.value }
    pathMark = key?.mark ?? resource.mark
    mark = pathMark
    isWebSocket = spec.rawApis[resource]?.isWebSocket
    conditions = Set([resource.condition].compactMap { $0 })
    self.resource = resource
  }
}

extension ResolvedSpec {
  /// The mappings of all APIs, and those of `resources`.
  var mappedPlaces: [MappedPlace] {
    mappings.map { MappedPlace($0) } + rawGateway("ApiMapping").compactMap { MappedPlace($0, self) }
  }

  /// All mappings by their host, in the order in which hosts first appear.
  var mappedPlacesByHost: [[MappedPlace]] {
    var groups: [[MappedPlace]] = []
    var indices: [DomainHost: Int] = [:]
    for place in mappedPlaces {
      if let index = indices[place.host] {
        groups[index].append(place)
      } else {
        indices[place.host] = groups.count
        groups.append([place])
      }
    }
    return groups
  }

  /// The domains of `resources` that an API is mapped from.
  var mappedRawDomains: [RawResource] {
    let domains = rawGateway("DomainName")
    if domains.isEmpty { return [] }
    let hosts = Set(mappedPlaces.filter { $0.isWebSocket != nil }.map(\.host))
    return domains.filter { hosts.contains(.resource($0.id)) }
  }

  /// Properties of the configurations of domains of `resources`.
  func forEachRawConfiguration(_ body: (RawResource, RawProperty) -> Void) {
    for domain in rawGateway("DomainName") {
      for configuration in domain["DomainNameConfigurations"]?.items ?? [] { body(domain, configuration) }
    }
  }
}
