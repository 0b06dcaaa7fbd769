import CloudFormation
import Gateway
import Support
import Testing

/// The changes of an update of a stack.
struct UpdateTests {
  private let version = "AWS::Lambda::Version"

  private func ids(_ type: String, _ spec: String) -> [String] {
    let compiled = Compiled(spec)
    #expect(compiled.errors == [])
    return compiled.resources(type).map(\.id)
  }

  /// Deployments and versions show what the condition chooses now. The description makes the version a new one where the
  /// choice is what it was.
  @Test func deploymentsAndVersionsFollowTheirConditions() {
    func compiled(_ region: String) -> Compiled {
      Compiled(
        """
        conditions:
          Near: !Equals [!Ref AWS::Region, \(region)]
          Both: !And [!Condition Near, !Not [!Equals [!Ref AWS::Partition, aws-cn]]]
        functions:
          f:
            runtime: nodejs24.x
            handler: index.handler
            code: {inline: x}
            alias: live
            memory: !If [Both, 256, 512]
        apis:
          s:
            stages: {$default: {autoDeploy: false}}
            routes: {GET /: f, GET /a: {http: !If [Both, "https://a.example.com", "https://b.example.com"]}}
        """)
    }
    let (old, new) = (compiled("eu-west-1"), compiled("eu-central-1"))
    #expect(old.errors == [] && new.errors == [])
    func ids(_ compiled: Compiled, _ type: String) -> [String] { compiled.resources(type).map(\.id) }
    #expect(ids(old, version) != ids(new, version))
    func description(_ compiled: Compiled) -> String? {
      compiled.resources("AWS::Lambda::Function").first?.properties["Description"]?.text
    }
    #expect(description(old)?.hasPrefix("configuration ") == true && description(old) != description(new))
    let deployment = "AWS::ApiGatewayV2::Deployment"
    #expect(ids(old, deployment).count == 1 && ids(old, deployment) != ids(new, deployment))
  }

  /// Integrations and authorizers that exchange their contents under the same logical IDs.
  @Test func deploymentsFollowPartsThatAreExchanged() {
    func deployments(_ integrations: String, _ authorizers: String) -> [String] {
      ids(
        "AWS::ApiGatewayV2::Deployment",
        """
        apis:
          s:
            stages: {$default: {autoDeploy: false}}
            integrations: \(integrations)
            authorizers: \(authorizers)
            routes: {GET /a: {integration: a, auth: a}, GET /b: {integration: b, auth: b}}
        """)
    }
    let urls = (
      "{a: {http: \"https://a.example.com\"}, b: {http: \"https://b.example.com\"}}",
      "{b: {http: \"https://a.example.com\"}, a: {http: \"https://b.example.com\"}}"
    )
    let issuers = (
      "{a: {jwt: {issuer: \"https://a.example.com\", audience: x}}, b: {jwt: {issuer: \"https://b.example.com\", audience: x}}}",
      "{b: {jwt: {issuer: \"https://a.example.com\", audience: x}}, a: {jwt: {issuer: \"https://b.example.com\", audience: x}}}"
    )
    let old = deployments(urls.0, issuers.0)
    #expect(old.count == 1)
    #expect(deployments(urls.1, issuers.0) != old)
    #expect(deployments(urls.0, issuers.1) != old)
  }

  /// Services read these values themselves; elsewhere a number may be a text, such as a version.
  @Test func numbersOfJsonStayNumbers() {
    let compiled = Compiled(
      """
      resources:
        Machine:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/machine
            Definition: {StartAt: A, States: {A: {Type: Task, Resource: x, Retry: [{ErrorEquals: [x], BackoffRate: 2.0}]}}}
        Database: {Type: AWS::RDS::DBInstance, DeletionPolicy: Retain, Properties: {EngineVersion: 15.10}}
      apis: {s: {routes: {GET /: https://a.example.com}}}
      """)
    let machine = compiled.resources("AWS::StepFunctions::StateMachine").first?.properties["Definition"]
    let retry = machine?.object?["States"]?.object?["A"]?.object?["Retry"]
    #expect(retry == [["ErrorEquals": ["x"], "BackoffRate": .number("2.0")]])
    #expect(compiled.resources("AWS::RDS::DBInstance").first?.properties["EngineVersion"] == "15.10")
  }

