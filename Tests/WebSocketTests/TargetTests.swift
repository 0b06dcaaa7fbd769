import CloudFormation
import Support
import Testing

@Suite struct TargetTests {
  @Test func functionsAndUrls() throws {
    let compiled = chat(
      """
      binary: {lambda: chat, contentHandling: CONVERT_TO_BINARY}
      hook: {http: https://example.com/hook, returnResponse: true}
      form: {http: https://example.com/form, proxy: false, method: PUT, requestTemplates: "{}"}
      $default: chat
      """)
    #expect(compiled.integration(of: "binary")?.properties["ContentHandlingStrategy"] == "CONVERT_TO_BINARY")
    let hook = try #require(compiled.integration(of: "hook")?.properties)
    #expect(hook["IntegrationType"] == "HTTP_PROXY")
    #expect(hook["IntegrationMethod"] == "POST", "messages have no method")
    #expect(hook["PayloadFormatVersion"] == nil, "events of WebSocket APIs have no versions")
    #expect(compiled.responses(of: "hook").isEmpty)
    let form = try #require(compiled.integration(of: "form")?.properties)
    #expect(form["IntegrationType"] == "HTTP")
    #expect(form["IntegrationMethod"] == "PUT")
    #expect(form["RequestTemplates"] == ["$default": "{}"])
    #expect(
      Array(compiled.responses(of: "form").keys) == ["$default"], "an integration that is not a proxy has a response")
  }

  @Test func mocks() throws {
    let compiled = chat(
      """
      ping: {mock: true, requestTemplates: '{"statusCode": 200}', returnResponse: {templates: pong}}
      quiet: {mock: true, requestTemplates: '{"statusCode": 200}', integrationResponses: {}}
      $default: chat
      """)
    #expect(compiled.integration(of: "ping")?.properties["IntegrationType"] == "MOCK")
    #expect(compiled.responses(of: "ping")["$default"]?["ResponseTemplates"] == ["$default": "pong"])
    #expect(compiled.responses(of: "quiet").isEmpty, "`{}` means none")
    #expect(compiled.found.contains("WS007: true"))
  }

  @Test func routesThatShareATargetWithDifferentResponses() throws {
    let compiled = chat(
      """
      one: {integration: job}
      two: {integration: job, returnResponse: true}
      three: {integration: job, returnResponse: {templates: other}}
      $default: chat
      """,
      api: """
        integrations:
          job: {mock: true, requestTemplates: '{"statusCode": 200}', integrationResponses: {/5../: {templates: failed}}}
        """)
    #expect(compiled.integration(of: "one")?.id == "ChatJobIntegration")
    #expect(compiled.integration(of: "two")?.id == "ChatJobIntegration")
    let own = try #require(compiled.integration(of: "three"))
    #expect(own.id != "ChatJobIntegration")
    #expect(compiled.responses(of: "one").keys.sorted() == ["/5../"])
    #expect(compiled.responses(of: "three").keys.sorted() == ["$default", "/5../"])
    #expect(compiled.responses(of: "three")["$default"]?["ResponseTemplates"] == ["$default": "other"])
  }

  @Test func idsDoNotDependOnNeighbours() throws {
    let ping = "ping: {mock: true, requestTemplates: '{\"statusCode\": 200}', returnResponse: {templates: pong}}"
    let other = "pong: {mock: true, requestTemplates: '{\"statusCode\": 200}', returnResponse: {templates: ping}}"
    let first = try #require(chat("\(ping)\n\(other)\n$default: chat").integration(of: "ping")?.id)
    let second = try #require(chat("$default: chat\n\(other)\n\(ping)").integration(of: "ping")?.id)
    #expect(first == second)
  }

  @Test func actions() throws {
    let compiled = chat(
      """
      short:
        aws: dynamodb:action/PutItem
        allow: {dynamodb:PutItem: Table}
        requestTemplates: "{}"
      path:
        aws: !Sub sqs:path/${AWS::AccountId}/${Jobs.QueueName}
        allow: {sqs:SendMessage: [!GetAtt Jobs.Arn, "arn:aws:sqs:eu-west-1:111122223333:other"]}
      again: {aws: dynamodb:action/GetItem, allow: {dynamodb:PutItem: Table}}
      whole: {aws: "arn:aws:apigateway:eu-west-1:sns:action/Publish", credentials: "arn:aws:iam::111122223333:role/r"}
      $default: chat
      """,
      spec: """
        resources:
          Jobs: {Type: AWS::SQS::Queue}
          Table: {Type: AWS::DynamoDB::Table}
        """)
    let prefix = "arn:${AWS::Partition}:apigateway:${AWS::Region}:"
    let short = try #require(compiled.integration(of: "short")?.properties)
    #expect(short["IntegrationType"] == "AWS")
    #expect(short["IntegrationUri"] == ["Fn::Sub": .string(prefix + "dynamodb:action/PutItem")])
    #expect(
      compiled.integration(of: "path")?.properties["IntegrationUri"]
        == ["Fn::Sub": .string(prefix + "sqs:path/${AWS::AccountId}/${Jobs.QueueName}")])
    let whole = try #require(compiled.integration(of: "whole")?.properties)
    #expect(whole["IntegrationUri"] == "arn:aws:apigateway:eu-west-1:sns:action/Publish")
    #expect(whole["CredentialsArn"] == "arn:aws:iam::111122223333:role/r")
    let roles = compiled.resources("AWS::IAM::Role").filter { $0.id.contains("ServiceRole") }
    #expect(roles.count == 2, "equal permissions share a role")
    #expect(short["CredentialsArn"] == compiled.integration(of: "again")?.properties["CredentialsArn"])
  }

  @Test func networkLoadBalancersThroughLinksOfVersionOne() throws {
    let compiled = chat(
      """
      play: {nlb: games, path: play, vpcLink: inside}
      score: {nlb: games, tls: games.example.com}
      old: {nlb: old.tcp}
      $default: chat
      """,
      spec: """
        vpcs:
          main:
        vpcLinks:
          inside: {version: 1, nlb: games, description: To the games}
        loadBalancers:
          games:
            type: network
            vpc: main
            listeners:
              tcp: {port: 8080, forward: {type: ip, port: 8080}}
          old:
            type: network
            arn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/old/50dc6c495c0c9188
            listeners:
              tcp:
                port: 80
                arn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/net/old/50dc6c495c0c9188/f2f7dc8efc522ab2
        """)
    #expect(!compiled.findings.contains { $0.severity == .error })
    let play = try #require(compiled.integration(of: "play")?.properties)
    #expect(play["ConnectionType"] == "VPC_LINK")
    #expect(play["ConnectionId"] == .ref("InsideVpcLink"))
    #expect(play["IntegrationUri"] == ["Fn::Sub": "http://${GamesLoadBalancer.DNSName}:8080/play"])
    let score = try #require(compiled.integration(of: "score")?.properties)
    #expect(score["ConnectionId"] == .ref("InsideVpcLink"), "a load balancer has one link")
    #expect(score["IntegrationUri"] == "https://games.example.com:8080/")
    #expect(compiled["vpcLinks.inside"]?.properties["TargetArns"] == [.ref("GamesLoadBalancer")])
    #expect(compiled.template["InsideVpcLink"]?.type == "AWS::ApiGateway::VpcLink")
    #expect(
      compiled["loadBalancers.games"]?.properties["EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic"] == "off",
      "no rule can name API Gateway's own addresses")
    #expect(compiled.resources("AWS::EC2::SecurityGroupIngress").isEmpty)
  }
}
