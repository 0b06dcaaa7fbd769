import CloudFormation
import SpecReading

/// Forwards to the instances of a Cloud Map service.
public struct CloudMapTarget: PrivateTarget {
  let name: Given<String>
  let network: PrivateOptions
  let options: IntegrationOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.required("cloudMap", .name(of: Kind.service), "Name or ARN of the service.")
    network = fields.group(PrivateOptions.self)
    options = fields.group(IntegrationOptions.self)
  }

  /// The key that selects this target.
  static let key: StaticString = "cloudMap"

  func plainName(in names: SpecNames) -> String? {
    guard options.isEmpty, network.isEmpty, case .element = names.find(.service, name) else { return nil }
    return name.literal
  }

  func vpc(in names: SpecNames) -> Given<String>? { names.vpc(ofService: name) }

  func uri(in synthesis: inout Synthesis) -> Value? { synthesis.values.reference(.service, name) }

  /// Does nothing: Cloud Map does not know the security groups of instances.
  func admit(_ link: ResolvedLink, in synthesis: inout Synthesis) {}
}
