import CloudFormation
import SpecReading

extension AwsService {
  /// Returns a configuration from AppConfig.
  static let appConfig = AwsService(
    "appConfig", "Configuration: `{application, environment, configuration}`.", address: AppConfiguration.self,
    of: [.application, .environment, .configuration], uri: .unknown,
    actions: [
      ServiceSubtype(
        "AppConfig-GetConfiguration", "appconfig:GetConfiguration",
        target: ["Application", "Environment", "Configuration"],
        required: ["Application", "Environment", "Configuration", "ClientId"],
        optional: ["ClientConfigurationVersion"], defaults: ["ClientId": "$context.requestId"],
        resources: { found, _ in resources(found.map(ServiceResource.appConfig.parameter(for:))) })
    ])

  /// The resources in the policy for reading a configuration (source: the Service Authorization Reference). Their ARNs
  /// contain IDs, so a name is replaced by a wildcard.
  private static func resources(_ parts: [Value]) -> [Value] {
    func id(_ value: Value) -> Value { value.text.map { isAppConfigId($0) ? value : "*" } ?? value }
    func arn(_ part: String, _ last: Value?) -> Value {
      var text: Substitution =
        """
        arn:\(Value.partition):appconfig:\(Value.region):\(Value.account):\
        application/\(id(parts[0]), as: "Application")
        """
      if let last {
        text.append(part)
        text.append(id(last), as: "Part")
      }
      return text.value
    }
    return [arn("", nil), arn("/environment/", parts[1]), arn("/configurationprofile/", parts[2])]
  }

  /// Whether a text is an ID of AppConfig: seven lowercase letters and digits, with at least one digit.
  static func isAppConfigId(_ text: String) -> Bool {
    text.utf8.count == 7 && text.isMade(ofLettersDigitsAnd: "") && text == text.lowercased()
      && text.contains { $0.isNumber }
  }
}

extension Kind {
  static let application = Kind(
    "an AppConfig application", resources: ["AWS::AppConfig::Application": nil], service: .appConfig)
  static let environment = Kind(
    "an AppConfig environment", resources: ["AWS::AppConfig::Environment": nil], service: .appConfig)
  static let configuration = Kind(
    "an AppConfig configuration profile", resources: ["AWS::AppConfig::ConfigurationProfile": nil],
    service: .appConfig)
}

extension ServiceResource {
  /// An ID or a name; AppConfig accepts both.
  static let appConfig = ServiceResource(
    parameter: .name, arn: nil, attributes: [:], isName: { !$0.isEmpty && $0.utf8.count <= 128 })
}

/// The configuration to return.
struct AppConfiguration: SpelledAddress {
  let addresses: [ServiceAddress]?

  init(fields: inout some FieldVisitor) {
    let application = fields.required(
      "application", .name(of: Kind.application), "Application: a logical ID in `resources`, an ID, or a name.")
    let environment = fields.required(
      "environment", .name(of: Kind.environment), "Environment: a logical ID in `resources`, an ID, or a name.")
    let configuration = fields.required(
      "configuration", .name(of: Kind.configuration),
      "Configuration profile: a logical ID in `resources`, an ID, or a name.")
    addresses = [application, environment, configuration].map { ServiceAddress(form: .plain, given: $0) }
  }
}
