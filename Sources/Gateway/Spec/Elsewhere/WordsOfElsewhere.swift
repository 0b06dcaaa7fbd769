import SpecReading

/// Keys of CloudFormation, SAM, the Serverless Framework, Terraform and the CDK.
extension ForeignWords {
  /// The keys, grouped by section.
  public static let elsewhere = ForeignWords(
    modules + everyday + top + functions + apis + routes + authorizers + domains + networks + restApis + neighbors
      + imports + details,
    values: otherValues,
    common: Set(Describer.list(of: ElementOptions.self).map(\.key)),
    translate: { entry, tree in
      EventsOfElsewhere.help(entry, tree) ?? ServicesOfElsewhere.help(entry, tree) ?? helpForMethod(entry, tree)
        ?? TargetsOfElsewhere.help(entry, tree)
    })

  private static let routesUnderApis = "define routes under their API: `apis: {NAME: {routes: {GET /path: FUNCTION}}}`"

  private static let top: [Entry] = [
    .key("stack", "service", "stackName", "name", "app"),
    .key("environments", "envs", "params"),
    .key("include", "imports", "import", "extends"),
    .key("ignore", "disable", "disabled", "exclude", "skip"),
    .key("severity", "rules", "severities", "levels"),
    .key("variables", "locals", "custom", "vars"),
    .key("functions", "lambdas", "lambdaFunctions"),
    .key("userPools", "cognitoUserPools"),
    .key("apis", "api", "httpApis", "websocketApis", "restApis"),
    .advice(beside: "apis", "remove it: the program generates it", "AWSTemplateFormatVersion"),
    .advice(
      beside: "apis", "set shared options of functions and routes in `defaults: {functions: …, routes: …}`", "provider"),
    .advice(beside: "apis", routesUnderApis, "routes", "paths", "events", "httpApi", "endpoints"),
    .advice(beside: "apis", "define stages under their API: `apis: {NAME: {stages: {NAME: …}}}`", "stage", "stages"),
    .advice(
      beside: "apis", "remove it: account and region are selected at deployment", "region", "profile", "accountId"),
    .advice(beside: "apis", "remove it: there are no plugins", "plugins", "useDotenv"),
    .advice(beside: "apis", "define authorizers under their API: `apis: {NAME: {authorizers: …}}`", "authorizers"),
    .advice(beside: "apis", "define integrations under their API: `apis: {NAME: {integrations: …}}`", "integrations"),
    .exactly(
      beside: "logicalId", "write its keys directly under the name, in camel case",
      "Properties"),
    .exactly(beside: "logicalId", "remove it: the section determines the type", "Type"),
    .key("dependsOn", "depends_on"),
    .key("logicalId", "overrideLogicalId"),
    .key("deletionPolicy", "removalPolicy"),
    .advice(beside: "logicalId", "remove it: routes refer to elements by name", "export", "create", "enabled"),
  ]

  private static let functions: [Entry] = [
    .key(
      "code", "CodeUri", "filename", "sourceCode", "codeSource", "sourceDir", "sourcePath", "zip", "src", "source",
      "folder", "dir", "directory"),
    .form("code", "write `code: FOLDER`", "package", "packageType", "artifact", "localExistingPackage"),
    .form("code", "write `code: {image: URI}`", "imageUri", "image", "imageConfig", "docker", "container"),
    .form("code", "write `code: {inline: …}`", "inlineCode", "zipFile", "inline"),
    .form(
      "code", "write `code: {s3: {bucket: …, key: …}}`", "s3Bucket", "s3Key", "s3ExistingPackage", "s3ObjectVersion"),
    .key("image", "imageUri"),
    .key("inline", "inlineCode", "zipFile"),
    .key("version", "objectVersion", "s3ObjectVersion"),
    .key("memory", "memorySize", "memoryLimit", "memoryMb", "size", "mem", "ram"),
    .key("environment", "env", "environmentVariables", "envVars", "vars", "variables"),
    .level("write the variables directly under `environment`", "Variables"),
    .form("architecture", "write `architecture: arm64`", "architectures"),
    .advice(
      beside: "handler", routesUnderApis, "events", "url", "functionUrl", "functionUrlConfig", "routes", "path",
      "method", "httpApi",
      "websocket"),
    .form(
      "policies", "write `policies: {allow: ACTIONS, on: RESOURCES}`", "iamRoleStatements", "policyStatements",
      "policyStatement", "initialPolicy", "policyJson", "rolePolicyJson", "allow", "grant", "grants", "access",
      "inlinePolicy", "inlinePolicies"),
    .form(
      "Effect", "write the statements as the items: `policies: [{Effect: Allow, Action: …, Resource: …}]`",
      "Statement", "PolicyDocument", "PolicyName", "Version", "Id"),
    .advice(beside: "managed", "remove it: the program writes it", "Version", "Id"),
    .advice(beside: "managed", "write `{Effect: Deny, Action: …, Resource: …}`", "deny"),
    .advice(
      beside: "managed", "write `{allow: ACTIONS, on: RESOURCES}`", "actions", "dynamodb", "s3", "sqs", "sns", "table",
      "bucket", "queue", "topic"),
    .key("policies", "policy", "managedPolicies", "managedPolicyArns", "attachPolicies"),
    .form("vpc", "write `vpc`, `subnets` and `securityGroups` directly in the function", "vpcConfig"),
    .key("reservedConcurrency", "reservedConcurrentExecutions"),
    .form(
      "logs", "write `logs: {retention: 30d}`", "logRetention", "logRetentionInDays", "retentionInDays", "logGroup",
      "loggingConfig", "cloudwatchLogsRetentionInDays"),
    .key(
      "retention", "retentionInDays", "logRetention", "logRetentionInDays", "logGroupRetentionInDays", "expiration"),
    .form("tracing", "write `tracing: true`", "tracingConfig", "tracingMode", "xray"),
    .key("alias", "autoPublishAlias"),
    .key("role", "executionRole", "lambdaRole"),
    .advice(beside: "simpleResponses", "write `lambda: FUNCTION`", "functionName"),
    .key(
      "name", "functionName", "apiName", "groupName", "loadBalancerName", "displayName", "authorizerName",
      "vpcLinkName", "title"),
    .key("arn", "functionArn", "lambdaArn", "loadBalancerArn", "listenerArn", "targetGroupArn", "serviceArn"),
  ]

