import CloudFormation
import SpecReading
import TextSearch

/// The identifiers of a kind of resource in AWS, and how they are converted.
struct ServiceResource: Sendable {
  /// The identifier that an action's parameter accepts. `Ref` of a resource returns the same.
  enum Parameter: Sendable {
    case arn, name, nameOrArn
    case url(ServiceUrl)
  }

  let parameter: Parameter
  /// The form of its ARN; nil if the action accepts IDs and names, which a function may return either of.
  let arn: ServiceArn?
  /// The kinds of identifiers that attributes return.
  let attributes: [String: ServiceAddress.Form]
  /// The name of the default resource that every account has.
  let standard: String?
  /// The path of the property with its KMS key.
  let keyPath: [String]
  /// Whether a name is valid (source: the API references of the services).
  let isName: @Sendable (String) -> Bool

  init(
    parameter: Parameter, arn: ServiceArn?, attributes: [String: ServiceAddress.Form] = ["Arn": .arn, "Name": .name],
    standard: String? = nil, keyPath: [String] = [], isName: @escaping @Sendable (String) -> Bool
  ) {
    (self.parameter, self.arn, self.attributes) = (parameter, arn, attributes)
    (self.standard, self.keyPath, self.isName) = (standard, keyPath, isName)
  }

  /// Whether it has several kinds of identifiers, so that a mapping may specify the kind.
  var hasForms: Bool { arn != nil }

  /// The kind of identifier that the parameter accepts; nil if there are several.
  var parameterForm: ServiceAddress.Form? {
    switch parameter {
    case .arn: .arn
    case .name: .name
    case .url: .url
    case .nameOrArn: nil
    }
  }

  /// The kind of identifier of a text; nil if it is invalid.
  func form(of text: String) -> ServiceAddress.Form? {
    if text.hasPrefix("arn:") { return arn?.owns(Arn(text)) ?? false ? .arn : nil }
    if case .url(let url) = parameter, text.mentions("://") { return url.isValid(text) ? .url : nil }
    return isName(text) ? .name : nil
  }

  /// The mappings that specify the kind of identifier.
  var spellings: String {
    if case .url = parameter { "`{arn: …}`, `{url: …}` or `{name: …}`" } else { "`{arn: …}` or `{name: …}`" }
  }

  /// The help for an invalid identifier.
  var help: String {
    if case .url = parameter { return "expected a logical ID in `resources`, a name, a URL or an ARN" }
    return "expected a logical ID in `resources`, a name or an ARN"
  }

  // MARK: Conversion

  /// Whether an identifier is taken apart to make the others of it.
  func splits(_ form: ServiceAddress.Form) -> Bool {
    switch (form, parameter) {
    case (.arn, .url), (.arn, .name), (.url, _): true
    case (.arn, _), (.name, _), (.plain, _): false
    }
  }

  /// The value of an action's parameter.
  func parameter(for found: FoundResource) -> Value {
    switch (found, parameter) {
    case (.resource(let id), _): .ref(id)
    case (.arn(let arn), .url(let url)):
      url.make(.init(region: arn.part(3, of: ":"), account: arn.part(4, of: ":"), name: arn.part(5, of: ":")))
    case (.arn(let given), .name): arn?.name(in: given) ?? given
    case (.name(let name), .url(let url)): url.make(.init(region: .region, account: .account, name: name))
    case (.name(let name), .arn): arn?.make(.region, .account, name) ?? name
    case (.arn(let given), _), (.url(let given), _), (.name(let given), _): given
    }
  }

  /// The region in the ARN or URL of an existing resource; nil if it is not literal.
  func region(of found: FoundResource) -> String? {
    switch (found, parameter) {
    case (.arn(.string(let text)), _): Arn(text).region.isEmpty || text.mentions("${") ? nil : Arn(text).region
    case (.url(.string(let text)), .url(let url)): url.parts(.string(text)).region.text
    default: nil
    }
  }

  /// Its ARN, for policies.
  func arn(for found: FoundResource) -> Value? {
    switch (found, parameter) {
    case (.resource(let id), .arn): return .ref(id)
    case (.resource(let id), _): return .getAtt(id, "Arn")
    case (.url(let given), .url(let url)):
      let parts = url.parts(given)
      return arn?.make(parts.region, parts.account, parts.name)
    case (.arn(let given), _), (.url(let given), _): return given
    case (.name(let name), _): return arn?.make(.region, .account, name)
    }
  }
}

/// The ARNs of a kind of resource: the service, and the prefix of the name.
struct ServiceArn: Sendable {
  let service: String
  let prefix: String

  init(service: String, prefix: String = "") { (self.service, self.prefix) = (service, prefix) }

  /// Help with an ARN of this form.
  var example: String { "an ARN of one is `arn:aws:\(service):REGION:ACCOUNT:\(prefix)NAME`" }

  /// Whether an ARN has this form.
  func owns(_ arn: Arn) -> Bool {
    arn.service == service && !arn.resource.isEmpty && arn.resource.hasPrefix(prefix)
  }

  func make(_ region: Value, _ account: Value, _ name: Value, suffix: String = "") -> Value {
    .sub(
      """
      arn:\(Value.partition):\(service):\(region, as: "Region"):\(account, as: "Account"):\
      \(prefix)\(name, as: "Name")\(suffix)
      """)
  }

  func name(in arn: Value) -> Value {
    switch prefix.last {
    case "/": arn.part(1, of: "/")
    case ":": arn.part(6, of: ":")
    default: arn.part(5, of: ":")
    }
  }
}

/// The URLs of a kind of resource.
struct ServiceUrl: Sendable {
  /// The components of a URL.
  struct Parts {
    let region: Value
    let account: Value
    let name: Value
  }

  let make: @Sendable (Parts) -> Value
  let parts: @Sendable (Value) -> Parts
  let isValid: @Sendable (String) -> Bool
}
