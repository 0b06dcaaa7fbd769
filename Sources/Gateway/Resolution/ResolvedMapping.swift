import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

/// A mapping whose host and path are known, as far as they can be.
struct ResolvedMapping {
  let api: Named<Api>
  /// The stage that it leads to; nil if it is on an API that has several or none.
  let stage: Api.ResolvedStage?
  let mapping: DomainMapping
  /// Its name for authors: `apis.store.domain`, or followed by its host if there are several.
  let path: String
  let host: DomainHost
  let basePath: Value?

  /// The path under which it leads to the stage, where that is known; empty for the root.
  var pathText: String? { basePath == nil ? "" : basePath?.knownText }

  /// The mark of its path: in `basePath`, or after the host.
  var pathMark: Mark {
    if let given = mapping.basePath { return given.mark }
    guard let text = mapping.name.literal, let slash = text.firstIndex(of: "/") else { return mapping.name.mark }
    let start = text.index(after: slash)
    return mapping.name.mark(of: (start == text.endIndex ? slash : start)..<text.endIndex)
  }

  /// The mark of its host.
  var hostMark: Mark {
    guard let text = mapping.name.literal, !text.mentions("://"), let slash = text.firstIndex(of: "/"),
      slash > text.startIndex
    else {
      return mapping.name.mark
    }
    return mapping.name.mark(of: text.startIndex..<slash)
  }
}

extension RawValues {
  /// The mappings of an API and of its stages.
  func mappings(of api: Named<Api>) -> [ResolvedMapping] {
    api.writtenMappings.map { written in
      let (whole, behind) = MappingText.split(value(written.mapping.name))
      return ResolvedMapping(
        api: api, stage: written.stage, mapping: written.mapping, path: written.path, host: host(whole),
        basePath: written.mapping.basePath.map { value($0) } ?? behind)
    }
  }

  /// The domain that a host means, which may be given by the same function as the domain's own name.
  func host(_ value: Value) -> DomainHost {
    switch value {
    case .string(let text) where !value.isDynamicReference: return names.host(text)
    case .ref(let id):
      if let index = names.spec.domains.firstIndex(where: { names.id(.domain($0.name)) == id }) {
        return .domain(index)
      }
      if names.resourceTypes[id] == "AWS::ApiGatewayV2::DomainName" { return .resource(id) }
    default: break
    }
    let index = names.spec.domains.firstIndex { domain in
      if case .intrinsic(let node) = domain.host.content { self.value(node) == value } else { false }
    }
    return index.map { .domain($0) } ?? .function(value)
  }

  /// The place of a mapping. Its ID consists of its host and its path only: when they lead to another API or stage
  /// one day, the mapping is changed. A new one could not be created while the old one exists.
  func place(of mapping: ResolvedMapping) -> Place {
    var words = LogicalID()
    let path = addWords(of: mapping, to: &words)
    return Place(mapping.path, id: words.finish(kind: "Mapping", path: path))
  }

  /// Adds the words of a mapping's host and path. Returns the text that distinguishes it from all others.
  func addWords(of mapping: ResolvedMapping, withPath: Bool = true, to words: inout LogicalID) -> String {
    let host: String
    switch mapping.host {
    case .domain(let index) where names.hostText(mapping.host) == nil:
      let name = names.spec.domains[index].name
      host = "domains.\(name)"
      words.add(host: name)
      // A host that reads the same is another one.
      if name.contains(".") { words.markLossy() }
    case .domain, .outside:
      host = names.hostText(mapping.host) ?? ""
      words.add(host: host)
      if host.split(separator: ".").contains("at") { words.markLossy() }
    case .resource(let id):
      host = "resources.\(id)"
      words.add(id, isLast: false)
    case .function(let value):
      host = value.fingerprint
      words.add(fixed: "Domain")
      words.markLossy()
    }
    guard withPath, let basePath = mapping.basePath else { return host }
    words.add(fixed: "At")
    guard let text = basePath.knownText else {
      words.markLossy()
      return "\(host)/\(basePath.fingerprint)"
    }
    for segment in text.split(separator: "/", omittingEmptySubsequences: false) {
      words.add(String(segment), isLast: false)
      if segment == "at" { words.markLossy() }
    }
    return "\(host)/\(text)"
  }
}

extension Named<Api> {
  /// A mapping as it is written, and its place.
  typealias WrittenMapping = (path: String, mapping: DomainMapping, stage: Api.ResolvedStage?)

  /// The mappings of the API and of its stages, in the order of the language page.
  var writtenMappings: [WrittenMapping] {
    let stages = value.resolvedStages
    let only = stages.count == 1 ? stages[0] : nil
    var all = written(value.domain, "apis.\(name).domain", only)
    for stage in stages { all += written(stage.value?.domain, "apis.\(name).stages.\(stage.name).domain", stage) }
    return all
  }

  private func written(_ mappings: DomainMappings?, _ path: String, _ stage: Api.ResolvedStage?) -> [WrittenMapping] {
    guard let items = mappings?.items else { return [] }
    if items.count == 1 { return [(path, items[0], stage)] }
    return items.enumerated().map { index, mapping in
      let base = mapping.basePath.map { "/\($0.literal ?? "")" } ?? ""
      return ("\(path).\(mapping.name.literal ?? String(index))\(base)", mapping, stage)
    }
  }
}

/// A host and the path behind it.
enum MappingText {
  /// Takes a text apart at its first slash, also one with functions inside. A URL is left whole: it is not a host.
  static func split(_ value: Value) -> (host: Value, path: Value?) {
    if let text = value.knownText {
      let (host, path) = split(text)
      return (.string(host), path.map { .string($0) })
    }
    guard let arguments = value.object?["Fn::Sub"] else { return (value, nil) }
    var variables: Value?
    var text = arguments.text
    if case .list(let parts) = arguments, parts.count == 2 { (text, variables) = (parts[0].text, parts[1]) }
    guard let text, let parts = Optional(split(text)), let path = parts.path else { return (value, nil) }
    func substituted(_ text: String) -> Value {
      if !text.mentions("${") { return .string(text) }
      guard let all = variables?.object else { return ["Fn::Sub": .string(text)] }
      let own = Object(all.members.filter { text.contains("${\($0.key)}") })
      return own.isEmpty ? ["Fn::Sub": .string(text)] : ["Fn::Sub": [.string(text), .object(own)]]
    }
    return (substituted(parts.host), substituted(path))
  }

  /// Takes a text apart at its first slash.
  static func split(_ text: String) -> (host: String, path: String?) {
    if text.mentions("://") { return (text, nil) }
    guard let slash = text.firstIndex(of: "/") else { return (text, nil) }
    return (String(text[..<slash]), String(text[text.index(after: slash)...]))
  }
}
