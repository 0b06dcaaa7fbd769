import CloudFormation
import Support
import Testing

struct ConditionTests {
  private static let conditions = "conditions: {A: !Equals [a, b], B: !Not [!Condition A], AAndB: !Equals [c, d]}\n"

  @Test func allResourcesOfAnElementHaveTheCondition() {
    let compiled = Compiled(
      ConditionTests.conditions
        + "functions: {f: {runtime: nodejs24.x, handler: h.h, code: {inline: x}, condition: A, alias: live, logs: {retention: 1d}}}"
    )
    #expect(compiled.errors == [])
    #expect(compiled.template.resources.count == 5)
    #expect(compiled.template.resources.allSatisfy { $0.condition == "A" })
  }

  @Test func resourcesOfAConditionalRouteAreConditional() {
    let compiled = Compiled(
      ConditionTests.conditions + """
        functions:
          f: {runtime: nodejs24.x, handler: h.h, code: {inline: x}, condition: A}
          g: {runtime: nodejs24.x, handler: h.h, code: {inline: x}}
        apis: {s: {routes: {GET /f: {lambda: f, condition: A}, GET /g: g, POST /g: {lambda: g, condition: A}}}}
        """)
    #expect(compiled.errors == [])
    #expect(compiled["apis.s.targets.LambdaProxy.f"]?.condition == "A")
    #expect(compiled["apis.s.permissions.f"]?.condition == "A")
    #expect(compiled["apis.s.targets.LambdaProxy.g"]?.condition == nil)
    #expect(compiled["apis.s.permissions.g"]?.condition == nil)
  }

  @Test func combinations() {
    let compiled = Compiled(
      ConditionTests.conditions + books + """
        apis: {s: {condition: A, routes: {GET /a: {lambda: books, condition: B}}, stages: {dev: {condition: A}}}}
        """)
    #expect(compiled.errors == [])
    let name = compiled["apis.s.routes.GET /a"]?.condition ?? ""
    // The author's condition of the same name is a different one.
    #expect(name.hasPrefix("AAndB") && name != "AAndB")
    #expect(
      compiled.template.sections["Conditions"]?.object?[name] == ["Fn::And": [["Condition": "A"], ["Condition": "B"]]])
    #expect(compiled.template.sections["Conditions"]?.object?["AAndB"] == ["Fn::Equals": ["c", "d"]])
    #expect(compiled["apis.s.stages.dev"]?.condition == "A")
    #expect(compiled.template.outputs["SId"]?.object?["Condition"] == "A")
  }

  @Test func severalRoutesOfOneIntegration() {
    let compiled = Compiled(
      ConditionTests.conditions + books
        + "apis: {s: {routes: {GET /a: {lambda: books, condition: A}, GET /b: {lambda: books, condition: B}}}}")
    let condition = compiled["apis.s.targets.LambdaProxy.books"]?.condition
    #expect(condition == "AOrB")
    #expect(
      compiled.template.sections["Conditions"]?.object?["AOrB"] == ["Fn::Or": [["Condition": "A"], ["Condition": "B"]]])
  }

  @Test func listenersFollowTheirLoadBalancer() {
    let compiled = Compiled(
      ConditionTests.conditions + """
        vpcs: {v: {condition: A}}
        loadBalancers: {l: {type: application, vpc: v, condition: A, listeners: {h: {port: 80, open: true, forward: {type: ip}, rules: {1: {pathPattern: /, forward: {type: ip}}}}}}}
        """)
    #expect(compiled.errors == [])
    #expect(compiled.template.resources.allSatisfy { $0.condition == "A" })
  }

  @Test func unknownConditions() {
    let compiled = Compiled(
      """
      conditions: {A: {Condition: X}, B: !And [!Condition A, {Condition: Y}]}
      functions: {f: {runtime: a, handler: h, code: {inline: x}, condition: Z}}
      resources: {R: {Type: AWS::X::Y, Condition: V}}
      outputs: {o: {Value: a, Condition: W}}
      """)
    #expect(compiled.errors.map { $0.suffix(3) } == ["`X`", "`Y`", "`Z`", "`V`", "`W`"])
  }
}

struct TagTests {
  private static let spec = """
    tags: {Name: all, team: core}
    vpcs: {v: {tags: {team: net}, name: n}}
    functions: {f: {runtime: nodejs24.x, handler: h.h, code: {inline: x}, tags: {Name: own}}}
    apis: {s: {tags: {team: api}, routes: {GET /a: f}, stages: {dev: {tags: {stage: dev}}}}}
    """

