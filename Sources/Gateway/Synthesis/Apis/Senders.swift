import CloudFormation
import SpecReading
import TextSearch

extension Synthesis {
  /// Lets the functions that an API names post to its connections. The right is a resource of its own: in the role it
  /// would refer to the API, which refers to its functions, which refer to their roles.
  mutating func writeSenders(in context: ApiContext) {
    let api = context.api
    guard api.value.isWebSocket else { return }
    checkAddresses(of: api)
    for sender in api.value.senders?.items ?? [] {
      let own = names.sender(sender)
      guard
        let (name, role) = own.flatMap({ own in roleName(of: own.function, own.name).map { (own.name, $0) } })
          ?? values.rawSender(sender)
      else { continue }
      var properties = Object()
      let place = Place("apis.\(api.name).senders.\(name)", "Sender", api.name, name)
      if template[names.id(place)] != nil { continue }
      // A role has one policy of a name, and functions may share a role.
      properties.add("PolicyName", .string(String(names.id(place).prefix(128))))
      properties.add(
        "PolicyDocument",
        .policy([
          [
            "Effect": "Allow", "Action": "execute-api:ManageConnections",
            "Resource": Permission.source(api: context.id, "/*/*/@connections/*"),
          ]
        ]))
      properties.add("Roles", [role])
      write(place, .policy, properties, .part(own?.function.options, of: api.value.options))
    }
  }

  /// Senders of an API with a disabled default endpoint need a host that accepts them.
  private mutating func checkAddresses(of api: Named<Api>) {
    guard let sender = api.value.senders?.items.first, values.isClosed(api), !values.mayBeMapped(api),
      values.mappedAddress(of: api, stage: nil, for: .callbacks) == nil
    else { return }
    let isMapped = values.mappedAddress(of: api, stage: nil, for: .calls) != nil
    fail(
      .closedEndpoint, .error, at: sender.mark,
      "the default endpoint of \(Reader.quoted(api.name)) is disabled, and "
        + (isMapped ? "its domain requires client certificates" : "no domain leads there")
        + ": senders have no address to post to",
      help: "set a `domain` without `mutualTls` on the API, or remove `disableExecuteApiEndpoint`")
  }

  /// The name of a function's role; nil if it is unknown, which a rule reports.
  private func roleName(of function: CreatedFunction, _ name: String) -> Value? {
    guard let role = function.role else { return .ref(names.id(.functionPart(name, "role", "FunctionRole"))) }
    return values.roleName(role)
  }

  /// The variables by which a function finds the connections that it may post to. They refer to APIs and to nothing that
  /// needs the function.
  mutating func callbackUrls(for name: String, _ function: CreatedFunction) -> [(name: String, value: Value)] {
    let own = function.options.condition?.literal
    var found: [(name: String, value: Value)] = []
    // The short names of APIs with several stages, which mean the first one: it may have been the only one before.
    var short: [(name: String, value: Value)] = []
    for index in callbacks[name] ?? [] {
      let api = names.spec.apis[index]
      let id = values.id(of: api)
      let stages = api.value.resolvedStages
      for stage in stages {
        let variable = CallbackVariable.name(api: api.name, stage: stages.count > 1 ? stage.name : nil)
        let url = values.address(
          of: api, stage: stage.name, for: .callbacks,
          otherwise: Endpoint.callback(api: id, stage: values.name(of: stage)))
        guard let url else { continue }
        // If the stage does not exist, there is nothing to refer to.
        let condition = condition(stage.value?.options.condition, and: api.value.options?.condition?.literal)
        let value = url.under(condition == own ? nil : condition)
        if stages.count > 1, stage.name == stages[0].name {
          short.append((CallbackVariable.name(api: api.name, stage: nil), value))
        }
        found.append((variable, value))
      }
    }
    return found + short.filter { short in !found.contains { $0.name == short.name } }
  }
}

/// The environment variable with the URL to which a function posts messages.
public enum CallbackVariable {
  /// The end of its name.
  public static let suffix = "_CALLBACK_URL"

  /// `CHAT_CALLBACK_URL`, or `CHAT_LIVE_CALLBACK_URL` of one of several stages.
  static func name(api: String, stage: String?) -> String {
    let words = [api, stage].compactMap { $0 }.joined(separator: "_") + suffix
    let name = String(
      words.uppercased().unicodeScalars.map { scalar in
        let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        return isPlain ? Character(scalar) : "_"
      })
    // A variable begins with a letter.
    return name.first.map { $0.isLetter } ?? false ? name : "API_\(name)"
  }
}

extension SpecNames {
  /// The WebSocket APIs that functions are senders of, by the functions' names.
  func callbacks() -> [String: [Int]] {
    var callbacks: [String: [Int]] = [:]
    for (index, api) in spec.apis.enumerated() where api.value.isWebSocket {
      for name in Set((api.value.senders?.items ?? []).compactMap { sender($0)?.name }) {
        callbacks[name, default: []].append(index)
      }
    }
    return callbacks
  }

  /// The function of the spec's own that a sender's name means.
  func sender(_ name: Given<String>) -> (name: String, function: CreatedFunction)? {
    guard case .element(let index) = find(.function, name),
      case .created(let function) = spec.functions[index].value.form
    else { return nil }
    return (spec.functions[index].name, function)
  }
}

extension RawValues {
  /// A sender in `resources` and the name of its role, which must be in `resources` as well. With conditions it is not known
  /// whether both exist.
  func rawSender(_ name: Given<String>) -> (name: String, role: Value)? {
    guard case .resource(let id) = names.find(.function, name), !hasCondition(id),
      case .getAtt(let role, "Arn")? = properties(ofResource: id)?["Role"],
      names.resourceTypes[role] == "AWS::IAM::Role",
      !hasCondition(role)
    else { return nil }
    return (id, .ref(role))
  }

  private func hasCondition(_ id: String) -> Bool {
    guard let element = names.resource(id) else { return false }
    return value(element.value.node).object?["Condition"] != nil
  }

  /// The name of a role in the template or of an ARN; nil if neither is known.
  func roleName(_ role: Given<String>) -> Value? {
    switch names.find(.role, role) {
    case .resource(let id): return .ref(id)
    case .literal(let arn): return arn.split(separator: "/").last.map { .string(String($0)) }
    case .intrinsic(let node):
      guard case .getAtt(let id, "Arn") = value(node), names.resourceTypes[id] == "AWS::IAM::Role" else { return nil }
      return .ref(id)
    case .element, nil: return nil
    }
  }
}
