import CloudFormation
import SpecReading

/// A route of the language, and the resources that it became.
struct LoweredRoute {
  /// The logical id of the route.
  let id: String
  /// The index of what its target became, in `SynthesisResult.targets`.
  let target: Int
  let resolved: ApiRoutes.Resolved
  /// Its index among the routes of its API.
  let index: Int
}

/// A target of the language, and the integration that it became. Equal targets share one integration, and each has the
/// places of its own values.
struct LoweredTarget {
  /// The logical id of the integration.
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
}
