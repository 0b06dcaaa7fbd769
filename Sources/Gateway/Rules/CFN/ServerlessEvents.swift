import Diagnostics
import SpecReading

extension Rule {
  /// Events and settings of SAM's HTTP APIs that SAM does not accept.
  static let serverlessHttpApi = Rule(
    id: "CFN040",
    severity: .error,
    premise: .spec,
    summary: "event or setting of a SAM resource that SAM rejects",
    why: """
      SAM's transform fails, and nothing is deployed: "Property 'Method' is required", "Property 'ApiId' should be a string",
      "'NONE' is only a valid value when a DefaultAuthorizer on the API is specified", "Custom Domains only works if both
      DomainName and CertificateArn are provided", "Auth works only with inline OpenApi", "FunctionArn is only supported for Lambda
      Authorizer", "RestApiId must be a valid reference to an 'AWS::Serverless::Api'", "'DeploymentPreference' requires
      AutoPublishAlias property to be specified", "S3 events must reference an S3 bucket in the same template". SAM knows no
      result of a function: "Property 'Path' should be a string".
      """,
    source: "aws-sam-translator 1.115, run with each of these mistakes",
    example: """
      transform: AWS::Serverless-2016-10-31
      resources:
        Store: {Type: AWS::Serverless::HttpApi}
        Books:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: nodejs24.x
            Handler: index.handler
            InlineCode: "exports.handler = async () => ({statusCode: 200})"
            Events:
              ⟦List⟧: {Type: HttpApi, Properties: {ApiId: !Ref Store, Path: /books⟪ → , Method: GET⟫}}
              Add: {Type: HttpApi, Properties: {ApiId: !Ref Store, Path: /books, Method: POST⟪, Auth: {Authorizer: ⟦NONE⟧} →⟫}}
      """,
    check: { model, report in
      if !model.spec.isSAM { return }
      checkServerlessSettings(model, &report)
      checkConnectors(model, &report)
      checkPlainValues(model, &report)
      for api in model.serverlessApis {
        for route in api.events { check(route.event, of: api, &report) }
        if !api.isWebSocket { checkSettings(of: api, &report) }
      }
      for function in model.resources("AWS::Serverless::Function") {
        for event in function["Events"]?.members ?? [] {
          let others = event.members.filter { !["Type", "Properties"].contains($0.name) }
          let isMisspelt =
            event["Type"] == nil && others.contains { Suggestion.nearest(to: $0.name, among: ["Type"]) != nil }
          if let first = others.first, !event.isFunction, !isMisspelt {
            report.report(
              at: first.key, "SAM ignores \(others.map { "`\($0.name)`" }.listed) beside the `Type` of an event",
              help: "write \(others.count == 1 ? "it" : "them") under `Properties`")
          }
          switch event["Type"]?.text {
          case "HttpApi": check(event["Properties"]?["ApiId"], in: model, &report)
          case "Api": checkType(event["Properties"]?["RestApiId"], not: "HttpApi", "ApiId", in: model, &report)
          default: continue
          }
        }
      }
    })

  private static func check(_ id: Model.Property?, in model: Model, _ report: inout Report) {
    checkType(id, not: "Api", "RestApiId", in: model, &report)
    guard let id, id.isFunction, id.target == nil, id.value.choice == nil else { return }
    report.report(
      at: id, "`ApiId` must be the `!Ref` of an `AWS::Serverless::HttpApi` of this template",
      help: "SAM cannot add routes to other APIs")
  }

  /// Reports the ID of an API for which events have another type.
  private static func checkType(
    _ id: Model.Property?, not type: String, _ word: String, in model: Model, _ report: inout Report
  ) {
    guard let id, let target = id.target, model.template[target]?.type == SamProperties.prefix + type else { return }
    report.report(
      at: id, "`\(target)` is an `\(SamProperties.prefix)\(type)`, whose events have the type `\(type)`",
      help: "write `Type: \(type)`, and `\(word)` in place of `\(id.name)`")
  }

  private static func check(_ event: Model.Property, of api: ServerlessApi, _ report: inout Report) {
    guard let properties = event["Properties"], !properties.isFunction else { return }
    let keys = ["Path", "Method"].filter { properties.lacks($0) }
    if keys.count == 1 {
      let other = keys[0] == "Path" ? "Method" : "Path"
      report.report(
        at: event.key, "an event with `\(other)` requires `\(keys[0])`",
        help: "add `\(keys[0])`, or remove `\(other)` for the route `$default`")
    }
    guard let auth = properties["Auth"], auth.form == .mapping, !auth.isFunction,
      api["Auth"].map({ !$0.isFunction }) ?? true,
      api["Auth"]?["DefaultAuthorizer"] == nil
    else { return }
    if let authorizer = auth["Authorizer"] {
      guard authorizer.text == "NONE" else { return }
      report.report(
        at: authorizer, "`NONE` needs a `DefaultAuthorizer` of the API that it replaces",
        help: "remove `Auth`: the route is open for everyone")
    } else if auth.lacks("Authorizer") {
      report.report(
        at: auth.key, "`Auth` names no `Authorizer`, and the API has no `DefaultAuthorizer`",
        help: "add `Authorizer`, or remove `Auth`")
    }
  }
}
