import CloudFormation
import SpecReading
import YAMLTree

extension ResolvedSpec {
  /// The domains that the stack creates.
  var createdDomains: [(element: Named<DomainElement>, domain: CreatedDomain)] {
    names.spec.domains.compactMap { element in element.value.created.map { (element, $0) } }
  }

  /// The domain of the spec that a mapping leads from.
  func domain(of mapping: ResolvedMapping) -> Named<DomainElement>? {
    if case .domain(let index) = mapping.host { names.spec.domains[index] } else { nil }
  }

  /// Mappings by their host, in the order in which hosts first appear.
  var mappingsByHost: [[ResolvedMapping]] {
    var groups: [[ResolvedMapping]] = []
    var indices: [DomainHost: Int] = [:]
    for mapping in mappings {
      if let index = indices[mapping.host] {
        groups[index].append(mapping)
      } else {
        indices[mapping.host] = groups.count
        groups.append([mapping])
      }
    }
    return groups
  }

  /// What a host is called in messages.
  func words(for host: DomainHost) -> String { names.hostText(host).map { "`\($0)`" } ?? "this domain" }
}

extension Api {
  /// Whether clients reach an API at the address that AWS gives it, too; nil where that is not known.
  var answersAtEndpoint: Bool? {
    guard case .created(let api) = form else { return nil }
    guard let disabled = api.disableExecuteApiEndpoint else { return true }
    return disabled.literal.map { !$0 }
  }
}

/// What is wrong with a text as the host of a domain.
enum HostForm {
  /// The nearest of some hosts, if one is near enough to be meant. What both have at their ends tells nothing.
  static func nearest(to text: String, among hosts: [String]) -> String? {
    let labels = text.split(separator: ".")
    return hosts.first { host in
      let others = host.split(separator: ".")
      if others.count != labels.count { return Suggestion.nearest(to: text, among: [host]) != nil && labels.count == 1 }
      let different = labels.indices.filter { labels[$0] != others[$0] }
      return different.count == 1
        && different.allSatisfy { Suggestion.nearest(to: String(labels[$0]), among: [String(others[$0])]) != nil }
    }
  }

  /// What is wrong, and what to write; nil where it is a host.
  static func flaw(_ text: String) -> (message: String, help: String?)? {
    let quoted = Reader.quoted(text)
    if let end = text.firstRange(of: "://") {
      return ("a domain has no scheme", "write `\(text[end.upperBound...])`")
    }
    if let slash = text.firstIndex(of: "/") {
      return (
        "a domain's host has no path", "write `\(text[..<slash])` here, and the path where an API names the domain"
      )
    }
    if text.mentions("${") { return ("\(quoted) is not a host: nothing reads the `${…}`", "write `!Sub \(text)`") }
    if let colon = text.firstIndex(of: ":") {
      return ("a domain has no port: it answers on 443", "write `\(text[..<colon])`")
    }
    if text != text.lowercased() { return ("a domain is written in lower case", "write `\(text.lowercased())`") }
    if text.contains("_") { return ("\(quoted) is not a host: API Gateway takes no `_`", nil) }
    if text.hasSuffix(".") { return ("a domain is written without the dot at its end", "write `\(text.dropLast())`") }
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count < 2 { return ("\(quoted) is not a host", "a host has several parts, such as `api.example.com`") }
    if labels.dropFirst().contains(where: { $0.contains("*") }) || (labels[0].contains("*") && labels[0] != "*") {
      return (
        "a `*` stands only for the whole first part of a host", "write `*.\(labels.dropFirst().joined(separator: "."))`"
      )
    }
    if text.utf8.count > 255 || labels.contains(where: { $0.utf8.count > 63 }) {
      return ("\(quoted) is too long: 63 characters a part, 255 in all", nil)
    }
    for label in labels where label != "*" {
      if !label.isMade(ofLettersDigitsAnd: "-") || label.hasPrefix("-") || label.hasSuffix("-") {
        let help = text.allSatisfy(\.isASCII) ? nil : "write letters beyond ASCII as DNS does: `xn--…`"
        return ("\(quoted) is not a host: its parts are made of letters, digits and inner `-`", help)
      }
    }
    return nil
  }
}