  @Test func bothFormsAndTheInnermostTagApplies() {
    let compiled = Compiled(TagTests.spec)
    #expect(compiled.errors == [])
    #expect(compiled.property("apis.s", "Tags") == ["Name": "all", "team": "api"])
    #expect(compiled.property("apis.s.stages.dev", "Tags") == ["Name": "all", "team": "api", "stage": "dev"])
    #expect(
      compiled.property("functions.f", "Tags") == [["Key": "Name", "Value": "own"], ["Key": "team", "Value": "core"]])
    #expect(compiled.property("vpcs.v", "Tags") == [["Key": "Name", "Value": "n"], ["Key": "team", "Value": "net"]])
    #expect(
      compiled.property("vpcs.v.subnets.public.1", "Tags")
        == [["Key": "Name", "Value": "v/public1"], ["Key": "team", "Value": "net"]])
    #expect(compiled.property("apis.s.permissions.f", "Tags") == nil)
  }

  @Test func aListOfTagsIsNeverEmpty() {
    let compiled = Compiled(
      """
      conditions: {IsProd: !Equals [!Ref AWS::Region, eu-west-1], IsTest: !Equals [!Ref AWS::Region, eu-west-2]}
      tags: {tier: !If [IsProd, gold, !Ref AWS::NoValue], test: !If [IsTest, !Ref AWS::NoValue, "no"]}
      domains: {api.example.com: {certificate: true, hostedZone: Z0123456789ABCDEFGHIJ}}
      apis: {s: {domain: api.example.com, disableExecuteApiEndpoint: true, routes: {GET /a: "https://a.example.com"}}}
      resources: {Topic: {Type: AWS::SNS::Topic}}
      """)
    #expect(compiled.errors == [])
    let tier: Value = ["Key": "tier", "Value": "gold"]
    let test: Value = ["Key": "test", "Value": "no"]
    let tags: Value = [
      "Fn::If": [
        "IsProd", [tier, ["Fn::If": ["IsTest", .nothing, test]]], ["Fn::If": ["IsTest", .nothing, [test]]],
      ]
    ]
    #expect(compiled.property("domains.api.example.com.certificate", "Tags") == tags)
    #expect(compiled.template["Topic"]?.properties["Tags"] == tags)
  }
}

struct EscapeHatchTests {
  @Test func propertiesAreAdded() {
    let compiled = Compiled(
      "functions: {f: {runtime: a, handler: h, code: {inline: x}, properties: {RecursiveLoop: Allow, SnapStart: {ApplyOn: !Ref functions.f}}}}"
    )
    #expect(compiled.property("functions.f", "RecursiveLoop") == "Allow")
    let wrong = Compiled("functions: {f: {runtime: a, handler: h, code: {inline: x}, properties: {MemorySize: 128}}}")
    #expect(wrong.errors == ["SPEC010 the language has a key for `MemorySize`"])
  }

