extension WrittenProperty {
  static let all = ofApis + ofAuthorizers + ofStages + ofFunctions + ofNetworks + ofDomains + elements

  private static let ofApis: [WrittenProperty] = [
    .override("API003", store, "apis.store", #"Name: """#),
    .override("API009", chat, "apis.chat", "RouteSelectionExpression: $request.header.action"),
    .override("API017", store, "apis.store", #"Tags: {"aws:team": books}"#),
    .override("CFN017", store, "apis.store.routes.GET /books/{id}", "AuthorizationScopes: read"),
    .override("COR001", store, "apis.store", #"CorsConfiguration: {AllowOrigins: ["*"], AllowCredentials: true}"#),
    .override("COR006", store, "apis.store", "CorsConfiguration: {MaxAge: 100000}"),
    .override("ROU008", store, "apis.store.routes.GET /authors", "RouteKey: GET /authors/"),
    .override("ROU019", store, "apis.store.routes.GET /authors", #"OperationName: """#),
    .override("INT005", store, "apis.store.integrations.backend", #"PayloadFormatVersion: "3.0""#),
    .override("INT007", store, "apis.store.integrations.backend", "TimeoutInMillis: 60000"),
    .override("INT008", chat, "apis.chat.targets.LambdaProxy.chat", "TimeoutInMillis: 29500"),
    .override("INT010", store, "apis.store.integrations.backend", "IntegrationUri: ftp://books.example.com"),
    .override("INT013", store, "apis.store.integrations.backend", #"IntegrationUri: "https://x.example.com/{name}""#),
    .override("MAP003", store, "apis.store.integrations.backend", #"RequestParameters: {"append:header.origin": x}"#),
    .override("WS001", chat, "apis.chat.routes.$default", "AuthorizationType: AWS_IAM"),
    .override("WS005", chat, "apis.chat.targets.LambdaProxy.chat", "IntegrationMethod: GET"),
    .override("WS012", chat, "apis.chat.routes.$default", "RouteResponseSelectionExpression: $request.body.x"),
  ]

  private static let ofAuthorizers: [WrittenProperty] = [
    .override("AUT004", store, "apis.store.authorizers.users", #"JwtConfiguration: {Issuer: "http://x.example.com"}"#),
    .override("AUT012", chat, "apis.chat.authorizers.staff", "IdentitySource: [$request.header.Authorization]"),
    .override("AUT018", store, "apis.store.authorizers.staff", "AuthorizerResultTtlInSeconds: 7200"),
    .override("AUT022", store, "apis.store.routes.GET /books/{id}", "AuthorizationType: CUSTOM"),
    .override("AUT025", store, "apis.store.routes.GET /authors", #"AuthorizationScopes: ["read:authors"]"#),
  ]

  private static let ofStages: [WrittenProperty] = [
    .override("STG001", store, "apis.store.stages.$default", "StageName: one two"),
    .override("STG002", chat, "apis.chat.stages.live", "StageName: $default"),
    .override("STG006", store, "apis.store.stages.$default", "RouteSettings: {GET /book: {ThrottlingRateLimit: 1}}"),
    .override("STG008", store, "apis.store.stages.$default", "AccessLogSettings: {Format: $context.path}"),
    .override("STG020", store, "apis.store.stages.$default", "StageVariables: {a-b: x}"),
    .override("STG023", store, "apis.store.stages.$default", "DefaultRouteSettings: {ThrottlingRateLimit: 0}"),
    .override("STG032", store, "apis.store.stages.$default.logs", "RetentionInDays: 10"),
  ]

  private static let ofFunctions: [WrittenProperty] = [
    .override("INT009", store, "functions.books", "Timeout: 60"),
    .override("LAM005", store, "functions.books", "Runtime: nodejs14.x"),
    .override("LAM010", store, "functions.books", "Environment: {Variables: {AWS_REGION: eu-west-1}}"),
    .override("LAM022", store, "functions.books", "Handler: index"),
    .override("SEC001", store, "functions.books", "Environment: {Variables: {DB_PASSWORD: hunter2}}"),
    .override("LAM003", store, "apis.store.permissions.books", "SourceArn: null"),
  ]

  private static let ofNetworks: [WrittenProperty] = [
    .override("LB004", web, "loadBalancers.web.listeners.http", "Protocol: HTTPS"),
    .override("LB007", web, "targetGroups.books", "Name: book_store"),
    .override("LB008", web, "targetGroups.books", "HealthCheckIntervalSeconds: 10, HealthCheckTimeoutSeconds: 10"),
    .override("NET001", web, "vpcs.main", "CidrBlock: 10.0.0.0/8"),
    .override("NET002", web, "loadBalancers.web.securityGroup", "SecurityGroupIngress: [{IpProtocol: tcp, CidrIp: x}]"),
    .override("SVC002", web, "cloudMapServices.orders", "DnsConfig: {DnsRecords: [{Type: A, TTL: 60}]}"),
    .override("VPC008", web, "apis.store.integrations.books", #"TlsConfig: {ServerNameToVerify: "https://x"}"#),
    .override("VPC026", web, "loadBalancers.web", "Scheme: internet-facing"),
    .override("VPC001", web, "apis.store.integrations.books", "ConnectionId: null"),
  ]

  private static let ofDomains: [WrittenProperty] = [
    .override("DOM003", shop, "domains.api.example.com", "DomainNameConfigurations: [{SecurityPolicy: TLS_1_0}]"),
    .override("DOM007", shop, "apis.store.domain", "ApiMappingKey: /v1"),
    .override("DOM019", shop, "domains.api.example.com.records.A", "AliasTarget: {DNSName: x.example.com}"),
  ]

  /// `properties` write what the language has no key for, and AWS has.
  private static let elements: [WrittenProperty] = [
    .properties("CFN016", store, "GET /authors", "Timeout: 1"),
    .properties("CFN019", store, "users", "AuthorizerId: abcd12"),
    .properties("SPEC010", store, "GET /authors", "ApiId: abcd1234"),
    .properties("SPEC010", store, "users", "ApiId: abcd1234"),
    .properties("SPEC010", store, "$default", "ApiId: abcd1234"),
    .properties("SPEC010", store, "backend", "ContentHandlingStrategy: CONVERT_TO_TEXT"),
    .properties("SPEC010", store, "backend", "IntegrationSubtype: SQS-SendMessage"),
    .properties("SPEC010", store, "backend", "PassthroughBehavior: NEVER"),
    .properties("SPEC010", store, "backend", "RequestTemplates: {$default: x}"),
    .properties("SPEC010", store, "backend", "ResponseParameters: {}"),
    .properties("SPEC010", store, "backend", "TemplateSelectionExpression: $default"),
  ]

  private static let store = """
    functions:
      books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
      login: {runtime: nodejs24.x, handler: index.handler, code: src/login}
    apis:
      store:
        accessLogs: true
        cors: {allowOrigins: https://www.example.com, allowMethods: GET, allowHeaders: authorization}
        authorizers:
          users: {jwt: {issuer: "https://login.example.com", audience: web}}
          staff: {lambda: login}
        integrations:
          backend: {http: "https://books.example.com/{id}"}
        routes:
          GET /books/{id}: {integration: backend, auth: users}
          GET /authors: {lambda: books, auth: staff}
        stages:
          $default: {}
    """

  private static let chat = """
    functions:
      chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
    apis:
      chat:
        type: websocket
        authorizers:
          staff: {lambda: chat}
        routes:
          $connect: {lambda: chat, auth: staff}
          $disconnect: chat
          $default: {lambda: chat, returnResponse: true}
        stage: live
    """

  private static let web = """
    vpcs:
      main:
    securityGroups:
      link: {vpc: main}
      tasks: {vpc: main, ingress: {port: 8080, from: link}}
    vpcLinks:
      inner: {vpc: main, securityGroups: link}
    cloudMapNamespaces:
      shop: {type: private, name: shop.internal, vpc: main}
    cloudMapServices:
      orders: {namespace: shop}
    loadBalancers:
      web:
        type: application
        vpc: main
        listeners:
          http: {port: 80, forward: books}
    targetGroups:
      books: {type: ip, port: 8080, healthCheck: {path: /health}}
    apis:
      store:
        integrations:
          books: {alb: web, vpcLink: inner}
        routes:
          GET /books: {integration: books}
          GET /orders: {cloudMap: orders, vpcLink: inner}
    outputs:
      Tasks: {Value: !GetAtt securityGroups.tasks.GroupId}
    """

  private static let shop = """
    domains:
      api.example.com:
        certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
        hostedZone: Z0123456789EXAMPLE
    apis:
      store:
        routes:
          $default: https://books.example.com
        disableExecuteApiEndpoint: true
        domain: api.example.com/v1
    """
}
