import CloudFormation
import SpecReading

extension Synthesis {
  /// The actions of a listener or a rule after the validation of tokens: CloudFormation wants an order of several actions.
  func actions(_ actions: Value, after validation: Conditional<JwtValidation>?) -> Value {
    guard let validation, case .list(let last) = actions else { return actions }
    let first = Value.choice(validation) { validation, _ in
      ["Type": "jwt-validation", "Order": 1, "JwtValidationConfig": .object(config(of: validation))]
    }
    guard let first else { return actions }
    return .list(
      [first]
        + last.map { action in
          guard case .object(var object) = action else { return action }
          object.add("Order", 2)
          return .object(object)
        })
  }

  private func config(of validation: JwtValidation) -> Object {
    var config = Object()
    config.add("Issuer", validation.issuer) { value($0) }
    config.add("JwksEndpoint", validation.jwksEndpoint) { value($0) }
    let claims = validation.additionalClaims.map { claim in
      var object = Object()
      object.add("Name", .string(claim.name), origin: Origin(of: claim.node))
      object.add("Format", claim.value.format, default: .string(ClaimFormat.string.rawValue)) { value($0) }
      object.add("Values", claim.value.values) { list($0) }
      return Value.object(object)
    }
    config.add("AdditionalClaims", claims.isEmpty ? nil : .list(claims))
    return config
  }
}
