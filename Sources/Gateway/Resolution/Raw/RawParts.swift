import SpecReading
import YAMLTree

extension ResolvedSpec {
  /// What authors write of resources of types that rules know, besides `resources`: `properties` of elements, and
  /// `overrides` of resources and places.
  static func parts(of spec: Spec, _ values: RawValues) -> [RawResource] {
    var parts: [RawResource] = []
    func add(_ options: ElementOptions?, _ type: String, _ mark: Mark) {
      guard let raw = options?.properties else { return }
      parts.append(RawResource(part: raw.node, of: ResourceType.prefix + type, id: "", mark: mark, values: values))
    }
    for api in spec.apis {
      add(api.value.options, "Api", api.mark)
      for stage in api.value.stages ?? [] { add(stage.value.options, "Stage", stage.mark) }
      for route in api.value.routes { add(route.value.options, "Route", route.mark) }
      for integration in api.value.integrations { add(integration.value.options, "Integration", integration.mark) }
      for authorizer in api.value.authorizers { add(authorizer.value.options, "Authorizer", authorizer.mark) }
      for model in api.value.models { add(model.value.options, "Model", model.mark) }
    }
    return parts + overrides(of: spec, values)
  }

  private static func overrides(of spec: Spec, _ values: RawValues) -> [RawResource] {
    let tree = values.names.tree
    return spec.overrides.compactMap { element in
      guard let type = type(of: element.name, values), ResourceType.named(type)?.isComplete ?? false else { return nil }
      for entry in tree.entries(element.value.node) where tree.equals(entry.key, "Properties") {
        return RawResource(part: entry.value, of: type, id: "", mark: element.mark, values: values)
      }
      return nil
    }
  }

  /// The type of what a logical id of `resources` or a place stands for.
  private static func type(of name: String, _ values: RawValues) -> String? {
    if let type = values.names.resourceTypes[name] { return type }
    guard values.isPlace(name), let (target, rest) = PlaceFinder(values: values).find(name), rest.isEmpty,
      case .resource(_, let type) = target
    else { return nil }
    return type
  }
}