  @Test func partsOfPropertiesWithoutKeysAreAdded() {
    func spec(_ parts: String) -> String {
      "functions: {f: {runtime: a, handler: h, code: {inline: x}, logs: {retention: 7d}, properties: {LoggingConfig: {\(parts)}}}}"
    }
    let compiled = Compiled(spec("LogFormat: JSON, SystemLogLevel: WARN"))
    #expect(compiled.errors == [])
    #expect(
      compiled.property("functions.f", "LoggingConfig")
        == ["LogGroup": .ref("FFunctionLogs"), "LogFormat": "JSON", "SystemLogLevel": "WARN"])
    for parts in ["LogFormat: JSON, LogGroup: x", "Format: JSON", ""] {
      #expect(Compiled(spec(parts)).errors == ["SPEC010 the language has a key for `LoggingConfig`"])
    }
  }

  @Test func overrides() {
    let compiled = Compiled(
      """
      functions: {f: {runtime: a, handler: h, code: {inline: x}, memory: 128, environment: {AA: a, BB: b}, layers: "arn:aws:lambda:eu-west-1:111122223333:layer:a:1"}}
      overrides:
        functions.f: {Properties: {MemorySize: null, Environment: {Variables: {AA: null, CC: c}}, Layers: ["arn:b"]}, DeletionPolicy: Retain}
        FFunctionRole: {Metadata: {a: !Ref functions.f}}
      """)
    #expect(compiled.errors == [])
    #expect(compiled.property("functions.f", "MemorySize") == nil)
    #expect(compiled.property("functions.f", "Environment") == ["Variables": ["BB": "b", "CC": "c"]])
    #expect(compiled.property("functions.f", "Layers") == ["arn:b"])
    #expect(compiled["functions.f"]?.deletionPolicy == "Retain")
    #expect(compiled["functions.f.role"]?.metadata == ["a": .ref("FFunction")])
    #expect(
      Compiled("functions: {f: {runtime: a, handler: h, code: {inline: x}}}\noverrides: {functions.g: {}}").errors == [
        "REF001 there is no resource `functions.g` to override"
      ])
  }

  @Test func localPaths() {
    let text = """
      functions: {f: {runtime: a, handler: h, code: ./src}, g: {runtime: a, handler: h, code: /abs}}
      resources:
        L: {Type: AWS::Lambda::LayerVersion, Properties: {Content: layer.zip}}
        M: {Type: AWS::Lambda::LayerVersion, Properties: {Content: {S3Bucket: b}}}
        S: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: "https://example.com/a"}}
      overrides: {functions.g: {Properties: {Code: other}}}
      """
    let here = Compiled(text)
    let elsewhere = Compiled(text, pathPrefix: "../specs")
    #expect(here.property("functions.f", "Code") == "./src")
    #expect(elsewhere.property("functions.f", "Code") == "../specs/src")
    #expect(elsewhere.template["L"]?.properties["Content"] == "../specs/layer.zip")
    #expect(elsewhere.template["M"]?.properties["Content"] == ["S3Bucket": "b"])
    #expect(elsewhere.template["S"]?.properties["TemplateURL"] == "https://example.com/a")
    #expect(elsewhere.property("functions.g", "Code") == "../specs/other")
  }

  @Test func outputIsDeterministic() {
    let first = Compiled(everything).template.json()
    for _ in 0..<3 { #expect(Compiled(everything).template.json() == first) }
  }

  @Test(.timeLimit(.minutes(1))) func aliasesOfAliasesAreOneError() {
    var text = "x-a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for (name, of) in zip("bcdefghi", "abcdefgh") {
      text += "x-\(name): &\(name) [" + Array(repeating: "*\(of)", count: 10).joined(separator: ", ") + "]\n"
    }
    #expect(Compiled(text + "resources: {T: {Type: AWS::X::Y, Properties: {A: *i}}}").findings.map(\.id) == ["SPEC009"])
  }
}

/// Options of roles, overrides of types, tags of resources in CloudFormation's terms.
@Suite("Company rules")
struct CompanyRuleTests {
  private let spec = Compiled(
    books + """
      tags: {team: books}
      defaults: {roles: {permissionsBoundary: "arn:aws:iam::111122223333:policy/limits", path: /apps/}}
      apis: {store: {routes: {GET /a: books, POST /j: {sqs: {name: jobs}}}}}
      resources:
        Jobs: {Type: "AWS::SQS::Queue", Properties: {Tags: [{Key: team, Value: jobs}, {Key: a, Value: b}]}}
        Text: {Type: "AWS::SSM::Parameter", Properties: {Type: String, Value: x}}
        Mail: {Type: "AWS::SNS::Subscription", Properties: {Protocol: email, TopicArn: x}}
        Shop: {Type: "AWS::ApiGatewayV2::Api", Properties: {Body: {openapi: 3.0.1, tags: [{name: a}], paths: {}}}}
        Own: {Type: "AWS::ApiGatewayV2::Api", Properties: {Body: {openapi: 3.0.1, tags: [{name: team, x-amazon-apigateway-tag-value: own}], paths: {}}}}
        Far: {Type: "AWS::ApiGatewayV2::Api", Properties: {BodyS3Location: {Bucket: docs, Key: api.yaml}}}
      overrides:
        AWS::IAM::Role: {Properties: {Description: of a stack}}
        functions.books.role: {Properties: {Description: of books}}
      """)

  @Test("All generated roles have the path and the permissions boundary")
  func roles() {
    let roles = spec.resources("AWS::IAM::Role")
    #expect(roles.count == 2)
    for role in roles {
      #expect(role.properties["Path"] == "/apps/")
      #expect(role.properties["PermissionsBoundary"] == "arn:aws:iam::111122223333:policy/limits")
    }
  }

  @Test("An override of a type changes each of its resources; one of a place takes precedence")
  func overrides() {
    #expect(Set(spec.resources("AWS::IAM::Role").map { $0.properties["Description"] }) == ["of a stack", "of books"])
    #expect(spec["functions.books.role"]?.properties["Description"] == "of books")
  }

