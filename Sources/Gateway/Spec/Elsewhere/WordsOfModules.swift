import SpecReading

/// Arguments of Terraform's modules, and keys of the Serverless Framework, its plugins, SST and constructs of the CDK that
/// have no equal here. They come first: some resemble keys of the language that mean something else.
extension ForeignWords {
  static let modules: [Entry] = top + functions + apis + routes + others

  private static let top: [Entry] = [
    .advice(
      beside: "apis", "remove it: the program has no such setting", "frameworkVersion", "disabledDeprecations",
      "configValidationMode", "deprecationNotificationMode", "variablesResolutionMode", "org", "build", "licenseKey"),
    .advice(
      beside: "apis", "set shared options of functions in `defaults: {functions: {…}}`", "runtime", "memorySize",
      "memory", "timeout", "architecture", "environment", "env", "role", "iam", "policies", "iamRoleStatements",
      "tracing", "logRetentionInDays"),
    .advice(beside: "apis", "name the folder or zip file in `code` of each function", "package"),
    .advice(
      beside: "apis", "write it under an API: `apis: {NAME: {…}}`", "cors", "accessLogs", "throttle", "websocket"),
    .advice(
      beside: "apis",
      "write an `AWS::Lambda::LayerVersion` in `resources`, and its logical ID in `layers` of functions",
      "layers"),
    .advice(
      beside: "apis", "define other resources of AWS in `resources`", "constructs", "tables", "buckets", "queues",
      "topics", "dynamodb", "sqs", "secrets", "alarms", "triggers", "stateMachines", "eventBuses", "buses", "logGroups",
      "kmsKeys", "kms", "schedules", "roles", "streams", "databases", "clusters", "ecs", "fargate", "containers"),
    .advice(
      beside: "logicalId", "write each element on its own; `condition` creates one under a condition", "count",
      "forEach"),
    .form("deletionPolicy", "write `deletionPolicy: Retain`", "lifecycle", "preventDestroy"),
  ]

  private static let functions: [Entry] = [
    .advice(
      beside: "handler", "remove it: the program derives it from the other keys", "sourceCodeHash",
      "ignoreSourceCodeHash", "hashExtra", "createPackage", "createRole", "attachPolicyStatements", "attachPolicyJson",
      "attachNetworkPolicy", "attachTracingPolicy", "numberOfPolicies", "createCurrentVersionAllowedTriggers",
      "createUnqualifiedAliasAllowedTriggers", "iamRoleStatementsInherit", "versionFunction", "versionFunctions",
      "storeOnS3", "artifactsDir", "recreateMissingPackage", "skipDestroy"),
    .advice(
      beside: "handler", "remove it: permissions of APIs to invoke the function are generated", "allowedTriggers"),
    .advice(
      beside: "handler", "write in `overrides`: `functions.NAME.role: {Properties: {RoleName: …}}`",
      "iamRoleStatementsName", "roleName"),
    .advice(
      beside: "handler", "write what it reads in `environment`, and what it may do in `policies`", "link", "bind"),
    .advice(beside: "handler", "set it on the API or its routes", "cors", "domain", "auth", "authorizer"),
    .advice(
      beside: "handler", "write the ARN of its layer in `layers`", "insightsVersion", "paramsAndSecrets",
      "adotInstrumentation"),
    .advice(
      beside: "handler", "write `properties: {CodeSigningConfigArn: ARN}`", "codeSigningConfig",
      "codeSigningConfigArn"),
    .advice(
      beside: "handler", "write `properties: {RuntimeManagementConfig: {UpdateRuntimeOn: …}}`", "runtimeManagement",
      "runtimeManagementMode"),
  ]

