import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

/// Permissions, compared with the calls of the functions.
extension Rule {
  /// A function that the API may not call.
  static let callWithoutPermission = Rule(
    id: "LAM001",
    severity: .error,
    premise: .spec,
    summary: "integration calls a function without permission",
    why: """
      API Gateway may call a function only with a permission on it. The permission is written for targets of the language; an
      integration of `resources` needs one in `resources`. Without it clients get status 500, and the deployment succeeds.
      """,
    source: "API Gateway's page on Lambda integrations of HTTP APIs",
    example: integration("⟦!GetAtt functions.books.Arn⟧") + "⟪→\(permission("${apis.store}/*/GET/books"))⟫",
    check: { model, report in
      for (call, other) in model.unpermittedCalls where !call.isAuthorizer && other == nil {
        report.report(
          at: call.mark, "the API does not have a permission to call this function for \(call.name)",
          help: help(call, model))
      }
    })

  /// A function that the authorizer may not call.
  static let authorizerWithoutPermission = Rule(
    id: "AUT028",
    severity: .error,
    premise: .spec,
    summary: "authorizer calls a function without permission",
    why: """
      API Gateway may call an authorizer's function only with a permission for `API/authorizers/AUTHORIZER`, or with a role of the
      authorizer. Without either, clients get status 500, and the deployment succeeds.
      """,
    source: "API Gateway's page on Lambda authorizers of HTTP APIs",
    example: authorizer("⟦!Sub") + "⟪→\(permission("${apis.store}/authorizers/${Users}"))⟫",
    check: { model, report in
      for (call, other) in model.unpermittedCalls where call.isAuthorizer && other == nil {
        report.report(
          at: call.mark, "the API does not have a permission to call this function", help: help(call, model))
      }
    })

  /// The permission that allows a call.
  private static func help(_ call: FunctionCall, _ model: Model) -> String {
    """
    add an `AWS::Lambda::Permission` for `apigateway.amazonaws.com` with a `SourceArn` that ends in \
    `\(model.names.inPlaces(call.api.spelled ?? ""))/\(call.isAuthorizer ? "authorizers/*" : "*/*")`
    """
  }

  /// A permission on a function whose alias is called, or the other way around.
  static let permissionOfOtherAlias = Rule(
    id: "LAM014",
    severity: .error,
    summary: "permission on another alias than the one that is called",
    why: """
      A function, each of its aliases and each of its versions have their own resource-based policy. A permission on the function
      does not allow calls of its alias, nor the other way around.
      """,
    source: "Lambda's page on resource-based policies (Qualifier of AddPermission)",
    example: integration("!Sub \"${functions.books.Arn}:live\"")
      + permission(
        "${apis.store}/*/GET/books",
        function: "⟦!GetAtt functions.books.Arn → !Sub \"${functions.books.Arn}:live\"⟧"),
    check: { model, report in
      for (call, other) in model.unpermittedCalls {
        guard let name = other?.resource["FunctionName"] else { continue }
        let called = call.function.qualifier
        report.report(
          at: name,
          called.isEmpty
            ? "the function itself is called, not this alias or version"
            : "`\(called)` is called, not the function itself or another alias",
          related: [Related(message: "it is called here", mark: call.mark)],
          help: called.isEmpty ? "name the function without a qualifier" : "add `:\(called)` to the name")
      }
    })

  /// A permission for calls that are not made.
  static let permissionForOtherRoute = Rule(
    id: "LAM002",
    severity: .error,
    summary: "permission does not fit any route that calls the function",
    why: """
      Lambda compares a permission's `SourceArn` with the ARN of the call:
      `arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/METHOD/PATH`, with the route's path as it is written, variables in braces. That
      of `$default` ends in `API/STAGE/$default`, that of an authorizer in `API/authorizers/AUTHORIZER`. If none of them fits,
      clients get status 500.
      """,
    source: "API Gateway's page on Lambda integrations; what the CDK and SAM write; serverless-application-model#1860",
    example: integration("!GetAtt functions.books.Arn").replacing("GET /books", with: "GET /books/{id}")
      + permission("⟦${apis.store}/*/⟪POST → GET⟫/books/*⟧"),
    check: { model, report in
      model.callPermissions?.forEachMisfit { permission, source, calls in
        let api = model.names.inPlaces(source.api?.spelled ?? "")
        let needed = calls.prefix(3).map {
          "\(api)/\($0.pattern)".replacing(String(WildcardText.part), with: "*")
        }
        let caller = source.api.flatMap { model.apis[$0] }.map { "`\($0.name)`" } ?? "this API"
        report.report(
          at: permission.resource["SourceArn"]?.mark ?? permission.resource.mark,
          "no call of this function by \(caller) fits this ARN",
          related: calls.prefix(1).map { Related(message: "\($0.name) calls it", mark: $0.mark) },
          help: "end it in " + needed.map { "`\($0)`" }.joined(separator: ", or in "))
      }
    })

  private static func integration(_ uri: String) -> String {
    """
    functions:
      books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
    apis:
      store:
        routes:
          GET /authors: https://authors.example.com
    resources:
      Books:
        Type: AWS::ApiGatewayV2::Integration
        Properties:
          ApiId: !Ref apis.store
          IntegrationType: AWS_PROXY
          PayloadFormatVersion: "2.0"
          IntegrationUri: \(uri)
      ListBooks:
        Type: AWS::ApiGatewayV2::Route
        Properties: {ApiId: !Ref apis.store, RouteKey: "GET /books", Target: !Sub "integrations/${Books}"}
    """
  }

  private static func authorizer(_ sub: String) -> String {
    let end = sub.hasPrefix("⟦") ? "⟧" : ""
    return """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/login}

      """
        + AuthorizerExample.any(
          "AuthorizerType: REQUEST", "AuthorizerPayloadFormatVersion: \"2.0\"",
          "AuthorizerUri: \(sub) \"arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
            + "${functions.books.Arn}/invocations\"\(end)")
  }

  private static func permission(_ source: String, function: String = "!Ref functions.books") -> String {
    let isMarked = source.hasPrefix("⟦")
    let source = source.filter { $0 != "⟦" && $0 != "⟧" }
    let arn = "!Sub \"arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:\(source)\""
    return """

        MayCall:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            Principal: apigateway.amazonaws.com
            FunctionName: \(function)
            SourceArn: \(isMarked ? "⟦\(arn)⟧" : arn)
      """
  }
}
