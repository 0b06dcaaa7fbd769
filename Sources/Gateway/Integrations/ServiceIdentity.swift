import CloudFormation
import SpecReading

/// What a service's target was found to be.
enum ServiceThing {
  /// A resource of `resources`.
  case resource(String)
  /// Something outside the template, by what AWS calls it.
  case arn(Value), url(Value), name(Value)
}

/// A service's target in the two ways in which AWS calls it.
struct ServiceIdentity {
  /// What the action's parameter takes.
  let parameter: Value
  /// Its ARN, for policies.
  let arn: Value
}

extension RawValues {
  /// What an address stands for; nil where it stands for nothing, or does not tell what it is.
  func thing(_ kind: Kind, _ address: ServiceAddress) -> ServiceThing? {
    if let id = resource(kind, address.given) { return .resource(id) }
    switch (address.form, address.given.content) {
    case (.plain, .literal(let text)):
      guard case .literal = names.find(kind, address.given) else { return nil }
      return switch ServiceLiteral(text, of: kind) {
      case .arn: .arn(.string(text))
      case .url: .url(.string(text))
      case .name: .name(.string(text))
      case nil: nil
      }
    case (.plain, .intrinsic): return nil
    case (.arn, _): return .arn(value(address.given))
    case (.url, _): return .url(value(address.given))
    case (.name, _): return .name(value(address.given))
    }
  }

  /// The resource that a logical id, or a `Ref` or `Fn::GetAtt` of it, means.
  func resource(_ kind: Kind, _ given: Given<String>) -> String? {
    switch given.content {
    case .literal:
      if case .resource(let id) = names.find(kind, given) { return id }
      return nil
    case .intrinsic(let node):
      switch value(node) {
      case .ref(let id), .getAtt(let id, _):
        return names.resourceTypes[id].flatMap { kind.resourceTypes.keys.contains($0) ? id : nil }
      default: return nil
      }
    }
  }

  /// The properties of one of `resources`.
  func properties(ofResource id: String) -> Object? {
    names.spec.resources.first { $0.name == id }.flatMap { value($0.value.node).object?["Properties"]?.object }
  }
}

extension ServiceIdentity {
  /// A queue: its URL.
  static func queue(_ thing: ServiceThing) -> ServiceIdentity {
    switch thing {
    case .resource(let id): return ServiceIdentity(parameter: .ref(id), arn: .getAtt(id, "Arn"))
    case .arn(let arn):
      let (region, account, name) = (arn.part(3, of: ":"), arn.part(4, of: ":"), arn.part(5, of: ":"))
      return ServiceIdentity(parameter: url(region, account, name), arn: arn)
    case .url(let url):
      var (region, account, name) = (url.part(2, of: "/").part(1, of: "."), url.part(3, of: "/"), url.part(4, of: "/"))
      if let parts = url.text.flatMap(QueueUrl.init) {
        (region, account, name) = (.string(parts.region), .string(parts.account), .string(parts.name))
      }
      return ServiceIdentity(parameter: url, arn: arn("sqs", region, account, name))
    case .name(let name):
      return ServiceIdentity(parameter: url(.region, .account, name), arn: arn("sqs", .region, .account, name))
    }
  }

  /// An event bus: its name, or its ARN, which reaches another account's bus, too.
  static func eventBus(_ thing: ServiceThing) -> ServiceIdentity {
    switch thing {
    case .resource(let id): ServiceIdentity(parameter: .ref(id), arn: .getAtt(id, "Arn"))
    case .arn(let arn), .url(let arn): ServiceIdentity(parameter: arn, arn: arn)
    case .name(let name):
      ServiceIdentity(parameter: name, arn: arn("events", .region, .account, name, prefix: "event-bus/"))
    }
  }

  /// A state machine: its ARN.
  static func stateMachine(_ thing: ServiceThing) -> ServiceIdentity {
    switch thing {
    case .resource(let id): return ServiceIdentity(parameter: .ref(id), arn: .ref(id))
    case .arn(let arn), .url(let arn): return ServiceIdentity(parameter: arn, arn: arn)
    case .name(let name):
      let arn = arn("states", .region, .account, name, prefix: "stateMachine:")
      return ServiceIdentity(parameter: arn, arn: arn)
    }
  }

  /// The executions of a state machine.
  static func executions(of thing: ServiceThing, _ names: SpecNames) -> Value {
    let arn: Value
    switch thing {
    case .resource(let id):
      let type = names.resourceTypes[id] ?? ""
      if type == "AWS::StepFunctions::StateMachine" || type == "AWS::Serverless::StateMachine" {
        return executions(of: .getAtt(id, "Name"))
      }
      arn = .ref(id)
    case .arn(let given), .url(let given): arn = given
    case .name(let name): return executions(of: name)
    }
    return .sub(
      """
      arn:\(Value.partition):states:\(arn.part(3, of: ":"), as: "Region"):\(arn.part(4, of: ":"), as: "Account"):\
      execution:\(arn.part(6, of: ":"), as: "Name"):*
      """)
  }

  private static func executions(of machine: Value) -> Value {
    arn("states", .region, .account, machine, prefix: "execution:", suffix: ":*")
  }

  /// A stream: its name.
  static func stream(_ thing: ServiceThing) -> ServiceIdentity {
    switch thing {
    case .resource(let id): ServiceIdentity(parameter: .ref(id), arn: .getAtt(id, "Arn"))
    case .arn(let arn), .url(let arn): ServiceIdentity(parameter: arn.part(1, of: "/"), arn: arn)
    case .name(let name):
      ServiceIdentity(parameter: name, arn: arn("kinesis", .region, .account, name, prefix: "stream/"))
    }
  }

  private static func url(_ region: Value, _ account: Value, _ name: Value) -> Value {
    .sub("https://sqs.\(region, as: "Region").\(Value.urlSuffix)/\(account, as: "Account")/\(name, as: "Name")")
  }

  private static func arn(
    _ service: String, _ region: Value, _ account: Value, _ name: Value, prefix: String = "", suffix: String = ""
  ) -> Value {
    .sub(
      """
      arn:\(Value.partition):\(service):\(region, as: "Region"):\(account, as: "Account"):\
      \(prefix)\(name, as: "Name")\(suffix)
      """)
  }
}

extension Value {
  /// A part of a text, counted from 0: now where the text is known, else by CloudFormation.
  func part(_ index: Int, of separator: String) -> Value {
    if let text {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      return .string(parts.indices.contains(index) ? String(parts[index]) : "")
    }
    return ["Fn::Select": [.int(index), ["Fn::Split": [.string(separator), self]]]]
  }
}
