import Diagnostics
import Gateway
import SpecReading
import Support
import Testing

/// Who comes from another tool is told what to write here.
@Suite struct WordsOfElsewhereTests {
  /// A spec with a function, an authorizer and a route, each with room for a few more keys.
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
    ("memory_size: 256", "write `memory`"), ("events: [httpApi]", "routes stand under their API"),
    ("FunctionName: x", "write `name`"), ("iamRoleStatements: []", "`policies: {allow: ACTIONS, on: RESOURCES}`"),
    ("vpcConfig: {}", "`subnets` and `securityGroups` stand beside"),
    ("logRetentionInDays: 7", "logs: {retention: 30d}"),
    ("tracingConfig: {}", "`tracing: true`"), ("architectures: [arm64]", "`architecture: arm64`"),
    ("reserved_concurrent_executions: 1", "write `reservedConcurrency`"), ("env: {}", "write `environment`"),
    ("environment: {Variables: {A: b}}", "stand right under `environment`"), ("Properties: {}", "right under its name"),
    ("Type: AWS::Lambda::Function", "leave it out"),
  ]

  @Test(arguments: functions)
  func ofFunctions(_ key: String, _ help: String) { expect(help, in: spec(function: key)) }

  private static let apis = [
    ("protocolType: HTTP", "write `type`"), ("protocol_type: HTTP", "write `type`"),
    ("corsConfiguration: {}", "write `cors`"), ("allowedOrigins: [a]", "it stands under `cors`"),
    ("cors: {allowedOrigins: [\"https://a.example.com\"]}", "write `allowOrigins`"),
    ("accessLogSettings: {}", "`accessLogs: true`"), ("stageName: dev", "write `stage`"),
    ("stageVariables: {}", "write `variables`"), ("defaultAuthorizer: users", "write `defaultAuth`"),
    ("throttlingBurstLimit: 5", "`throttle: {rate: …, burst: …}`"), ("domainName: a.example.com", "`domain: HOST`"),
    ("endpointType: EDGE", "regional"), ("definitionUri: a.yaml", "write `openapi`"),
  ]

  @Test(arguments: apis)
  func ofApis(_ key: String, _ help: String) { expect(help, in: spec(api: key)) }

  private static let routes = [
    ("payloadFormat: 2.0", "write `payloadFormatVersion`"), ("timeoutMillis: 5000", "`timeout` with a unit"),
    ("timeoutInSeconds: 5", "`timeout` with a unit"), ("connectionId: x", "write `vpcLink`"),
    ("integrationMethod: GET", "write `method`"), ("connectionType: VPC_LINK", "by themselves"),
    ("authorizationScopes: [a]", "scopes"), ("integrationType: AWS_PROXY", "the key that names the target"),
  ]

  @Test(arguments: routes)
  func ofRoutes(_ key: String, _ help: String) {
    let text = spec(route: key).replacing("auth: users\n", with: "\n")
    expect(help, in: text)
  }

  @Test func theRoutesAuthorizer() {
    expect("write `auth`", in: spec().replacing("auth: users", with: "authorizer: users"))
  }

  @Test(arguments: [
    ("function: books", "write `lambda`"), ("integrationUri: books", "name the target by its kind"),
    ("url: https://a.example.com", "write `http`"),
  ])
  func ofTargets(_ target: String, _ help: String) { expect(help, in: spec(target: target)) }

  @Test(arguments: [
    ("issuerUrl: \"https://i.example.com\"", "`jwt: {issuer: …, audience: …}`"),
    ("jwt: {issuerUrl: \"https://i.example.com\", audience: web}", "write `issuer`"),
    ("jwtConfiguration: {}", "`jwt: {issuer: …, audience: …}`"), ("userPoolArn: x", "write `userPool`"),
  ])
  func ofAuthorizers(_ key: String, _ help: String) { expect(help, in: spec(authorizer: key)) }

  @Test(arguments: [
    ("provider: {name: aws}", "`defaults:"), ("service: shop", "write `stack`"),
    ("AWSTemplateFormatVersion: \"2010-09-09\"", "leave it out"), ("plugins: [a]", "no plugins"),
    ("routes: {}", "routes stand under their API"), ("Resources: {}", "`resources`"),
  ])
  func ofTheTop(_ key: String, _ help: String) { expect(help, in: spec(top: key)) }

  private static let traps = [
    ("GET /b: {lambda:books}", "write a space behind the colon: `lambda: books`"),
    ("GET /b:{lambda: books}", "write a space behind the colon"), ("get /b: books", "write `GET`"),
    ("GET /b:", "write one of `lambda`"), ("GET /b/: books", "write `GET /b`"),
    ("GET /b: {http: 'https://${Host}/b'}", "write `!Sub` before the text"),
    ("GET /b: {lambda: '${self:custom.fn}'}", "write `$(fn)`, and define it in `variables`"),
    ("GET /b: {http: 'https://${opt:stage}.example.com'}", "write `$(stage)`"),
    ("GET /b: {http: 'https://${var.host}/'}", "write `$(host)`"),
    ("GET /b: {http: 'https://${ssm:/x}/'}", "{{resolve:ssm:NAME}}"),
    ("GET /b: {lambda: '${stageVariables.fn}'}", "`functions` has"),
  ]

  @Test(arguments: traps)
  func trapsAreMet(_ route: String, _ help: String) {
    expect(help, in: spec(route: "").replacing("      GET /books:", with: "      \(route)\n      GET /books:"))
  }

  @Test(arguments: [
    "GET /b: {http: 'https://${stageVariables.host}/b'}",
    "GET /b: {http: 'https://a.example.com', requestParameters: {\"overwrite:path\": '/x/${request.path.id}'}}",
  ])
  func whatApiGatewayReadsIsLeftAlone(_ route: String) {
    let text = spec().replacing("      GET /books:", with: "      \(route)\n      GET /books:")
    #expect(!Compiled(text).findings.contains { $0.id == "SPEC030" || $0.id == "SPEC031" })
  }

  @Test func oneFindingForEachWord() {
    let text = "functions:\n  a: {Type: AWS::Serverless::Function, Properties: {}}\napis: {store: {routes: {}}}\n"
    #expect(Compiled(text).findings.filter { $0.severity == .error }.count == 2)
  }

  /// The table speaks of keys that the language has.
  @Test func everyKeyIsThere() {
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
