import CloudFormation
import Support
import Testing

@testable import Gateway

/// Blocks of networks and functions as the values of an `Fn::If`.
@Suite("Conditional blocks of networks and functions")
struct MoreConditionalBlockTests {
  private func choice(_ first: Value, _ second: Value = .ref("AWS::NoValue")) -> Value {
    ["Fn::If": ["Prod", first, second]]
  }

  /// A spec with a network, a function and parts that the tests replace.
  private func network(
    listener: String = "forward: books", rule: String = "forward: books", group: String = "type: ip",
    function: String = "memory: 256", api: String = "cors: true"
  ) -> Compiled {
    Compiled(
      """
      parameters: {Stage: {Type: String, Default: dev}}
      conditions: {Prod: !Equals [!Ref Stage, prod]}
      vpcs: {main: {}}
      functions:
        f: {runtime: nodejs24.x, handler: index.handler, code: {inline: x}, \(function)}
      targetGroups: {books: {vpc: main, port: 80, \(group)}}
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, \(listener), rules: {10: {pathPattern: /b, \(rule)}}}
      apis:
        store:
          \(api)
          routes:
            GET /f: f
            GET /b: {alb: web}
      """)
  }

  @Test("Redirects, fixed responses and rewrites")
  func listeners() {
    let spec = network(
      listener:
        "redirect: !If [Prod, {port: 443, protocol: HTTPS}, {port: 8443, protocol: HTTPS, statusCode: HTTP_302}]",
      rule: "forward: books, rewrite: !If [Prod, {path: {regex: a, replace: b}}, !Ref AWS::NoValue]")
    #expect(spec.errors == [])
    #expect(
      spec.property("loadBalancers.web.listeners.http", "DefaultActions") == [
        [
          "Type": "redirect",
          "RedirectConfig": choice(
            ["Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"],
            ["Protocol": "HTTPS", "Port": "8443", "StatusCode": "HTTP_302"]),
        ]
      ])
    #expect(
      spec.property("loadBalancers.web.listeners.http.rules.10", "Transforms")
        == choice([["Type": "url-rewrite", "UrlRewriteConfig": ["Rewrites": [["Regex": "a", "Replace": "b"]]]]]))
    let response = network(rule: "fixedResponse: !If [Prod, {statusCode: 404}, {statusCode: 503}]")
    #expect(
      response.property("loadBalancers.web.listeners.http.rules.10", "Actions") == [
        ["Type": "fixed-response", "FixedResponseConfig": choice(["StatusCode": "404"], ["StatusCode": "503"])]
      ])
  }

  @Test("Without a value, a whole attribute or tag is left out, and not its value")
  func lists() {
    let spec = network(
      group: """
        type: ip, stickiness: !If [Prod, {duration: 1h}, !Ref AWS::NoValue], \
        attributes: !If [Prod, {slow_start.duration_seconds: 30}, !Ref AWS::NoValue], \
        tags: !If [Prod, {team: a}, !Ref AWS::NoValue]
        """)
    #expect(spec.errors == [])
    func entry(_ key: String, _ value: String) -> Value { choice(["Key": .string(key), "Value": .string(value)]) }
    #expect(
      spec.property("targetGroups.books", "TargetGroupAttributes") == [
        entry("stickiness.enabled", "true"), entry("stickiness.type", "lb_cookie"),
        entry("stickiness.lb_cookie.duration_seconds", "3600"),
        choice(["Key": "slow_start.duration_seconds", "Value": 30]),
      ])
    #expect(spec.property("targetGroups.books", "Tags") == choice([["Key": "team", "Value": "a"]]))
  }

  @Test("Policies: managed ones, statements, and lists of them")
  func policies() {
    let spec = network(
      function: """
        policies: [!If [Prod, AmazonS3ReadOnlyAccess, !Ref AWS::NoValue], {allow: "sqs:SendMessage", on: "*"}, \
        !If [Prod, !Ref AWS::NoValue, {allow: "s3:GetObject", on: "*"}]]
        """)
    #expect(spec.errors == [])
    let arn: Value = ["Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/AmazonS3ReadOnlyAccess"]
    #expect(spec.property("functions.f.role", "ManagedPolicyArns")?.items?.last == choice(arn))
    let policies = spec.property("functions.f.role", "Policies")?.items ?? []
    #expect(policies.count == 2)
    #expect(policies.first?.object?["PolicyName"] == "function")
    guard case .list(let parts)? = policies.last?.object?["Fn::If"] else {
      Issue.record("no `Fn::If`")
      return
    }
    #expect(Array(parts.prefix(2)) == [Value.string("Prod"), .ref("AWS::NoValue")])
    #expect(parts.last?.object?["PolicyName"] == "function-NotProd")
    let whole = network(
      function: "policies: !If [Prod, [AmazonS3ReadOnlyAccess, AmazonSQSReadOnlyAccess], !Ref AWS::NoValue]")
    #expect(whole.errors == [])
    #expect(whole.property("functions.f.role", "ManagedPolicyArns")?.items?.count == 3)
  }

  @Test("The log group of a function is created under the condition")
  func functionLogs() {
    let spec = network(function: "logs: !If [Prod, {retention: 30d}, !Ref AWS::NoValue]")
    #expect(spec["functions.f.logs"]?.condition == "Prod")
    let id = spec["functions.f.logs"]?.id ?? ""
    #expect(spec.property("functions.f", "LoggingConfig") == choice(["LogGroup": .ref(id)]))
  }

  @Test("Authorizers, mappings of parameters, and properties")
  func others() {
    let api = """
      authorizers: {u: {jwt: !If [Prod, {issuer: "https://a.example.com", audience: a}, {issuer: "https://b.example.com", audience: b}]}}
          integrations:
            i:
              http: https://example.com
              requestParameters: !If [Prod, {overwrite: {headers: {x: a}}, append:header.y: b}, {append:header.y: c}]
              responseParameters: {404: !If [Prod, {statusCode: 200}, !Ref AWS::NoValue]}
          defaultAuth: u
      """
    let spec = Compiled(
      """
      parameters: {Stage: {Type: String, Default: dev}}
      conditions: {Prod: !Equals [!Ref Stage, prod]}
      apis:
        store:
          \(api)
          routes: {GET /i: {integration: i}}
      """)
    #expect(spec.errors == [])
    #expect(
      spec.resources("Authorizer").first?.properties["JwtConfiguration"]
        == choice(
          ["Audience": ["a"], "Issuer": "https://a.example.com"],
          ["Audience": ["b"], "Issuer": "https://b.example.com"]))
    let integration = spec.resources("Integration").first?.properties
    #expect(
      integration?["RequestParameters"] == [
        "append:header.y": choice("b", "c"), "overwrite:header.x": choice("a"),
      ])
    #expect(
      integration?["ResponseParameters"] == [
        "404": choice(["ResponseParameters": [["Destination": "overwrite:statuscode", "Source": 200]]])
      ])
    let function = network(function: "properties: !If [Prod, {RecursiveLoop: Allow}, !Ref AWS::NoValue]")
    #expect(function.errors == [])
    #expect(function.property("functions.f", "RecursiveLoop") == choice("Allow"))
  }

  @Test("A mapping is not the short form of another one")
  func shortForms() {
    let spec = network(group: "ips: [!If [Prod, {ip: 10.0.0.1, zone: all}, !Ref AWS::NoValue]]")
    #expect(spec.errors == ["SPEC003 `!If` cannot choose between mappings here"])
  }

  @Test("Rules look into both values")
  func mistakes() {
    func found(_ rule: String) -> [String] {
      network(rule: rule).findings.filter { $0.id.hasPrefix("LB") }.map { "\($0.id) \($0.message)" }
    }
    #expect(
      found("redirect: !If [Prod, {path: new}, {path: /b, protocol: FTP}]") == [
        "LB021 `new` is not a valid path of a redirect", "LB021 `FTP` is not a valid protocol of a redirect",
      ])
    let validation = "{issuer: https://id.example.com, jwksEndpoint: https://id.example.com/keys.json}"
    #expect(
      found("forward: books, jwtValidation: !If [Prod, \(validation), !Ref AWS::NoValue]") == [
        "LB029 JWT validation needs an HTTPS listener; `http` uses HTTP"
      ])
  }
}
