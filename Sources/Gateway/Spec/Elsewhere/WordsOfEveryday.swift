import SpecReading

/// Words that people try first, without another tool in mind, with help that no row of the other tables has.
extension ForeignWords {
  static let everyday: [Entry] = top + functions + apis + routes + authorizers + domains + privateNetworks

  private static let top: [Entry] = [
    .form("apis", "define APIs in `apis: {NAME: {routes: …}}`", "http", "websockets"),
    .advice(
      beside: "apis", "write `hostedZone: ID` in the domain: `domains: {HOST: {hostedZone: ID}}`", "hostedZones",
      "zones", "dns", "records", "route53"),
    .advice(
      beside: "apis", "write `certificate: ARN` in the domain: `domains: {HOST: {certificate: ARN}}`", "certificate",
      "certificates"),
    .advice(
      beside: "apis", "define listeners in their load balancer: `loadBalancers: {NAME: {listeners: …}}`", "listeners"),
    .advice(beside: "apis", "write the subnets in their VPC: `vpcs: {NAME: {id: …, privateSubnets: …}}`", "subnets"),
    .advice(
      beside: "apis", "define it in `cloudMapNamespaces` and `cloudMapServices`", "cloudMap", "serviceDiscovery"),
  ]

  private static let functions: [Entry] = [
    .advice(beside: "handler", "set `memory`: a function gets CPU in proportion", "cpu", "cpus", "vcpu"),
    .form("runtime", "write `runtime`, such as `nodejs24.x`", "language"),
    .form("handler", "write `handler: FILE.FUNCTION`", "entrypoint", "main"),
    .advice(
      beside: "handler", "write in `overrides`: `functions.NAME: {Properties: {LoggingConfig: …}}`", "logLevel",
      "loggingLevel"),
    .advice(beside: "handler", "write a reference to the secret in `environment`", "secrets"),
  ]

  private static let apis: [Entry] = [
    .advice(
      beside: "autoDeploy", "write `accessLogs: true`; a WebSocket API also has `logging`", "executionLogs",
      "executionLogging"),
    .advice(beside: "nested", "define alarms in `resources`, as `AWS::CloudWatch::Alarm`", "alarms", "alarm"),
    .form(
      "disableExecuteApiEndpoint", "write `disableExecuteApiEndpoint: true` to disable it", "executeApi",
      "executeApiEndpoint", "defaultEndpoint", "exposeDefaultEndpoint"),
    .form("ipAddressType", "write `ipAddressType: dualstack`", "ipv6", "dualstack", "ipVersion"),
    .advice(beside: "nested", "HTTP APIs do not validate requests; validate in the function", "validation", "validate"),
    .advice(
      beside: "clientCertificate", "write the base path behind the host: `domain: HOST/PATH`", "path", "basePath"),
    .advice(beside: "clientCertificate", "HTTP APIs have no quotas; `throttle` limits the rate", "quota"),
    .form("allowOrigins", "write `allowOrigins: \"*\"`", "allowAll", "any", "all"),
    .advice(beside: "allowOrigins", "write `cors: true` or `cors: false`", "enabled", "enable"),
    .advice(beside: "allowOrigins", "remove it: it applies to all routes of the API", "paths", "routes"),
  ]

  private static let routes: [Entry] = [
    .advice(
      beside: "cloudMap", "a route checks only scopes: `auth: {authorizer: …, scopes: …}`; a function checks others",
      "roles", "groups", "claims"),
    .form(
      "requestParameters", "write `requestParameters: {append:querystring.NAME: VALUE}`", "query", "querystring",
      "queryStringParameters", "queryParams", "queryParameters", "params"),
    .form("condition", "write `condition: NAME`, a name in `conditions`", "when", "if"),
    .advice(beside: "cloudMap", "set `accessLogs` on the API or its stage", "logs", "log", "accessLogs"),
    .advice(
      beside: "cloudMap", "HTTP and WebSocket APIs are not traced by X-Ray; set `tracing: true` on functions",
      "tracing", "xray"),
  ]

  private static let authorizers: [Entry] = [
    .form("simpleResponses", "write `simpleResponses: true` or `false`", "responseType"),
    .form(
      "identitySource", "write `identitySource: $request.header.NAME`", "header", "token", "tokenSource",
      "tokenHeader"),
    .form("issuer", "write `issuer`: the URL that the tokens have in `iss`", "url"),
    .advice(beside: "audience", "write `identitySource` beside `jwt`, not in it", "header", "tokenSource"),
  ]

  private static let domains: [Entry] = [
    .form("securityPolicy", "write `securityPolicy: TLS_1_2`", "tls", "minTls", "tlsVersion", "minTlsVersion"),
    .form("certificate", "write `certificate: true` and `hostedZone`", "validation", "dnsValidation"),
    .advice(
      beside: "setIdentifier", "name the host in `domain` of the API or of its stage", "api", "apis", "stage",
      "stages"),
    .advice(
      beside: "setIdentifier", "define each host in `domains`", "aliases", "alternativeNames", "wildcard", "www"),
  ]

  private static let privateNetworks: [Entry] = [
    .key("idleTimeout", "timeout", "idle"),
    .key("deletionProtection", "protect", "protection"),
    .advice(
      beside: "deletionProtection", "define an `AWS::WAFv2::WebACLAssociation` in `resources`", "waf", "webAcl",
      "webAclArn"),
    .advice(
      beside: "deletionProtection", "write it in a listener: `listeners: {NAME: {port: …, forward: …}}`",
      "certificate", "cert", "ssl", "tls", "sslPolicy", "port", "ports", "protocol", "rules", "targets",
      "targetGroup", "targetGroups", "instances", "ips", "healthCheck", "stickiness", "forward"),
    .form(
      "forward", "write `forward: TARGETGROUP`, or `forward: {ips: ADDRESS, port: PORT}`", "target", "targetGroup",
      "default", "actions"),
    .form("certificate", "write `protocol: HTTPS` and `certificate: ARN`", "ssl", "tls"),
    .advice(
      beside: "extraCertificates", "write it in a rule: `rules: {10: {pathPattern: …, forward: …}}`", "host", "path",
      "hostHeader", "pathPattern"),
    .advice(
      beside: "extraCertificates", "write it in `forward`: `forward: {ips: …, port: …}`", "ips", "instances",
      "healthCheck", "health", "stickiness", "sticky"),
    .advice(
      beside: "extraCertificates", "write `jwtValidation`, or set `auth` on the routes of the API", "auth", "oidc",
      "cognito", "jwt"),
    .form(
      "privateSubnets", "write the IDs in `privateSubnets`, `publicSubnets` or `isolatedSubnets`", "private", "public",
      "isolated"),
    .advice(beside: "natGateways", "define it in `vpcLinks`; one is created where none is named", "link", "vpcLink"),
    .advice(beside: "clients", "remove it: account and region are selected at deployment", "region"),
  ]
}
