import CloudFormation
import Diagnostics
import SpecReading

extension Synthesis {
  /// Writes the integration behind a route, once for targets that are written alike; the index of what it became.
  mutating func lower(_ route: Route, _ alike: Int, in context: inout ApiContext) -> Int? {
    if let known = context.targets[alike] { return known }
    let lowered: LoweredTarget?
    switch route.answer {
    case .integration(let shared):
      guard let name = shared.name.literal, let element = context.shared[name] else { return nil }
      lowered = lower(element, called: name, behind: route, in: &context)
    case .target(let target):
      lowered = lower(target, called: nil, .part(context.api.value.options), behind: route, in: &context)
    case nil: return nil
    }
    guard let lowered else { return nil }
    context.targets[alike] = loweredTargets.count
    loweredTargets.append(lowered)
    return loweredTargets.count - 1
  }

  /// Writes an integration with a name; `route` is one behind it, if there is one.
  mutating func lower(
    _ element: IntegrationElement, called name: String, behind route: Route?, in context: inout ApiContext
  ) -> LoweredTarget? {
    guard let target = element.target else { return nil }
    var extras = Extras.main(element.options, of: context.api.value.options)
    extras.target = String(describing: target.integration.key)
    return lower(target, called: name, extras, behind: route, in: &context)
  }

  /// Targets that are equal share one integration, as far as their answers go the same way back.
  private mutating func lower(
    _ target: Target, called name: String?, _ extras: Extras, behind route: Route?,
    in context: inout ApiContext
  ) -> LoweredTarget? {
    let integration = target.integration
    guard let properties = properties(of: integration, in: context) else { return nil }
    let id = write(integration, properties, called: name, extras, behind: route, in: &context)
    return LoweredTarget(
      id: id, target: target, properties: properties, api: context.api,
      reference: .sub("integrations/\(Value.ref(id))"), name: integration.name,
      callee: permittedCallee(target))
  }

  private mutating func write(
    _ integration: some Integration, _ properties: Object, called name: String?, _ extras: Extras,
    behind route: Route?, in context: inout ApiContext
  ) -> String {
    let responses = responses(of: integration, for: route, in: context)
    // The order of keys does not matter, and neither does whether the default is written out.
    var whole = properties.withSortedMappings
    // A WebSocket API does not have that of HTTP APIs: a rule reports it.
    if integration.options.hasDefaultTimeout, !context.api.value.isWebSocket { whole["TimeoutInMillis"] = nil }
    if !responses.isEmpty {
      let answers = responses.map(\.value.sorted).sorted { $0.fingerprint < $1.fingerprint }
      whole.add("Responses", .list(answers))
    }
    var place = place(of: integration, whole, in: context)
    if let name {
      let isOwn = responses == self.responses(of: integration, for: nil, in: context)
      place =
        isOwn
        ? .integration(context.api.name, name)
        : Place(
          hashed: "apis.\(context.api.name).integrations.\(name).\(Value.object(whole).fingerprint)", "Integration",
          context.api.name, name)
      whole.add("Name", .string(name))
    }
    if let id = context.integrations[.object(whole)] { return id }
    let id = write(place, properties, extras, in: &context)
    context.integrations[.object(whole)] = id
    checkCount(of: integration, in: context)
    write(responses, of: id, place, in: &context)
    return id
  }

  /// An integration whose routes all have conditions is written where one of them is, and so are its responses.
  mutating func narrowIntegrations(in context: ApiContext) {
    if context.conditions.allSatisfy({ $0.condition == nil }) { return }
    let uses = Dictionary(grouping: context.conditions, by: \.integration).mapValues { $0.map(\.condition) }
    guard uses.values.contains(where: { !$0.contains(nil) }) else { return }
    for id in context.parts {
      var owner = id
      if case .ref(let integration)? = template[id]?.properties["IntegrationId"] { owner = integration }
      guard let uses = uses[owner], let condition = anyOf(uses) else { continue }
      let narrowed = allOf([template[id]?.condition, condition])
      template[id]?.condition = narrowed
    }
  }

  /// The function that a target calls without a role, so that it needs a permission.
  private func permittedCallee(_ target: Target) -> Callee? {
    guard case .lambda(let lambda) = target, lambda.options.credentials == nil else { return nil }
    return callee(lambda.name)
  }

  /// The place of an integration without a name: its target, and a hash of its properties if it has more than the name
  /// of its target. So it does not depend on the routes that share it.
  private func place(of integration: some Integration, _ properties: Object, in context: ApiContext) -> Place {
    let kind = integration.kind
    // A WebSocket API does not have these defaults of HTTP APIs.
    let isOwn =
      context.api.value.isWebSocket
      && (properties["PayloadFormatVersion"] != nil || properties["TimeoutInMillis"] != nil)
    if !isOwn, let name = integration.plainName(in: names) {
      let words = name.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) }
      return Place("apis.\(context.api.name).targets.\(kind).\(name)", kind, [context.api.name] + words)
    }
    let text = integration.name.literal.map(SecretSign.withoutSecrets) ?? "target"
    let readable = Place.words(of: text.utf8.split(separator: UInt8(ascii: ":")).last.map(Substring.init) ?? "")
    return Place(
      hashed: "apis.\(context.api.name).targets.\(kind).\(Value.object(properties).fingerprint)", kind,
      context.api.name, readable.dropFirst().prefix(3).reduce(readable.first ?? "") { $0 + "-" + $1 })
  }

  private mutating func write(
    _ place: Place, _ properties: Object, _ extras: Extras, in context: inout ApiContext
  ) -> String {
    let id = write(place, .integration, properties, extras)
    context.parts.append(id)
    return id
  }
}

extension Object {
  /// The same with the keys of the mappings in it sorted.
  fileprivate var withSortedMappings: Object {
    // Few integrations have any.
    let hasMapping = members.contains { member in
      if case .object(let object) = member.value { object.members.count > 1 } else { false }
    }
    if !hasMapping { return self }
    return Object(members.map { .init(key: $0.key, value: $0.value.sorted, origin: $0.origin) })
  }
}
