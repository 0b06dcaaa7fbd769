import Diagnostics
import Support
import Testing

/// A reference to something unknown, or a resource of an unknown type, gives one finding.
@Suite struct UnknownValueTests {
  private static let right = """
    parameters:
      Size: {Type: String, Default: small, AllowedValues: [small, large]}
    vpcs:
      main: {id: vpc-0a1b2c3d4e5f60718, privateSubnets: [subnet-0aa11bb22cc33dd44, subnet-0ee55ff66aa77bb88]}
    functions:
      books: {runtime: nodejs24.x, handler: index.handler, code: {inline: "exports.handler = async () => ({})"}}
      worker:
        runtime: nodejs24.x
        handler: index.handler
        code: {inline: "exports.handler = async () => ({})"}
        policies: [{SQSPollerPolicy: {QueueName: Orders}}]
    loadBalancers:
      web:
        type: network
        vpc: main
        securityGroups: Open
        listeners: {http: {port: 80, forward: {ips: [10.0.0.1], port: 80, protocol: TCP}}}
      app: {type: application, vpc: main, listeners: {http: {port: 80, forward: {ips: [10.0.0.1], port: 80}}}}
      old:
        type: network
        vpc: main
        arn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/old/50dc6c495c0c9188
        securityGroups: sg-0fedcba9876543210
        listeners: {http: {port: 81, forward: {ips: [10.0.0.1], port: 80, protocol: TCP}}}
    apis:
      store:
        variables: {host: books.example.com, size: !Ref Size}
        routes:
          GET /books: {lambda: books}
          GET /web: {nlb: web.http}
          GET /old: {nlb: old.http}
          GET /hosts: "https://${stageVariables.host}/a"
          POST /orders: {sqs: Orders}
          POST /work: {stepFunctions: Work, parameters: {Input: $request.body}}
    resources:
      Open: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: web, VpcId: !Ref vpcs.main}}
      Orders: {Type: AWS::SQS::Queue, DependsOn: Open}
      Work:
        Type: AWS::StepFunctions::StateMachine
        Properties: {RoleArn: !GetAtt Worker.Arn, Definition: {StartAt: Done, States: {Done: {Type: Succeed}}}}
      Worker:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: "sts:AssumeRole"}]
    outputs:
      Worker: {Value: !Ref functions.worker}
      Group: {Value: !GetAtt loadBalancers.app.securityGroup.GroupId}

    """

  @Test func theSpecIsRight() {
    let shown = Compiled(Self.right).shown.filter { $0.severity == .error }
    #expect(shown.isEmpty, "\(shown.map(\.message))")
  }

  @Test(arguments: [
    ("{lambda: books}", "{lambda: !Ref Zzz}", "REF001"), ("{lambda: books}", "{lambda: {Ref: Zzz}}", "REF001"),
    ("{lambda: books}", "{lambda: {\"Fn::GetAtt\": [Zzz, Arn]}}", "REF001"),
    ("{sqs: Orders}", "{sqs: !Ref Zzz}", "REF001"), ("stepFunctions: Work", "stepFunctions: !Ref Zzz", "REF001"),
    ("vpc: main\n    securityGroups: Open", "vpc: !Ref Zzz\n    securityGroups: Open", "REF001"),
    ("application, vpc: main", "application, vpc: zzz", "REF001"), ("Type: String", "Type: !Ref Zzz", "CFN006"),
    ("AllowedValues: [small, large]", "AllowedValues: [[small], large]", "CFN026"),
    ("Type: AWS::SQS::Queue", "Type: !Ref Zzz", "CFN006"), ("Type: AWS::SQS::Queue", "Type: []", "CFN026"),
    ("Type: AWS::SQS::Queue", "Type: Queue", "CFN026"), ("Type: AWS::SQS::Queue", "Type: \"\"", "CFN026"),
    ("Type: AWS::SQS::Queue", "Type: null", "SPEC006"), ("DependsOn: Open", "DependsOn: {value: Open}", "CFN026"),
    ("id: vpc-0a1b2c3d4e5f60718", "id: {}", "SPEC003"), ("id: vpc-0a1b2c3d4e5f60718", "id: a b", "REF013"),
    (
      "arn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/old/50dc6c495c0c9188", "arn: []",
      "SPEC003"
    ),
    ("{host: books.example.com", "{host: \"\"", "STG021"), ("Effect: Allow", "Effect: allow", "LAM034"),
    ("QueueName: Orders", "QueueName: [Orders]", "SPEC003"),
    ("GroupDescription: web", "GroupDescription: !If [null, a, b]", "SPEC006"),
  ])
  func oneMistakeGivesOneFinding(_ text: String, _ mistake: String, _ id: String) {
    #expect(Self.right.contains(text))
    let spec = Compiled(Self.right.replacing(text, with: mistake, maxReplacements: 1))
    let shown = spec.shown.filter { $0.severity == .error }
    #expect(shown.map(\.id) == [id], "\(shown.map(\.message))")
  }
}
