import Diagnostics
import Support
import Testing

/// One value that AWS rejects gives one finding, although others follow from it.
@Suite struct ValueConsequenceTests {
  private static let right = """
    parameters: {Zones: {Type: CommaDelimitedList, Default: "a,b"}}
    vpcs: {main: {id: vpc-0a1b2c3d4e5f60718, privateSubnets: [subnet-0aa11bb22cc33dd44, subnet-0ee55ff66aa77bb88]}}
    vpcLinks: {link: {vpc: main, securityGroups: !Ref LinkGroup}}
    functions:
      books:
        runtime: nodejs24.x
        handler: index.handler
        timeout: 10s
        code: {inline: "exports.handler = async () => ({statusCode: 200})"}
        environment: {ZONE: !Select [0, !Ref Zones]}
      login: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:login"}
    apis:
      store:
        authorizers: {users: {lambda: login}}
        defaultAuth: users
        routes:
          GET /books/{id}: {http: "https://books.example.com/{id}"}
          GET /shelves/{id}: {http: "https://books.example.com", requestParameters: {append:querystring.id: $request.path.id}}
          GET /web: {alb: Listener, vpcLink: link}
      pages: {routes: {ANY /: https://pages.example.com, "ANY /{proxy+}": "https://pages.example.com/{proxy}"}}
    resources:
      Target:
        Type: AWS::ApiGatewayV2::Integration
        Properties:
          ApiId: !Ref apis.store
          IntegrationType: AWS_PROXY
          IntegrationUri: !GetAtt functions.books.Arn
          PayloadFormatVersion: "2.0"
          TimeoutInMillis: 15000
      Books:
        Type: AWS::ApiGatewayV2::Route
        Properties:
          {ApiId: !Ref apis.store, RouteKey: GET /books, AuthorizationType: NONE, Target: !Sub "integrations/${Target}"}
      MayCall:
        Type: AWS::Lambda::Permission
        Properties:
          Action: lambda:InvokeFunction
          FunctionName: !Ref functions.books
          Principal: apigateway.amazonaws.com
          SourceArn: !Sub "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${apis.store}/*/GET/books"
      LinkGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: link, VpcId: vpc-0a1b2c3d4e5f60718}}
      WebGroup:
        Type: AWS::EC2::SecurityGroup
        Properties:
          GroupDescription: web
          VpcId: vpc-0a1b2c3d4e5f60718
          SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref LinkGroup}]
      Balancer:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties:
          Scheme: internal
          Type: application
          Subnets: [subnet-0aa11bb22cc33dd44, subnet-0ee55ff66aa77bb88]
          SecurityGroups: [!Ref WebGroup]
      Listener:
        Type: AWS::ElasticLoadBalancingV2::Listener
        Properties:
          LoadBalancerArn: !Ref Balancer
          Port: 80
          Protocol: HTTP
          DefaultActions:
            - {Type: forward, TargetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/73e2d6bc24d8a067"}

    """

  @Test func theSpecIsRight() { #expect(Compiled(Self.right).shown.map(\.message) == []) }

  @Test(arguments: [
    ("CommaDelimitedList", "commadelimitedlist", "CFN026"),
    ("GET /books/{id}", "GET /books/:id", "ROU025"),
    ("GET /shelves/{id}", "GET /shelves/:id", "ROU025"),
    ("ANY /:", "/ ANY:", "ROU001"),
    ("GET /web", "GET /web/", "ROU008"),
    ("TimeoutInMillis: 15000", "TimeoutInMillis: -1500", "INT007"),
    ("GroupDescription: link, VpcId: vpc-", "GroupDescription: link, VpcId: Vpc-", "REF013"),
    ("main: {id: vpc-", "main: {id: Vpc-", "REF013"),
    ("Port: 80\n", "Port: 80000\n", "CFN028"),
    ("AuthorizationType: NONE", "AuthorizationType: None", "CFN028"),
    ("IntegrationType: AWS_PROXY", "IntegrationType: Aws_proxy", "INT001"),
    ("      ApiId: !Ref apis.store\n", "", "CFN018"),
  ])
  func oneValueIsOneFinding(_ text: String, _ mistake: String, _ id: String) throws {
    let spec = Self.right.replacing(text, with: mistake, maxReplacements: 1)
    try #require(spec != Self.right)
    #expect(Compiled(spec).shown.map(\.id) == [id])
  }

  @Test(arguments: ["!Equals [!Ref Stage]", "!Not [prod, dev]", "prod", "!Not [!Equals [prod]]"])
  func aConditionWithAMistakeIsOneFinding(_ condition: String) {
    let spec = """
      parameters: {Stage: {Type: String}}
      conditions: {IsProd: !Equals [!Ref Stage, prod], IsDev: \(condition), IsAny: !Or [!Condition IsDev, !Condition IsDev]}
      resources:
        One: {Type: AWS::SQS::Queue, Condition: IsProd, Properties: {QueueName: orders}}
        Two: {Type: AWS::SQS::Queue, Condition: IsDev, Properties: {QueueName: orders}}
        Three: {Type: AWS::SQS::Queue, Condition: IsAny, Properties: {QueueName: orders}}
      apis:
        store: {routes: {GET /books: "https://books.example.com"}}
      """
    #expect(Set(Compiled(spec).shown.map(\.id)).isDisjoint(with: ["CFN022"]))
    #expect(Compiled(spec).shown.count == 1, "\(Compiled(spec).shown.map(\.message))")
  }

  @Test(arguments: [("paths", "pahs"), ("servers", "serers")])
  func aMisspelledPartOfADocumentIsOneFinding(_ name: String, _ mistake: String) {
    let spec = """
      resources:
        Pens:
          Type: AWS::ApiGatewayV2::Api
          Properties:
            BasePath: prepend
            Body:
              openapi: 3.0.1
              info: {title: pens, version: "1"}
              servers: [{url: "https://api.example.com/v1"}]
              paths:
                /pens:
                  get:
                    x-amazon-apigateway-integration:
                      type: aws_proxy
                      httpMethod: POST
                      uri: "arn:aws:lambda:eu-west-1:111122223333:function:pens"
                      payloadFormatVersion: "2.0"
        PensStage:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            {ApiId: !Ref Pens, StageName: $default, AutoDeploy: true, RouteSettings: {GET /v1/pens: {ThrottlingRateLimit: 5}}}
        PensPermission:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: "arn:aws:lambda:eu-west-1:111122223333:function:pens"
            Principal: apigateway.amazonaws.com
            SourceArn: !Sub "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Pens}/*/GET/v1/pens"
      """
    #expect(Compiled(spec).shown.filter { $0.severity > .note }.map(\.message) == [])
    let mistaken = Compiled(
      spec.replacing("\(name):\n", with: "\(mistake):\n").replacing("\(name): [", with: "\(mistake): ["))
    #expect(mistaken.shown.filter { $0.severity > .note }.map(\.id) == ["OAS006"])
  }

  @Test func anApiWithoutRoutesIsOneFinding() {
    let spec = """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: {inline: "exports.handler = async () => ({statusCode: 200})"}}
      apis:
        store:
          authorizers: {users: {jwt: {issuer: "https://login.example.com/", audience: web}}}
          routes: {}
      """
    #expect(Compiled(spec).shown.map(\.id) == ["API015"])
  }
}
