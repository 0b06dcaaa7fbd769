import Diagnostics
import Support
import Testing

/// One mistake gives one finding, although others follow from it.
@Suite struct ConsequenceTests {
  private static let right = """
    parameters:
      Key: {Type: String}
    defaults:
      functions: {runtime: nodejs24.x, handler: index.handler}
    functions:
      books: {code: {inline: "exports.handler = async () => ({statusCode: 200})"}, environment: {KEY: !Ref Key}}
      users: {code: {inline: "exports.handler = async () => ({isAuthorized: true})"}}
    userPools:
      readers: {clients: shop}
    domains:
      main: {name: api.example.com, certificate: arn:aws:acm:eu-west-1:111122223333:certificate/a, hostedZone: Z0123456789ABC}
    apis:
      store:
        domain: main
        disableExecuteApiEndpoint: true
        accessLogs: {fields: {id: $context.requestId, ip: $context.identity.sourceIp}}
        authorizers:
          members: {userPool: readers}
          partners: {lambda: users, identitySource: $request.header.Key}
        defaultAuth: members
        routes:
          GET /books: {lambda: books, requestParameters: {"overwrite:header.sub": $context.authorizer.claims.sub}}
          POST /books: {lambda: books, auth: partners}
      chat:
        type: websocket
        models: {message: {schema: {type: object, required: [action]}}}
        senders: books
        stages: {live: {logging: INFO}}
        routes:
          $connect: {lambda: books, auth: iam}
          $disconnect: books
          $default: books
          send: {lambda: books, requestModels: message, modelSelectionExpression: \\$default}
    outputs:
      Pool: {Value: !Ref userPools.readers}
      Client: {Value: !Ref userPools.readers.clients.shop}
    account: {logRole: true}

    """

