import Diagnostics
import SpecReading

/// Checks that every name under `auth` is an authorizer's.
enum AuthorizerNames {
  /// Words under `auth` that name no authorizer.
  static let reserved: Set<String> = ["iam", "none"]

  /// Reports the names that are none. Where reading failed, authorizers may be missing that are written.
  static func check(
    _ names: SpecNames, _ authorizations: [ApiAuthorization], isWhole: Bool, _ findings: inout Findings
  ) {
    for (api, authorization) in zip(names.spec.apis, authorizations) where isWhole || !api.value.authorizers.isEmpty {
      if let name = api.value.defaultAuth?.authorizer { check(name, of: api, names, authorization, &findings) }
      for route in api.value.routes {
        // By `forEach`, its closure would copy all names for each route.
        for auth in route.value.auth?.values ?? [] {
          if let name = auth.authorizer { check(name, of: api, names, authorization, &findings) }
        }
      }
    }
  }

  private static func check(
    _ name: Given<String>, of api: Named<Api>, _ names: SpecNames, _ authorization: ApiAuthorization,
    _ findings: inout Findings
  ) {
    guard case .unknown(let given) = authorization.checker(name) else { return }
    let name = given.literal ?? ""
    if let type = names.resourceTypes[name] {
      findings.report(
        Diagnostic(
          .nameOfOtherKind, message: "the resource `\(name)` is of type `\(type)`, not an authorizer",
          mark: given.mark))
      return
    }
    findings.report(
      Diagnostic(
        .unknownName, message: "the API `\(api.name)` has no authorizer \(Reader.quoted(name))", mark: given.mark,
        help: findings.isLong
          ? nil : help(name, api.value.authorizers.map(\.name), names, hasDocument: api.value.openapiMark != nil)))
  }

  /// Words of other tools for `iam` and `none`.
  private static let words = [
    "aws_iam": "iam", "awsiam": "iam", "aws-iam": "iam", "sigv4": "iam", "awssigv4": "iam", "false": "none",
    "open": "none", "public": "none", "anonymous": "none", "no": "none", "noauth": "none",
  ]

  private static func help(_ name: String, _ own: [String], _ names: SpecNames, hasDocument: Bool) -> String {
    if let word = words[name.lowercased()], !own.contains(word) { return "write `\(word)`" }
    let parts = name.split { ", ".contains($0) }.map(String.init)
    if parts.count > 1, parts.allSatisfy(own.contains) { return "write only one of them: `\(parts[0])`" }
    let resources = names.resourceTypes.filter { $0.value == "AWS::ApiGatewayV2::Authorizer" }.keys.sorted()
    if let near = Suggestion.nearest(to: name, among: own + resources + reserved.sorted()) {
      return "did you mean `\(near)`?"
    }
    if names.index(name, in: "functions") != nil {
      return "define one in the API's `authorizers`: `\(name): {lambda: \(name)}`"
    }
    if names.index(name, in: "userPools") != nil {
      return "define one in the API's `authorizers`: `\(name): {userPool: \(name)}`"
    }
    if hasDocument {
      return "for a scheme of the document, write `security: [{\(name): []}]` in the document"
    }
    if own.isEmpty { return "define it in the API's `authorizers`, or write `iam` or `none`" }
    return "it has " + Suggestion.list(own) + "; `iam` and `none` are also allowed"
  }
}