  private static let apis: [Entry] = [
    .key("type", "protocol", "protocolType"),
    .key("cors", "corsConfiguration", "corsPreflight", "corsOptions"),
    .key("allowOrigins", "allowedOrigins", "origins", "origin"),
    .key("allowHeaders", "allowedHeaders", "headers", "header"),
    .key("allowCredentials", "allowedCredentials", "credentials", "supportsCredentials"),
    .key("allowMethods", "allowedMethods", "methods", "method"),
    .key("exposeHeaders", "exposedHeaders", "exposedResponseHeaders", "expose", "exposed"),
    .key("maxAge", "maxAgeSeconds", "maxAgeInSeconds", "age", "ttl", "cache"),
    .form(
      "cors", "write it under `cors`: `cors: {allowOrigins: …, allowMethods: …, allowHeaders: …}`", "allowedOrigins",
      "allowOrigins", "allowedHeaders", "allowHeaders", "allowedMethods", "allowMethods", "allowCredentials", "maxAge"),
    .key("stage", "stageName"),
    .key("variables", "stageVariables"),
    .form(
      "accessLogs", "write `accessLogs: true`, or `accessLogs: {format: …}`", "accessLog", "accessLogging",
      "accessLogSettings", "accessLogSetting", "stageAccessLogSettings", "defaultStageAccessLogDestinationArn",
      "defaultStageAccessLogFormat"),
    .key("logGroup", "destinationArn", "logGroupArn", "destination"),
    .key("burst", "burstLimit", "throttlingBurstLimit"),
    .key("rate", "rateLimit", "throttlingRateLimit", "requestsPerSecond", "rps"),
    .form(
      "throttle", "write `throttle: {rate: …, burst: …}`", "throttling", "defaultRouteSettings", "routeSettings",
      "stageDefaultRouteSettings", "throttlingBurstLimit", "throttlingRateLimit", "throttlingRate", "burstLimit",
      "rateLimit",
      "rate", "burst", "limits", "limit"),
    .key("detailedMetrics", "detailedMetricsEnabled", "metrics", "metricsEnabled"),
    .key("openapi", "definitionBody", "definitionUri", "body", "spec", "apiDefinition"),
    .form(
      "defaultAuth", "define authorizers in `authorizers`, and select the default in `defaultAuth`", "auth",
      "authorization", "authentication", "security"),
    .key("defaultAuth", "defaultAuthorizer", "authorizer", "defaultRouteAuthorizer"),
    .form(
      "domain", "write `domain: HOST`, or `domain: {name: HOST, basePath: PATH}`", "customDomain", "domainName",
      "customDomainName", "defaultDomainMapping", "domainMapping", "host", "hostname"),
    .key("integrations", "integration"),
    .key("routes", "paths", "endpoints", "events"),
  ]