  private static let apis: [Entry] = [
    .form("openapi", "write `openapi: {s3: {bucket: …, key: …}}`", "bodyS3Location"),
    .advice(beside: "nested", "write `defaults: {credentials: ROLE}`", "credentialsArn"),
    .advice(
      beside: "clientCertificate", "remove it: a stage belongs to the API that it is written in", "apiId", "restApiId"),
    .advice(beside: "cloudMap", "remove it: a route belongs to the API that it is written in", "apiId", "restApiId"),
    .advice(
      beside: "simpleResponses", "remove it: an authorizer belongs to the API that it is written in", "apiId",
      "restApiId"),
    .key("disableExecuteApiEndpoint", "disableDefaultEndpoint", "disableExecuteApi"),
    .key("apiVersion", "version"),
    .key("id", "httpApiId", "websocketApiId"),
    .advice(
      beside: "nested", "write its keys directly in the API; a WebSocket API has `type: websocket`", "httpApi",
      "webSocketApi", "websocket", "rest"),
    .advice(
      beside: "nested", "write `stages: {}` for no stage", "createStage", "createDefaultStage", "defaultStage",
      "autoStage"),
    .advice(
      beside: "nested", "remove it: what the spec has is created", "createDomainName", "createApiDomainName",
      "createCertificate", "createDomainRecords", "createApiGateway", "createRoutesAndIntegrations", "deployStage",
      "shouldStartNameWithService", "useProviderTags"),
    .advice(
      beside: "nested", "write the settings of a stage in `stages: {NAME: {…}}`", "stageDescription", "stageTags",
      "defaultStageTags", "stageClientCertificateId", "clientCertificate"),
    .advice(
      beside: "nested", "write the target of all other requests as a route: `$default: TARGET`", "target",
      "defaultIntegration", "routeKey", "fallback", "catchAll", "notFound"),
    .advice(
      beside: "nested", "write the routes `$connect`, `$disconnect` and `$default` in `routes`", "connectRouteOptions",
      "disconnectRouteOptions", "defaultRouteOptions", "connect", "disconnect"),
    .form(
      "senders", "write `senders: FUNCTION`: it may post to connections, and gets the URL", "grantManageConnections",
      "managementApi", "managementEndpoint", "callbackUrl"),
    .form(
      "defaultAuth", "define authorizers in `authorizers`, and select the default in `defaultAuth`", "cognito", "jwt",
      "iam"),
    .form(
      "defaultAuth", "write `defaultAuth: {authorizer: …, scopes: …}`", "defaultAuthorizationScopes", "scopes"),
    .advice(beside: "nested", "write `openapi: {path: FILE, failOnWarnings: true}`", "failOnWarnings"),
    .advice(
      beside: "nested", "write one entry of `domains` for each host, and a list in `domain`", "subdomains"),
    .advice(
      beside: "clientCertificate", "write `routes: {ROUTE_KEY: {throttle: …}}`", "routeSettings"),
  ]

  private static let routes: [Entry] = [
    .form(
      "routeParameters", "write `routeParameters: {route.request.querystring.NAME: true}`", "requestParameter"),
    .advice(
      beside: "operationName", "it is an option of the function: write it in `functions`", "runtime", "memory",
      "memorySize",
      "environment", "nodejs", "link", "layers", "code"),
  ]

