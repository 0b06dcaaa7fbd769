import CloudFormation
import SpecReading
import YAMLTree

extension Rule {
  /// A definition that is not used.
  static let unusedDefinition = Rule(
    id: "REF007",
    severity: .warning,
    premise: .spec,
    summary: "unused definition",
    why: """
      A definition that is not used is most likely a leftover, or a reference to it has another name. It is created all the same,
      and some resources cost money.
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
    check: { model, report in
      // A name that was not understood may have been meant for any of them.
      guard model.spec.isWhole, model.spec.findings.errorCount == 0 else { return }
      // What a macro makes or includes may name it.
      if model.spec.hasMacros { return }
      var collector = NameCollector(names: model.spec.names, used: model.spec.used)
      collector.collect(model.names.spec)
      lazy var loopsChooseConditions = model.loopsChooseConditions
      for definition in model.definitions where !collector.used.contains(definition.path) {
        if definition.id.map(collector.used.contains) ?? false { continue }
        if model.calls(definition.path) || model.maps(definition.path) { continue }
        if definition.path.hasPrefix("conditions."), loopsChooseConditions { continue }
        report.report(
          at: definition.mark, "`\(definition.path)` is not used",
          help: "remove it, or use it")
      }
      for api in model.names.spec.apis where !api.value.integrations.isEmpty {
        let named = api.value.namedIntegrations
        let pending = Set(model.spec.values.pending.map(\.id))
        for element in api.value.integrations where !named.contains(element.name) {
          if pending.contains(model.names.id(.integration(api.name, element.name))) { continue }
          report.report(
            at: element.mark, "the integration `\(element.name)` is not used by any route",
            help: "remove it, or add `integration: \(element.name)` to a route")
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

extension Model {
  /// Whether a function gives the condition of a resource in a loop: it may be any.
  fileprivate var loopsChooseConditions: Bool {
    names.spec.resources.contains { resource in
      guard resource.name.hasPrefix("Fn::ForEach") else { return false }
      return Loops().members(of: resource.value.node, names.tree, names.spec.mappings).contains { _, body in
        guard let condition = body.flatMap({ names.tree.value("Condition", in: $0) }) else { return false }
        return !spec.values.isName(condition)
      }
    }
  }

  /// Whether an API calls an existing function of the spec by its ARN: its permission hangs on the definition.
  fileprivate func calls(_ path: String) -> Bool {
    guard path.hasPrefix("functions."), let index = names.index(String(path.dropFirst(10)), in: "functions") else {
      return false
    }
    let addresses =
      apis.integrations.compactMap { $0["IntegrationUri"]?.text }
      + apis.authorizers.compactMap { $0["AuthorizerUri"]?.text }
    // Its name in place of its ARN is an error of its own.
    if addresses.contains(where: { $0 == path.dropFirst(10) }) { return true }
    guard let arn = names.importedFunctions[index]?.literal else { return false }
    return addresses.contains { $0.contains(arn) }
  }

  /// Whether a mapping leads from a domain, which it may name by the function that gives the name of the domain.
  fileprivate func maps(_ path: String) -> Bool {
    path.hasPrefix("domains.") && domains.all.contains { $0.path == path && !$0.mappings.isEmpty }
  }

  /// Something to be used by others: its place, its logical ID if it has one, and where it is.
  fileprivate typealias Definition = (path: String, id: String?, mark: Mark)

  /// Types of API Gateway whose resources have no effect unless others use them. Without a route in `resources`,
  /// integrations may be for routes of another stack.
  private var gatewayParts: [String] {
    (["VpcLink"] + (resources("Route").contains { $0.source == .resources } ? ["Integration"] : [])).map {
      ResourceType.prefix + $0
    }
  }

  fileprivate var definitions: [Definition] {
    let spec = names.spec
    var all: [Definition] = []
    let openBalancers = spec.loadBalancers.filter(\.value.admitsEveryone).map { "loadBalancers.\($0.name)" }
    for table in names.sections where table.section.isPassive {
      for element in table.elements {
        let place = table.section.place(element.name)
        // Clients outside of the spec call it.
        if openBalancers.contains(place.path) { continue }
        all.append((place.path, names.id(place), element.mark))
      }
    }
    for section in spec.sections {
      guard let raw = section.value, ["Parameters", "Mappings", "Conditions"].contains(section.name) else { continue }
      for entry in names.tree.entries(raw.node) {
        let name = names.tree.string(entry.key)
        if name.hasPrefix("Fn::") { continue }
        all.append(("\(section.name.lowercased()).\(name)", name, names.tree.mark(entry.key)))
      }
    }
    // Resources that have no effect by themselves; a role or a layer with a fixed name may be used outside.
    for type in ["AWS::IAM::Role", "AWS::CertificateManager::Certificate", "AWS::Lambda::LayerVersion"] + gatewayParts {
      for resource in resources(type)
      where resource.source == .resources && resource.isWhole && resource["RoleName"] == nil
        && resource["LayerName"] == nil && !resource.isRoleForOthers
      {
        all.append(("resources.\(resource.id)", resource.id, resource.mark))
      }
    }
    all += unusedModels.map { ("resources.\($0.id)", $0.id, $0.mark) }
    return all
  }
}

extension Model.Resource {
  /// Whether other accounts or users of an identity provider assume it, so that nothing in the template refers to it.
  fileprivate var isRoleForOthers: Bool {
    (self["AssumeRolePolicyDocument"]?["Statement"]?.list ?? []).contains { statement in
      statement["Principal"]?.members.contains { ["AWS", "Federated"].contains($0.name) } ?? false
    }
  }
}
