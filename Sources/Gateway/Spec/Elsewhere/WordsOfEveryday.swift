import SpecReading

/// Words that people try first, without another tool in mind.
extension ForeignWords {
  static let everyday: [Entry] = top + functions + apis + routes + authorizers + domains + privateNetworks

  private static let top: [Entry] = [
    .key("variables", "vars"),
    .form("apis", "define APIs in `apis: {NAME: {routes: …}}`", "http", "websockets"),
    .advice(
      beside: "apis", "define other resources of AWS in `resources`", "stateMachines", "eventBuses", "buses",
      "logGroups", "kmsKeys", "kms", "schedules", "roles", "streams", "databases", "clusters", "ecs", "fargate",
      "containers"),
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
    .form(
      "policies", "write `policies: {allow: ACTIONS, on: RESOURCES}`", "allow", "grant", "grants", "access",
      "inlinePolicy", "inlinePolicies"),
    .key("memory", "size", "mem", "ram"),
    .advice(beside: "handler", "set `memory`: a function gets CPU in proportion", "cpu", "cpus", "vcpu"),
    .form("runtime", "write `runtime`, such as `nodejs24.x`", "language"),
    .form("handler", "write `handler: FILE.FUNCTION`", "entrypoint", "main"),
    .key("code", "src", "source", "folder", "dir", "directory"),
    .form("code", "write `code: {image: URI}`", "docker", "container"),
    .key("environment", "vars", "variables"),
    .key("ephemeralStorage", "tmp"),
    .advice(
      beside: "handler", "write `properties: {KmsKeyArn: ARN}`", "encryption"),
    .advice(
      beside: "handler", "write in `overrides`: `functions.NAME: {Properties: {LoggingConfig: …}}`", "logLevel",
      "loggingLevel"),
    .advice(beside: "handler", "write a reference to the secret in `environment`", "secrets"),
  ]

  private static let apis: [Entry] = [
    .key("name", "title"),
    .form("domain", "write `domain: HOST`, or `domain: {name: HOST, basePath: PATH}`", "host", "hostname"),
    .advice(
      beside: "nested", "define the domain in `domains: {HOST: {…}}`, and name its host in `domain`", "cert", "tls",
      "ssl", "mtls"),
    .form("throttle", "write `throttle: {rate: …, burst: …}`", "limits", "limit"),
    .advice(
      beside: "autoDeploy", "write `accessLogs: true`; a WebSocket API also has `logging`", "executionLogs",
      "executionLogging"),
    .advice(beside: "nested", "define alarms in `resources`, as `AWS::CloudWatch::Alarm`", "alarms", "alarm"),
    .key("disableExecuteApiEndpoint", "disableExecuteApi"),
    .form(
      "disableExecuteApiEndpoint", "write `disableExecuteApiEndpoint: true` to disable it", "executeApi",
      "executeApiEndpoint", "defaultEndpoint", "exposeDefaultEndpoint"),
    .form("ipAddressType", "write `ipAddressType: dualstack`", "ipv6", "dualstack", "ipVersion"),
    .form(
      "defaultAuth", "define authorizers in `authorizers`, and select the default in `defaultAuth`", "authorization",
      "authentication", "security"),
    .advice(
      beside: "nested", "write the target of all other requests as a route: `$default: TARGET`", "fallback",
      "catchAll", "notFound"),
    .advice(beside: "nested", "HTTP APIs do not validate requests; validate in the function", "validation", "validate"),
    .key("variables", "vars"),
    .advice(
      beside: "clientCertificate", "write the base path behind the host: `domain: HOST/PATH`", "path", "basePath"),
    .advice(beside: "clientCertificate", "HTTP APIs have no quotas; `throttle` limits the rate", "quota"),
    .key("allowMethods", "method"),
    .key("allowHeaders", "header"),
    .key("exposeHeaders", "expose", "exposed"),
    .key("maxAge", "age", "ttl", "cache"),
    .form("allowOrigins", "write `allowOrigins: \"*\"`", "allowAll", "any", "all"),
    .advice(beside: "allowOrigins", "write `cors: true` or `cors: false`", "enabled", "enable"),
    .advice(beside: "allowOrigins", "remove it: it applies to all routes of the API", "paths", "routes"),
  ]

