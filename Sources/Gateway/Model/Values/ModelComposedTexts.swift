import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension Model {
  /// A URL or an ARN that functions put together with references.
  struct ComposedText {
    /// With its references as `Fn::Sub` writes them, `https://${Api}.execute-api.…`.
    let text: String
    let value: Value
    let mark: Mark
    /// Whether an integration calls it.
    let isIntegration: Bool
    /// Whether a condition decides on it.
    let isConditional: Bool
  }

  /// Those of resources and outputs. The language writes its own.
  struct ComposedTexts {
    /// With a reference as the host or the whole beginning.
    fileprivate(set) var urls: [ComposedText] = []
    fileprivate(set) var arns: [ComposedText] = []
  }

  /// The URLs that functions put together with references.
  var composedUrls: [ComposedText] { composedTexts.urls }

  func findComposedTexts() -> ComposedTexts {
    var texts = ComposedTexts()
    // A record has no URLs, and rules of its own for hosts.
    for type in types where !type.hasPrefix("AWS::Route53::") {
      let own = Model.propertiesWithUrls[type] ?? []
      for resource in resources(type) {
        if resource.isWritten {
          for member in resource.properties.members where member.value.mayHaveUrl { add(member, to: &texts) }
        } else {
          for name in own {
            if let property = resource[name], property.value.mayHaveUrl { add(property, to: &texts) }
          }
        }
      }
    }
    for output in names.spec.outputs {
      guard let value = names.tree.value(ofOutput: output.value.node) else { continue }
      let isConditional = spec.values.value(output.value.node).object?["Condition"] != nil
      // In a scenario, an output may be absent, and an `Fn::If` gives one of its values.
      if isConditional, !branches.isEmpty { continue }
      let decided = branches.isEmpty ? nil : template.outputs[output.name]?.object?["Value"]
      add(
        decided ?? spec.values.value(value), names.tree.mark(value), isIntegration: false,
        isConditional: isConditional, to: &texts)
    }
    return texts
  }

  /// Properties of the language that an author writes URLs or ARNs in.
  private static let propertiesWithUrls = [
    "AWS::Lambda::Function": ["Environment"], ResourceType.role.name: ["Policies"],
    ResourceType.prefix + "Stage": ["StageVariables"],
    ResourceType.prefix + "Integration": ["IntegrationUri", "RequestParameters"],
  ]

  private func add(_ property: Property, to texts: inout ComposedTexts) {
    switch property.value {
    case .object where property.isFunction, .getAtt:
      // The templates of policies write ARNs of their own.
      for branch in property.branches where branch.isWritten || property.resource.type != ResourceType.role.name {
        add(
          branch.value, branch.mark, isIntegration: branch.name == "IntegrationUri",
          isConditional: property.value.choice != nil || property.resource.condition != nil, to: &texts)
      }
    case .object: for member in property.members { add(member, to: &texts) }
    case .list: for item in property.items ?? [] { add(item, to: &texts) }
    default: break
    }
  }

  private func add(
    _ value: Value, _ mark: Mark, isIntegration: Bool, isConditional: Bool, to texts: inout ComposedTexts
  ) {
    func note(_ text: String) {
      let composed = ComposedText(
        text: text, value: value, mark: mark, isIntegration: isIntegration, isConditional: isConditional)
      if text.hasPrefix("arn:") { texts.arns.append(composed) } else { texts.urls.append(composed) }
    }
    switch value {
    case .getAtt(let id, Model.endpoint): return note("${\(id).\(Model.endpoint)}")
    default: break
    }
    guard case .object(let object) = value, let function = object.members.first else { return }
    switch function.key {
    case "Fn::Sub", "Fn::Join":
      guard let text = value.spelled,
        text.hasPrefix("arn:") || text.mentions("://${") || text.mentions(".ApiEndpoint}")
          || text.mentions(".execute-api.")
      else { return }
      note(text)
    case "Fn::Select":
      // The host of an endpoint: `!Select [2, !Split [/, !GetAtt Api.ApiEndpoint]]`.
      guard case .list(let arguments) = function.value, case .list(let parts)? = arguments.last?.object?["Fn::Split"],
        case .getAtt(let id, Model.endpoint)? = parts.last
      else { return }
      note("${\(id).\(Model.endpoint)}")
    case "Fn::If":
      guard case .list(let arguments) = function.value else { return }
      for argument in arguments.dropFirst() {
        add(argument, mark, isIntegration: isIntegration, isConditional: true, to: &texts)
      }
    default: break
    }
  }

  private static let endpoint = "ApiEndpoint"

  /// The API whose default endpoint a composed URL begins with, and what follows the host; nil for another URL.
  func apiOfEndpoint(_ text: String) -> (api: Api, rest: Substring)? {
    let scheme = ["https://", "wss://"].first { text.hasPrefix($0) } ?? ""
    guard let (id, attribute, rest) = SpelledReference.first(of: text.dropFirst(scheme.count)),
      let api = apis[.ref(id)], api.resource != nil
    else { return nil }
    if attribute == Model.endpoint { return (api, rest) }
    return ["", "ApiId"].contains(attribute) && rest.hasPrefix(".execute-api.") ? (api, rest.drop { $0 != "/" }) : nil
  }
}

extension Model.OpenText {
  /// The message and the help for a scheme in front of a reference that is a URL itself.
  var flawOfSchemes: Flaw? {
    let start = start
    guard let end = start.firstRange(of: "://")?.upperBound,
      let inner = ["https://", "http://", "wss://"].first(where: { start[end...].hasPrefix($0) })
    else { return nil }
    return ("the URL has two schemes: the reference begins with `\(inner)`", "remove `\(start[..<end])`")
  }
}

extension Value {
  /// Whether a function is in it: a stage has settings for a thousand routes, and none of them is a URL.
  fileprivate var mayHaveUrl: Bool {
    contains { part in
      switch part {
      case .getAtt(_, let attribute): attribute == "ApiEndpoint"
      case .object: part.isFunction
      case .list, .string, .number, .bool, .null, .ref: false
      }
    }
  }
}