  // MARK: Versions

  private func versions(_ fields: String, _ rest: String = "") -> [String] {
    let function = "{runtime: nodejs24.x, handler: index.handler, code: {inline: x}, alias: live\(fields)}"
    return ids(version, "functions: {f: \(function)}\napis: {s: {routes: {GET /: f}}}\n\(rest)")
  }

  @Test(arguments: [
    ", memory: 128", ", timeout: 3s", ", reservedConcurrency: 5", ", tags: {team: books}", ", architecture: x86_64",
    ", tracing: false", ", layers: []", ", environment: {}", ", description: ''",
    ", properties: {SnapStart: {ApplyOn: None}}", ", properties: {CodeSigningConfigArn: c}",
  ])
  func aVersionIsKept(_ fields: String) { #expect(versions(fields) == versions("")) }

  @Test(arguments: [", memory: 256", ", timeout: 4s", ", description: new", ", environment: {A: b}"])
  func aVersionIsNew(_ fields: String) { #expect(versions(fields) != versions("")) }

  @Test func orderOfVariablesIsNoDifference() {
    #expect(versions(", environment: {A: a, B: b}") == versions(", environment: {B: b, A: a}"))
  }

  @Test func aVersionFollowsOverridesAndLayers() {
    #expect(versions("", "overrides: {functions.f: {Properties: {KmsKeyArn: k}}}") != versions(""))
    func layer(_ key: String) -> [String] {
      versions(
        ", layers: [L]",
        "resources: {L: {Type: AWS::Lambda::LayerVersion, Properties: {Content: {S3Bucket: b, S3Key: \(key)}}}}")
    }
    #expect(layer("one.zip") != layer("two.zip"))
    #expect(layer("one.zip") == layer("one.zip"))
  }

  @Test func aVersionDoesNotFollowWhatIsChangedInPlace() {
    func queue(_ seconds: Int) -> [String] {
      versions(
        ", environment: {Q: !Ref Q}",
        "resources: {Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: \(seconds)}}}")
    }
    #expect(queue(1) == queue(2))
  }

  @Test func aVersionFollowsWhatIsFoundInAMapping() {
    func size(_ memory: Int, other: Int = 1, key: String = "large") -> [String] {
      versions(
        ", memory: !FindInMap [Sizes, \(key), memory]",
        "mappings: {Sizes: {large: {memory: \(memory), other: \(other)}, small: {memory: \(other + 127)}}}")
    }
    #expect(size(512) != size(256))
    #expect(size(256, other: 2) == size(256))
    // In some region.
    #expect(size(256, other: 2, key: "!Ref AWS::Region") != size(256, key: "!Ref AWS::Region"))
  }

  @Test func aVersionDoesNotFollowTheDefaultOfAParameter() {
    func memory(_ size: Int) -> [String] {
      versions(", memory: !Ref Memory", "parameters: {Memory: {Type: Number, Default: \(size)}}")
    }
    #expect(memory(256) == memory(512))
  }

  // MARK: Deployments

  /// A parameter of another name may have the same value: the function changes nevertheless.
  @Test func aVersionWithAParameterHasItsOwnDescription() {
    func description(_ name: String) -> String? {
      let compiled = Compiled(
        """
        parameters: {\(name): {Type: String, Default: info}}
        functions:
          f:
            runtime: nodejs24.x
            handler: index.handler
            code: {inline: x}
            alias: live
            environment: {LEVEL: !Ref \(name)}
        apis: {s: {routes: {GET /: f}}}
        """)
      return compiled.resources("AWS::Lambda::Function").first?.properties["Description"]?.text
    }
    #expect(description("Level")?.hasPrefix("configuration ") == true)
    #expect(description("Level") != description("LogLevel"))
  }

  /// Where a stack does not find what differs, its function changes nevertheless: Lambda publishes no equal version.
  @Test(arguments: [
    ("", "\"configuration "), ("description: Books", "\"Books (configuration "),
    ("description: !If [Near, Books, !Ref AWS::NoValue]", "\"Books (configuration "),
    ("description: !Sub 'Books of ${AWS::StackName}'", "\" (configuration "),
    ("description: \(String(repeating: "x", count: 250))", "\"xxx"),
  ])
  func aVersionOfOneTemplateInSeveralStacksHasItsOwnDescription(_ field: String, _ description: String) {
    func text(_ other: Int) -> (id: [String], description: String) {
      let compiled = Compiled(
        """
        mappings: {Sizes: {eu-west-1: {m: 256}, us-east-1: {m: \(other)}}}
        conditions: {Near: !Equals [!Ref AWS::Region, eu-west-1]}
        functions:
          f:
            runtime: nodejs24.x
            handler: index.handler
            code: {inline: x}
            alias: live
            environment: {MODE: !If [Near, a, b], SIZE: !FindInMap [Sizes, !Ref AWS::Region, m]}
            \(field)
        apis: {s: {routes: {GET /: f}}}
        """)
      #expect(compiled.errors == [])
      let value = compiled.resources("AWS::Lambda::Function").first?.properties["Description"]
      return (compiled.resources(version).map(\.id), "\(value ?? "")")
    }
    let (old, new) = (text(256), text(512))
    #expect(old.id != new.id)
    #expect(old.description.contains(description), "\(old.description)")
    #expect((old.description != new.description) == !field.contains("xxx"))
  }

  /// The default that is written out is no other integration.
  @Test(arguments: ["timeout: 30s", "payloadFormatVersion: '2.0'"])
  func aDefaultIsNoDifference(_ field: String) {
    func integrations(_ target: String) -> [String] {
      self.ids(
        "AWS::ApiGatewayV2::Integration",
        """
        functions: {f: {runtime: nodejs24.x, handler: index.handler, code: {inline: x}}}
        apis: {s: {routes: {GET /: \(target), GET /a: f}}}
        """)
    }
    #expect(integrations("f") == integrations("{lambda: f, \(field)}"))
    #expect(integrations("f").count == 1)
  }

  private func deployments(_ api: String, _ rest: String = "") -> [String] {
    ids("AWS::ApiGatewayV2::Deployment", "apis: {s: {autoDeploy: false, \(api)}}\n\(rest)")
  }

  @Test func aDeploymentFollowsTheApi() {
    let routes = "routes: {GET /: 'https://example.com'}"
    let plain = deployments(routes)
    #expect(deployments("cors: {allowOrigins: 'https://a.example'}, \(routes)") != plain)
    #expect(deployments("description: new, \(routes)") == plain)
    #expect(deployments("throttle: {rate: 5, burst: 5}, \(routes)") == plain)
  }

  @Test func aDeploymentContainsRoutesOfResources() throws {
    func compiled(_ host: String) throws -> (id: String, before: [String]) {
      let compiled = Compiled(
        """
        apis: {s: {stages: {v1: {autoDeploy: false}}, routes: {GET /: https://a.example.com}}}
        resources:
          Orders:
            Type: AWS::ApiGatewayV2::Integration
            Properties:
              ApiId: !Ref apis.s
              IntegrationType: HTTP_PROXY
              IntegrationMethod: GET
              IntegrationUri: https://\(host)
              PayloadFormatVersion: "1.0"
          GetOrders:
            Type: AWS::ApiGatewayV2::Route
            Properties: {ApiId: !Ref apis.s, RouteKey: GET /orders, Target: !Sub "integrations/${Orders}"}
        """)
      #expect(compiled.errors == [])
      let deployment = try #require(compiled.resources("AWS::ApiGatewayV2::Deployment").first)
      return (deployment.id, deployment.dependsOn)
    }
    let (old, new) = (try compiled("b.example.com"), try compiled("c.example.com"))
    #expect(old.before.contains("GetOrders"))
    #expect(old.id != new.id)
  }

  @Test func aDeploymentFollowsWhatIsReplaced() {
    func queue(_ properties: String) -> [String] {
      deployments(
        "routes: {POST /: {sqs: Q}}", "resources: {Q: {Type: AWS::SQS::Queue, Properties: {\(properties)}}}")
    }
    #expect(queue("QueueName: one") != queue("QueueName: two"))
    #expect(queue("VisibilityTimeout: 1") == queue("VisibilityTimeout: 2"))
  }

  // MARK: Identities

  @Test func pathVariablesAreNoPartOfARoutesId() {
    func routes(_ path: String) -> [String] {
      ids("AWS::ApiGatewayV2::Route", "apis: {s: {routes: {'GET \(path)': 'https://example.com'}}}")
    }
    #expect(routes("/books/{id}") == routes("/books/{bookId}"))
    #expect(routes("/books/{id}") == ["SGetBooksVarRoute"])
    #expect(routes("/files/{proxy+}") == routes("/files/{path+}"))
    #expect(routes("/books/{id}") != routes("/books/var"))
    #expect(routes("/books/{id}") != routes("/books/{id+}"))
  }

  @Test func aDomainIsItsHost() {
    func domain(_ key: String, _ name: String) -> [String] {
      let element = "{\(name)certificate: 'arn:aws:acm:eu-west-1:111122223333:certificate/a', hostedZone: Z1EXAMPLE}"
      return Compiled("domains: {\(key): \(element)}").template.resources.map(\.id)
    }
    #expect(domain("api.example.com", "") == domain("main", "name: api.example.com, "))
  }

  @Test func aStageAndAnAuthorizerAreTheirNames() {
    func parts(_ stages: String, _ authorizer: String, _ key: String) -> [String] {
      ["Stage", "Authorizer"].flatMap { type in
        ids(
          "AWS::ApiGatewayV2::\(type)",
          """
          functions: {f: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:f"}}
          apis: {s: {stages: \(stages), authorizers: {\(authorizer)}, routes: {GET /: {lambda: f, auth: \(key)}}}}
          """)
      }
    }
    #expect(
      parts("{live: {}}", "users: {lambda: f}", "users")
        == parts("{prod: {name: live}}", "people: {lambda: f, name: users}", "people"))
    // Two that exchange their names.
    #expect(
      parts("{a: {name: b}, b: {name: a}}", "users: {lambda: f}", "users")
        == ["SBStage", "SAStage", "SUsersAuthorizer"])
    // One of the same name under another condition.
    #expect(
      Compiled("apis: {s: {stages: {a: {name: b}, b: {name: b}}, routes: {GET /: 'https://a.example.com'}}}")
        .resources("AWS::ApiGatewayV2::Stage").map(\.id) == ["SAStage", "SBStage"])
  }

  @Test func aPinnedVersionOrDeploymentIsRenewed() {
    func pinned(_ timeout: String) -> [String] {
      let spec = """
        functions: {f: {runtime: nodejs24.x, handler: index.handler, code: {inline: x}, timeout: \(timeout), alias: live, logicalIds: {version: Copy}}}
        apis: {s: {autoDeploy: false, logicalIds: {deployment: Release}, routes: {GET /: {lambda: f, timeout: \(timeout)}}}}
        """
      return ids(version, spec) + ids("AWS::ApiGatewayV2::Deployment", spec)
    }
    let (old, new) = (pinned("5s"), pinned("6s"))
    #expect(old.count == 2 && old[0].hasPrefix("Copy") && old[1].hasPrefix("Release"))
    #expect(old[0] != new[0] && old[1] != new[1])
    #expect(new[0].hasPrefix("Copy") && new[1].hasPrefix("Release"))
  }

  @Test func aListenerIsItsPort() {
    func listeners(_ name: String) -> [String] {
      let listener = "{port: 80, forward: {type: ip}, rules: {7: {pathPattern: /a, forward: {type: ip}}}}"
      let spec = """
        vpcs: {m: {}}
        loadBalancers: {w: {type: application, vpc: m, listeners: {\(name): \(listener)}}}
        apis: {s: {routes: {GET /: {alb: w.\(name)}}}}
        """
      return ["Listener", "ListenerRule"].flatMap { ids("AWS::ElasticLoadBalancingV2::\($0)", spec) }
        + ids("AWS::EC2::SecurityGroupIngress", spec)
    }
    #expect(listeners("http") == listeners("front"))
    #expect(listeners("http").first == "W80Listener")
  }

  @Test func aTargetGroupFollowsItsLoadBalancer() {
    func groups(_ scheme: String) -> [String] {
      ids(
        "AWS::ElasticLoadBalancingV2::TargetGroup",
        "vpcs: {m: {}}\nloadBalancers: {w: {type: application, vpc: m, \(scheme)listeners: {h: {port: 80, forward: {type: ip}}}}}"
      )
    }
    #expect(groups("scheme: internal, ") == groups(""))
    #expect(groups("scheme: internet-facing, ") != groups(""))
    func named(_ balancer: String, _ group: String = "") -> [String] {
      ids(
        "AWS::ElasticLoadBalancingV2::TargetGroup",
        """
        vpcs: {m: {}}
        targetGroups: {t: {type: ip, vpc: m\(group)}}
        loadBalancers: {w: {type: application, vpc: m, \(balancer)listeners: {h: {port: 80, forward: t}}}}
        """)
    }
    #expect(named("scheme: internal, ") == ["TTargetGroup"])
    #expect(named("scheme: internet-facing, ") != named(""))
    #expect(named("name: a, ") != named("name: b, "))
    // Its name would be in use.
    #expect(named("name: a, ", ", name: t") == ["TTargetGroup"])
  }

  @Test func aCloudMapServiceIsItsNames() {
    func services(_ namespace: String, _ key: String) -> [String] {
      Compiled(
        """
        vpcs: {m: {}}
        cloudMapNamespaces: {\(namespace): {vpc: m, name: shop.internal}}
        cloudMapServices: {\(key): {namespace: \(namespace), name: orders, instances: {ipv4: 10.0.0.1, port: 80}}}
        """
      ).template.resources.map(\.id).filter { !$0.hasPrefix("M") }
    }
    #expect(services("ns", "orders") == services("names", "jobs"))
  }

  // MARK: Subnets

  @Test func subnetsKeepTheirAddresses() {
    func blocks(_ vpc: String) -> [String: Value?] {
      let compiled = Compiled("vpcs: {v: {\(vpc)}}")
      #expect(compiled.errors == [])
      let subnets = compiled.resources("AWS::EC2::Subnet").map { ($0.id, $0.properties["CidrBlock"]) }
      return Dictionary(uniqueKeysWithValues: subnets)
    }
    let groups = "subnets: {a: {type: public}, b: {type: private, mask: 24}"
    for (old, new) in [
      ("", "maxAzs: 3"), ("maxAzs: 1", "maxAzs: 6"), ("\(groups)}", "\(groups), c: {type: isolated}}"),
      ("cidr: 10.0.0.0/20", "cidr: 10.0.0.0/20, maxAzs: 4"),
    ] {
      let after = blocks(new)
      for (id, block) in blocks(old) { #expect(after[id] == block) }
      #expect(Set(after.values).count == after.count)
    }
  }
}
