import Diagnostics
import SpecReading

extension Rule {
  /// An attribute that does not get through SAM's transform.
  static let ignoredAttribute = Rule(
    id: "CFN045",
    severity: .warning,
    summary: "unknown attribute of a SAM resource or key of an authorizer",
    why: """
      AWS SAM reads the attributes that it knows, and drops the others without a message: with a misspelled `Properties`, the
      resource has none of its settings. It also drops unknown keys of the authorizers of an HTTP API.
      """,
    source: "aws-sam-translator 1.115 (Resource.from_dict, ApiGatewayV2Authorizer)",
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
      for api in model.serverlessApis {
        for authorizer in api["Auth"]?["Authorizers"]?.members ?? [] { check(authorizer: authorizer, &report) }
      }
    })

  private static func check(authorizer: Model.Property, _ report: inout Report) {
    // What is neither a function's nor for tokens is an error.
    guard authorizer["FunctionArn"] != nil || authorizer["JwtConfiguration"] != nil,
      authorizer["OpenIdConnectUrl"] == nil
    else { return }
    for (owner, known) in [(authorizer, SamProperties.authorizer), (authorizer["Identity"], SamProperties.identity)] {
      for key in owner?.members ?? [] where !known.contains(key.name) && !key.name.hasPrefix("Fn::") {
        report.report(
          at: key.key, "AWS SAM ignores the key \(Reader.quoted(key.name)) of an authorizer",
          help: Suggestion.help(for: key.name, among: known))
      }
    }
  }
}