  @Test func theSpecIsRight() { #expect(Compiled(Self.right).shown.isEmpty) }

  private static let mistakes = [
    ("{live: {logging: INFO}}", "{live: {logging: TRACE}}", "SPEC004"),
    ("disableExecuteApiEndpoint: true", "logging: true", "STG016"),
    ("parameters:", "parameter:", "SPEC001"),
    ("parameters:\n  Key: {Type: String}", "parameters: [Key]", "SPEC003"),
    ("functions:\n  books", "function:\n  books", "SPEC001"),
    ("users: {code", "zz:users: {code", "SPEC007"),
    ("books: {code: {inline", "books: {code: {inlin", "SPEC001"),
    ("users: {code: {inline: \"exports.handler = async () => ({isAuthorized: true})\"}}", "users: true", "SPEC003"),
    ("{clients: shop}", "{client: shop}", "SPEC001"),
    ("userPools:", "userPool:", "SPEC001"),
    ("readers: {clients: shop}", "readers: shop", "SPEC003"),
    ("domains:", "hosts:", "SPEC001"),
    ("main: {name", "mein: {name", "DOM001"),
    ("{name: api.example.com", "{hostname: api.example.com", "SPEC001"),
    ("{fields: {id: $context.requestId, ip: $context.identity.sourceIp}}", "{fields: text}", "SPEC003"),
    ("authorizers:", "authorizer:", "SPEC001"),
    ("members: {userPool: readers}", "members: [readers]", "SPEC003"),
    ("members: {userPool: readers}", "member: {userPool: readers}", "REF001"),
    ("members: {userPool: readers}", "members: {pool: readers}", "SPEC001"),
    ("defaultAuth: members", "defaultAuthh: members", "SPEC001"),
    ("defaultAuth: members", "defaultAuth: [members]", "SPEC003"),
    ("auth: partners", "auth: partner", "REF001"),
    ("auth: partners", "auht: partners", "SPEC001"),
    ("type: websocket", "type: webscket", "SPEC004"),
    ("type: websocket", "typ: websocket", "SPEC001"),
    ("type: websocket", "type: [websocket]", "SPEC003"),
    ("models: {", "model: {", "SPEC001"),
    ("{message: {schema", "{messages: {schema", "WS026"),
    ("senders: books", "sender: books", "SPEC001"),
    ("senders: books", "senders: {books: true}", "SPEC003"),
    ("auth: iam", "authorization: iam", "SPEC001"),
    ("$disconnect: books", "$disconnected: books", "ROU002"),
    ("$disconnect: books", "$disconnect: book", "REF001"),
    ("$default: books", "$default: {function: books}", "SPEC001"),
    ("$default: books", "$default: {aws: SQS-SendMessage}", "WS030"),
    (
      "$default: books",
      "$default: {aws: \"sqs:path/1/a\", credentials: !Ref Key, parameters: {QueueUrl: jobs, MessageBody: $request.body}}",
      "WS028"
    ),
    ("requestModels: message", "requestModel: message", "SPEC001"),
    ("readers.clients.shop", "readers.clients.shops", "REF001"),
    ("!Ref userPools.readers}", "!Ref userPools.reader}", "REF001"),
    ("defaults:\n  functions", "default:\n  functions", "SPEC001"),
    ("{runtime: nodejs24.x,", "{runtime: [nodejs24.x],", "SPEC003"),
  ]

  @Test(arguments: mistakes)
  func oneMistakeGivesOneFinding(_ text: String, _ mistake: String, _ id: String) {
    #expect(Self.right.contains(text))
    let spec = Compiled(Self.right.replacing(text, with: mistake, maxReplacements: 1))
    #expect(spec.shown.map(\.id) == [id], "\(spec.shown.map(\.message))")
  }

  @Test func independentMistakesAreReported() {
    let spec = Compiled(
      Self.right.replacing("auth: partners", with: "auth: partner").replacing("{clients: shop}", with: "{client: shop}")
        .replacing("$disconnect: books", with: "$disconnect: nothing"))
    #expect(spec.shown.map(\.id) == ["SPEC001", "REF001", "REF001"])
  }

  /// Several checks look at the same value.
  @Test(arguments: [
    ("KEY: !Ref Key}", "KEY: !Ref \"Key\u{200B}\"}", "SPEC034"),
    ("KEY: !Ref Key}", "KEY: !Join [\",\", !Ref apis.store.stage]}", "REF001"),
  ])
  func oneValueGivesOneFinding(_ text: String, _ mistake: String, _ id: String) {
    #expect(Self.right.contains(text))
    let spec = Compiled(Self.right.replacing(text, with: mistake, maxReplacements: 1))
    #expect(spec.shown.map(\.id).filter { $0 != "REF007" } == [id], "\(spec.shown.map(\.message))")
  }

  @Test func aDocumentOfAWebSocketAPIIsReportedOnce() {
    let spec = Compiled(
      """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: {inline: "exports.handler = async () => ({statusCode: 200})"}}
      apis:
        chat:
          type: websocket
          stage: live
          openapi: {openapi: 3.0.1, info: {title: chat, version: "1"}, paths: {}}
          routes:
            $connect: {lambda: chat, auth: iam}
            $disconnect: chat
            $default: chat

      """)
    #expect(spec.shown.map(\.id) == ["API012"], "\(spec.shown.map(\.message))")
  }

  /// `yes` where a flag is expected in a document of YAML 1.2.
  @Test func aWordOfYAML11IsReportedOnce() {
    let spec = Compiled(
      """
      apis:
        store:
          openapi:
            openapi: 3.0.1
            info: {title: store, version: "1"}
            x-amazon-apigateway-cors: {allowOrigins: ["https://app.example.com"], allowCredentials: yes}
            paths:
              /a:
                get:
                  x-amazon-apigateway-integration:
                    {type: http_proxy, httpMethod: GET, uri: "https://example.com", payloadFormatVersion: "1.0"}
      """)
    #expect(spec.shown.map(\.id) == ["CFN017"])
  }

  /// A text that was to use a definition, an argument that is a function elsewhere, a misspelled part of a document.
  @Test(arguments: [
    ("apis: {a: {routes: {GET /: https://example.com, cors: {origins: [https://example.com]}}}}", "SPEC001"),
    ("apis: {a: {routes: {GET /: https://example.com, throttle: {rate: 10, burst: 5}}}}", "SPEC001"),
    (
      "apis: {a: {routes: {GET /: {http: https://example.com, auth: u}, authorizers: {u: {jwt: {issuer: https://a.example.com, audience: [b]}}}}}}",
      "SPEC001"
    ),
    (
      "resources:\n  A:\n    Type: AWS::SNS::Subscription\n    Properties:\n    TopicArn: arn:aws:sns:eu-west-1:111122223333:t\n    Protocol: sms",
      "SPEC001"
    ),
    (
      "resources: {A: {Type: AWS::SNS::Subscription, TopicArn: arn:aws:sns:eu-west-1:111122223333:t, Protocol: sms}}",
      "SPEC001"
    ),
    (
      "apis: {a: {authorizers: {u: {jwt: {issuer: https://a.example.com, audience: [b]}}}, routes: {GET /: {http: https://example.com, auth: {scopes: [c]}}}}}",
      "AUT025"
    ),
    (
      "vpcLinks: {l: {id: a}}\napis: {a: {routes: {GET /: {http: \"http://internal-a-1.eu-west-1.elb.amazonaws.com\", vpcLink: l}}}}",
      "SPEC005"
    ),
    ("functions:\n  f:\n  runtime: nodejs24.x\n  code: src\napis: {a: {routes: {GET /: f}}}", "SPEC001"),
    (
      "functions:\n  f:\n    runtime: nodejs24.x\n    handler: a.b\n  code: src\napis: {a: {routes: {GET /: f}}}",
      "SPEC001"
    ),
    ("functions:\n  runtime: nodejs24.x\n  code: src\napis: {a: {routes: {GET /: f}}}", "SPEC003"),
    ("apis:\n  a:\n    routes:\n      GET /:\n      http: https://example.com\n      auth: none", "SPEC001"),
    ("apis:\n  a:\n    routes:\n    GET /a: https://example.com\n    GET /b: https://example.com", "SPEC001"),
    ("apis:\na:\n  routes: {GET /a: https://example.com}", "SPEC001"),
    (
      "apis:\n  a:\n    authorizers:\n    u: {jwt: {issuer: https://example.com, audience: w}}\n    defaultAuth: u\n    routes: {GET /: https://example.com}",
      "SPEC001"
    ),
    (
      "apis: {a: {authorizers: {u: {issuer: https://example.com, audience: w}}, defaultAuth: u, routes: {GET /: https://example.com}}}",
      "SPEC001"
    ),
    (
      "vpcs: {m: {cidr: 10.0.0.0/16}}\nloadBalancers: {w: {type: application, vpc: m, listeners: {l: {port: 80, forward: x}}}}\napis: {a: {routes: {GET /: {alb: w}}}}",
      "REF001"
    ),
    ("stack: a-${stage}\nvariables: {stage: dev}\napis: {a: {routes: {GET /: https://example.com}}}", "SPEC012"),
    ("stack: a-$( stage )\nvariables: {stage: dev}\napis: {a: {routes: {GET /: https://example.com}}}", "VAR003"),
    ("apis: {a: {routes: {POST /: {sqs: Q}}}}\nresources: {Q: {type: AWS::SQS::Queue}}", "SPEC002"),
    (
      "functions: {f: {runtime: nodejs24.x, handler: index.handler, code: {inline: !Ref AWS::NoValue}}}\napis: {a: {routes: {GET /: f}}}",
      "SPEC004"
    ),
    (
      "apis: {a: {authorizers: {u: {jwt: {issuer: !Ref AWS::NoValue, audience: w}}}, defaultAuth: u, routes: {GET /: \"https://example.com\"}}}",
      "SPEC004"
    ),
    ("apis: {a: {routes: {GET /: {appConfig: {application: a, environment: b, configuration: c}}}}}", "INT036"),
    ("variables: {host: example.com}\napis: {a: {routes: {GET /: \"https://${host}/a\"}}}", "SPEC031"),
    (
      "parameters: {P: {Type: String}}\napis: {a: {name: \"a-${P}\", routes: {GET /: \"https://example.com\"}}}",
      "SPEC031"
    ),
    (outputs("!ImportValue \"${P}-Id\""), "CFN025"), (outputs("!sub \"${P}-x\""), "SPEC008"),
    (outputs("{\"fn::sub\": \"${P}-x\"}"), "CFN026"), (outputs("!If [!Condition C, a, !Ref P]"), "CFN025"),
    (document("a: {get: {\(integration)}}"), "OAS006"), (document("/a: {any: {\(integration)}}"), "OAS006"),
    (document("/a: {get: {\(integration.replacing("uri", with: "url"))}}"), "INT010"),
    (document("/a: {get: {\(integration.replacing("integration:", with: "integrations:"))}}"), "OAS006"),
    ("apis: {a: {routes: {POST /: {sqs: orders, credentials: Sender}}}}", "REF001"),
    ("apis: {a: {routes: {/books: {get: \"https://example.com\"}}}}", "SPEC001"),
    ("apis: {a: , routes: {GET /: \"https://example.com\"}}", "SPEC001"),
    (
      "functions: {f: {runtime: nodejs24.x, handler: index.handler, code: src}}\napis: {a: {routes: {GET /: {http: f}}}}",
      "INT010"
    ),
    (
      "apis: {a: {routes: {GET /: {http: \"https://example.com\", requestParameters: {\"append:header.x\": \"${context.requestId-x\"}}}}}",
      "MAP009"
    ),
    (
      "apis: {a: {routes: {GET /: https://example.com}, stages: {$default: {properties: {DeploymentId: x}}}}}",
      "SPEC010"
    ),
    (
      """
      vpcs: {main: {id: vpc-12345678, privateSubnets: [subnet-12345678, subnet-22345678]}}
      targetGroups: {a: {vpc: "arn:aws:ec2:${Place}:111122223333:vpc/a", port: 80, type: ip}, b: {port: 80, type: ip}}
      apis: {a: {routes: {GET /: https://example.com}}}
      outputs: {A: {Value: !Ref targetGroups.a}, B: {Value: !Ref targetGroups.b}}
      """,
      "SPEC031"
    ),
    (
      """
      functions:
        worker:
          runtime: nodejs24.x
          handler: index.handler
          code: {inline: "exports.handler = async () => {}"}
          policies: {SSQPollerPolicy: {QueueName: !GetAtt Jobs.QueueName}}
      apis: {a: {routes: {POST /: {sqs: Jobs}}}}
      resources:
        Jobs: {Type: AWS::SQS::Queue}
        Worker: {Type: AWS::Lambda::EventSourceMapping, Properties: {EventSourceArn: !GetAtt Jobs.Arn, FunctionName: worker}}
      """,
      "SPEC001"
    ),
    (
      "apis: {a: {routes: {GET /: https://example.com}}}\nresources: {T: {Type: AWS::DynamoDB::Table, Porperties: {}}}",
      "CFN016"
    ),
    (
      """
      apis: {a: {routes: {GET /: https://example.com}}}
      resources: {T: {Type: AWS::DynamoDB::Table, Properties: {KyeSchema: [{AttributeName: id, KeyType: HASH}]}}}
      """,
      "CFN016"
    ),
    (
      "apis: {a: {routes: {GET /: {http: https://example.com, requestParameters: {oevrwrite: {headers: {x: 1}}}}}}}",
      "SPEC001"
    ),
    ("apis: {a: {openapi: {oepnapi: 3.0.1, paths: {}}}}", "SPEC002"),
    (
      """
      functions:
        f: {runtime: nodejs24.x, handler: index.handler, code: {s3: {bucket: code, key: f.zip}}, role: !GetAtt R.Arn}
      apis: {a: {routes: {GET /: f}}}
      resources:
        R:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: {Statement: {Effect: Allow, Principal: {Service: lambda}, Action: sts:AssumeRole}}
      """,
      "LAM034"
    ),
    (
      """
      functions:
        f:
          runtime: nodejs24.x
          handler: index.handler
          code: {s3: {bucket: code, key: f.zip}}
          policies: {Effect: Allow, Action: "s3:GetObject", Resuorce: "*"}
      apis: {a: {routes: {GET /: f}}}
      """,
      "SPEC001"
    ),
    (
      """
      vpcs: {v: {cidr: 10.0.0.0/28}}
      loadBalancers: {n: {type: network, vpc: v, listeners: {t: {port: 80, forward: {type: ip, port: 80}}}}}
      apis: {a: {routes: {GET /: {nlb: n}}}}
      """,
      "NET001"
    ),
    (
      """
      transform: AWS::Serverless-2016-10-31
      resources: {H: {Type: AWS::Serverless::HttpApi, Properties: {Auth: {DefaultAuthorizer: J, Authorizer: {J: {}}}}}}
      apis: {a: {routes: {GET /: https://example.com}}}
      """,
      "CFN016"
    ),
    (
      "variables: {stage: dev}\napis: {a: {name: \"a-${self:stage}\", routes: {GET /: https://example.com}}}",
      "SPEC030"
    ),
    (
      """
      resources:
        Queue: {Type: AWS::SQS::Queue, DeletionPolicy: Delete, UpdateReplacePolicy: Delete}
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: apigateway.amazonaws.com}, Action: "sts:AssumeRole"}]}
            Policies: [{PolicyName: a, PolicyDocument: {Statement: [{Effect: Allow, Action: "sqs:SendMesage", Resource: !GetAtt Queue.Arn}]}}]
      apis: {a: {routes: {POST /: {sqs: Queue, credentials: !GetAtt Role.Arn}}}}
      """,
      "LAM033"
    ),
    (
      "mappings: {M: {A: {Fn::Transform: {Nmae: AWS::Include}}}}\napis: {a: {routes: {GET /: https://example.com}}}",
      "CFN025"
    ),
  ])
  func oneMistakeOfASpecGivesOneFinding(_ text: String, _ id: String) {
    let spec = Compiled(text)
    #expect(spec.shown.map(\.id) == [id], "\(spec.shown.map(\.message))")
  }

  @Test func aCircleIsReportedBesideOtherMistakes() {
    let spec = Compiled(
      """
      functions:
        f: {runtime: nodejs24.x, handler: index.handler, code: {s3: {bucket: a, key: b}}, environment: {OWN: !GetAtt functions.f.Arn}}
      apis: {a: {routes: {GET /: f, GET /b: {lambda: f, timeout: 40s}}}}
      """)
    #expect(Set(spec.shown.map(\.id)) == ["REF003", "SPEC004"], "\(spec.shown.map(\.message))")
  }

  @Test func aWarningDoesNotHideAnErrorButIsNamedInIt() {
    let document = "{type: http_proxy, httpMethod: GET, url: \"https://example.com\", payloadFormatVersion: \"1.0\"}"
    let shown = Compiled(
      """
      apis:
        a:
          openapi:
            openapi: 3.0.1
            info: {title: a, version: "1"}
            paths: {/a: {get: {x-amazon-apigateway-integration: \(document)}}}
      """
    ).shown
    #expect(shown.map(\.id) == ["INT010"])
    #expect(shown.first?.related.map(\.message) == ["an integration does not have a key `url`"])
  }

  private static func outputs(_ value: String) -> String {
    """
    parameters: {P: {Type: String}}
    conditions: {C: !Equals [!Ref AWS::Region, eu-west-1]}
    apis: {a: {routes: {GET /: {http: "https://example.com", condition: C}}}}
    outputs: {A: {Value: \(value)}}
    """
  }

  private static let integration =
    "x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: \"https://example.com\", payloadFormatVersion: \"1.0\"}"

  private static func document(_ paths: String) -> String {
    "apis: {a: {openapi: {openapi: 3.0.1, info: {title: a, version: \"1\"}, paths: {\(paths)}}}}"
  }
}
