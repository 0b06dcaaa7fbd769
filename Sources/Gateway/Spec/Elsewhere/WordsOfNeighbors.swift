import SpecReading

/// Keys that belong in another place, and words for properties without a key.
extension ForeignWords {
  static let neighbors: [Entry] = functions + routes + apis + optionsOfRoutes + stages

  private static let functions: [Entry] = [
    .advice(
      beside: "handler", "write `properties: {SnapStart: {ApplyOn: PublishedVersions}}` and `alias`", "snapStart"),
    .advice(
      beside: "handler", "write `properties: {DeadLetterConfig: {TargetArn: ARN}}`; API Gateway's calls never use it",
      "deadLetterQueue", "dlq", "onError", "deadLetterConfig"),
    .advice(
      beside: "handler", "write `properties: {KmsKeyArn: ARN}`", "kmsKey", "kmsKeyArn", "awsKmsKeyArn",
      "encryptionKey", "environmentEncryption", "encryption"),
    .advice(
      beside: "handler", "write `properties: {FileSystemConfigs: [{Arn: ARN, LocalMountPath: /mnt/NAME}]}`", "efs",
      "fileSystem", "fileSystemConfig", "fileSystemConfigs", "volume"),
    .advice(
      beside: "handler", "write in `overrides`: `functions.NAME: {Properties: {LoggingConfig: {LogFormat: JSON}}}`",
      "logging", "logFormat", "loggingFormat", "applicationLogLevel", "applicationLogLevelV2", "systemLogLevel"),
    .advice(
      beside: "handler",
      "set `alias`, and in `overrides`: `functions.NAME.alias: {Properties: {ProvisionedConcurrencyConfig: …}}`",
      "provisionedConcurrency", "provisionedConcurrencyConfig", "provisionedConcurrentExecutions", "warmup"),
    .key("reservedConcurrency", "concurrency"),
    .key("ephemeralStorage", "storage", "disk", "diskSize", "ephemeralStorageSize", "tmpSize", "tmp"),
    .key("architecture", "arch"),
    .form("alias", "write `alias: NAME`, which publishes a version", "publish", "versions", "versioning"),
    .form(
      "policies", "write `policies: {allow: ACTIONS, on: RESOURCES}`", "iam", "permissions", "statements",
      "rolePolicies"),
    .advice(
      beside: "handler", "define the trigger in `resources`, such as an `AWS::Scheduler::Schedule`", "triggers",
      "trigger", "schedule", "schedules", "cron", "queue", "topic", "table", "eventSourceMapping"),
    .advice(
      beside: "handler", "API Gateway waits for the answer: only asynchronous calls are repeated", "retries",
      "maxRetries", "retryAttempts", "maximumRetryAttempts", "maximumEventAge", "maxEventAge", "destinations",
      "onFailure", "onSuccess"),
    .advice(
      beside: "handler", "build the code first; `code` is the folder of the built code", "entry", "bundle", "bundling",
      "esbuild", "buildProperties", "build", "nodejs", "python", "projectRoot", "depsLockFilePath", "copyFiles"),
    .advice(beside: "handler", "write the values in `environment`", "envFile", "environmentFile", "dotenv"),
  ]

