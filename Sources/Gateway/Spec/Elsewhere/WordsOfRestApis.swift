import SpecReading

/// Keys of REST APIs (API Gateway v1) that HTTP and WebSocket APIs do not have, with what to use instead (source: API
/// Gateway's page on the choice between REST APIs and HTTP APIs).
extension ForeignWords {
  static let restApis: [Entry] = [
    .advice(
      "HTTP and WebSocket APIs do not stream responses; use a function URL or a REST API", "responseTransferMode",
      "responseStreaming", "responseStreamingMode", "streaming", "transferMode"),
    .advice(
      "HTTP APIs do not validate requests; validate in the function", "requestValidator", "requestValidators",
      "requestValidatorId", "requestValidatorOptions", "requestSchemas", "validateRequestBody",
      "validateRequestParameters"),
    .advice(
      "HTTP APIs cannot change their own error responses; use `responseParameters` for those of targets",
      "gatewayResponses", "gatewayResponse"),
    .advice(
      beside: "stages", "HTTP APIs have no resource policies; use `auth: iam` or an authorizer", "resourcePolicy",
      "policy", "policies"),
    .advice(
      "HTTP and WebSocket APIs cannot have a web ACL; put CloudFront with AWS WAF in front of the API", "webAcl", "waf",
      "webAclArn", "wafWebAclArn", "webAclId", "wafv2"),
    .advice(
      "HTTP and WebSocket APIs do not cache; put CloudFront in front of the API", "cacheClusterEnabled",
      "cacheClusterSize", "cachingEnabled", "caching", "cacheKeyParameters", "cacheNamespace", "cacheTtlInSeconds",
      "cacheDataEncrypted"),
    .advice(
      beside: "autoDeploy", "HTTP and WebSocket APIs do not cache; put CloudFront in front of the API", "cache",
      "cacheTtl"),
    .advice(
      beside: "stages", "HTTP and WebSocket APIs are always regional; remove it", "endpointType",
      "endpointConfiguration",
      "endpointTypes", "edge"),
    .advice(
      "HTTP and WebSocket APIs are always public; use a REST API for a private endpoint", "vpcEndpointIds",
      "vpcEndpoints", "vpcEndpointId"),
    .advice(beside: "autoDeploy", "HTTP APIs are always public; use a REST API for a private endpoint", "private"),
    .advice(
      "HTTP and WebSocket APIs have no canary releases; use weights of a Lambda alias, or another stage", "canary",
      "canarySettings", "canarySetting", "percentTraffic"),
    .advice(
      "HTTP and WebSocket APIs are not traced by X-Ray; set `tracing: true` on functions", "tracingEnabled",
      "xrayTracingEnabled"),
    .advice(
      beside: "autoDeploy", "HTTP and WebSocket APIs are not traced by X-Ray; set `tracing: true` on functions", "xray",
      "tracing"),
    .advice("HTTP APIs always accept binary bodies; remove it", "binaryMediaTypes"),
    .advice(
      "HTTP APIs do not compress responses; compress in the function, or put CloudFront in front of the API",
      "minimumCompressionSize", "minCompressionSize"),
    .advice(
      "HTTP APIs have no API keys and usage plans; use an authorizer, or `type: websocket`", "apiKeySourceType",
      "apiKeySource", "usagePlan", "apiKeySourceIdentifier"),
    .advice(beside: "autoDeploy", "HTTP APIs have no API keys; use an authorizer", "usagePlans", "apiKeys", "apiKey"),
    .advice(beside: "cloudMap", "HTTP APIs have no API keys; use an authorizer", "apiKey", "private"),
    .advice(
      "responses of HTTP APIs need no declaration; remove it, or use `responseParameters`", "methodResponses",
      "methodResponse", "responseModels"),
    .advice(
      "write the settings of a stage directly, and those of a route under `routes` of the stage", "methodSettings",
      "methodSetting"),
    .advice(
      beside: "cloudMap",
      "HTTP APIs always wait for the target; use `sqs`, `eventBridge` or `stepFunctions` for work in the background",
      "async", "asynchronous", "invocationType"),
    .advice(
      beside: "stages", "remove it: describe the API in `description`, or in `openapi`", "documentation",
      "documentationVersion"),
    .advice(
      beside: "clientCertificate", "remove it: describe the API in `description`, or in `openapi`",
      "documentationVersion"),
    .advice(
      beside: "stages", "write the resources as paths: `routes: {GET /path: TARGET}`", "restApiResources",
      "restApiRootResourceId", "rootResourceId"),
  ]

  /// What to do without a property that only REST APIs have; nil for any other name.
  static func adviceOnProperty(_ name: String) -> String? {
    guard let text = restApis.first(where: { $0.means(name) && $0.text.hasPrefix("HTTP") })?.text else { return nil }
    // Keys of the language are of no use beside AWS's properties.
    return text.contains("`") ? "\(text.prefix { $0 != ";" }); remove it" : text
  }
}
