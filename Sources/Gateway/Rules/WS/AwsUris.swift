import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  static let awsUri = Rule(
    id: "WS030",
    severity: .error,
    summary: "invalid URI of an AWS service action",
    why: """
      A WebSocket API calls an action of a service by a URI, `arn:aws:apigateway:REGION:SERVICE:action/NAME` or
      `…:path/PATH`; in an `aws` target the part before the service can be left out. AWS rejects the action names of HTTP
      APIs.
      """,
    source: "API Gateway's API reference: the URI of integrations",
    example: """
      apis:
        chat:
          type: websocket
          routes:
            $default:
              aws: ⟦SQS-SendMessage → sqs:path/111122223333/jobs⟧
              allow: {sqs:SendMessage: "arn:aws:sqs:eu-west-1:111122223333:jobs"}
          stage: live
      """,
    check: { model, report in
      for integration in model.apis.messageIntegrations where integration.type == "AWS" {
        guard let property = integration["IntegrationUri"] else { continue }
        for branch in property.branches {
          let texts = branch.texts.isEmpty ? [branch.value.spelled].compactMap(\.self) : branch.texts
          guard let text = texts.first(where: { !AwsUri.mayBeWhole($0) }) else { continue }
          report.report(
            at: branch, "\(Reader.quoted(text)) is not a valid URI of an action",
            help: branch.resource.isRaw
              ? "use `!Sub \"arn:${AWS::Partition}:apigateway:${AWS::Region}:SERVICE:action/NAME\"`" : help(text))
        }
      }
    })

  private static func help(_ text: String) -> String {
    let services = Services.current
    if let subtype = services.subtype(text), let uri = services.owner(of: subtype)?.uri(of: subtype) {
      return "use `\(uri)`"
    }
    return "use `SERVICE:action/NAME` or `SERVICE:path/PATH`, such as `dynamodb:action/PutItem`"
  }

  static let awsNeedsRole = Rule(
    id: "WS031",
    severity: .warning,
    summary: "AWS service action without a role",
    why: """
      API Gateway calls an action of a service with an execution role. Without one it does not have any permissions, and
      every message fails with "Internal server error".
      """,
    source: "API Gateway's page on integration requests of WebSocket APIs",
    example: """
      apis:
        chat:
          type: websocket
          routes:
            ⟪
            $default: {aws: ⟦sqs:path/111122223333/jobs⟧}
            →
            $default:
              aws: sqs:path/111122223333/jobs
              allow: {sqs:SendMessage: "arn:aws:sqs:eu-west-1:111122223333:jobs"}
            ⟫
          stage: live
      """,
    check: { model, report in
      for integration in model.apis.messageIntegrations where integration.type == "AWS" {
        // A function's own policy allows calls.
        guard integration.resource.lacks("CredentialsArn"), let uri = integration.uri, AwsUri.mayBeWhole(uri),
          !uri.mentions(":lambda:path/")
        else { continue }
        report.report(
          at: integration.mark, "API Gateway does not have a role to call this action with",
          help: integration.resource.isRaw
            ? "set `CredentialsArn`" : "add `allow: {ACTION: RESOURCE}`, which creates the role, or `credentials`")
      }
    })

  static let rightsOfAws = Rule(
    id: "WS032",
    severity: .error,
    premise: .name,
    summary: "invalid `allow`",
    why: """
      `allow` creates a role with these permissions: IAM actions (`sqs:SendMessage`), each on an ARN or on one of
      `resources` by its logical ID. A role in `credentials` exists already and has its own permissions.
      """,
    source: "IAM's page on policy elements",
    example: """
      ⟪→
      resources:
        Jobs: {Type: AWS::SQS::Queue}
      ⟫
      apis:
        chat:
          type: websocket
          routes:
            $default:
              aws: ⟪sqs:path/111122223333/jobs → !Sub sqs:path/${AWS::AccountId}/${Jobs.QueueName}⟫
              allow: {sqs:SendMessage: ⟦jobs → Jobs⟧}
          stage: live
      """,
    check: { model, report in
      for case .aws(let target) in model.apis.messageIntegrations.map(\.target) {
        if let first = target.allow.first, let credentials = target.options.credentials {
          report.report(
            at: credentials.mark, "`credentials` has no effect beside `allow`, which creates a role",
            related: [.init(message: "what creates the role", mark: first.mark)], help: "leave out one of the two")
        }
        for right in target.allow {
          if right.name != "*", !right.name.contains(":") {
            report.report(
              at: right.mark, "\(Reader.quoted(right.name)) is not a valid action",
              help: "use `SERVICE:ACTION`, such as `sqs:SendMessage`")
          }
          let types = model.names.resourceTypes
          for resource in right.value.items {
            guard let text = resource.literal, text != "*", !text.hasPrefix("arn:"), types[text] == nil else {
              continue
            }
            report.report(
              at: resource.mark, "\(Reader.quoted(text)) is neither an ARN nor a logical ID of `resources`",
              help: Suggestion.help(for: text, among: types.keys.sorted(), or: "use its ARN"))
          }
        }
      }
    })
}
