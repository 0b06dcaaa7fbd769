import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

/// The domain of a mapping's host.
enum DomainHost: Hashable {
  /// The domain of the spec with this index.
  case domain(Int)
  /// A domain of `resources`.
  case resource(String)
  /// A host that must exist already.
  case outside(String)
  /// A function that gives a host.
  case function(Value)
}

extension SpecNames {
  /// The domain that a host or a name means.
  func host(_ text: String) -> DomainHost {
    if let index = index(text, in: "domains") { return .domain(index) }
    if let index = spec.domains.firstIndex(where: { $0.host.literal == text }) { return .domain(index) }
    if resourceTypes[text] == "AWS::ApiGatewayV2::DomainName" { return .resource(text) }
    return .outside(text)
  }

  /// The host itself, where it is known.
  func hostText(_ host: DomainHost) -> String? {
    switch host {
    case .domain(let index): spec.domains[index].host.literal
    case .outside(let text): text
    case .resource, .function: nil
    }
  }

  /// The name that a mapping to a host uses.
  func used(by host: DomainHost) -> String? {
    switch host {
    case .domain(let index): "domains.\(spec.domains[index].name)"
    case .resource(let id): id
    case .outside, .function: nil
    }
  }

  /// A place's section, the name of its element, and what follows that. A domain's name may have dots.
  func parts(of path: String) -> (section: String, name: String, rest: String)? {
    guard let dot = path.firstIndex(of: ".") else { return nil }
    let section = String(path[..<dot])
    let rest = path[path.index(after: dot)...]
    var name = String(rest.prefix { $0 != "." })
    if section == "domains" {
      let fitting = spec.domains.map(\.name).filter { rest == $0 || rest.hasPrefix($0 + ".") }
      name = fitting.max { $0.utf8.count < $1.utf8.count } ?? String(rest)
    }
    return (section, name, String(rest.dropFirst(name.count + 1)))
  }

  /// The parts of a place, including those of the rest of its path.
  func words(of path: String) -> [String] {
    guard let (section, name, rest) = parts(of: path) else { return [path] }
    return [section, name]
      + (rest.isEmpty ? [] : rest.split(separator: ".", omittingEmptySubsequences: false).map(String.init))
  }

  /// The name of a place's element in the list of used names: `functions.books`.
  func element(of path: String) -> String { parts(of: path).map { "\($0.section).\($0.name)" } ?? path }
}

extension Place {
  /// A domain, or a part of it. The labels of a host are words; none may have capitals inside, since another one may
  /// follow.
  static func domain(_ name: String, _ part: String? = nil, kind: String = "Domain") -> Place {
    var words = LogicalID()
    words.add(host: name)
    let path = ["domains.\(name)", part].compactMap { $0 }.joined(separator: ".")
    return Place(path, id: words.finish(kind: kind, path: path))
  }

  static func domainCertificate(_ name: String) -> Place { domain(name, "certificate", kind: "DomainCertificate") }
  static func domainRecord(_ name: String, _ type: AliasType) -> Place {
    domain(name, "records.\(type.rawValue)", kind: type == .ipv4 ? "DomainIpv4Record" : "DomainIpv6Record")
  }
}

/// The records that lead to a domain.
enum AliasType: String, CaseIterable {
  case ipv4 = "A"
  case ipv6 = "AAAA"
}

extension LogicalID {
  /// Adds the labels of a host.
  mutating func add(host: String) {
    for label in host.split(separator: ".", omittingEmptySubsequences: false) { add(String(label), isLast: false) }
  }
}

extension PlacePart {
  static func records(ofDomain name: String) -> [PlacePart] {
    AliasType.allCases.map { type in
      PlacePart("records.\(type.rawValue)", .domainRecord(name, type), "AWS::Route53::RecordSet")
    }
  }

  static func parts(ofDomain name: String) -> [PlacePart] {
    [PlacePart("certificate", .domainCertificate(name), "AWS::CertificateManager::Certificate")]
      + records(ofDomain: name)
  }
}

extension PlaceFinder {
  /// A mapping of an API or of one of its stages: the longest of their places that a path begins with.
  func mapping(of api: Named<Api>, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    guard rest.hasPrefix("domain") || (rest.hasPrefix("stages.") && rest.mentions(".domain")) else { return nil }
    let owner = "apis.\(api.name)."
    let parts = values.mappings(of: api).map { mapping in
      PlacePart(
        String(mapping.path.dropFirst(owner.count)), values.place(of: mapping), "AWS::ApiGatewayV2::ApiMapping")
    }
    return find(rest, among: parts)
  }

  /// A domain: its own resource or what is known of one that exists, or a part of it.
  func domain(_ element: Section.Element, _ rest: String) -> (target: PlaceTarget, rest: String)? {
    part(of: element, rest, among: PlacePart.parts(ofDomain: element.name))
      ?? find(rest, among: PlacePart.records(ofDomain: element.name))
      ?? whole(element, at: .domain(element.name), rest)
  }
}

extension String {
  /// Whether a name of a domain or a certificate, which may have a wildcard, is for a host in lower case.
  func matches(host: String) -> Bool {
    if lowercased() == host { return true }
    guard hasPrefix("*."), let dot = host.firstIndex(of: ".") else { return false }
    return lowercased().dropFirst() == host[dot...]
  }
}
