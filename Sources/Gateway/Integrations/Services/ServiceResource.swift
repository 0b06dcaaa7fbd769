import CloudFormation
import SpecReading

/// The ways in which AWS names a resource that actions are called on, and how one is made of another.
struct ServiceResource: Sendable {
  /// What the parameter of an action takes. `Ref` of a resource gives the same.
  enum Parameter: Sendable {
    case arn, name, nameOrArn
    case url(ServiceUrl)
  }

  let parameter: Parameter
  /// The form of its ARN; nil where the action takes an id or a name, and any function may give either.
  let arn: ServiceArn?
  /// What the attributes of a resource give.
  let attributes: [String: ServiceAddress.Form]
  /// The name of the one that every account has, and that is meant where none is given.
  let standard: String?
  /// The way to the property that names the KMS key that it is encrypted with.
  let keyPath: [String]
  /// Whether it may be called so (source: the API references of the services).
  let isName: @Sendable (String) -> Bool

  init(
    parameter: Parameter, arn: ServiceArn?, attributes: [String: ServiceAddress.Form] = ["Arn": .arn, "Name": .name],
    standard: String? = nil, keyPath: [String] = [], isName: @escaping @Sendable (String) -> Bool
  ) {
    (self.parameter, self.arn, self.attributes) = (parameter, arn, attributes)
    (self.standard, self.keyPath, self.isName) = (standard, keyPath, isName)
  }

  /// Whether it has several forms, of which an address may say which one it is.
  var hasForms: Bool { arn != nil }

  /// The form that the parameter takes; nil where it takes more than one.
  var parameterForm: ServiceAddress.Form? {
    switch parameter {
    case .arn: .arn
    case .name: .name
    case .url: .url
    case .nameOrArn: nil
    }
  }

  /// The form of a text; nil where it can be nothing of the kind.
  func form(of text: String) -> ServiceAddress.Form? {
    if text.hasPrefix("arn:") { return arn?.owns(Arn(text)) ?? false ? .arn : nil }
    if case .url(let url) = parameter, text.mentions("://") { return url.isValid(text) ? .url : nil }
    return isName(text) ? .name : nil
  }

  /// The ways to write that an address is an ARN, a URL or a name.
  var spellings: String {
    if case .url = parameter { "`{arn: …}`, `{url: …}` or `{name: …}`" } else { "`{arn: …}` or `{name: …}`" }
  }

  /// What to write for one.
  var help: String {
    if case .url = parameter { return "give a logical id of `resources`, a name, a URL or an ARN" }
    return "give a logical id of `resources`, a name or an ARN"
  }

  // MARK: Conversion

  /// What an action's parameter takes.
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

/// The ARNs of a kind of resource: the service in them, and what stands before the name.
struct ServiceArn: Sendable {
  let service: String
  let prefix: String

  init(service: String, prefix: String = "") { (self.service, self.prefix) = (service, prefix) }

  /// Whether an ARN is one of them.
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
  /// What a URL says.
  struct Parts {
    let region: Value
    let account: Value
    let name: Value
  }

  let make: @Sendable (Parts) -> Value
  let parts: @Sendable (Value) -> Parts
  let isValid: @Sendable (String) -> Bool
}