  @Test("Resources in `resources` get the tags of the spec; their own take precedence")
  func tags() {
    #expect(
      spec.template["Jobs"]?.properties["Tags"] == [["Key": "team", "Value": "jobs"], ["Key": "a", "Value": "b"]])
    #expect(spec.template["Text"]?.properties["Tags"] == ["team": "books"])
    #expect(spec.template["Mail"]?.properties["Tags"] == nil)
  }

  @Test("Tags of an API with a document are those of the document")
  func tagsOfDocuments() {
    func tags(_ id: String) -> Value? { spec.template[id]?.properties["Body"]?.object?["tags"] }
    #expect(tags("Shop") == [["name": "a"], ["name": "team", "x-amazon-apigateway-tag-value": "books"]])
    #expect(tags("Own") == [["name": "team", "x-amazon-apigateway-tag-value": "own"]])
    for id in ["Shop", "Own", "Far"] { #expect(spec.template[id]?.properties["Tags"] == nil) }
    let sam = Compiled(
      """
      transform: AWS::Serverless-2016-10-31
      tags: {team: books}
      resources:
        Shop: {Type: "AWS::Serverless::HttpApi", Properties: {DefinitionUri: "s3://docs/api.yaml"}}
        Own: {Type: "AWS::Serverless::HttpApi", Properties: {StageName: live}}
      """)
    #expect(sam.template["Shop"]?.properties["Tags"] == nil)
    #expect(sam.template["Own"]?.properties["Tags"] == ["team": "books"])
  }
}

/// Policies of functions.
@Suite("Policies of functions")
struct PolicyTests {
  private func statements(_ policies: String) -> Value? {
    let spec = Compiled(
      """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: {inline: x}, policies: \(policies)}
      resources:
        Books: {Type: AWS::DynamoDB::Table, Properties: {}}
        Jobs: {Type: AWS::SQS::Queue}
      """)
    guard case .list(let policies)? = spec["functions.books.role"]?.properties["Policies"] else { return nil }
    return policies.first?.object?["PolicyDocument"]?.object?["Statement"]
  }

  @Test("A managed policy by its name has the path of its ARN, and none is attached twice")
  func managedPolicies() {
    let spec = Compiled(
      """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: {inline: x}
          policies: [AWSLambdaBasicExecutionRole, AWSLambdaSQSQueueExecutionRole, AmazonS3ReadOnlyAccess]
      """)
    let path = "arn:${AWS::Partition}:iam::aws:policy"
    #expect(
      spec["functions.books.role"]?.properties["ManagedPolicyArns"] == [
        ["Fn::Sub": .string("\(path)/service-role/AWSLambdaBasicExecutionRole")],
        ["Fn::Sub": .string("\(path)/service-role/AWSLambdaSQSQueueExecutionRole")],
        ["Fn::Sub": .string("\(path)/AmazonS3ReadOnlyAccess")],
      ])
  }

  @Test("A policy template of SAM")
  func templates() {
    let table = "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table"
    #expect(
      statements("{DynamoDBReadPolicy: {TableName: !Ref Books}}") == [
        [
          "Effect": "Allow",
          "Action": [
            "dynamodb:GetItem", "dynamodb:Scan", "dynamodb:Query", "dynamodb:BatchGetItem", "dynamodb:DescribeTable",
          ],
          "Resource": [["Fn::Sub": .string("\(table)/${Books}")], ["Fn::Sub": .string("\(table)/${Books}/index/*")]],
        ]
      ])
    #expect(
      statements("[{SQSSendMessagePolicy: {QueueName: Jobs}}]") == [
        [
          "Effect": "Allow", "Action": ["sqs:SendMessage*"],
          "Resource": ["Fn::Sub": "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Jobs.QueueName}"],
        ]
      ])
    #expect(
      statements("[{CloudWatchPutMetricPolicy: {}}]") == [
        ["Effect": "Allow", "Action": ["cloudwatch:PutMetricData"], "Resource": "*"]
      ])
  }

  @Test("`resources` is the same as `on`")
  func resources() {
    let statement: Value = [["Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": ["arn:aws:sqs:::a"]]]
    #expect(statements("{allow: sqs:SendMessage, on: arn:aws:sqs:::a}") == statement)
    #expect(statements("{allow: sqs:SendMessage, resources: arn:aws:sqs:::a}") == statement)
  }
}
