import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A function's role and its trust policy.
  static let functionRoleTrust = Rule(
    id: "LAM013",
    severity: .error,
    summary: "execution role that Lambda cannot assume",
    why: """
      A function runs with its execution role, whose trust policy must allow Lambda to assume it. Otherwise Lambda rejects the
      function: "The role defined for the function cannot be assumed by Lambda."
      """,
    source: "Lambda's page on execution roles; found by deployments (cdk-preflight)",
    example: """
      resources:
        Worker:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - {Effect: Allow, Principal: {Service: ⟪ecs-tasks → lambda⟫.amazonaws.com}, Action: sts:AssumeRole}
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books, role: ⟦Worker⟧}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      var seen: [String: RoleReading] = [:]
      var untrusted: Set<String> = []
      for function in model.functions {
        guard let given = function["Role"] else { continue }
        for (given, text) in given.choices where text.hasPrefix("arn:") {
          let arn = Arn(text)
          if arn.service != "iam" || !arn.resource.hasPrefix("role/") {
            report.report(at: given, "\(Reader.quoted(text)) is not the ARN of a role", help: roleForm)
          }
        }
        for (given, arn) in given.openArns where !arn.mayBe("iam", "role/") {
          report.report(at: given, "this is not the ARN of a role", help: roleForm)
        }
        // That of the language trusts Lambda, unless its author changes it.
        guard let id = given.target, given.isWritten || model.resource(id)?.isWritten ?? false,
          let role = seen[id] ?? RoleReading(id, in: model)
        else { continue }
        seen[id] = role
        if role.mayTrust("lambda.amazonaws.com") || !untrusted.insert(id).inserted { continue }
        let policy = model.resource(id)?["AssumeRolePolicyDocument"]?["Statement"]
        report.report(
          at: given.isWritten ? given : policy ?? given,
          "Lambda cannot assume the role `\(id)`: its trust policy does not name Lambda",
          related: [Related(message: "the role", mark: role.mark)],
          help: "add `lambda.amazonaws.com` as a `Service` to its `AssumeRolePolicyDocument`")
      }
    })

  private static let roleForm = "it has the form `arn:aws:iam::111122223333:role/NAME`"
}

extension Rule {
  /// Roles of other services, and what they need.
  static let serviceRoleOfResource = Rule(
    id: "LAM036",
    severity: .error,
    premise: .spec,
    summary: "role that its service cannot assume, or without the rights that it is checked for",
    why: """
      A service assumes the role that it is given, so that the role's trust policy must name it. AWS checks this when the resource is
      created, and also the rights of a function in a VPC ("The provided execution role does not have permissions to call
      CreateNetworkInterface on EC2"), of one that reads a queue or a stream ("The function execution role does not have permissions
      to call ReceiveMessage on SQS") and of the account's log role ("The role ARN does not have required permissions configured").
      """,
    source: """
      Lambda's pages on functions in a VPC and on event source mappings; API Gateway's page on logging; Step Functions' page \
      on roles; public reports of the messages (serverless#1966, aws-sam-cli#617, rain#163)
      """,
    example: """
      resources:
        Machine:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: ⟦!GetAtt Worker.Arn⟧
            Definition: {StartAt: Done, States: {Done: {Type: Succeed}}}
        Worker:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - {Effect: Allow, Principal: {Service: ⟪lambda → states⟫.amazonaws.com}, Action: sts:AssumeRole}
      apis:
        store:
          routes:
            POST /orders: {stepFunctions: Machine}
      """,
    check: { model, report in
      var untrusted: Set<String> = []
      for (type, path, service) in serviceRoles {
        for resource in model.resources(type) {
          resource.forEach(path) { given in
            guard given.isWritten, let id = given.target, let role = model.role(given) else { return }
            let related = [Related(message: "the role", mark: role.mark)]
            if !role.mayTrust(service) {
              // The trust policy is one mistake, whatever has the role.
              if !untrusted.insert("\(id) \(service)").inserted { return }
              report.report(
                at: given, "the role `\(id)` cannot be assumed by `\(service)`, which its trust policy does not name",
                related: related, help: "add `\(service)` as a `Service` to its `AssumeRolePolicyDocument`")
            } else if type == ResourceType.account.name, !role.mayAllow("logs:PutLogEvents") {
              report.report(
                at: given, "the role `\(id)` has no right to write logs", related: related,
                help: "add the managed policy `service-role/AmazonAPIGatewayPushToCloudWatchLogs` to it")
            }
          }
        }
      }
      for function in model.functions {
        guard let given = function["Role"], given.isWritten, let id = given.target,
          let network = function["VpcConfig"], !network.isFunction, network["SubnetIds"] != nil,
          let role = model.role(given), !role.mayAllow("ec2:CreateNetworkInterface")
        else { continue }
        report.report(
          at: given, "the role `\(id)` has no right to create the network interfaces of a function in a VPC",
          related: [Related(message: "the role", mark: role.mark)],
          help: "add the managed policy `service-role/AWSLambdaVPCAccessExecutionRole` to it")
      }
      for mapping in model.resources("AWS::Lambda::EventSourceMapping") { checkReader(mapping, model, &report) }
    })

  /// The rights that Lambda reads events with are those of the function.
  private static func checkReader(_ mapping: Model.Resource, _ model: Model, _ report: inout Report) {
    // Only by `!GetAtt`: a rule of its own reports `!Ref`.
    guard let source = mapping["EventSourceArn"], case .getAtt(let id, _) = source.value,
      let type = model.resource(id)?.type,
      let (_, action, policy) = readers.first(where: { $0.type == type }),
      let function = model.resource(mapping["FunctionName"], of: "AWS::Lambda::Function"),
      let role = model.role(function["Role"]), !role.mayAllow(action)
    else { return }
    report.report(
      at: source, "the role of the function `\(function.name)` has no right to `\(action)`",
      related: [Related(message: "the function", mark: function.mark)],
      help: function.isRaw
        ? "add the managed policy `service-role/\(policy)` to it" : "add `policies: \(policy)` to the function")
  }

  /// The types that Lambda reads from, what it checks first, and AWS's policy for it.
  private static let readers: [(type: String, action: String, policy: String)] = [
    ("AWS::SQS::Queue", "sqs:ReceiveMessage", "AWSLambdaSQSQueueExecutionRole"),
    ("AWS::Kinesis::Stream", "kinesis:GetRecords", "AWSLambdaKinesisExecutionRole"),
    ("AWS::DynamoDB::Table", "dynamodb:GetRecords", "AWSLambdaDynamoDBExecutionRole"),
  ]

  /// Properties with the role of a service; functions have a rule of their own for the trust policy.
  private static let serviceRoles = [
    ("AWS::ApiGateway::Account", "CloudWatchRoleArn", Permission.principal),
    ("AWS::ECS::TaskDefinition", "ExecutionRoleArn", "ecs-tasks.amazonaws.com"),
    ("AWS::ECS::TaskDefinition", "TaskRoleArn", "ecs-tasks.amazonaws.com"),
    ("AWS::Events::Rule", "Targets.*.RoleArn", "events.amazonaws.com"),
    ("AWS::Pipes::Pipe", "RoleArn", "pipes.amazonaws.com"),
    ("AWS::Scheduler::Schedule", "Target.RoleArn", "scheduler.amazonaws.com"),
    ("AWS::StepFunctions::StateMachine", "RoleArn", "states.amazonaws.com"),
  ]
}
