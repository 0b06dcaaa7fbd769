import CloudFormation
import SpecReading

/// AppConfig answers with a configuration.
public struct AppConfigTarget: ServiceTarget {
  let configuration: AppConfiguration
  let parameters: ServiceParameters
  let options: IntegrationOptions

  /// The key that selects it.
  static let key: StaticString = "appConfig"

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    configuration = fields.required(
      "appConfig", .object(AppConfiguration.self), "The configuration: `{application, environment, configuration}`.")
    parameters = fields.serviceParameters()
    options = IntegrationOptions(service: &fields)
  }

  var name: Given<String> { configuration.configuration }
  var subtype: ServiceSubtype? { .named("AppConfig-GetConfiguration") }

  /// Three names are no plain one.
  func plainName(in names: SpecNames) -> String? { nil }

  func call(in values: RawValues) -> ServiceCall? {
    guard let application = values.part(.application, configuration.application),
      let environment = values.part(.environment, configuration.environment),
      let profile = values.part(.configuration, configuration.configuration)
    else { return nil }
    var call = ServiceCall()
    call.target.add("Application", application)
    call.target.add("Environment", environment)
    call.target.add("Configuration", profile)
    call.resources = AppConfigTarget.resources(application, environment, profile)
    return call
  }

  /// The three resources that reading a configuration needs (source: the Service Authorization Reference). Policies know
  /// them by their ids alone: what is called by a name is any of its kind.
  static func resources(_ application: Value, _ environment: Value, _ profile: Value) -> [Value] {
    func id(_ value: Value) -> Value { value.text.map { isId($0) ? value : "*" } ?? value }
    func arn(_ part: String, _ last: Value?) -> Value {
      var text: Substitution =
        """
        arn:\(Value.partition):appconfig:\(Value.region):\(Value.account):\
        application/\(id(application), as: "Application")
        """
      if let last {
        text.append(part)
        text.append(id(last), as: "Part")
      }
      return text.value
    }
    return [arn("", nil), arn("/environment/", environment), arn("/configurationprofile/", profile)]
  }

  /// Whether a text is an id of AppConfig's: seven letters and digits. A word of that length is no id.
  static func isId(_ text: String) -> Bool {
    text.utf8.count == 7 && text.isMade(ofLettersDigitsAnd: "") && text == text.lowercased()
      && text.contains { $0.isNumber }
  }
}

/// Where a configuration stands.
public struct AppConfiguration: SpecObject {
  let application: Given<String>
  let environment: Given<String>
  let configuration: Given<String>

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    application = fields.required(
      "application", .name(of: Kind.application), "The application: a logical id of `resources`, an id, or a name.")
    environment = fields.required(
      "environment", .name(of: Kind.environment), "The environment: a logical id of `resources`, an id, or a name.")
    configuration = fields.required(
      "configuration", .name(of: Kind.configuration),
      "The configuration profile: a logical id of `resources`, an id, or a name.")
  }
}

extension RawValues {
  /// A part of a configuration's address: its id, or what else AppConfig calls it.
  fileprivate func part(_ kind: Kind, _ given: Given<String>) -> Value? {
    if let id = resource(kind, given) { return .ref(id) }
    return names.find(kind, given) == nil ? nil : value(given)
  }
}