  private static let others: [Entry] = [
    .advice(
      beside: "simpleResponses", "remove it: `jwt`, `userPool` or `lambda` is the type", "authorizerType", "kind"),
    .advice(
      beside: "simpleResponses", "remove it: API Gateway ignores it; the function checks the value",
      "identityValidationExpression"),
    .advice(
      beside: "audience", "remove it: API Gateway gets the keys from the issuer", "jwksUri", "jwks", "discoveryUrl",
      "publicKey", "secret", "algorithm", "algorithms", "jwksUrl", "keys"),
    .advice(
      beside: "simpleResponses", "remove it: API Gateway gets the keys from the issuer", "jwksUri", "jwks",
      "publicKey"),
    .advice(beside: "audience", "write `scopes` beside `jwt`, not in it", "requiredScopes", "scope"),
    .advice(
      beside: "audience", "a JWT authorizer checks issuer, audience and scopes; a function (`lambda`) checks others",
      "claims", "requiredClaims", "tokenUse", "groups"),
    .advice(
      beside: "simpleResponses",
      "a JWT authorizer checks issuer, audience and scopes; a function (`lambda`) checks others", "claims",
      "requiredClaims", "groups"),
    .advice(
      beside: "simpleResponses", "write them in `identitySource`, such as `[$request.header.NAME]`", "headers",
      "queryStrings", "queryString"),
    .advice(
      beside: "simpleResponses", "remove it: API Gateway gets the permission to invoke the function",
      "enableFunctionDefaultPermissions", "permissions", "managedExternally", "permission"),
    .advice(
      beside: "setIdentifier", "write its keys directly in the domain", "domainNameConfiguration",
      "domainNameConfigurations"),
    .form(
      "mutualTls", "write `mutualTls: {truststore: …}`", "truststoreUri", "truststore", "ca", "clientCa",
      "clientCertificate"),
    .advice(
      beside: "basePath", "write `domain` in the stage: `stages: {NAME: {domain: …}}`", "stage", "stageName", "stages"),
    .advice(
      beside: "basePath", "remove it: the mapping belongs to the API that it is written in", "apiId", "restApiId"),
    .advice(beside: "setIdentifier", "write `properties: {RoutingMode: …}`", "routingMode"),
    .advice(beside: "only", "remove it: a log group is created without `logGroup`", "createLogGroup"),
    .form(
      "logGroup", "define the log group in `resources`, and write its logical ID in `logGroup`", "logGroupName", "name"),
    .key("kmsKey", "logGroupKmsKeyId", "kmsKeyId", "kmsKeyArn"),
    .advice(
      beside: "only", "set `logging` on the API or the stage: `logging: {level: INFO, dataTrace: false}`", "level",
      "fullExecutionData", "dataTrace", "executionLogging"),
    .advice(
      beside: "only", "HTTP and WebSocket APIs log to a log group; its subscription filter sends the lines on",
      "stream",
      "firehose", "kinesis", "deliveryStream", "bucket", "s3"),
    .advice(
      beside: "burst", "the limits are for all callers together: `rate` requests per second, with bursts of `burst`",
      "period", "window", "quota", "limit", "key", "perIp", "concurrency"),
    .advice(
      beside: "authorizer", "set `credentials` in the route, beside `auth`", "role", "invokeRole", "credentials"),
    .advice(
      beside: "authorizer", "HTTP APIs have no resource policies; use `auth: iam` or an authorizer", "resourcePolicy"),
    .advice(
      beside: "authorizer", "remove it: `auth: none` opens a route, and every other `auth` is required", "optional",
      "required"),
    .advice(
      beside: "authorizer", "`scopes` is all that a route checks; a function checks other claims", "claims", "groups"),
    .key("name", "userPoolName", "usagePlanName", "apiKeyName", "modelName"),
    .key("quota", "quotaSettings"),
    .key("throttle", "throttleSettings"),
    .form("stages", "write `stages: API.STAGE`", "apiStages"),
    .form("stages", "write `stages: API.STAGE`", "api", "apis"),
    .advice(
      beside: "generateDistinctId", "write it in a usage plan: `usagePlans: {NAME: {stages: …, keys: …}}`",
      "stages", "stageKeys", "stageKey", "usagePlan"),
    .advice(
      beside: "only", "write `account: {logRole: true}`, in one stack of the account and region", "role", "roleArn"),
    .advice(
      beside: "clients", "write it in `properties`, such as `properties: {Policies: {PasswordPolicy: …}}`",
      "passwordPolicy", "usernameAttributes", "aliasAttributes", "autoVerifiedAttributes", "autoVerify",
      "selfSignUpEnabled", "signInAliases", "mfa", "mfaConfiguration", "schema", "lambdaTriggers", "lambdaConfig",
      "triggers"),
    .advice(
      beside: "clients", "write in `overrides`: `userPools.NAME.clients.CLIENT: {Properties: {…}}`",
      "explicitAuthFlows", "authFlows", "callbackUrls", "oauth", "oAuth", "generateSecret", "allowedOauthFlows",
      "supportedIdentityProviders", "accessTokenValidity", "tokenValidityUnits"),
  ]
}