  private static let routes: [Entry] = [
    .form(
      "auth", "write `auth: AUTHORIZER`, `auth: iam` or `auth: none`", "open", "authenticated", "secure", "login",
      "security", "authentication"),
    .form("auth", "write `auth: {authorizer: …, scopes: …}`", "scope"),
    .advice(
      beside: "cloudMap", "a route checks only scopes: `auth: {authorizer: …, scopes: …}`; a function checks others",
      "roles", "groups", "claims"),
    .form(
      "requestParameters", "write `requestParameters: {append:querystring.NAME: VALUE}`", "query", "querystring",
      "queryStringParameters", "queryParams", "queryParameters", "params"),
    .form("requestParameters", "write `requestParameters: {append:header.NAME: VALUE}`", "header"),
    .form(
      "requestParameters", "write `requestParameters: {\"overwrite:path\": PATH}`", "stripPrefix", "prefix",
      "pathPrefix"),
    .form("condition", "write `condition: NAME`, a name in `conditions`", "when", "if"),
    .key("tls", "sni", "serverName"),
    .advice(beside: "cloudMap", "write the method in the route key: `METHOD /path: TARGET`", "verb", "verbs"),
    .advice(
      beside: "cloudMap", "use the key for the kind of target: `lambda`, `http`, `alb`, `nlb`, `cloudMap` …",
      "upstream", "origin"),
    .advice(beside: "cloudMap", "set `accessLogs` on the API or its stage", "logs", "log", "accessLogs"),
    .advice(
      beside: "cloudMap", "HTTP and WebSocket APIs are not traced by X-Ray; set `tracing: true` on functions",
      "tracing", "xray"),
    .advice(beside: "cloudMap", "API Gateway calls a target once", "circuitBreaker"),
  ]

  private static let authorizers: [Entry] = [
    .key("ttl", "caching"),
    .key("simpleResponses", "simple"),
    .form("simpleResponses", "write `simpleResponses: true` or `false`", "responseType"),
    .form(
      "identitySource", "write `identitySource: $request.header.NAME`", "header", "token", "tokenSource",
      "tokenHeader"),
    .advice(beside: "simpleResponses", "remove it: `jwt`, `userPool` or `lambda` is the type", "kind"),
    .advice(
      beside: "simpleResponses", "remove it: API Gateway gets the permission to invoke the function", "permission"),
    .form("issuer", "write `issuer`: the URL that the tokens have in `iss`", "url"),
    .advice(beside: "audience", "remove it: API Gateway gets the keys from the issuer", "jwksUrl", "keys"),
    .advice(beside: "audience", "write `scopes` beside `jwt`, not in it", "scope"),
    .advice(beside: "audience", "write `identitySource` beside `jwt`, not in it", "header", "tokenSource"),
  ]

  private static let domains: [Entry] = [
    .form("hostedZone", "write the ID of the hosted zone: `hostedZone: ID`", "record", "records", "alias"),
    .form("securityPolicy", "write `securityPolicy: TLS_1_2`", "tls", "minTls", "tlsVersion", "minTlsVersion"),
    .form("certificate", "write `certificate: true` and `hostedZone`", "validation", "dnsValidation"),
    .form("mutualTls", "write `mutualTls: {truststore: …}`", "ca", "clientCa", "clientCertificate"),
    .advice(beside: "setIdentifier", "remove it: the domains of these APIs are regional", "edge"),
    .advice(
      beside: "setIdentifier", "write it behind the host in the API's `domain`: `domain: HOST/PATH`", "paths"),
    .advice(
      beside: "setIdentifier", "name the host in `domain` of the API or of its stage", "api", "apis", "stage",
      "stages"),
    .advice(
      beside: "setIdentifier", "define each host in `domains`", "aliases", "alternativeNames", "wildcard", "www"),
  ]

  private static let privateNetworks: [Entry] = [
    .form("scheme", "write `scheme: internal` or `scheme: internet-facing`", "private", "external"),
    .key("securityGroups", "sg", "sgs"),
    .key("idleTimeout", "timeout", "idle"),
    .key("deletionProtection", "protect", "protection"),
    .advice(
      beside: "deletionProtection", "write `attributes: {access_logs.s3.enabled: true, access_logs.s3.bucket: …}`",
      "logs", "logging"),
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
    .key("availabilityZones", "zones"),
    .form("natGateways", "write the number: `natGateways: 1`", "nat", "nats"),
    .advice(beside: "natGateways", "define it in `vpcLinks`; one is created where none is named", "link", "vpcLink"),
    .advice(beside: "clients", "remove it: account and region are selected at deployment", "region"),
  ]
}
