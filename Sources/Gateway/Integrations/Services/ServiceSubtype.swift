import CloudFormation

/// An action of a service, which API Gateway calls an integration subtype.
///
/// Source: API Gateway's reference of integration subtypes, which has ten, as of 2026-11-22; the IAM actions from the
/// Service Authorization Reference; the defaults from the language page.
struct ServiceSubtype: Sendable {
  /// The ARNs that a role needs, where they are not those of the things themselves.
  typealias Resources = @Sendable ([FoundResource], SpecNames) -> [Value]

  /// AWS's name of it: `SQS-SendMessage`.
  let name: String
  /// The word that chooses it in a spec; nil for the only action of a service.
  let word: String?
  /// The IAM action that its role needs.
  let action: String
  /// The parameters that name what it is called on; the target's own key fills them in.
  let target: [String]
  /// Parameters that must be there.
  let required: [String]
  /// Parameters that may be left out, besides `Region`.
  let optional: [String]
  /// The value of a parameter that is not given.
  let defaults: [String: String]
  /// Values that messages suggest for parameters without a default.
  let examples: [String: String]
  /// What its role needs to do with the KMS key that the thing is encrypted with.
  let keyActions: [Value]
  let resources: Resources?

  init(
    _ name: String, word: String? = nil, _ action: String, target: [String], required: [String],
    optional: [String] = [], defaults: [String: String] = [:], examples: [String: String] = [:],
    keyActions: [Value] = [], resources: Resources? = nil
  ) {
    (self.name, self.word, self.action, self.target) = (name, word, action, target)
    (self.required, self.optional, self.defaults, self.examples) = (required, optional, defaults, examples)
    (self.keyActions, self.resources) = (keyActions, resources)
  }

  /// Every parameter, in the order in which they are written.
  var parameters: [String] { required + optional + ["Region"] }
}
