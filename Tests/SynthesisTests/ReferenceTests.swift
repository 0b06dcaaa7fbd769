import CloudFormation
import Support
import Testing

/// Places and functions in every position.
struct PlaceTests {
  private static let spec = """
    parameters: {Subnets: {Type: "List<AWS::EC2::Subnet::Id>"}, Groups: {Type: CommaDelimitedList}, Env: {Type: String}}
    vpcs:
      main: {}
      old: {id: vpc-0a, privateSubnets: [subnet-0a, subnet-0b], publicSubnets: !Ref Subnets}
    securityGroups: {own: {vpc: main}, old: {id: sg-0a}}
    functions:
      books: {runtime: nodejs24.x, handler: h.h, code: {inline: x}}
      old: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:a"}
    loadBalancers:
      web: {type: application, vpc: main, listeners: {http: {port: 80, fixedResponse: {statusCode: 200}}}}
      old: {type: application, arn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/old/1", vpc: old, listeners: {http: {arn: "arn:aws:listener", port: 80}}}
    cloudMapNamespaces: {ns: {type: http, name: a}}
    cloudMapServices: {svc: {namespace: ns}}
    apis:
      store: {routes: {GET /books: books, GET /alb: {alb: web}}}
      chat: {type: websocket, stage: dev, routes: {$default: books}}
      old: {id: abc, endpoint: "https://abc.example.com"}

    """

  static let cases: [(String, Value)] = [
    ("!Ref apis.store", .ref("StoreApi")),
    ("{Ref: apis.store}", .ref("StoreApi")),
    ("!GetAtt apis.store.ApiEndpoint", .getAtt("StoreApi", "ApiEndpoint")),
    ("!GetAtt [apis.store, ApiEndpoint]", .getAtt("StoreApi", "ApiEndpoint")),
    ("{'Fn::GetAtt': [apis.store, ApiEndpoint]}", .getAtt("StoreApi", "ApiEndpoint")),
    ("{'Fn::GetAtt': apis.store.ApiEndpoint}", .getAtt("StoreApi", "ApiEndpoint")),
    ("!GetAtt functions.books.role.Arn", .getAtt("BooksFunctionRole", "Arn")),
    ("!Ref apis.old", "abc"),
    ("!GetAtt apis.old.ApiEndpoint", "https://abc.example.com"),
    ("!GetAtt functions.old.Arn", "arn:aws:lambda:eu-west-1:111122223333:function:a"),
    ("!Ref loadBalancers.old.listeners.http", "arn:aws:listener"),
    ("!Ref loadBalancers.web.listeners.http", .ref("Web80Listener")),
    ("!GetAtt loadBalancers.web.securityGroup.GroupId", .getAtt("WebLoadBalancerGroup", "GroupId")),
    ("!Ref vpcs.old", "vpc-0a"),
    ("!Ref vpcs.main", .ref("MainVpc")),
    ("!Ref vpcs.main.vpcLink", .ref("MainVpcSharedLink")),
    ("!GetAtt vpcs.main.vpcLink.securityGroup.GroupId", .getAtt("MainVpcSharedLinkGroup", "GroupId")),
    ("!Ref vpcs.main.subnets.private.2", .ref("MainPrivate2Subnet")),
    ("!Ref vpcs.main.privateSubnets", [.ref("MainPrivate1Subnet"), .ref("MainPrivate2Subnet")]),
    ("!Ref vpcs.main.privateSubnets.1", .ref("MainPrivate2Subnet")),
    ("[!Ref vpcs.main.privateSubnets, x]", [.ref("MainPrivate1Subnet"), .ref("MainPrivate2Subnet"), "x"]),
    ("!Join [',', !Ref vpcs.old.privateSubnets]", ["Fn::Join": [",", ["subnet-0a", "subnet-0b"]]]),
    ("!Select [0, !Ref vpcs.old.privateSubnets]", ["Fn::Select": [0, ["subnet-0a", "subnet-0b"]]]),
    ("!Ref vpcs.old.publicSubnets", .ref("Subnets")),
    ("!Ref vpcs.old.publicSubnets.2", ["Fn::Select": [2, .ref("Subnets")]]),
    ("!GetAtt cloudMapNamespaces.ns.Arn", .getAtt("ANamespace", "Arn")),
    (
      "!Sub '${apis.store}/${functions.books.Arn}/${!x}/${Env}'",
      ["Fn::Sub": "${StoreApi}/${BooksFunction.Arn}/${!x}/${Env}"]
    ),
    ("!Sub 'plain ${apis.old} ${securityGroups.old}'", "plain abc sg-0a"),
    ("!Sub ['${A}-${apis.store}', {A: !Ref Env}]", ["Fn::Sub": ["${A}-${StoreApi}", ["A": .ref("Env")]]]),
    ("!Sub '${AWS::Region}'", ["Fn::Sub": "${AWS::Region}"]),
    ("!Ref 'apis.store.routes.GET /books'", .ref("StoreGetBooksRoute")),
    ("!Ref apis.chat.stages.dev", .ref("ChatDevStage")),
    (
      "!GetAtt apis.chat.stages.dev.CallbackUrl",
      ["Fn::Sub": "https://${ChatApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/dev"]
    ),
    (
      "!Sub '${apis.store.stages.$default.Url}x'",
      [
        "Fn::Sub": [
          "${Value1}x", ["Value1": ["Fn::Sub": "https://${StoreApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/"]],
        ]
      ]
    ),
  ]

