import CloudFormation
import SpecReading
import YAMLTree

extension Rule {
  /// What is defined and never named.
  static let unusedDefinition = Rule(
    id: "REF007",
    severity: .warning,
    summary: "a definition that nothing names",
    why: """
      What nothing names is most likely a leftover, or was meant where another name stands now. It is created all the
      same, and some of it costs money.
      """,
    source: "the language: nothing is silently ignored",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
        ⟦authors⟧: {runtime: nodejs24.x, handler: index.handler, code: src/authors}
      apis:
        store:
          routes:
            GET /books: books
            ⟪→
            GET /authors: authors
            ⟫
      """,
    check: { spec, report in
      // A name that was not understood may have been meant for any of them.
      guard spec.isWhole, spec.findings.errorCount == 0 else { return }
      // What a macro makes or includes may name it.
      if spec.hasMacros { return }
      var collector = NameCollector(names: spec.names, used: spec.used)
      collector.collect(spec.names.spec)
      for definition in spec.definitions where !collector.used.contains(definition.path) {
        if definition.id.map(collector.used.contains) ?? false { continue }
        report.report(
          at: definition.mark, "`\(definition.path)` is defined, but nothing names it",
          help: "leave it out, or name it where it is meant")
      }
      for api in spec.names.spec.apis where !api.value.integrations.isEmpty {
        let named = api.value.namedIntegrations
        let pending = Set(spec.values.pending.map(\.id))
        for element in api.value.integrations where !named.contains(element.name) {
          if pending.contains(spec.names.id(.integration(api.name, element.name))) { continue }
          report.report(
            at: element.mark, "no route names the integration `\(element.name)`",
            help: "leave it out, or write `integration: \(element.name)` on a route")
        }
      }
    })
}

extension Api {
  /// The integrations that routes name.
  fileprivate var namedIntegrations: Set<String> {
    Set(
      routes.compactMap { route in
        if case .integration(let shared) = route.value.answer { shared.name.literal } else { nil }
      })
  }
}

extension ResolvedSpec {
  /// Something that is there to be named: its place, its logical id if it has one, and where it stands.
  fileprivate typealias Definition = (path: String, id: String?, mark: Mark)

  /// Resources of API Gateway's that do nothing unless something else names them. Where none of `resources` is a route,
  /// integrations may be there for another stack's.
  private var gatewayParts: [String] {
    (["VpcLink"] + (rawGateway("Route").isEmpty ? [] : ["Integration"])).map { ResourceType.prefix + $0 }
  }

  fileprivate var definitions: [Definition] {
    let spec = names.spec
    var all: [Definition] = []
    for table in names.sections where table.section.isPassive {
      for element in table.elements {
        let place = table.section.place(element.name)
        all.append((place.path, names.id(place), element.mark))
      }
    }
    for section in spec.sections {
      guard let raw = section.value, ["Parameters", "Mappings", "Conditions"].contains(section.name) else { continue }
      for entry in names.tree.entries(raw.node) {
        let name = names.tree.string(entry.key)
        all.append(("\(section.name.lowercased()).\(name)", name, names.tree.mark(entry.key)))
      }
    }
    // What is of no use but to others; a role or a layer of a fixed name may be known outside.
    for type in ["AWS::IAM::Role", "AWS::CertificateManager::Certificate", "AWS::Lambda::LayerVersion"] + gatewayParts {
      for resource in rawResources(type)
      where resource.isWhole && resource["RoleName"] == nil && resource["LayerName"] == nil {
        all.append(("resources.\(resource.id)", resource.id, resource.mark))
      }
    }
    all += unusedRawModels.map { ("resources.\($0.id)", $0.id, $0.mark) }
    return all
  }
}
