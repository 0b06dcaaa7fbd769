import CloudFormation
import SpecReading

/// A route of the language, and the resources that it became. An object, so that passing it on copies nothing.
final class LoweredRoute {
  /// The logical ID of the route.
  let id: String
  /// The index of what its target became, in `SynthesisResult.targets`.
  let target: Int
  let resolved: ApiRoutes.Resolved
  /// Its index among the routes of its API.
  let index: Int

  init(id: String, target: Int, resolved: ApiRoutes.Resolved, index: Int) {
    self.id = id
    self.target = target
    self.resolved = resolved
    self.index = index
  }
}

/// A target of the language, and the integration that it became. Equal targets share one integration, and each has the
/// places of its own values. An object, since each of its routes looks at it.
final class LoweredTarget {
  /// The logical ID of the integration.
  let id: String
  let target: Target
  let properties: Object
  let api: Named<Api>
  /// `Target` of its routes.
  let reference: Value
  /// Where the target is named.
  let name: Given<String>
  /// The function that it calls without a role, if it does.
  let callee: Callee?

  init(
    id: String, target: Target, properties: Object, api: Named<Api>, reference: Value, name: Given<String>,
    callee: Callee?
  ) {
    self.id = id
    self.target = target
    self.properties = properties
    self.api = api
    self.reference = reference
    self.name = name
    self.callee = callee
  }

  /// The same target with other properties.
  func with(_ properties: Object) -> LoweredTarget {
    LoweredTarget(
      id: id, target: target, properties: properties, api: api, reference: reference, name: name, callee: callee)
  }
}