  @Test(arguments: cases)
  func inOutputsResourcesAndOverrides(_ written: String, _ expected: Value) {
    // An output is a string.
    let isList =
      written.contains("publicSubnets") && expected == .ref("Subnets")
      || { if case .list = expected { true } else { false } }()
    let compiled = Compiled(
      PlaceTests.spec + """
        resources: {T: {Type: AWS::X::Y, Properties: {V: \(written)}}, U: {Type: AWS::X::Y}}
        outputs: {o: {Value: \(isList ? "x" : written)}}
        overrides: {U: {Properties: {V: \(written)}}}
        """)
    #expect(compiled.errors == [])
    #expect(compiled.output("o") == (isList ? "x" : expected))
    #expect(compiled.template["T"]?.properties["V"] == expected)
    #expect(compiled.template["U"]?.properties["V"] == expected)
  }

  @Test(arguments: [
    ("!Ref apis.stor", "REF001 there is no `stor` in `apis`"),
    ("!GetAtt apis.store.Arn", "REF002 `apis.store` has no attribute `Arn`"),
    ("!GetAtt apis.store", "REF002 `apis.store` has no attribute name"),
    ("!Ref vpcs.main.privateSubnets.7", "REF001 `vpcs.main` has no `privateSubnets.7`"),
    ("!GetAtt vpcs.old.CidrBlock", "REF002 `CidrBlock` of the imported `vpcs.old` is unknown"),
    ("!Ref Nothing", "REF001 there is no `Nothing` to refer to"),
    ("!Sub '${Nothing}'", "REF001 there is no `Nothing` to refer to"),
    ("!Sub '${vpcs.main.privateSubnets}'", "REF009 `vpcs.main.privateSubnets` is a list, not a string"),
    ("!GetAtt Nothing", "REF002 `Nothing` has no attribute name"),
    ("!If [Nothing, a, b]", "REF001 there is no condition `Nothing`"),
    ("!FindInMap [Nothing, a, b]", "REF001 there is no mapping `Nothing`"),
    ("!Sub [a]", "CFN025 `!Sub` expects a string, or a list of a string and a mapping"),
    ("!Nothing a", "SPEC008 `!Nothing` is not a CloudFormation function"),
    (
      "!GetAtt apis.store.stages.$default.CallbackUrl",
      "REF002 `apis.store.stages.$default` has no attribute `CallbackUrl`"
    ),
  ])
  func unresolvedReferences(_ written: String, _ error: String) {
    #expect(Compiled(PlaceTests.spec + "outputs: {o: {Value: \(written)}}").errors == [error])
  }

