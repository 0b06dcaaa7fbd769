import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// An attribute that does not get through SAM's transform.
  static let ignoredAttribute = Rule(
    id: "CFN045",
    severity: .warning,
    summary: "unknown attribute of a SAM resource, or key that SAM ignores",
    why: """
      AWS SAM reads the attributes that it knows, and drops the others without a message: with a misspelled `Properties`, the
      resource has none of its settings. It also drops unknown keys of an HTTP API's authorizers, of `Domain` with its `Route53`, of
      `Auth` of an event, and of `DeploymentPreference` and other mappings of functions.
      """,
    source: "aws-sam-translator 1.115 (Resource.from_dict, ApiGatewayV2Authorizer, ApiV2Generator, HttpApi)",
    example: """
      transform: AWS::Serverless-2016-10-31
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Links:
          Type: AWS::Serverless::SimpleTable
          ⟦propertis → Properties⟧: {PrimaryKey: {Name: id, Type: String}}
      """,
    check: { model, report in
      if model.spec.hasOwnMacro { return }
      for (difference, owner) in model.differences {
        guard case .ignored(let key, let known) = difference else { continue }
        report.report(
          at: key.key, "AWS SAM ignores the key \(Reader.quoted(key.name)) of `\(owner.name)`",
          help: Suggestion.help(for: key.name, among: known))
      }
      let attributes = knownAttributes(model)
      for type in model.types where type.hasPrefix(SamProperties.prefix) {
        for resource in model.resources(type) where resource.source == .resources {
          for member in resource.record.attributes.members where !attributes.contains(member.key) {
            report.report(
              at: Model.Property(member, of: resource, fallback: resource.mark).key,
              "AWS SAM ignores the attribute \(Reader.quoted(member.key))",
              help: Suggestion.help(
                for: member.key, among: attributes,
                or: SamProperties.of(type)?.contains(member.key) == true ? "write it under `Properties`" : "remove it"))
          }
        }
      }
      var seen: Set<Mark> = []
      for api in model.serverlessApis {
        for authorizer in api["Auth"]?["Authorizers"]?.members ?? [] { check(authorizer: authorizer, &report) }
        for domain in api["Domain"]?.branches ?? [] where seen.insert(domain.key).inserted {
          check(domain, among: SamProperties.domain, "`Domain`", &report)
          check(domain["Route53"], among: SamProperties.recordsOfDomain, "`Route53`", &report)
        }
        for route in api.events where !api.isWebSocket {
          check(route.event["Properties"]?["Auth"], among: SamProperties.authOfEvents, "`Auth`", &report)
        }
      }
    })

  private static func check(authorizer: Model.Property, _ report: inout Report) {
    // What is neither a function's nor for tokens is an error.
    guard authorizer["FunctionArn"] != nil || authorizer["JwtConfiguration"] != nil,
      authorizer["OpenIdConnectUrl"] == nil
    else { return }
    check(authorizer, among: SamProperties.authorizer, "an authorizer", &report)
    check(authorizer["Identity"], among: SamProperties.identity, "an authorizer", &report)
  }

  private static func check(
    _ property: Model.Property?, among known: [String], _ owner: String, _ report: inout Report
  ) {
    for key in property?.members ?? [] where !known.contains(key.name) && !key.name.hasPrefix("Fn::") {
      report.report(
        at: key.key, "AWS SAM ignores the key \(Reader.quoted(key.name)) of \(owner)",
        help: Suggestion.help(for: key.name, among: known))
    }
  }
}
