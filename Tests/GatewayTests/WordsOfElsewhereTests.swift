import Diagnostics
import Gateway
import SpecReading
import Support
import Testing

/// Keys of other tools get a suggestion.
@Suite struct WordsOfElsewhereTests {
  /// A spec with a function, an authorizer and a route, to which keys can be added.
  private func spec(
    top: String = "", function: String = "", api: String = "", route: String = "", target: String = "lambda: books",
    authorizer: String = "jwt: {issuer: \"https://i.example.com\", audience: web}"
  ) -> String {
    """
    \(top)
    functions:
      books:
        runtime: nodejs24.x
        handler: index.handler
        code: src
        \(function)
    apis:
      store:
        \(api)
        authorizers:
          users: {\(authorizer)}
        routes:
          GET /books:
            \(target)
            auth: users
            \(route)

    """
  }

  private static let functions = [
    ("CodeUri: src", "`code`"), ("memorySize: 256", "write `memory`"), ("MemorySize: 256", "write `memory`"),
    ("memory_size: 256", "write `memory`"), ("events: []", "define routes under their API"),
    ("events: [httpApi]", "apis: {NAME: {routes: {$default: books}}}"),
    ("events: [{httpApi: \"GET /a/{id}\"}]", "routes: {\"GET /a/{id}\": books}"),
    ("events: [{httpApi: {method: post, path: /a}}, {httpApi: \"*\"}]", "routes: {POST /a: books, $default: books}"),
    ("events: [{http: any a}, {websocket: {route: $connect}}]", "routes: {ANY /a: books, $connect: books}"),
    ("events: [{websocket: send}, {schedule: rate(1 day)}]", "routes: {send: books}"),
    ("events: [{schedule: rate(1 day)}]", "is a resource: write `schedule` in `resources`"),
    ("Events: {List: {Type: HttpApi, Properties: {Path: /a, Method: get}}}", "routes: {GET /a: books}"),
    (
      "Events: {All: {Type: HttpApi}, One: {Type: Api, Properties: {Path: /, Method: any}}}",
      "{$default: books, ANY /: books}"
    ),
    ("Events: [{Type: HttpApi, Properties: {Path: /a, Method: delete}}]", "routes: {DELETE /a: books}"),
    ("FunctionName: x", "write `name`"), ("policies: [{s3: books}]", "write `{allow: ACTIONS, on: RESOURCES}`"),
    ("iamRoleStatements: []", "`policies: {allow: ACTIONS, on: RESOURCES}`"),
    ("architecture: lambda.Architecture.ARM_64", "did you mean `arm64`?"), ("tracing: PassThrough", "write `false`"),
    ("deletionPolicy: RemovalPolicy.DESTROY", "write `Delete`"), ("lambdaPermissions: false", "write `none`"),
    ("vpc: {subnetIds: [subnet-1], securityGroupIds: [sg-1]}", "with their IDs in place of `vpc`"),
    ("layers: [\"${bref:layer.php}\"]", "write `$(php)`"),
    ("vpcConfig: {}", "`subnets` and `securityGroups` directly in the function"),
    ("logRetentionInDays: 7", "logs: {retention: 30d}"),
    ("tracingConfig: {}", "`tracing: true`"), ("architectures: [arm64]", "`architecture: arm64`"),
    ("reserved_concurrent_executions: 1", "write `reservedConcurrency`"), ("env: {}", "write `environment`"),
    ("sharedEnvironment: {}", "did you mean `environment`?"),
    ("environment: {Variables: {A: b}}", "directly under `environment`"), ("Properties: {}", "directly under the name"),
    ("Type: AWS::Lambda::Function", "remove it"), ("source_code_hash: x", "derives it from the other keys"),
    ("vpc_subnet_ids: [a]", "write `subnets`"), ("allowed_triggers: {}", "are generated"),
    ("link: [a]", "in `environment`"), ("for_each: x", "each element on its own"), ("routes: {}", "under their API"),
    ("common: &common {}", "for a mapping with an anchor, write `x-common`"),
    ("PermissionsBoundary: x", "defaults: {roles: {permissionsBoundary: ARN}}"),
    ("alarms: [a]", "AWS::CloudWatch::Alarm"),
    ("RecursiveLoop: Allow", "write `properties: {RecursiveLoop: …}`"),
    ("runtime_management_config: {}", "`properties: {RuntimeManagementConfig: …}`"),
    ("allow: a", "`policies: {allow: ACTIONS, on: RESOURCES}`"), ("cpu: 2", "set `memory`"),
    ("variables: {A: b}", "write `environment`"), ("encryption: x", "`properties: {KmsKeyArn: ARN}`"),
  ]

