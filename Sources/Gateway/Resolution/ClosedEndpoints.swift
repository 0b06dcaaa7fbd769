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
  func isClosed(_ api: Named<Api>) -> Bool {
    if case .created(let created) = api.value.form { created.disableExecuteApiEndpoint?.literal == true } else { false }
  }

  /// The address on the first host that leads to a stage, or to any stage; nil if there is none.
  func mappedAddress(of api: Named<Api>, stage: String?, for use: AddressUse) -> Value? {
    let mapping = mappings(of: api).first { mapping in
      guard let target = mapping.stage, stage == nil || target.name == stage else { return false }
      if names.hostText(mapping.host)?.hasPrefix("*") ?? false { return false }
      guard use == .callbacks, case .domain(let index) = mapping.host else { return true }
      return names.spec.domains[index].value.created?.mutualTls == nil
    }
    guard let mapping else { return nil }
    let scheme = use == .calls && api.value.isWebSocket ? "wss" : "https"
    let host = names.hostText(mapping.host).map { .string($0) } ?? host(of: mapping)
    guard let path = mapping.basePath else { return .sub("\(scheme)://\(host, as: "Host")") }
    return .sub("\(scheme)://\(host, as: "Host")/\(path, as: "Path")")
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

extension PlaceFinder {
  /// An address of an API, on its own domain if the default endpoint is disabled.
  func address(
    of api: Named<Api>, stage: String?, for use: RawValues.AddressUse, otherwise endpoint: @autoclosure () -> Value
  ) -> PlaceTarget {
    guard values.isClosed(api) else { return .known(endpoint(), attributes: [:]) }
    return values.mappedAddress(of: api, stage: stage, for: use).map { .known($0, attributes: [:]) }
      ?? .closed(api.name)
  }
}
