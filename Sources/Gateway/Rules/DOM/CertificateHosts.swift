import SpecReading

/// The hosts that certificates of the stack are for, by logical id.
struct CertificateHosts {
  private var byId: [String: [String]] = [:]

  init(_ spec: ResolvedSpec) {
    for certificate in spec.rawResources("AWS::CertificateManager::Certificate") {
      let others = certificate["SubjectAlternativeNames"]
      // A function that gives the list gives names that nobody knows.
      if let others, others.items == nil { continue }
      let names = [certificate["DomainName"]] + (others?.items ?? [])
      let texts = names.compactMap { $0?.text }
      if texts.count == names.count { byId[certificate.id] = texts }
    }
    for element in spec.names.spec.domains {
      guard case .made? = element.value.created?.certificate, let host = element.host.literal else { continue }
      byId[spec.names.id(.domainCertificate(element.name))] = [host]
    }
  }

  /// The hosts of a certificate; nil where they are not known.
  func hosts(of certificate: Given<String>, in spec: ResolvedSpec) -> [String]? {
    id(of: certificate, in: spec).flatMap(hosts(of:))
  }

  /// The hosts of the certificate with a logical id; nil where they are not known.
  func hosts(of id: String) -> [String]? { byId[id] }

  /// The logical id of a certificate of the stack.
  func id(of certificate: Given<String>, in spec: ResolvedSpec) -> String? {
    switch spec.names.find(.certificate, certificate) {
    case .resource(let id): return id
    case .intrinsic(let node): if case .ref(let id) = spec.values.value(node) { return id }
    case .element, .literal, nil: break
    }
    return nil
  }
}