  @Test(arguments: functions)
  func ofFunctions(_ key: String, _ help: String) { expect(help, in: spec(function: key)) }

  private static let apis = [
    ("protocolType: HTTP", "write `type`"), ("protocol_type: HTTP", "write `type`"),
    ("corsConfiguration: {}", "write `cors`"), ("allowedOrigins: [a]", "write it under `cors`"),
    ("cors: {allowedOrigins: [\"https://a.example.com\"]}", "write `allowOrigins`"),
    ("accessLogSettings: {}", "`accessLogs: true`"), ("stageName: dev", "write `stage`"),
    ("stageVariables: {}", "write `variables`"), ("defaultAuthorizer: users", "write `defaultAuth`"),
    ("throttlingBurstLimit: 5", "`throttle: {rate: …, burst: …}`"), ("domainName: a.example.com", "`domain: HOST`"),
    ("domain: {host: a.example.com}", "as `name`"), ("endpointType: EDGE", "regional"),
    ("endpointConfiguration: {types: [PRIVATE]}", "always public"), ("endpoint_type: PRIVATE", "always public"),
    ("BodyS3Location: {}", "openapi: {s3: {bucket: …, key: …}}"),
    ("CredentialsArn: a", "defaults: {credentials: ROLE}"),
    ("definitionUri: a.yaml", "write `openapi`"), ("disableDefaultEndpoint: true", "write `disableExecuteApiEndpoint`"),
    ("create_domain_name: true", "what the spec has is created"), ("create_default_stage: false", "`stages: {}`"),
    ("stage_access_log_settings: {}", "`accessLogs: true`"), ("target: books", "`$default: TARGET`"),
    ("domain_name_certificate_arn: x", "define the domain in `domains: {HOST: {…}}`"),
    ("managementEndpoint: x", "`senders: FUNCTION`"),
    ("stages: {live: {routeSettings: {}}}", "`routes: {ROUTE_KEY: {throttle: …}}`"),
    ("httpApi: {cors: true}", "write its keys directly in the API"),
    ("stage: !Ref AWS::StackName", "may be a function"),
    ("accessLogs: {format: common}", "write `clf`"), ("cors: {allowOrigins: true}", "which allows every origin"),
    ("stages: {live: {stageName: x}}", "write `name`"), ("accessLogs: {logGroupName: x}", "logical ID in `logGroup`"),
    ("integrations: {$default: books}", "move it into the `routes`"),
    ("routes: {list: {lambda: books, method: get, path: /a}}", "write the route `GET /a: …`"),
    ("routes: {list: {lambda: books, RouteKey: GET /a}}", "write the route `GET /a: …`"),
    ("routes: {/a: {get: books}}", "write the route `GET /a: books`"),
    ("routes: {get: {/a: books}}", "write the route `GET /a: books`"),
    ("stages: {live: {ApiId: x}}", "remove it"), ("domain: {name: a.example.com, Stage: x}", "`stages: {NAME:"),
    ("accessLogs: {firehose: x}", "log to a log group"), ("throttle: {rate: 1, burst: 1, perIp: true}", "all callers"),
    ("defaultAuth: {authorizer: users, InvokeRole: x}", "set `credentials` in the route"),
    ("ipVersion: dualstack", "write `ipAddressType: dualstack`"), ("fallback: books", "`$default: TARGET`"),
    ("executionLogs: true", "`accessLogs: true`"), ("security: users", "the default in `defaultAuth`"),
    ("cors: {allowOrigins: \"*\", enabled: true}", "write `cors: true`"),
    ("stages: {live: {basePath: v1}}", "`domain: HOST/PATH`"),
  ]

