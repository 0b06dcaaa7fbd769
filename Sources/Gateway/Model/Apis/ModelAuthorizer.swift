import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension Model {
  /// An authorizer that is created.
  final class Authorizer {
    let resource: Resource
    /// Its API, if it is known.
    let api: Api?
    /// Whether it checks tokens (`JWT`); false for a Lambda function (`REQUEST`), nil where its type is not known.
    let isJwt: Bool?
    /// The routes that name it.
    var routes: [Route] = []

    init(_ resource: Resource, _ api: Api?) {
      self.resource = resource
      self.api = api
      isJwt =
        switch resource["AuthorizerType"]?.text {
        case "JWT": true
        case "REQUEST": false
        default: nil
        }
    }

    /// A property, if it is set.
    subscript(_ name: String) -> Property? { resource[name] }
  }
}

extension Model.Authorizer {
  /// Whether it belongs to a WebSocket API; nil where that is not known.
  var isWebSocket: Bool? { api?.isWebSocket }

  /// Its key, or its logical ID, for messages.
  var name: String { resource.name }

  /// Where it is written.
  var mark: Mark { resource.mark }

  /// Where its type is written: the language implies it by the form.
  var typeMark: Mark { resource.isRaw ? self["AuthorizerType"]?.mark ?? mark : mark }

  /// The issuer of the tokens that it checks.
  var issuer: Model.Property? { isJwt == true ? self["JwtConfiguration"]?["Issuer"] : nil }

  /// Whether a user pool issues the tokens that it checks: one of the template, or one with its ID in the issuer.
  var isOfUserPool: Bool {
    guard let issuer = issuer?.value else { return false }
    return issuer.spelled?.mentions("cognito-idp.") ?? false || resource.model.userPool(issuing: issuer) != nil
  }

  /// The audience of the tokens that it checks.
  var audience: Model.Property? { isJwt == true ? self["JwtConfiguration"]?["Audience"] : nil }

  /// Its identity sources that are known.
  func forEachIdentitySource(_ body: (_ source: Model.Property, _ text: String) -> Void) {
    for source in self["IdentitySource"]?.list ?? [] where source.isWritten {
      for (source, text) in source.choices { body(source, text) }
      if let text = source.openText(where: { $0.start.mentions("header.") || $0.start.mentions("querystring.") }) {
        body(source, text)
      }
    }
  }
}

extension Model.Resource {
  /// Its key, its name in a document, or its logical ID, for messages.
  var name: String {
    // In a document, the ID of its API is in front.
    if source == .document || source == .serverless, let dot = id.firstIndex(of: ".") {
      return String(id[dot...].dropFirst())
    }
    return elementName ?? id
  }

  /// The key of the element of the language that it is made for; nil for one of `resources`.
  var elementName: String? {
    guard source == .language, let node = record.origin.valueNode else { return nil }
    return tree.string(node)
  }
}

extension Model {
  /// Every authorizer that calls a function.
  var lambdaAuthorizers: [Authorizer] { apis.authorizers.filter { $0.isJwt == false } }

  /// Every issuer that is known.
  func forEachIssuer(_ body: (_ authorizer: Authorizer, _ issuer: Property, _ text: String) -> Void) {
    for authorizer in apis.authorizers {
      guard let issuer = authorizer.issuer, issuer.isWritten else { continue }
      for (issuer, text) in issuer.choices { body(authorizer, issuer, text) }
    }
  }

  /// The issuers that functions put together with references in them, which `Fn::Sub` writes as in the text.
  func forEachComposedIssuer(_ body: (_ issuer: Property, _ text: String) -> Void) {
    for issuer in apis.authorizers.compactMap(\.issuer)
    where issuer.isWritten && issuer.isFunction && issuer.value.choice == nil && issuer.texts.isEmpty {
      if let text = issuer.value.spelled, text.hasPrefix("https://") { body(issuer, text) }
    }
  }

  /// Every known issuer of the tokens that load balancers validate.
  func forEachListenerIssuer(_ body: (_ issuer: Property, _ text: String) -> Void) {
    for action in balancing.listeners.flatMap(\.allActions) {
      for (issuer, text) in action["JwtValidationConfig"]?["Issuer"]?.choices ?? [] { body(issuer, text) }
    }
  }

  /// The user pool of the template whose attribute or ID an issuer contains.
  func userPool(issuing issuer: Value) -> Resource? { resource(in: issuer, of: "AWS::Cognito::UserPool") }
}
