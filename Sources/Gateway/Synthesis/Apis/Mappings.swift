import CloudFormation
import SpecReading

extension Synthesis {
  /// The mappings that lead from hosts to an API's stages.
  mutating func writeMappings(in context: ApiContext) {
    for mapping in values.mappings(of: context.api) {
      guard let stage = mapping.stage else { continue }
      var properties = Object()
      properties.add("ApiId", context.id)
      let path = mapping.mapping.basePath ?? mapping.mapping.name
      properties.add("ApiMappingKey", mapping.basePath, origin: Origin(of: path.node))
      properties.add("DomainName", values.host(of: mapping), origin: Origin(of: mapping.mapping.name.node))
      properties.add("Stage", values.reference(to: stage, of: context.api.name))
      var extras = Extras.main(mapping.mapping.options)
      extras.condition = condition(on: mapping)
      let place = values.place(of: mapping)
      if !mapping.mapping.options.changesResource, let other = template[names.id(place)],
        other.type == ResourceType.apiMapping.name
      {
        lead(other, elsewhere: properties, where: allOf(extras.conditions))
      } else {
        write(place, .apiMapping, properties, extras)
      }
    }
  }

  /// Lets a mapping lead elsewhere while a condition holds. Two resources for a path would be created and deleted in the
  /// wrong order when the condition changes. The same path twice at once is an error of a rule.
  private mutating func lead(_ mapping: Resource, elsewhere properties: Object, where condition: String?) {
    guard let condition, let own = mapping.condition, condition != own else { return }
    let logic = ConditionLogic(template)
    if logic.mayHold([.holds(own), .holds(condition)]) == true { return }
    var mapping = mapping
    for member in properties.members where mapping.properties[member.key] != member.value {
      mapping.properties[member.key] = .choice(condition, member.value, mapping.properties[member.key])
    }
    let isAlways = logic.mayHold([own, condition].map { .init(name: $0, holds: false) }) == false
    mapping.condition = isAlways ? nil : anyOf([own, condition])
    template[mapping.id] = mapping
  }

  /// The condition under which the API, the stage and the domain of a mapping exist.
  private mutating func condition(on mapping: ResolvedMapping) -> String? {
    var domain: ElementOptions?
    if case .domain(let index) = mapping.host { domain = names.spec.domains[index].value.created?.options }
    let options = [mapping.api.value.options, mapping.stage?.value?.options, domain]
    let branch = condition(of: mapping.mapping.branch)
    return allOf(options.map { $0?.condition?.literal } + [branch])
  }

  // MARK: Outputs

  /// Where clients call an API through its own domains: `StoreApiExampleComUrl`.
  mutating func writeDomainOutputs(of api: Named<Api>) {
    let mappings = values.mappings(of: api)
    if mappings.isEmpty { return }
    let own = names.formerName(api.name, in: "apis")
    let mappingsByHost = Dictionary(grouping: mappings, by: \.host)
    for mapping in mappings {
      guard mapping.stage != nil, let url = url(of: mapping) else { continue }
      // The path is part of the name only where it has to be: where the same host leads to the API more than once.
      let isAlone = mappingsByHost[mapping.host]?.count == 1
      var words = LogicalID()
      words.add(own, isLast: false)
      let path = values.addWords(of: mapping, withPath: !isAlone, to: &words)
      var name = words.finish(kind: "Url", path: "\(own)/\(path)")
      if template.outputs[name] != nil {
        // A stage's, of the same name as a domain.
        words.markLossy()
        name = words.finish(kind: "Url", path: "\(own)/\(path)")
      }
      let host = names.hostText(mapping.host) ?? "a domain"
      let condition = allOf([mapping.mapping.options.condition?.literal, condition(on: mapping)])
      add(name, url, "URL of the API \(api.name) on \(host)", api, condition: condition)
    }
  }

  /// Nil for a wildcard, which matches many URLs.
  private func url(of mapping: ResolvedMapping) -> Value? {
    let text = names.hostText(mapping.host)
    if text?.hasPrefix("*") ?? false { return nil }
    let scheme = mapping.api.value.isWebSocket ? "wss" : "https"
    let host = text.map { .string($0) } ?? values.host(of: mapping)
    return .sub("\(scheme)://\(host, as: "Host")/\(mapping.basePath?.textForSub ?? "", as: "Path")")
  }
}

extension ElementOptions {
  /// Whether the resource of the element differs in more than its condition.
  fileprivate var changesResource: Bool { dependsOn != nil || metadata != nil || properties != nil }
}