  private static let routes: [Entry] = [
    .advice(
      beside: "cloudMap", "write the method in the route key: `METHOD /path: TARGET`", "get", "post", "put", "delete",
      "patch", "head", "any", "options", "verb", "verbs"),
    .form("lambda", "define the function in `functions`, and write `lambda: NAME`", "handler"),
    .key("lambda", "function", "functionArn", "functionName", "lambdaArn", "lambdaFunction"),
    .key("http", "url", "httpUrl", "endpoint", "proxyUrl", "httpProxy"),
    .form(
      "lambda", "use the key for the kind of target: `lambda`, `http`, `alb`, `nlb`, `cloudMap` …", "integrationUri",
      "uri", "target", "integrationTarget", "backend", "service", "invokeArn"),
    .advice(
      beside: "cloudMap", "use the key for the kind of target: `lambda`, `http`, `alb`, `nlb`, `cloudMap` …",
      "integrationType", "integrationSubtype", "type", "subtype", "upstream", "origin"),
    .advice(
      beside: "cloudMap", "remove it: `alb`, `nlb` and `cloudMap` always use a VPC link",
      "connectionType"),
    .key("vpcLink", "connectionId", "vpcLinkId", "vpcLinkKey"),
    .key("method", "integrationMethod", "httpMethod"),
    .key("payloadFormatVersion", "payloadFormat", "payload", "payloadVersion"),
    .form(
      "timeout", "write `timeout` with a unit: `5000ms`, `29s`", "timeoutMillis", "timeoutMilliseconds",
      "timeoutInMillis", "timeoutInSeconds", "timeoutSeconds", "timeoutMs", "integrationTimeout"),
    .form("tls", "write `tls: HOST`, the server name to verify", "tlsConfig"),
    .key("tls", "serverNameToVerify", "secureServerName", "sni", "serverName"),
    .key("requestParameters", "parameterMapping"),
    .form(
      "requestParameters", "write `requestParameters: {\"overwrite:path\": PATH}`", "overwritePath", "path",
      "stripPrefix", "prefix", "pathPrefix"),
    .key("contentHandling", "contentHandlingStrategy"),
    .key("auth", "authorizer", "authorizerKey"),
    .form(
      "auth", "write `auth: AUTHORIZER`, `auth: iam` or `auth: none`", "authorization", "authorizationType",
      "authorizerId", "public", "protected", "iam", "open", "authenticated", "secure", "login", "security",
      "authentication"),
    .form("auth", "write `auth: {authorizer: …, scopes: …}`", "scopes", "authorizationScopes", "scope"),
    .advice(
      beside: "cloudMap", "write method and path as the route key: `GET /path: FUNCTION`", "routeKey", "path",
      "resourcePath"),
    .form("credentials", "write `credentials: ROLE`", "credentialsArn", "roleArn", "invokeRole", "role"),
    .key("lambda", "lambdaFunctionArn"),
    .form("returnResponse", "write `returnResponse: true`", "routeResponseSelectionExpression", "routeResponse"),
  ]

  private static let authorizers: [Entry] = [
    .key("issuer", "issuerUrl", "jwtIssuer", "iss"),
    .key("audience", "audiences", "jwtAudience", "aud"),
    .form(
      "jwt", "write `jwt: {issuer: …, audience: …}`", "jwtConfiguration", "issuerUrl", "issuer", "audience",
      "jwtIssuer",
      "jwtAudience", "openIdConnectUrl"),
    .form(
      "userPool", "define the pool in `userPools: {NAME: {id: POOL_ID}}`, and write `userPool: NAME`", "userPoolArn",
      "userPoolId", "cognito", "cognitoUserPool", "cognitoUserPools", "providerArns", "userPoolArns"),
    .exactly(
      beside: "issuer", "write `userPool: NAME` in place of `jwt`: its issuer and clients are known", "userPool",
      "userPoolId"),
    .form("audience", "write the client's ID in `audience`", "client", "clientId", "clients"),
    .advice(
      beside: "simpleResponses", "write the clients in `userPools: {NAME: {clients: …}}`: tokens of these are accepted",
      "client", "clients", "clientId", "userPoolClient", "userPoolClients"),
    .key("lambda", "authorizerUri"),
    .key("simpleResponses", "enableSimpleResponses", "responseTypes", "simple"),
    .key("payloadFormatVersion", "authorizerPayloadFormatVersion"),
    .key(
      "ttl", "resultTtlInSeconds", "authorizerResultTtlInSeconds", "resultTtl", "resultsCacheTtl", "cacheTtl", "cache",
      "reauthorizeEvery", "ttlSeconds", "ttlInSeconds", "caching"),
    .key("credentials", "authorizerCredentialsArn", "functionInvokeRole"),
    .key("identitySource", "identitySources", "identity"),
    .key("scopes", "authorizationScopes", "scope"),
    .key("clients", "userPoolClients"),
  ]

  private static let domains: [Entry] = [
    .advice(
      beside: "basePath", "define the domain in `domains: {HOST: {certificate: ARN}}`, and name its host here",
      "certificate", "certificateArn", "hostedZone", "hostedZoneId"),
    .key("name", "domainName"),
    .advice(beside: "basePath", "write the host, or the name in `domains`, as `name`", "domain", "host", "hostname"),
    .key("exists", "existing", "createDomainName"),
    .key(
      "certificate", "certificateArn", "domainNameCertificateArn", "acmCertificateArn", "certificates", "cert",
      "regionalCertificateArn"),
    .key("hostedZone", "hostedZoneId", "route53", "zoneId"),
    .form(
      "hostedZone", "write the ID of the hosted zone: `hostedZone: ID`", "hostedZoneName", "zoneName", "zone", "dns",
      "createRoute53Record", "record", "records", "alias"),
    .key("basePath", "apiMappingKey", "mappingKey", "path"),
    .key("mutualTls", "mtls", "mutualTlsAuthentication"),
    .key("truststore", "truststoreUri"),
    .key("version", "truststoreVersion"),
    .key("securityPolicy", "tlsPolicy", "minimumTlsVersion"),
    .key(
      "ownershipCertificate", "ownershipVerificationCertificate", "ownershipVerificationCertificateArn"),
  ]
}
