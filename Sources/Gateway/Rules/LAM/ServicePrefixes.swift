import SpecReading

extension Rule {
  /// Actions with the name of a service that is not its prefix in policies, and unknown ones of calls of an API.
  static let servicePrefix = Rule(
    id: "LAM033",
    severity: .warning,
    summary:
      "action in policies that is unknown, has the name of a service instead of its prefix, or is for other resources",
    why: """
      Policies name some services in other words than the console and the SDKs: the actions of EventBridge begin with `events:`,
      those of Step Functions with `states:`. Calls of an API are allowed by `execute-api:Invoke`, `execute-api:ManageConnections` and
      `execute-api:InvalidateCache`. Some operations of APIs are not actions: `s3:GetObject` allows `HeadObject`. IAM accepts other
      prefixes and names, but they allow nothing, and the call fails with AccessDenied. So do actions of one service for the
      resources of another one.
      """,
    source:
      "Service Authorization Reference (service prefixes; actions); botocore (names and signing names of services)",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          policies: {allow: ⟦⟪eventbridge → events⟫:PutEvents⟧, on: "arn:aws:events:eu-west-1:111122223333:event-bus/books"}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      model.forEachPolicyDocument { document, use in
        for statement in document["Statement"]?.list ?? [] {
          let actions = (statement["Action"]?.list ?? []).compactMap { $0.text?.lowercased() }
          for action in ["Action", "NotAction"].flatMap({ statement[$0]?.list ?? [] }) {
            if let flaw = flaw(of: action, besides: actions) { report.report(flaw, at: action) }
          }
          guard use == .identity else { continue }
          for (action, message, help) in ActionsOfOthers.all(in: statement, model) {
            report.report(at: action, message, help: help)
          }
        }
      }
      // One for calls of an API has a rule of its own.
      for permission in model.permissions where permission["Principal"]?.text != Permission.principal {
        guard let action = permission["Action"], let flaw = flaw(of: action, besides: []) else { continue }
        report.report(flaw, at: action)
      }
    })

  private static func flaw(of action: Model.Property, besides others: [String]) -> Flaw? {
    guard action.isWritten, let text = action.text, let end = text.firstIndex(of: ":") else { return nil }
    let given = text[..<end].lowercased()
    let meant = prefixes[given]
    let name = text[end...].dropFirst()
    if given == "execute-api" {
      if calls.contains(where: { WildcardText.overlap(call: $0.lowercased(), allowed: name.lowercased()) }) {
        return nil
      }
      return (
        "`execute-api` has no action \(Reader.quoted(String(name)))",
        Suggestion.nearest(to: String(name), among: calls).map { "write `execute-api:\($0)`" }
          ?? "write `execute-api:Invoke` for calls of an API, or `execute-api:ManageConnections` for `@connections`"
      )
    }
    if meant ?? given == "apigateway", calls.contains(where: { $0.lowercased() == name.lowercased() }) {
      return (
        "\(Reader.quoted(String(text[..<end]))) is not the prefix of this action", "write `execute-api\(text[end...])`"
      )
    }
    if let prefix = meant {
      return (
        "\(Reader.quoted(String(text[..<end]))) is not a prefix of actions", "write `\(prefix)\(text[end...])`"
      )
    }
    return ActionNames.intended(prefix: given, name: String(name), besides: others).map {
      ("`\(given)` has no action \(Reader.quoted(String(name)))", "write `\($0)`")
    }
  }

  /// The actions of calls of an API: `apigateway` is the prefix of those that change APIs.
  private static let calls = ["Invoke", "ManageConnections", "InvalidateCache"]

  /// The prefixes of services in policies, by other names of the services.
  private static let prefixes = [
    "api-gateway": "apigateway", "apigatewaymanagementapi": "execute-api", "apigatewayv2": "apigateway",
    "bedrock-agent": "bedrock", "bedrock-agent-runtime": "bedrock", "bedrock-runtime": "bedrock",
    "cloudcontrol": "cloudformation", "cloudmap": "servicediscovery", "cloudwatch-logs": "logs",
    "cloudwatchlogs": "logs", "cognito": "cognito-idp", "docdb": "rds", "dynamo": "dynamodb",
    "dynamo-db": "dynamodb", "dynamodbstreams": "dynamodb", "efs": "elasticfilesystem",
    "elb": "elasticloadbalancing", "elbv2": "elasticloadbalancing", "emr": "elasticmapreduce", "event": "events",
    "event-bridge": "events", "eventbridge": "events", "iot-data": "iot", "kinesis-firehose": "firehose",
    "lex-runtime": "lex", "lexv2-runtime": "lex", "location": "geo", "log": "logs", "opensearchserverless": "aoss",
    "parameter-store": "ssm", "parameterstore": "ssm", "personalize-runtime": "personalize",
    "pinpoint": "mobiletargeting", "resourcegroupstaggingapi": "tag", "s3control": "s3",
    "sagemaker-runtime": "sagemaker", "secretmanager": "secretsmanager", "secrets-manager": "secretsmanager",
    "sesv2": "ses", "state": "states", "step-functions": "states", "stepfunctions": "states",
    "systems-manager": "ssm", "systemsmanager": "ssm", "timestream-query": "timestream",
    "timestream-write": "timestream",
  ]
}
