import Diagnostics
import SpecReading

extension Rule {
  /// Events and settings of SAM's HTTP APIs that SAM does not accept.
  static let serverlessHttpApi = Rule(
    id: "CFN040",
    severity: .error,
    summary: "event or domain of a SAM HTTP API that SAM rejects",
    why: """
      SAM's transform fails, and nothing is deployed: "Property 'Method' is required", "Property 'ApiId' should be a string",
      "'NONE' is only a valid value when a DefaultAuthorizer on the API is specified", "Custom Domains only works if both
      DomainName and CertificateArn are provided".
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
      for api in model.serverlessApis {
        for route in api.events { check(route.event, of: api, &report) }
        // A rule about all domains reports a missing certificate.
        guard let domain = api["Domain"], !domain.isFunction, domain.lacks("DomainName") else { continue }
        report.report(at: domain.key, "`Domain` requires `DomainName`", help: "add `DomainName`")
      }
      for function in model.resources("AWS::Serverless::Function") {
        for event in function["Events"]?.members ?? [] where event["Type"]?.text == "HttpApi" {
          guard let id = event["Properties"]?["ApiId"], id.isFunction, id.target == nil, id.value.choice == nil else {
            continue
          }
          report.report(
            at: id, "`ApiId` must be the `!Ref` of an `AWS::Serverless::HttpApi` of this template",
            help: "SAM cannot add routes to other APIs")
        }
      }
    })

  private static func check(_ event: Model.Property, of api: ServerlessApi, _ report: inout Report) {
    guard let properties = event["Properties"], !properties.isFunction else { return }
    let keys = ["Path", "Method"].filter { properties.lacks($0) }
    if keys.count == 1 {
      let other = keys[0] == "Path" ? "Method" : "Path"
      report.report(
        at: event.key, "an event with `\(other)` requires `\(keys[0])`",
        help: "add `\(keys[0])`, or remove `\(other)` for the route `$default`")
    }
    guard let auth = properties["Auth"], !auth.isFunction, api["Auth"].map({ !$0.isFunction }) ?? true,
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