  @Test func dependencies() {
    let compiled = Compiled(
      PlaceTests.spec + """
        resources:
          A: {Type: AWS::X::Y, DependsOn: [functions.books, vpcs.main.privateSubnets, B]}
          B: {Type: AWS::X::Y, DependsOn: apis.store.routes.GET /books}
        overrides: {B: {DependsOn: [functions.books.role]}, apis.store: {DependsOn: B}}
        """)
    #expect(compiled.errors == [])
    #expect(
      compiled.template["A"]?.dependsOn == ["BooksFunction", "MainPrivate1Subnet", "MainPrivate2Subnet", "B"])
    #expect(compiled.template["B"]?.dependsOn == ["BooksFunctionRole"])
    #expect(compiled["apis.store"]?.dependsOn == ["B"])
    let wrong = Compiled(
      PlaceTests.spec + "resources: {A: {Type: AWS::X::Y, DependsOn: [Env, functions.old, apis.none]}}")
    #expect(
      wrong.errors == [
        "REF002 `Env` is a parameter; only resources can be in `DependsOn`",
        "REF002 `functions.old` is an existing resource, which cannot be in `DependsOn`",
        "REF001 there is no `none` in `apis`",
      ])
  }

  @Test func resourcesOfMacrosAreNotReportedAsMissing() {
    let loop = Compiled(
      "transform: AWS::LanguageExtensions\n" + PlaceTests.spec + """
        resources:
          Fn::ForEach::T: [N, [A, B], {"T${N}": {Type: AWS::X::Y, Properties: {V: !Ref N, W: !Sub "${N} x"}}}]
        outputs: {o: {Value: !Ref TA}}
        """)
    #expect(loop.errors == [])
    #expect(loop.template.macros.members.map(\.key) == ["Fn::ForEach::T"])
    let sam = Compiled(
      """
      transform: [AWS::Serverless-2016-10-31]
      resources: {Fn: {Type: AWS::Serverless::Function}}
      outputs: {o: {Value: !GetAtt FnRole.Arn}, p: {Value: !Ref Other}}
      """)
    #expect(sam.errors == ["REF001 there is no `Other` to refer to"])
  }

  @Test func loopsOfUnknownCollectionsMayGenerateTheirOwnNamesOnly() {
    func errors(_ reference: String) -> [String] {
      Compiled(
        """
        transform: AWS::LanguageExtensions
        parameters: {Names: {Type: CommaDelimitedList}}
        mappings: {M: {all: {Names: [Eu, Us]}}}
        resources:
          Fn::ForEach::T: [N, !Ref Names, {"T${N}Topic": {Type: AWS::X::Y}}]
          Fn::ForEach::Q: [N, !FindInMap [M, all, Names], {"Queue${N}": {Type: AWS::X::Y}}]
          Fn::ForEach::O: [N, [A], {Fn::ForEach::I: [M, !Ref Names, {"${N}&{M}": {Type: AWS::X::Y, Properties: {V: !Sub "${M}"}}}]}]
        outputs: {o: {Value: !Ref \(reference)}}
        """
      ).errors
    }
    for name in ["TOneTopic", "QueueEu", "Any"] { #expect(errors(name) == []) }
    for name in ["TOneTopics", "QueueFr", "Other"] {
      #expect(errors(name) == ["REF001 there is no `\(name)` to refer to"])
    }
  }

  @Test func whatLoopsGenerateIsNamedAsOtherResources() {
    func compiled(_ outputs: String = "{}") -> Compiled {
      Compiled(
        """
        transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
        conditions: {IsWest: !Equals [!Ref AWS::Region, eu-west-1]}
        apis: {a: {routes: {POST /b: {sqs: BooksQueue, condition: IsWest}, GET /b: BooksFunction}}}
        resources:
          Fn::ForEach::Parts:
            - N
            - [Books, Pens]
            - ${N}Queue: {Type: AWS::SQS::Queue, Condition: IsWest}
              ${N}Function: {Type: AWS::Serverless::Function, Properties: {AutoPublishAlias: live}}
        outputs: \(outputs)
        """)
    }
    let resources = compiled().template.resources
    let integrations = resources.filter { $0.type.hasSuffix("V2::Integration") }.map(\.properties)
    #expect(integrations.compactMap { $0["RequestParameters"]?.object?["QueueUrl"] } == [.ref("BooksQueue")])
    #expect(integrations.compactMap { $0["IntegrationUri"] } == [.ref("BooksFunction.Alias")])
    #expect(resources.filter { $0.type == "AWS::IAM::Role" }.map(\.condition) == ["IsWest"])
    #expect(
      compiled("{A: {Value: !GetAtt PensQueue.Url, Condition: IsWest}}").errors == [
        "REF002 `PensQueue`, a resource of type `AWS::SQS::Queue`, has no attribute `Url`"
      ])
  }

  @Test func whatLoopsGenerateGetsTheTagsOfTheSpec() {
    let compiled = Compiled(
      """
      transform: AWS::LanguageExtensions
      tags: {project: books}
      resources:
        Fn::ForEach::T: [N, [A, B], {"T${N}": {Type: AWS::SNS::Topic}, "P${N}": {Type: AWS::SNS::TopicPolicy}}]
      """)
    guard case .list(let parts)? = compiled.template.macros.members.first?.value else { return #expect(Bool(false)) }
    #expect(parts[2].object?["T${N}"]?.object?["Properties"] == ["Tags": [["Key": "project", "Value": "books"]]])
    #expect(parts[2].object?["P${N}"] == ["Type": "AWS::SNS::TopicPolicy"])
  }

  @Test func placesInDependsOnOfLoopsBecomeLogicalIDs() {
    func compiled(_ attributes: String) -> Compiled {
      Compiled(
        """
        transform: AWS::LanguageExtensions
        functions: {f: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:f"}}
        apis: {a: {routes: {GET /b: f}}}
        resources:
          Fn::ForEach::T: [N, [A, B], {"T${N}": {Type: AWS::SNS::Topic, \(attributes)}}]
        """)
    }
    // The permission is only known when it is written.
    let loop = compiled("DependsOn: [apis.a.routes.GET /b, apis.a.permissions.f, 'Q${N}']").template.macros.members[0]
    guard case .list(let parts) = loop.value, let topic = parts[2].object?["T${N}"]?.object else {
      return #expect(Bool(false))
    }
    #expect(topic["DependsOn"] == ["AGetBRoute", "AFPermission", "Q${N}"])
    #expect(
      compiled("Condition: None, DependsOn: Other").errors == [
        "REF001 there is no condition `None`", "REF001 there is no `Other` to refer to",
      ])
  }

  @Test func rawScalars() {
    let compiled = Compiled(
      """
      resources:
        T:
          Type: AWS::X::Y
          Properties: {A: true, B: True, C: 1.50, D: 012, E: "1", F: no, G: ~, H: 2012-10-17, I: 123456789012, J: FALSE, K: 1e3}
      """)
    #expect(
      compiled.template["T"].map { Value.object($0.properties) } == [
        "A": true, "B": true, "C": "1.50", "D": "012", "E": "1", "F": "no", "G": .null, "H": "2012-10-17",
        "I": .number("123456789012"), "J": false, "K": "1e3",
      ])
  }
}