  @Test(arguments: apis)
  func ofApis(_ key: String, _ help: String) { expect(help, in: spec(api: key)) }

  private static let routes = [
    ("payloadFormat: 2.0", "write `payloadFormatVersion`"), ("timeoutMillis: 5000", "`timeout` with a unit"),
    ("timeoutInSeconds: 5", "`timeout` with a unit"), ("connectionId: x", "write `vpcLink`"),
    ("integrationMethod: GET", "write `method`"), ("connectionType: VPC_LINK", "always use a VPC link"),
    ("authorizationScopes: [a]", "scopes"), ("integrationType: AWS_PROXY", "use the key for the kind of target"),
    ("contentHandlingStrategy: x", "write `contentHandling`"), ("request_parameter: {}", "`routeParameters:"),
    ("memory: 256", "an option of the function"), ("protected: true", "write `auth: AUTHORIZER`"),
    ("roles: [a]", "checks only scopes"), ("verb: GET", "the method in the route key"),
    ("query: {a: b}", "append:querystring.NAME"), ("accessLogs: true", "on the API or its stage"),
    ("responseParameters: [{status_code: 500, mappings: {}}]", "write `{500: {…}}`: the status code is the key"),
  ]

  @Test(arguments: routes)
  func ofRoutes(_ key: String, _ help: String) {
    let text = spec(route: key).replacing("auth: users\n", with: "\n")
    expect(help, in: text)
  }

  @Test func scopesBesideAuth() {
    expect("`auth` is already set; write `auth: {authorizer: …, scopes: …}`", in: spec(route: "scopes: [a]"))
  }

  @Test func routeAuthorizer() {
    expect("write `auth`", in: spec().replacing("auth: users", with: "authorizer: users"))
    let object = spec().replacing("auth: users", with: "authorizer: {name: users, scopes: [a]}")
    expect("write `auth: {authorizer: users, scopes: …}`", in: object)
    expect("write `auth: iam`", in: spec().replacing("auth: users", with: "authorizer: {type: aws_iam}"))
    expect("write only one of them: `users`", in: spec().replacing("auth: users", with: "auth: \"users, users\""))
  }

  @Test(arguments: [
    ("status: 200", "a target answers with the status"), ("sqs: {queue: books}", "write `sqs: QUEUE`"),
    ("eventBridge: {bus: x, source: y}", "`parameters: {Source: …, DetailType: …, Detail: …}`"),
    ("lambda: {handler: a.b}", "define it in `functions`"),
    ("lambda: src/a.handler", "with this handler in `functions`"),
    (
      "sqs: x\n        parameters: {MessageBody: {a: $request.body, b: c}}",
      "`'{\"a\":\"${request.body}\",\"b\":\"c\"}'`"
    ),
    ("integration: {uri: books}", "write its keys directly in the route"),
    ("handler: a.b", "define the function in `functions`"), ("function: books", "write `lambda`"),
    ("integrationUri: books", "use the key for the kind of target"),
    ("url: https://a.example.com", "write `http`"),
    ("lambda: integrations/a", "{integration: a}"),
    ("alb: books\n        targetGroup: a", "alb: LOADBALANCER.LISTENER"),
    ("sqs: books\n        messageGroupId: a", "`parameters: {MessageGroupId: …}`"),
    ("sqs: books\n        body: a", "`parameters: {MessageBody: …}`"),
    ("sqs: books\n        queue_url: a", "remove it: the value of `sqs` sets it"),
    ("kinesis: books\n        data: a", "`parameters: {Data: …}`"),
    ("stepFunctions: books\n        payload: a", "`parameters: {Input: …}`"),
    ("sqs: {name: books, delay: 5}", "write `sqs: QUEUE`"),
    ("integration_subtype: SQS-SendMessage", "write `sqs: QUEUE`, with `parameters: {MessageBody: …}`"),
    ("IntegrationSubtype: SQS-ReceiveMessage", "write `sqs: QUEUE`, with `action: receive`"),
  ])
  func ofTargets(_ target: String, _ help: String) { expect(help, in: spec(target: target)) }

