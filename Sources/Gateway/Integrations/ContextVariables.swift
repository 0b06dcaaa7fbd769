import SpecReading

/// The `$context` variables of API Gateway v2, for mappings and access logs.
///
/// Source: the API Gateway pages about logging variables of HTTP APIs and access logs of WebSocket APIs, as of
/// 2026-11-22. `resourcePath` is not on the first page; API Gateway accepts it, and its value is always empty.
enum ContextVariables {
  /// The variables of HTTP APIs.
  static let http: Set<String> = [
    "accountId", "apiId", "authorizer.error", "authorizer.principalId", "awsEndpointRequestId",
    "awsEndpointRequestId2", "customDomain.basePathMatched", "dataProcessed", "domainName", "domainPrefix",
    "error.message", "error.messageString", "error.responseType", "extendedRequestId", "httpMethod",
    "identity.accountId", "identity.caller", "identity.cognitoAuthenticationProvider",
    "identity.cognitoAuthenticationType", "identity.cognitoIdentityId", "identity.cognitoIdentityPoolId",
    "identity.principalOrgId", "identity.sourceIp", "identity.user", "identity.userAgent", "identity.userArn",
    "identity.clientCert.clientCertPem", "identity.clientCert.subjectDN", "identity.clientCert.issuerDN",
    "identity.clientCert.serialNumber", "identity.clientCert.validity.notBefore",
    "identity.clientCert.validity.notAfter", "integration.error", "integration.integrationStatus",
    "integration.latency", "integration.requestId", "integration.status", "integrationErrorMessage",
    "integrationLatency", "integrationStatus", "path", "protocol", "requestId", "requestTime", "requestTimeEpoch",
    "resourcePath", "responseLatency", "responseLength", "routeKey", "stage", "status",
  ]

  /// The variables of WebSocket APIs.
  static let webSocket: Set<String> = [
    "apiId", "authenticate.error", "authenticate.latency", "authenticate.status", "authorize.error",
    "authorize.latency", "authorize.status", "authorizer.error", "authorizer.integrationLatency",
    "authorizer.integrationStatus", "authorizer.latency", "authorizer.principalId", "authorizer.requestId",
    "authorizer.status", "connectedAt", "connectionId", "domainName", "error.message", "error.messageString",
    "error.responseType", "error.validationErrorString", "eventType", "extendedRequestId", "identity.accountId",
    "identity.apiKey", "identity.apiKeyId", "identity.caller", "identity.cognitoAuthenticationProvider",
    "identity.cognitoAuthenticationType", "identity.cognitoIdentityId", "identity.cognitoIdentityPoolId",
    "identity.principalOrgId", "identity.sourceIp", "identity.user", "identity.userAgent", "identity.userArn",
    "integration.error", "integration.integrationStatus", "integration.latency", "integration.requestId",
    "integration.status", "integrationLatency", "messageId", "requestId", "requestTime", "requestTimeEpoch",
    "routeKey", "stage", "status", "waf.error", "waf.latency", "waf.status",
  ]

  /// Those that mapping templates, parameter mappings and authorizers of WebSocket APIs have.
  static let ofMessages = webSocket.union(["messageDirection"])

  /// The variables that only routes with IAM authorization have (source: as above).
  static let ofIam: Set<String> = [
    "identity.accountId", "identity.caller", "identity.principalOrgId", "identity.user", "identity.userArn",
  ]

  /// The variable for a name in `authorizer.iam` of a function's event.
  static func ofCaller(_ name: Substring) -> String {
    switch name {
    case "callerId": "identity.caller"
    case "userId": "identity.user"
    case "accountId", "principalOrgId": "identity.\(name)"
    default: "identity.userArn"
    }
  }

  /// The claim for the last part of a variable that JWT authorizers do not have.
  static func claim(_ last: Substring) -> Substring {
    switch last {
    case "claims": "NAME"
    case "principalId": "sub"
    default: last
    }
  }

  /// Whether an HTTP API has this variable; authorizers may add others.
  static func hasHttp(_ name: String) -> Bool { http.contains(name) || name.hasPrefix("authorizer.") }

  /// The help for a name that no variable of HTTP APIs has.
  static func httpHelp(for name: String) -> String? { nearHttp(name).map { "did you mean `$context.\($0)`?" } }

  /// The variable of HTTP APIs that a name probably means.
  static func nearHttp(_ name: String) -> String? {
    let known = http.sorted()
    return Suggestion.nearest(to: name, among: known) ?? sameEnd(as: name, known)
  }

  /// The shortest variable with the same last word, such as `identity.sourceIp` for `sourceIp`, or the only one that goes
  /// on after the name.
  private static func sameEnd(as name: String, _ known: [String]) -> String? {
    func last(_ path: String) -> String? { path.split(separator: ".").last?.lowercased() }
    let word = last(name)
    if let same = known.filter({ last($0) == word }).min(by: { $0.utf8.count < $1.utf8.count }) { return same }
    let longer = name.utf8.count > 3 ? known.filter { $0.hasPrefix(name) } : []
    return longer.count == 1 ? longer[0] : nil
  }
}