  private static let routes: [Entry] = [
    .form("operationName", "remove it, or write `operationName: NAME`", "name", "summary", "operationId"),
    .advice(
      beside: "cloudMap", "HTTP APIs do not validate requests; WebSocket APIs have `requestModels`", "request",
      "validate",
      "validation", "schema", "schemas", "model"),
    .advice(
      beside: "cloudMap", "HTTP and WebSocket APIs do not cache; put CloudFront in front of the API", "cache"),
    .form(
      "requestParameters", "write `requestParameters: {append:header.NAME: VALUE}`", "headers", "requestHeaders",
      "header"),
    .key("returnResponse", "routeResponse", "routeResponses", "twoWay"),
    .form(
      "responseParameters",
      "write `responseParameters: {STATUS: {append:header.NAME: VALUE}}`; a WebSocket route has `returnResponse`",
      "responseHeaders",
      "response", "responses", "statusCode"),
    .advice(
      beside: "cloudMap", "every route is on all stages of its API; `stages.NAME.routes` has the settings of one stage",
      "stage", "stages"),
    .advice(beside: "cloudMap", "set `domain` on the API or on its stage", "domain", "domains"),
    .advice(beside: "cloudMap", "set `variables` on the API or on its stage", "variables", "stageVariables"),
    .advice(beside: "cloudMap", "set `alias` in the function", "alias", "version", "qualifier"),
    .advice(
      beside: "cloudMap", "set `lambdaPermissions` on the API", "permissions", "permission",
      "scopePermissionToRoute"),
    .advice(beside: "cloudMap", "API Gateway calls a target once", "retries", "maxRetries", "retry", "circuitBreaker"),
    .advice(
      beside: "cloudMap",
      "a target answers with the status: a function, or a listener with `redirect` or `fixedResponse`",
      "redirect", "fixedResponse", "status", "body"),
    .advice(
      beside: "cloudMap", "set `cors` on the API: it answers the preflight requests of all routes", "cors",
      "corsConfiguration"),
    .advice(beside: "cloudMap", "HTTP APIs have no quotas; `throttle` limits the rate", "quota"),
  ]

  private static let apis: [Entry] = [
    .key("type", "kind"),
    .advice(
      beside: "nested", "write the base path behind the host: `domain: HOST/PATH`", "path", "basePath", "prefix",
      "pathPrefix", "apiMappingKey", "mappingKey"),
    .key("accessLogs", "logs", "log"),
    .advice(
      beside: "nested", "the target names the VPC link or the VPC: `alb`, `nlb` or `cloudMap`", "vpc", "vpcLink",
      "vpcLinks", "createVpcLink", "subnets", "securityGroups"),
    .advice(beside: "nested", "write `defaults: {payloadFormatVersion: …}`", "payloadVersion", "payload"),
    .advice(
      beside: "nested", "name the function at its routes: `routes: {GET /path: FUNCTION}`", "lambda", "functions",
      "handler"),
    .key("autoDeploy", "deploy"),
    .key("openapi", "swagger", "definition", "specification"),
    .advice(beside: "nested", "remove it: account and region are selected at deployment", "region"),
    .advice(
      beside: "nested", "define the domain in `domains: {HOST: {…}}`, and name its host in `domain`", "certificate",
      "certificateArn", "domainNameCertificateArn", "mutualTls", "mutualTlsAuthentication", "hostedZone",
      "hostedZoneId",
      "hostedZoneName", "dns", "cert", "tls", "ssl", "mtls"),
    .advice(beside: "nested", "HTTP APIs have no quotas; `throttle` limits the rate", "quota"),
    .advice(beside: "nested", "HTTP APIs do not compress responses; compress in the function", "compression"),
    .advice(beside: "nested", "remove it: the output `…Url` has the URL", "url", "apiEndpoint"),
  ]

  /// Options of routes and targets that are set on an API.
  private static let optionsOfRoutes: [Entry] = [
    "timeout", "payloadFormatVersion", "stripStage", "requestParameters", "responseParameters", "credentials",
    "contentHandling", "passthroughBehavior", "returnResponse", "apiKeyRequired",
  ].map { .advice(beside: "nested", "write `defaults: {\($0): …}`", $0) }

  private static let stages: [Entry] = [
    .form(
      "logging", "write `logging: {level: …, dataTrace: …}`", "dataTrace", "dataTraceEnabled", "loggingLevel",
      "logLevel"),
    .key("variables", "env", "environment"),
    .key("name", "stageName"),
    .advice(beside: "clientCertificate", "set `cors` on the API", "cors"),
    .advice(
      beside: "clientCertificate", "set `autoDeploy: false`, which creates a deployment", "deploymentId", "deployment"),
  ]
}
