import CloudFormation

/// An action of a service: an integration subtype.
///
/// Source: the API Gateway integration subtype reference, which lists ten, as of 2026-11-22; IAM actions from the
/// Service Authorization Reference. The defaults are those of this language.
struct ServiceSubtype: Sendable {
  /// The ARNs in the role's policy, if they differ from those of the resources.
  typealias Resources = @Sendable ([FoundResource], SpecNames) -> [Value]

  /// The name of the integration subtype: `SQS-SendMessage`.
  let name: String
  /// The word that selects it in a spec; nil for the only action of a service.
  let word: String?
  /// The IAM action that the role needs.
  let action: String
  /// The parameters that specify the resource; the target's key sets them.
  let target: [String]
  /// Required parameters.
  let required: [String]
  /// Optional parameters, except `Region`.
  let optional: [String]
  /// Values of parameters that are not specified.
  let defaults: [String: String]
  /// Values that messages suggest for parameters without a default.
  let examples: [String: String]
  /// The ranges of numbers.
  let ranges: [String: ClosedRange<Int>]
  /// The parameter that the service reads as JSON.
  let json: String?
  /// The actions that the role needs on the KMS key of the resource.
  let keyActions: [Value]
  let resources: Resources?

  init(
    _ name: String, word: String? = nil, _ action: String, target: [String], required: [String],
    optional: [String] = [], defaults: [String: String] = [:], examples: [String: String] = [:],
    ranges: [String: ClosedRange<Int>] = [:], json: String? = nil, keyActions: [Value] = [], resources: Resources? = nil
  ) {
    (self.name, self.word, self.action, self.target) = (name, word, action, target)
    (self.required, self.optional, self.defaults, self.examples) = (required, optional, defaults, examples)
    (self.ranges, self.json, self.keyActions, self.resources) = (ranges, json, keyActions, resources)
  }

  /// All parameters, in output order.
  var parameters: [String] { required + optional + ["Region"] }
}
