import CloudFormation
import YAMLTree

/// An `AWS::ApiGatewayV2::Integration` of `resources`.
struct RawIntegration {
  let resource: RawResource
  /// The protocol of its API, if it is known.
  let isWebSocket: Bool?

  /// A property, if it is given.
  subscript(_ name: String) -> RawProperty? { resource[name] }

  /// Its `IntegrationType`.
  var kind: String? { self["IntegrationType"]?.text }

  /// Whether what is not among its properties is missing.
  var isWhole: Bool { resource.isWhole }

  /// Whether it goes through a VPC link, if that is known.
  var isPrivate: Bool? {
    guard let type = self["ConnectionType"] else { return resource.properties.isFunction ? nil : false }
    return type.isFunction ? nil : type.text == "VPC_LINK"
  }

  /// What the text of `IntegrationUri` begins with, as far as that is known.
  var uri: String? { self["IntegrationUri"].flatMap { AwsUri.beginning(of: $0.value) } }
}

extension ResolvedSpec {
  /// The integrations of `resources`.
  var rawIntegrations: [RawIntegration] {
    rawGateway("Integration").map { RawIntegration(resource: $0, isWebSocket: rawApis[$0]?.isWebSocket) }
  }
}
