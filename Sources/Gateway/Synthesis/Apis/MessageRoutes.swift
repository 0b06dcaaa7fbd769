import CloudFormation
import SpecReading

extension Synthesis {
  /// Adds a route's properties for messages. Returns the models that it needs. What an HTTP API does not support is
  /// written as well, and reported.
  mutating func addMessages(
    of route: Route, to integration: String, _ properties: inout Object, in context: inout ApiContext
  ) -> [String] {
    let details = route.details
    let (models, ids) = models(details.requestModels, in: &context)
    properties.add("ApiKeyRequired", details.apiKeyRequired) { value($0) }
    properties.add("RequestModels", models)
    properties.add("ModelSelectionExpression", details.modelSelectionExpression) { value($0) }
    // AWS rejects what the integration takes of a request unless the route declares it.
    let isWebSocket = context.api.value.isWebSocket
    properties.add(
      "RequestParameters", declared(details.routeParameters, and: isWebSocket ? requestValues(of: integration) : []))
    if isWebSocket, details.answers {
      properties.add(
        "RouteResponseSelectionExpression", "$default", origin: Origin(of: details.returnResponse?.node))
    }
    return ids
  }

  /// The way back of a route that answers. `$default` is the only key that AWS has.
  mutating func writeResponse(
    to route: String, _ key: RouteKey, _ resolved: Route, in context: inout ApiContext
  ) {
    guard context.api.value.isWebSocket, resolved.details.answers else { return }
    let fields = resolved.details.returnResponse?.fields
    let (models, ids) = models(fields?.models ?? [], in: &context)
    var properties = Object()
    properties.add("ApiId", context.id)
    properties.add("RouteId", .ref(route))
    properties.add("RouteResponseKey", "$default")
    properties.add("ResponseModels", models)
    properties.add("ResponseParameters", declared(fields?.parameters ?? [], and: []))
    var extras = Extras.part(resolved.options)
    extras.condition = context.api.value.options?.condition?.literal
    extras.dependsOn = ids
    let path = "apis.\(context.api.name).routes.\(key.text).response"
    let id = write(
      .route(context.api.name, key, kind: "RouteResponse", path: path), .routeResponse, properties,
      extras)
    context.deployed(id)
  }

  /// Declared parameters, those of the author first.
  private func declared(_ parameters: [Named<DeclaredParameter>], and found: [String]) -> Value? {
    if parameters.isEmpty, found.isEmpty { return nil }
    var object = Object()
    for parameter in parameters {
      let required: Value = ["Required": parameter.value.required.map { value($0) } ?? false]
      object.set(Object.Member(key: parameter.name, value: required, origin: Origin(naming: parameter.node)))
    }
    for name in found.sorted() where object[name] == nil { object[name] = ["Required": false] }
    return object.isEmpty ? nil : .object(object)
  }

  /// The headers and parameters of a request that an integration's parameters take.
  private func requestValues(of integration: String) -> [String] {
    let parameters = template[integration]?.properties["RequestParameters"]?.object
    return (parameters?.members ?? []).compactMap { $0.value.text }.filter(MessageMapping.isDeclarable)
  }

  // MARK: Models

  /// Models by key, and the logical IDs of those that are written: a route names them, so no reference waits for them.
  private mutating func models(
    _ names: [Named<Given<String>>], in context: inout ApiContext
  ) -> (Value?, [String]) {
    if names.isEmpty { return (nil, []) }
    var object = Object()
    var ids: [String] = []
    for entry in names {
      object.set(entry) { value($0) }
      if let name = entry.value.literal, let id = model(name, in: &context), !ids.contains(id) { ids.append(id) }
    }
    return (object.isEmpty ? nil : .object(object), ids)
  }

  /// A model, written when the first route needs it.
  private mutating func model(_ name: String, in context: inout ApiContext) -> String? {
    if let id = context.models[name] { return id }
    guard let element = context.api.value.models.first(where: { $0.name == name }) else { return nil }
    return write(element.node) { $0.write(element, in: &context) }
  }

  private mutating func write(_ element: Named<ModelElement>, in context: inout ApiContext) -> String {
    let (name, model) = (element.name, element.value)
    var properties = Object()
    properties.add("ApiId", context.id)
    properties.add("Name", .string(name), origin: Origin(of: element.node))
    properties.add("ContentType", model.contentType, default: "application/json") { value($0) }
    properties.add("Description", model.description) { value($0) }
    if !model.schema.mark.isNowhere {
      failAtEmptyValues(in: model.schema.node)
      properties.add("Schema", values.value(model.schema.node), origin: Origin(of: model.schema.node))
    }
    let id = write(
      .model(context.api.name, name), .model, properties,
      .main(model.options, of: context.api.value.options))
    context.models[name] = id
    context.deployed(id)
    return id
  }
}

extension ApiContext {
  /// Notes a part of the API that its deployment comes after, and is renewed for.
  mutating func deployed(_ id: String) {
    routes.append(id)
    parts.append(id)
  }
}
