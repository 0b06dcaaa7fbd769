import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension Model {
  /// A URL that functions put together with references.
  struct ComposedUrl {
    /// With its references as `Fn::Sub` writes them, `https://${Api}.execute-api.…`.
    let text: String
    let value: Value
    let mark: Mark
    /// Whether an integration calls it.
    let isIntegration: Bool
  }

  /// The URLs of resources and outputs in which a reference is the host or the whole beginning. The language writes its own.
  func findComposedUrls() -> [ComposedUrl] {
    var urls: [ComposedUrl] = []
    for type in types {
      let own = Model.propertiesWithUrls[type] ?? []
      for resource in resources(type) {
        if resource.isWritten {
          for member in resource.properties.members where member.value.mayHaveUrl { add(member, to: &urls) }
        } else {
          for name in own {
            if let property = resource[name], property.value.mayHaveUrl { add(property, to: &urls) }
          }
        }
      }
    }
    for output in names.spec.outputs {
      guard let value = names.tree.value(ofOutput: output.value.node) else { continue }
      add(spec.values.value(value), names.tree.mark(value), isIntegration: false, to: &urls)
    }
    return urls
  }

  /// Properties of the language that an author writes URLs in.
  private static let propertiesWithUrls = [
    "AWS::Lambda::Function": ["Environment"], ResourceType.prefix + "Stage": ["StageVariables"],
    ResourceType.prefix + "Integration": ["IntegrationUri", "RequestParameters"],
  ]

  private func add(_ property: Property, to urls: inout [ComposedUrl]) {
    switch property.value {
    case .object where property.isFunction:
      for branch in property.branches {
        add(branch.value, branch.mark, isIntegration: branch.name == "IntegrationUri", to: &urls)
      }
    case .object: for member in property.members { add(member, to: &urls) }
    case .list: for item in property.items ?? [] { add(item, to: &urls) }
    default: break
    }
  }

  private func add(_ value: Value, _ mark: Mark, isIntegration: Bool, to urls: inout [ComposedUrl]) {
    guard case .object(let object) = value, let function = object.members.first else { return }
    switch function.key {
    case "Fn::Sub", "Fn::Join":
      guard let text = value.spelled,
        text.mentions("://${") || text.mentions(".ApiEndpoint}") || text.mentions(".execute-api.")
      else { return }
      urls.append(ComposedUrl(text: text, value: value, mark: mark, isIntegration: isIntegration))
    case "Fn::If":
      guard case .list(let arguments) = function.value else { return }
      for argument in arguments.dropFirst() {
        add(argument, mark, isIntegration: isIntegration, to: &urls)
      }
    default: break
    }
  }
}

extension Model.OpenText {
  /// The message and the help for a scheme in front of a reference that is a URL itself.
  var flawOfSchemes: (message: String, help: String?)? {
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
    switch self {
    case .object(let object): isFunction || object.members.contains { $0.value.mayHaveUrl }
    case .list(let items): items.contains(where: \.mayHaveUrl)
    case .string, .number, .bool, .null, .ref, .getAtt: false
    }
  }
}
