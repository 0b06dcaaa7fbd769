import CloudFormation
import Support
import Testing

@testable import Gateway

struct IdTests {
  private func ids(_ routes: [String], api: String = "store", type: String = "http") -> [String: String] {
    let lines = routes.map { "      \"\($0)\": books" }.joined(separator: "\n")
    let compiled = Compiled(books + "apis:\n  \(api):\n    type: \(type)\n    stage: dev\n    routes:\n\(lines)\n")
    #expect(compiled.errors == [])
    return compiled.ids
  }

  private static let routes = [
    "GET /books", "POST /books", "GET /books/{id}", "GET /books/id", "ANY /", "GET /root", "GET /a-b", "GET /aB",
    "GET /ab", "$default",
    "GET /x/{proxy+}", "GET /1", "PUT /Books",
  ]

  @Test func changingRoutesChangesNoOtherId() {
    let all = ids(IdTests.routes)
    #expect(Set(all.values).count == all.count)
    #expect(ids(IdTests.routes.reversed()) == all)
    for index in IdTests.routes.indices {
      var fewer = IdTests.routes
      fewer.remove(at: index)
      for (path, id) in ids(fewer) { #expect(all[path] == id) }
    }
  }

  @Test func readableIds() {
    let all = ids(["GET /books", "ANY /", "$default"])
    #expect(all["apis.store.routes.GET /books"] == "StoreGetBooksRoute")
    #expect(all["apis.store.routes.ANY /"] == "StoreAnyRootRoute")
    #expect(all["apis.store.routes.$default"] == "StoreDefaultRoute")
    #expect(all["apis.store"] == "StoreApi")
    #expect(all["functions.books.role"] == "BooksFunctionRole")
  }

  @Test func namesThatDifferOnlyInCaseOrSeparators() {
    let keys = [
      "send_message", "sendMessage", "sendmessage", "send-message", "SendMessage", "connect", "$connect", "Connect",
    ]
    let all = ids(keys, api: "chat", type: "websocket")
    let routes = keys.compactMap { all["apis.chat.routes.\($0)"] }
    #expect(Set(routes).count == keys.count)
    #expect(Set(routes.map { $0.lowercased() }).count == keys.count || Set(routes).count == keys.count)
    #expect(routes[1] == "ChatSendMessageRoute")
    #expect(routes[6] == "ChatConnectRoute")
  }

  @Test func idsOfAFunctionDoNotDependOnOthers() {
    let one = Compiled(books + "apis: {s: {routes: {GET /a: books}}}").ids
    let more = Compiled(
      """
      functions:
        z: {runtime: nodejs24.x, handler: index.handler, code: {inline: x}}
        books: {runtime: nodejs24.x, handler: index.handler, code: {inline: x}}
      apis: {t: {routes: {GET /z: z}}, s: {routes: {GET /b: z, GET /a: books}}}
      """
    ).ids
    for (path, id) in one { #expect(more[path] == id) }
  }

  /// No kind is a suffix of another one, so that an ID determines its kind.
  @Test func noKindIsASuffixOfAnother() {
    let kinds = Compiled(everything).placed.map(\.id)
    #expect(!kinds.isEmpty)
    let suffixes = IdTests.kinds
    for kind in suffixes {
      for other in suffixes where kind != other { #expect(!kind.hasSuffix(other), "\(kind) ends in \(other)") }
    }
    // Generated IDs end in one of them, or in one and a hash.
    for id in kinds {
      let bare = String(id.dropLast(8))
      #expect(suffixes.contains { id.hasSuffix($0) || bare.hasSuffix($0) }, "\(id) has an unknown kind")
    }
  }

  static let kinds = [
    "Function", "FunctionRole", "FunctionAlias", "FunctionLogs", "FunctionGroup", "FunctionVersion", "Vpc",
    "VpcGateway",
    "VpcAttachment", "VpcSharedLink", "VpcSharedLinkGroup", "VpcEndpoint", "EndpointGroup", "Subnet", "RouteTable",
    "TableAssociation", "WayOut", "NatAddress", "NatGateway", "SecurityGroup", "GroupIngress", "GroupEgress", "VpcLink",
    "VpcLinkGroup", "LoadBalancer", "LoadBalancerGroup", "Listener", "ListenerRule", "ListenerTargets",
    "ListenerCertificates", "ListenerOpening", "ListenerIngress", "TargetGroup", "TargetGroupAccess", "Namespace",
    "Service",
    "ServiceInstance", "Api", "Stage", "Integration", "Route", "RouteResponse", "Permission", "Deployment",
    "LambdaProxy",
    "HttpProxy", "AlbProxy", "NlbProxy", "CloudMapProxy", "ApiGatewayAccount", "ApiGatewayLogRole", "ApiKey",
    "Authorizer",
    "AuthorizerAccess", "BalancerLink", "Domain", "DomainCertificate", "IntegrationResponse", "Mapping", "Model",
    "ServiceRole", "StageLogs", "UsagePlan", "UsagePlanKey", "UserPool", "UserPoolClient",
  ]

  /// Similar route keys.
  @Test func differentRoutesHaveDifferentIds() {
    var generator = Seeded(state: 11)
    let pieces = [
      "a", "b", "ab", "A", "aB", "a-b", "a_b", "{a}", "{a+}", "1", "root", "get", "connect", "default", ".", "ü",
    ]
    var seen: [String: String] = [:]
    for _ in 0..<20_000 {
      let api = ["s", "sa", "sA", "s-a"].randomElement(using: &generator) ?? ""
      let words = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        (0..<Int.random(in: 1...2, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
          .joined()
      }
      let key =
        Bool.random(using: &generator)
        ? RouteKey(method: ["GET", "ANY"].randomElement(using: &generator) ?? "", segments: words)
        : RouteKey(message: ["", "$"].randomElement(using: &generator).map { $0 + words.joined() } ?? "")
      // HTTP and WebSocket APIs have no common name.
      let isHttp = if case .http = key.form { true } else { false }
      let place = Place.route(isHttp ? api : "w" + api, key)
      if let other = seen[place.id] { #expect(other == place.path) }
      seen[place.id] = place.path
    }
  }

  @Test func pinnedIds() {
    let compiled = Compiled(
      """
      vpcs: {main: {logicalIds: {subnets.private.1: First, vpcLink: Link}}}
      functions:
        books: {runtime: nodejs24.x, handler: h.h, code: {inline: x}, logicalId: Fn, logicalIds: {role: R, permission: P}}
      loadBalancers:
        web: {type: application, vpc: main, listeners: {http: {port: 80, forward: {ips: 10.0.0.4, logicalId: Ips}}}}
      apis:
        store:
          logicalId: Api
          integrations: {shared: {http: "https://a.example.com", logicalId: Shared}}
          routes: {GET /a: {lambda: books, logicalId: GetA}, GET /b: {integration: shared}, GET /c: {alb: web}}
          stages: {dev: {logicalId: Dev}}
      outputs: {o: {Value: !Sub "${apis.store} ${functions.books.Arn}"}}
      """)
    #expect(compiled.errors == [])
    #expect(compiled.ids["functions.books"] == "Fn")
    #expect(compiled.ids["functions.books.permission"] == "P")
    #expect(compiled.ids["vpcs.main.subnets.private.1"] == "First")
    #expect(compiled.ids["loadBalancers.web.listeners.http.targetGroup"] == "Ips")
    #expect(compiled.ids["apis.store.integrations.shared"] == "Shared")
    #expect(compiled.property("apis.store.routes.GET /a", "ApiId") == .ref("Api"))
    #expect(compiled.output("o") == ["Fn::Sub": "${Api} ${Fn.Arn}"])
  }

  @Test func theOrderOfKeysChangesNoId() {
    func ids(_ templates: String, _ responses: String, _ attributes: String) -> [String: String] {
      let compiled = Compiled(
        """
        vpcs: {main: {}}
        cloudMapNamespaces: {shop: {name: shop.internal, vpc: main}}
        cloudMapServices: {a: {namespace: shop, name: a, instances: {ipv4: 10.0.0.4, port: 80, attributes: {\(attributes)}}}}
        apis:
          chat:
            type: websocket
            stage: live
            autoDeploy: false
            routes:
              send: {mock: true, requestTemplates: {\(templates)}, integrationResponses: {\(responses)}, returnResponse: true}
        outputs: {A: {Value: !GetAtt cloudMapServices.a.Arn}}
        """)
      #expect(compiled.errors == [])
      return Dictionary(compiled.template.resources.map { ($0.id, $0.type) }, uniquingKeysWith: { one, _ in one })
    }
    let template = "'{\"statusCode\": 200}'"
    #expect(
      ids("a: \(template), b: \(template)", "$default: {}, /200/: {}", "a: b, c: d")
        == ids("b: \(template), a: \(template)", "/200/: {}, $default: {}", "c: d, a: b"))
  }

  /// Routes, listeners, subnets and clients would be created while the old ones exist.
  @Test func partsOfARenamedElementKeepTheirIds() {
    func ids(_ api: String, _ vpc: String, _ balancer: String, _ pool: String, _ group: String) -> [String: Int] {
      func key(_ name: String) -> String { String(name.prefix { $0 != ":" }) }
      let compiled = Compiled(
        """
        vpcs: {\(vpc)}
        securityGroups: {\(group), ingress: [{port: 80, from: \(key(group))}]}}
        userPools: {\(pool), clients: [web, app]}}
        loadBalancers:
          \(balancer), type: application, vpc: \(key(vpc)), listeners: {http: {port: 80, forward: {ips: 10.0.0.4, name: n}}}}
        apiKeys: {k: {}}
        apis:
          \(api), autoDeploy: false, accessLogs: true, authorizers: {users: {userPool: \(key(pool))}}, routes: {
            GET /a: {alb: \(key(balancer)), auth: users}, GET /a-b: "https://a.example.com", "GET /a-b/{id}": "https://a.example.com", GET /c: {sqs: orders}}}
        """)
      #expect(compiled.errors == [])
      // An integration has the name of its target.
      let kept = compiled.template.resources.filter {
        !["AWS::ApiGatewayV2::Integration", "AWS::ApiGatewayV2::Deployment"].contains($0.type)
      }
      // A change of these replaces the resource.
      let texts = ["GroupDescription", "LogGroupName"]
      return Dictionary(
        kept.map { resource in (resource.id + texts.map { "\(resource.properties[$0] ?? "")" }.joined(), 1) },
        uniquingKeysWith: +)
    }
    let before = ids("myShop: {name: a", "main: {}", "web: {name: l", "u: {name: p", "g: {vpc: main")
    let after = ids(
      "store: {logicalId: MyShopApi", "prod: {logicalId: MainVpc}", "front: {name: l, logicalId: WebLoadBalancer",
      "readers: {logicalId: UUserPool", "group: {logicalId: GSecurityGroup, vpc: prod")
    #expect(before == after)
    // Where another element has the earlier key, these are its IDs.
    let both = Compiled(
      "apis: {a: {logicalId: BApi, routes: {GET /: https://a.example.com}}, b: {routes: {GET /: https://b.example.com}}}"
    )
    #expect(both.ids["apis.a.routes.GET /"] == "AGetRootRoute")
    let outputs = Compiled("apis: {a: {logicalId: CApi, stage: dev, routes: {GET /: https://a.example.com}}}")
    #expect(outputs.template.outputs.members.map(\.key) == ["CId", "CEndpoint", "CDevUrl"])
    let swapped = Compiled(
      """
      apis: {a: {logicalId: BApi, routes: {GET /: https://a.example.com}}, b: {logicalId: AApi, routes: {GET /: https://b.example.com}}}
      """)
    #expect(swapped.errors == [] && swapped.ids["apis.a.routes.GET /"] == "BGetRootRoute")
  }

  @Test func unusedLogicalIdsAreErrors() {
    let compiled = Compiled(
      """
      functions: {books: {runtime: a, handler: h, code: {inline: x}, logicalIds: {rôle: A, roel: B}, logicalId: a-b}}
      apis: {s: {routes: {GET /a: books}}}
      """)
    #expect(
      compiled.errors == [
        "REF001 `functions.books.rôle` has no resource, so it has no logical ID",
        "REF001 `functions.books.roel` has no resource, so it has no logical ID",
        "SPEC004 expected a logical ID of 1 to 255 letters and digits, found `a-b`",
      ])
  }

  @Test func duplicateIdsAreAnError() {
    let compiled = Compiled(
      "resources: {StoreApi: {Type: AWS::SNS::Topic}}\napis: {store: {routes: {GET /a: \"https://a.example.com\"}}}")
    #expect(compiled.errors == ["CFN001 `apis.store` has the same logical ID, `StoreApi`"])
  }
}

/// A spec with an element of every kind.
let everything = """
  parameters: {Port: {Type: Number, Default: 80}}
  vpcs: {main: {natGateways: 1, endpoints: [s3, sqs]}}
  securityGroups: {one: {vpc: main, ingress: {port: 80, from: two}}, two: {vpc: main, egress: {port: 80, to: one}}}
  functions:
    books: {runtime: nodejs24.x, handler: index.handler, code: {inline: x}, alias: live, logs: {retention: 7d}, vpc: main}
  vpcLinks: {link: {vpc: main}}
  targetGroups: {fn: {lambda: books}, ips: {ips: 10.0.0.9}}
  loadBalancers:
    web:
      type: application
      vpc: main
      listeners:
        http: {port: 80, open: true, forward: ips, rules: {1: {pathPattern: /a, forward: fn}}}
        https: {port: 443, certificate: "arn:aws:acm:eu-west-1:111122223333:certificate/a", extraCertificates: "arn:aws:acm:eu-west-1:111122223333:certificate/b", forward: {ips: 10.0.0.8}}
    net: {type: network, vpc: main, listeners: {tcp: {port: 81, forward: {ips: 10.0.0.7}}}}
  cloudMapNamespaces: {ns: {name: a.internal, vpc: main}}
  cloudMapServices: {svc: {namespace: ns, instances: {ipv4: 10.0.0.6, port: 80}}}
  apis:
    store:
      integrations: {shared: {http: "https://a.example.com"}}
      routes:
        GET /a: books
        GET /b: {alb: web.http}
        GET /c: {nlb: net, vpcLink: link}
        GET /d: {cloudMap: svc}
        GET /e: https://b.example.com
        GET /f: {integration: shared}
      stages: {dev: {autoDeploy: false}}
    chat: {type: websocket, stage: dev, routes: {$default: {lambda: books, returnResponse: true}}}
  """
