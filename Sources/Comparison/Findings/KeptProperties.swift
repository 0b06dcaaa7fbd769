import CloudFormation
import Diagnostics
import Gateway

/// Properties that API Gateway leaves as they are where an update omits them (source: cdkd issues 1163 and 1577, which
/// probed `UpdateApi`, `UpdateStage`, `UpdateRoute`, `UpdateIntegration` and `UpdateAuthorizer`; the resource
/// `aws_apigatewayv2_integration` of Terraform's provider, which removes a parameter by an empty text).
private struct KeptProperty {
  let name: String
  let words: String
  let help: String
  /// The value that changes nothing.
  var off: String?
  /// Whether a key of it also stays.
  var hasKeys = false

  /// A property without a value that changes nothing.
  static func ofIntegration(_ name: String, _ words: String, hasKeys: Bool = false) -> KeptProperty {
    KeptProperty(name: name, words: words, help: newIntegration, hasKeys: hasKeys)
  }

  static let newIntegration = "give the integration another name"
  static let newAuthorizer = "give the authorizer another key"
  /// Help that is a new resource, which has none of the old properties.
  static let newResources: Set = [newIntegration, newAuthorizer]

  /// Its keys that a later value does not have.
  func removedKeys(_ before: Value, _ after: Value?) -> [String] {
    guard hasKeys, let old = before.object, let new = after?.object, !before.isFunction, after?.isFunction == false
    else {
      return []
    }
    return old.members.map(\.key).filter { new[$0] == nil }
  }
}

extension StackChanges {
  /// The notes about properties of an API or its parts that are removed from the template.
  func keptProperties(_ change: ResourceChange, _ before: Object, _ after: Object) -> [UpdateNote] {
    // A document replaces all of an API.
    if before["Body"] != nil || after["Body"] != nil { return [] }
    // What has the same remedy is one finding.
    var found: [(help: String, words: [String])] = []
    for property in StackChanges.kept[change.type] ?? [] {
      guard let value = before[property.name], value != .list([]), property.off == nil || value.scalar != property.off,
        isInUse(property.name, after)
      else { continue }
      let keys = property.removedKeys(value, after[property.name]).map { "`\($0)`" }
      if keys.isEmpty, after[property.name] != nil { continue }
      let words = keys.isEmpty ? property.words : "\(property.words) \(keys.joined(separator: ", "))"
      if let index = found.firstIndex(where: { $0.help == property.help }) {
        found[index].words.append(words)
      } else {
        found.append((property.help, [words]))
      }
    }
    // A new resource is a remedy for all.
    if found.count > 1, isWhole(change.id, before, after),
      let whole = found.first(where: { KeptProperty.newResources.contains($0.help) })
    {
      found = [(whole.help, found.flatMap(\.words))]
    }
    return found.map { help, words in
      let all = words.listed
      return UpdateNote(
        .updateKeeps, "\(all) of `\(change.id)` may stay in effect although the template has none", id: change.id,
        help: help)
    }
  }

  /// Whether these are all properties of a resource, not those of one of its branches.
  private func isWhole(_ id: String, _ before: Object, _ after: Object) -> Bool {
    old.template[id]?.properties == before && new.template[id]?.properties == after
  }

  /// Whether a property still has a meaning: scopes without a JWT authorizer have none, nor have templates of a proxy
  /// integration and the method of a mock integration.
  private func isInUse(_ name: String, _ after: Object) -> Bool {
    switch name {
    case "AuthorizationScopes": after["AuthorizationType"]?.text == "JWT"
    case "IntegrationMethod": after["IntegrationType"]?.text != "MOCK"
    case "RequestTemplates", "TemplateSelectionExpression", "PassthroughBehavior":
      after["IntegrationType"]?.text?.hasSuffix("_PROXY") != true
    default: true
    }
  }