  @Test(arguments: [
    ("issuerUrl: \"https://i.example.com\"", "`jwt: {issuer: …, audience: …}`"),
    ("jwt: {issuerUrl: \"https://i.example.com\", audience: web}", "write `issuer`"),
    ("jwt: {userPool: readers}", "write `userPool: NAME` in place of `jwt`"),
    ("jwt: {issuer: \"https://i.example.com\", client: web}", "write the client's ID in `audience`"),
    ("userPool: readers, clients: [web]", "write the clients in `userPools: {NAME: {clients: …}}`"),
    ("jwtConfiguration: {}", "`jwt: {issuer: …, audience: …}`"),
    ("lambda: books, headers: [a]", "write them in `identitySource`"), ("lambda: books, ApiId: x", "remove it"),
    ("jwt: {issuer: \"https://i.example.com\", audience: web, requiredScopes: [a]}", "`scopes` beside `jwt`"),
    ("jwt: {issuer: [\"https://a.example.com\", \"https://b.example.com\"], audience: web}", "only one of them"),
    ("lambda: books, cache: 5m", "write `ttl`"), ("lambda: books, caching: 5m", "write `ttl`"),
    ("lambda: books, token: a", "write `identitySource:"), ("userPoolArn: x", "`userPools: {NAME: {id: POOL_ID}}`"),
  ])
  func ofAuthorizers(_ key: String, _ help: String) { expect(help, in: spec(authorizer: key)) }

  @Test(arguments: [
    ("stack: store-${stage}", "write `$(stage)`, and define it"), ("provider: {name: aws}", "`defaults:"),
    ("service: shop", "write `stack`"),
    ("AWSTemplateFormatVersion: \"2010-09-09\"", "remove it"), ("plugins: [a]", "no plugins"),
    ("routes: {}", "define routes under their API"), ("Resources: {}", "`resources`"),
    ("params: {}", "write `environments`"), ("environment: {A: b}", "`defaults: {functions: {…}}`"),
    ("domains: {a.example.com: \"arn:aws:acm:x\"}", "write `{certificate: arn:aws:acm:x}`"),
    ("package: {}", "`code` of each function"), ("cors: true", "write it under an API"),
    ("roles: {}", "define other resources of AWS in `resources`"), ("vars: {a: b}", "write `variables`"),
    ("listeners: {}", "in their load balancer"), ("certificates: {}", "in the domain"),
    ("loadBalancers: {web: {type: application, waf: x}}", "`AWS::WAFv2::WebACLAssociation`"),
    ("loadBalancers: {web: {type: application, port: 80}}", "write it in a listener"),
    ("loadBalancers: {web: {type: application, listeners: {a: {tls: true}}}}", "write `protocol: HTTPS`"),
    ("vpcs: {main: {id: vpc-1, link: a}}", "define it in `vpcLinks`"),
    ("domains: {a.example.com: {tls: TLS_1_2}}", "write `securityPolicy: TLS_1_2`"),
  ])
  func ofTheTop(_ key: String, _ help: String) { expect(help, in: spec(top: key)) }

