import SpecReading

extension ObjectExamples {
  /// Examples of the reference. Each is part of a spec that is tested: an example, a reference, or one in the cookbook.
  static let specs = ObjectExamples([
    .init(
      FunctionElement.self, in: 2,
      """
      functions:
        hello:
          runtime: nodejs24.x
          handler: index.handler
          code: src
      """),
    .init(FunctionCode.self, in: 1, "code: {s3: {bucket: example-code, key: books-42.zip}}"),
    .init(
      Policy.self, in: 1,
      """
      policies: {allow: ["dynamodb:GetItem", "dynamodb:Scan"], on: !GetAtt Books.Arn}
      """),
    .init(LogOptions.self, in: 1, "logs: {retention: 30d}"),
    .init(
      VpcElement.self, in: 2,
      """
      vpcs:
        main:
          cidr: 10.30.0.0/16
      """),
    .init(
      SecurityGroupElement.self, in: 1,
      """
      tasks:
        vpc: main
        description: Containers of the orders
        ingress: {port: 8080, from: link}
      """),
    .init(
      VpcLinkElement.self, in: 2,
      """
      vpcLinks:
        bookstore: {vpc: main, securityGroups: link}
      """),
    .init(
      LoadBalancerElement.self, in: 2,
      """
      loadBalancers:
        web:
          type: application
          vpc: main
          scheme: internal
          listeners:
            http:
              port: 80
      """),
    .init(
      ListenerElement.self, in: 1,
      """
      http:
        port: 8080
        fixedResponse: {statusCode: 404, contentType: text/plain, messageBody: none}
        rules:
          10: {pathPattern: /books*, forward: books}
      """),
    .init(
      TargetGroupElement.self, in: 2,
      """
      targetGroups:
        books:
          ips: 10.0.0.10
          port: 8080
          healthCheck:
            path: /health
            interval: 15s
      """),
    .init(
      HealthCheck.self, in: 1,
      """
      healthCheck:
        path: /health
        interval: 15s
        timeout: 5s
        matcher: 200-299
      """),
    .init(Stickiness.self, in: 1, "stickiness: {type: lb_cookie, duration: 1h}"),
    .init(
      NamespaceElement.self, in: 2,
      """
      cloudMapNamespaces:
        internal: {type: private, name: internal.example.com, vpc: main}
      """),
    .init(
      ServiceElement.self, in: 2,
      """
      cloudMapServices:
        books: {namespace: internal, name: books}
      """),
    .init(
      UserPoolElement.self, in: 2,
      """
      userPools:
        readers: {clients: web}
      """),
    .init(
      DomainElement.self, in: 2,
      """
      domains:
        api.example.com:
          certificate: true
          hostedZone: Z0123456789ABCDEFGHIJ
      """),
    .init(MutualTls.self, in: 1, "mutualTls: {truststore: s3://example-truststore/partners.pem}"),
    .init(
      ApiKeyElement.self, in: 2,
      """
      apiKeys:
        mine:
          name: MyWebSocketApiKey
      """),
    .init(
      UsagePlan.self, in: 2,
      """
      usagePlans:
        basic:
          name: Basic
          description: d
          throttle: {rate: 10, burst: 2}
          quota: {limit: 10000, period: MONTH, offset: 1}
          stages: ws.dev
          keys: [mine, theirs]
      """),
    .init(Throttle.self, in: 1, "throttle: {rate: 100, burst: 200}"),
    .init(Quota.self, in: 1, "quota: {limit: 10000, period: MONTH, offset: 1}"),
    .init(
      Api.self, in: 2,
      """
      apis:
        store:
          routes:
            GET /hello/{name}: hello
      """),
    .init(
      OpenApiSource.self, in: 1,
      """
      openapi: openapi.yaml
      cors: https://www.example.com
      accessLogs: true
      """),
    .init(
      Cors.self, in: 1,
      """
      cors:
        allowOrigins: https://www.example.com
        maxAge: 1h
      """),
    .init(
      AuthorizerElement.self, in: 2,
      """
      authorizers:
        users:
          jwt:
            issuer: https://example.eu.auth0.com/
            audience: https://api.example.com
      defaultAuth: users
      """),
    .init(Auth.self, in: 1, "auth: {scopes: books:write}"),
    .init(
      IntegrationElement.self, in: 2,
      """
      integrations:
        pets:
          http: https://petstore.example.com/pets/{id}
          method: GET
          timeout: 29s
      """),
    .init(
      Route.self, in: 1,
      """
      POST /orders:
        http: "https://${stageVariables.backend}/orders"
        throttle: {rate: 5, burst: 10}
      """),
    .init(
      Stage.self, in: 1,
      """
      preview:
        throttle: {rate: 10, burst: 10}
        variables: {backend: preview.example.com}
      """),
    .init(
      AccessLogs.self, in: 1,
      """
      accessLogs:
        retention: 90d
        fields: {user: $context.authorizer.claims.sub, agent: $context.identity.userAgent}
      """),
    .init(DomainMapping.self, in: 1, "domain: {name: main, basePath: api}"),
    .init(
      ModelElement.self, in: 2,
      """
      models:
        message:
          schema: {type: object, required: [text], properties: {text: {type: string, maxLength: 1000}}}
      """),
    .init(
      ReturnResponse.self, in: 1,
      """
      returnResponse:
        templates: '{"text": $input.json("$.text"), "at": $context.requestTimeEpoch}'
      """),
    .init(IngressRule.self, in: 1, "ingress: {port: 8080, from: link}"),
    .init(FixedResponse.self, in: 1, "fixedResponse: {statusCode: 404, contentType: text/plain, messageBody: none}"),
    .init(ListenerRule.self, in: 1, "10: {pathPattern: /books*, forward: books}"),
    .init(
      JwtValidation.self, in: 1,
      """
      jwtValidation:
        issuer: https://id.example.com
        jwksEndpoint: https://id.example.com/.well-known/jwks.json
        additionalClaims: {scope: {format: space-separated-values, values: books}}
      """),
    .init(Account.self, in: 1, "account: {logRole: true}"),
    .init(MessageLogging.self, in: 1, "logging: {level: ERROR, dataTrace: false}"),
  ])
}