  private static let kept: [String: [KeptProperty]] = [
    "AWS::ApiGatewayV2::Api": [
      KeptProperty(
        name: "CorsConfiguration", words: "the CORS settings",
        help: "after the update: aws apigatewayv2 delete-cors-configuration --api-id ID"),
      KeptProperty(
        name: "DisableExecuteApiEndpoint", words: "the disabled default endpoint",
        help: "set it to `false` instead of removing it", off: "false"),
      KeptProperty(
        name: "DisableSchemaValidation", words: "the disabled validation of models",
        help: "set it to `false` instead of removing it", off: "false"),
      KeptProperty(
        name: "ApiKeySelectionExpression", words: "the source of API keys",
        help: "set it to `$request.header.x-api-key`, the default, instead of removing it",
        off: "$request.header.x-api-key"),
      KeptProperty(
        name: "IpAddressType", words: "the IP address type",
        help: "set it to `ipv4`, the default, instead of removing it",
        off: "ipv4"),
    ],
    "AWS::ApiGatewayV2::Route": [
      KeptProperty(
        name: "RequestModels", words: "the request models",
        help: "set another value instead of removing it, or give the route another logical ID after removing it"),
      KeptProperty(
        name: "AuthorizationScopes", words: "the scopes",
        help: "after the update: aws apigatewayv2 update-route --api-id ID --route-id ID --authorization-scopes '[]'"),
      KeptProperty(
        name: "RequestParameters", words: "the request parameters",
        help: "after the update: aws apigatewayv2 delete-route-request-parameter --api-id ID --route-id ID "
          + "--request-parameter-key KEY", hasKeys: true),
      KeptProperty(
        name: "ModelSelectionExpression", words: "the validation of messages",
        help: "set another value instead of removing it, or give the route another logical ID after removing it"),
      KeptProperty(
        name: "RouteResponseSelectionExpression", words: "the response",
        help: "set another value instead of removing it, or give the route another logical ID after removing it"),
    ],
    "AWS::ApiGatewayV2::Integration": [
      KeptProperty(name: "TimeoutInMillis", words: "the timeout", help: "set it to the default instead of removing it"),
      .ofIntegration("CredentialsArn", "the role"),
      .ofIntegration("TlsConfig", "the TLS settings"),
      .ofIntegration("ConnectionId", "the VPC link"),
      .ofIntegration("IntegrationUri", "the URI"),
      .ofIntegration("IntegrationSubtype", "the action"),
      .ofIntegration("IntegrationMethod", "the method"),
      .ofIntegration("RequestTemplates", "the templates"),
      .ofIntegration("TemplateSelectionExpression", "the template selection"),
      KeptProperty(
        name: "PassthroughBehavior", words: "the passthrough behavior",
        help: "set it to `WHEN_NO_MATCH`, the default, instead of removing it", off: "WHEN_NO_MATCH"),
      .ofIntegration("ContentHandlingStrategy", "the conversion of content"),
      .ofIntegration("RequestParameters", "the parameter mapping", hasKeys: true),
      .ofIntegration("ResponseParameters", "the response parameter mapping", hasKeys: true),
    ],
    "AWS::ApiGatewayV2::Stage": [
      KeptProperty(
        name: "AutoDeploy", words: "the automatic deployment", help: "set it to `false` instead of removing it",
        off: "false")
    ],
    "AWS::ApiGatewayV2::Authorizer": [
      KeptProperty(
        name: "AuthorizerResultTtlInSeconds", words: "the result caching (TTL)",
        help: "set it to `300s`, the default, instead of removing it", off: "300"),
      KeptProperty(name: "IdentitySource", words: "the identity source", help: KeptProperty.newAuthorizer),
      KeptProperty(
        name: "EnableSimpleResponses", words: "the simple response format",
        help: "set it to `false` instead of removing it, or give the authorizer another key", off: "false"),
      KeptProperty(name: "AuthorizerCredentialsArn", words: "the role", help: KeptProperty.newAuthorizer),
    ],
  ]
}