  private static let traps = [
    ("GET /b: {lambda:books}", "add a space after the colon: `lambda: books`"),
    ("HttpMethod.GET /b: books", "write `GET /b`"), ("'[GET, POST] /b': books", "write `GET, POST /b`"),
    ("GET /b:{lambda: books}", "add a space after the colon"),
    ("get /b: books", "write `GET`"),
    ("GET /b:", "write one of `lambda`"), ("GET /b/: books", "write `GET /b`"),
    ("GET /b: {http: 'https://${Host}/b'}", "write `!Sub` before the text"),
    ("GET /b: {lambda: '${self:custom.fn}'}", "write `$(fn)`, and define it in `variables`"),
    ("GET /b: {http: 'https://${opt:stage}.example.com'}", "write `$(stage)`"),
    ("GET /b: {http: 'https://${var.host}/'}", "write `$(host)`"),
    ("GET /b: {http: 'https://${ssm:/x}/'}", "{{resolve:ssm:NAME}}"),
    ("GET /b: {http: \"https://${opt:stage, 'dev'}.a\"}", "write `$(stage)`"),
    ("GET /b: {lambda: '${aws_lambda_function.f.arn}'}", "write `!Ref`, `!GetAtt`"),
    ("GET /b: {lambda: '${data.aws_lambda_function.f.arn}'}", "there are no lookups"),
    ("GET /b: {http: 'https://${data.aws_region.current.name}.a'}", "`${AWS::Region}`"),
    ("GET /b: {lambda: '${stageVariables.fn}'}", "write the ARN with the variable in it"),
    ("GET /b: '${stageVariables.url}/b'", "write the scheme before the variable"),
    ("GET /b: {lambda: books, credentials: '${stageVariables.r}'}", "`arn:aws:iam::ACCOUNT:role/${stageVariables.r}`"),
    ("GET /b: {sqs: '${stageVariables.queue}'}", "stage variables are for URLs"),
    ("GET /${stageVariables.b}: books", "the same on every stage"),
    (
      "GET /b: {http: 'https://a.example.com', requestParameters: {method.request.header.x: true}}",
      "do not check what requests have"
    ),
  ]

  @Test(arguments: traps)
  func pitfallsAreReported(_ route: String, _ help: String) {
    expect(help, in: spec(route: "").replacing("      GET /books:", with: "      \(route)\n      GET /books:"))
  }

  @Test(arguments: [
    "GET /b: {http: 'https://${stageVariables.host}/b'}",
    "GET /b: {http: 'https://a.example.com', requestParameters: {\"overwrite:path\": '/x/${request.path.id}'}}",
  ])
  func apiGatewayVariablesAreNotReported(_ route: String) {
    let text = spec().replacing("      GET /books:", with: "      \(route)\n      GET /books:")
    #expect(!Compiled(text).findings.contains { $0.id == "SPEC030" || $0.id == "SPEC031" })
  }

  @Test func oneFindingPerWord() {
    let text = "functions:\n  a: {Type: AWS::Serverless::Function, Properties: {}}\napis: {store: {routes: {}}}\n"
    #expect(Compiled(text).findings.filter { $0.severity == .error }.count == 2)
  }

  /// The name and the parts of the key of one route are one mistake.
  @Test func aNamedRouteIsOneMistake() {
    let route = "apis: {store: {routes: {list: {http: \"https://a.example.com\", path: /a, method: GET}}}}\n"
    #expect(Compiled(route).shown.map(\.id) == ["SPEC005"])
    let other = "apis: {store: {routes: {list: {http: \"https://a.example.com\", RouteKey: GET /a}}}}\n"
    #expect(Compiled(other).shown.map(\.id) == ["SPEC001"])
  }

  /// The sections that the Serverless Framework has in `resources`.
  @Test(arguments: [("Resources", "directly in `resources`"), ("Outputs", "`outputs`"), ("extensions", "`overrides`")])
  func sectionsInResources(_ section: String, _ help: String) {
    expect(help, in: spec() + "resources:\n  \(section): {Books: {Value: a}}\n")
  }

  /// The table only refers to keys of the language.
  @Test func everyKeyExists() {
    let page = LanguageReference.markdown
    for key in ForeignWords.elsewhere.keys { #expect(page.contains("`\(key)`"), "there is no key \(key)") }
  }

  private func expect(_ help: String, in text: String, _ location: SourceLocation = #_sourceLocation) {
    let compiled = Compiled(text)
    #expect(
      compiled.findings.contains { ($0.help ?? "").contains(help) || $0.message.contains(help) },
      Comment(rawValue: compiled.text), sourceLocation: location)
  }
}
