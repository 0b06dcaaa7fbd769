import Diagnostics
import SpecReading
import YAMLTree

/// Permissions of `resources` beside what calls the functions.
extension Rule {
  /// Nobody let the API in.
  static let callWithoutPermission = Rule(
    id: "LAM001",
    severity: .error,
    summary: "an integration with a function that the API may not call",
    why: """
      API Gateway may call a function only where a permission on it says so. For targets of the language the permission is
      written by itself; an integration of `resources` needs one there, too. Without it callers get 500, and the
      deployment says nothing.
      """,
    source: "API Gateway's page on Lambda integrations of HTTP APIs",
    example: integration("⟦!GetAtt functions.books.Arn⟧") + "⟪→\(permission("${apis.store}/*/GET/books"))⟫",
    check: { spec, report in
      spec.forEachUnpermittedCall(of: false) { call, other in
        if other != nil { return }
        report.report(
          at: call.mark, "no permission lets the API call this function for \(call.name)",
          help: help(call, spec))
      }
    })

  /// Nobody let the authorizer in.
  static let authorizerWithoutPermission = Rule(
    id: "AUT028",
    severity: .error,
    summary: "an authorizer with a function that the API may not call",
    why: """
      An authorizer's function needs a permission for calls from `API/authorizers/AUTHORIZER`, or the authorizer needs a
      role that may call it. Without either, callers get 500, and the deployment says nothing.
      """,
    source: "API Gateway's page on Lambda authorizers of HTTP APIs",
    example: authorizer("⟦!Sub") + "⟪→\(permission("${apis.store}/authorizers/${Users}"))⟫",
    check: { spec, report in
      spec.forEachUnpermittedCall(of: true) { call, other in
        if other != nil { return }
        report.report(
          at: call.mark, "no permission lets the API call this function", help: help(call, spec))
      }
    })

  /// What to write so that a call is allowed.
  private static func help(_ call: FunctionCall, _ spec: ResolvedSpec) -> String {
    """
    add an `AWS::Lambda::Permission` for `apigateway.amazonaws.com` with a `SourceArn` that ends in \
    `\(spec.names.inPlaces(call.api.spelled ?? ""))/\(call.isAuthorizer ? "authorizers/*" : "*/*")`
    """
  }

  /// The permission stands beside what is called.
  static let permissionOfOtherAlias = Rule(
    id: "LAM014",
    severity: .error,
    summary: "a permission on a function while its alias is called, or the other way around",
    why: """
      A function, each alias and each version of it have policies of their own. A permission on the function does not let
      anybody call its alias, nor the other way around.
      """,
    source: "Lambda's page on resource-based policies (Qualifier of AddPermission)",
    example: integration("!Sub \"${functions.books.Arn}:live\"")
      + permission(
        "${apis.store}/*/GET/books",
        function: "⟦!GetAtt functions.books.Arn → !Sub \"${functions.books.Arn}:live\"⟧"),
    check: { spec, report in
      for isAuthorizer in [false, true] {
        spec.forEachUnpermittedCall(of: isAuthorizer) { call, other in
          guard let other, let name = other.resource["FunctionName"] else { return }
          let called = call.function.qualifier
          report.report(
            at: name.mark,
            called.isEmpty
              ? "the function itself is called, not this alias or version of it"
              : "`\(called)` is called, not the function itself or another alias",
            related: [Related(message: "it is called here", mark: call.mark)],
            help: called.isEmpty ? "name the function without a qualifier" : "name it with `:\(called)` behind it")
        }
      }
    })

  /// A permission for calls that do not come.
  static let permissionForOtherRoute = Rule(
    id: "LAM002",
    severity: .error,
    summary: "a permission that fits no route of the API that calls the function",
    why: """
      The `SourceArn` of a permission is compared with the ARN of the call:
      `arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/METHOD/PATH`, with the route's path as it is written, its variables in
      braces. For an authorizer it ends in `API/authorizers/AUTHORIZER`. A permission that fits neither allows nothing,
      and callers get 500.
      """,
    source: "API Gateway's page on Lambda integrations; what the CDK and SAM write",
    example: integration("!GetAtt functions.books.Arn").replacing("GET /books", with: "GET /books/{id}")
      + permission("⟦${apis.store}/*/⟪POST → GET⟫/books/*⟧"),
    check: { spec, report in
      CallPermissions(spec)?.forEachMisfit { permission, source, calls in
        let api = spec.names.inPlaces(source.api?.spelled ?? "")
        let needed = calls.compactMap(\.patterns.first).prefix(3).map {
          "\(api)/\($0)".replacing(String(WildcardText.part), with: "*")
        }
        report.report(
          at: permission.resource["SourceArn"]?.mark ?? permission.resource.mark,
          "no call of this function by \(source.api.flatMap { spec.rawApis[$0]?.name }.map { "`\($0)`" } ?? "this API") fits this",
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
