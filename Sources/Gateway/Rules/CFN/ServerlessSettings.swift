import Diagnostics
import SpecReading

/// Settings of SAM's HTTP APIs that SAM does not accept, or not together.
extension Rule {
  static func checkSettings(of api: ServerlessApi, _ report: inout Report) {
    checkDocument(of: api, &report)
    if let cors = api["CorsConfiguration"], let text = cors.text, !["true", "false"].contains(text.lowercased()) {
      report.report(
        at: cors, "`CorsConfiguration` must be a mapping or `true`",
        help: "write `{AllowOrigins: [\"\(text.filter { $0 != "'" })\"]}`")
    }
    if let cors = api["CorsConfiguration"], cors.form == .list {
      report.report(
        at: cors, "`CorsConfiguration` must be a mapping or `true`", help: "write `{AllowOrigins: […]}`")
    }
    for authorizer in api["Auth"]?["Authorizers"]?.members ?? [] { check(authorizer: authorizer, &report) }
    if let domain = api["Domain"], !domain.isFunction { check(domain: domain, &report) }
  }

  /// SAM writes these settings into the document, which `DefinitionUri` keeps from it.
  private static func checkDocument(of api: ServerlessApi, _ report: inout Report) {
    guard let place = api["DefinitionUri"] else { return }
    for name in settingsOfDocument {
      // SAM ignores what is empty.
      guard let setting = api[name], setting.value.object?.isEmpty != true,
        name != "CorsConfiguration" || setting.bool != false
      else { continue }
      report.report(
        at: setting.key, "`\(name)` cannot be combined with `DefinitionUri`",
        related: [Related(message: "the document", mark: place.key)],
        help: name == "DefinitionBody" ? "remove one of the two" : "write it in the document")
    }
  }

  private static let settingsOfDocument = [
    "DefinitionBody", "CorsConfiguration", "Auth", "DisableExecuteApiEndpoint", "Name", "Description", "Tags",
  ]

  /// The first property of the other kind of authorizer.
  private static func check(authorizer: Model.Property, _ report: inout Report) {
    if let url = authorizer["OpenIdConnectUrl"] {
      return report.report(
        at: url.key, "SAM does not support `OpenIdConnectUrl` any more",
        help: "remove it: the URL is derived from `issuer` of `JwtConfiguration`")
    }
    for key in authorizer["Identity"]?.members ?? [] where key.name != "ReauthorizeEvery" {
      guard SamProperties.identity.contains(key.name), let text = key.text else { continue }
      report.report(at: key, "`\(key.name)` must be a list", help: "write `[\(text)]`")
    }
    let isForTokens = authorizer["JwtConfiguration"] != nil
    // One that is neither is reported as such.
    guard isForTokens || authorizer["FunctionArn"] != nil else { return }
    let others = isForTokens ? SamProperties.authorizerOfFunction : ["IdentitySource"]
    guard let other = others.lazy.compactMap({ authorizer[$0] }).first else { return }
    report.report(
      at: other.key,
      isForTokens
        ? "an authorizer with `JwtConfiguration` calls no function and has no `\(other.name)`"
        : "`IdentitySource` is only supported beside `JwtConfiguration`",
      help: isForTokens ? "remove it, or `JwtConfiguration`" : "write `Identity: {Headers: [NAME]}`")
  }

  private static func check(domain: Model.Property, _ report: inout Report) {
    // A rule about all domains reports a missing certificate.
    if domain.lacks("DomainName") {
      report.report(at: domain.key, "`Domain` requires `DomainName`", help: "add `DomainName`")
    }
    if let zone = domain["Route53"], zone.lacks("HostedZoneId"), zone.lacks("HostedZoneName") {
      report.report(at: zone.key, "`Route53` requires a hosted zone", help: "add `HostedZoneId` or `HostedZoneName`")
    }
    let known = ["TruststoreUri", "TruststoreVersion"]
    for key in domain["MutualTlsAuthentication"]?.members ?? [] where !known.contains(key.name) {
      report.report(
        at: key.key, "`MutualTlsAuthentication` does not have a property \(Reader.quoted(key.name))",
        help: Suggestion.help(for: key.name, among: known))
    }
    for path in domain["BasePath"]?.list ?? [] {
      guard let text = path.text, !text.isEmpty, !text.isMade(ofLettersDigitsAnd: "-_/") else { continue }
      report.report(
        at: path, "SAM does not accept the base path \(Reader.quoted(text))",
        help: "use letters, digits, `-`, `_` and `/`")
    }
  }
}
