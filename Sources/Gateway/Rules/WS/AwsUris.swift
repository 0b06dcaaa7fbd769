import CloudFormation
import SpecReading
import YAMLTree

extension Rule {
  /// What calls an action of a service.
  static let awsUri = Rule(
    id: "WS030",
    severity: .error,
    summary: "an `aws` target of a WebSocket API that is no URI of an action",
    why: """
      A WebSocket API calls any action of any service by its URI: `SERVICE:action/NAME`, `SERVICE:path/PATH`, or the whole
      of it (`arn:aws:apigateway:REGION:…`). The names that HTTP APIs have for some actions mean nothing to it.
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
    check: { spec, report in
      spec.forEachMessageTarget { answering in
        guard case .aws(let target) = answering.target,
          let text = AwsUri.beginning(of: spec.values.value(target.name)), !AwsUri.isShort(text),
          !text.hasPrefix("arn:"), !text.hasPrefix("$")
        else { return }
        report.report(
          at: target.name.mark, "\(Reader.quoted(text)) is no URI of an action",
          help: help(text))
      }
    })

  private static func help(_ text: String) -> String {
    let services = Services.current
    if let subtype = services.subtype(text), let uri = services.owner(of: subtype)?.uri(of: subtype) {
      return "write `\(uri)`"
    }
    return "write `SERVICE:action/NAME` or `SERVICE:path/PATH`, such as `dynamodb:action/PutItem`"
  }

  /// Who calls it.
  static let awsNeedsRole = Rule(
    id: "WS031",
    severity: .warning,
    summary: "an `aws` target of a WebSocket API that is called without a role",
    why:
      "Services do what they are asked by somebody who may. Without a role API Gateway may do nothing, and every message fails.",
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
    check: { spec, report in
      spec.forEachMessageTarget { answering in
        guard case .aws(let target) = answering.target, target.allow.isEmpty, target.options.credentials == nil else {
          return
        }
        // A function says itself who may call it.
        let text = AwsUri.beginning(of: spec.values.value(target.name)) ?? ""
        if text.hasPrefix("lambda:path/") || text.mentions(":lambda:path/") { return }
        report.report(
          at: answering.mark, "API Gateway may not do this",
          help: "write `allow: {ACTION: RESOURCE}`, which makes the role, or `credentials`")
      }
    })

  /// Rights in the form of IAM.
  static let rightsOfAws = Rule(
    id: "WS032",
    severity: .error,
    summary: "`allow` that is no action on an ARN, or that stands beside `credentials`",
    why: """
      `allow` makes a role with these rights: actions as IAM has them (`sqs:SendMessage`), each on the ARN of what it is
      for, or on one of `resources` by its logical id. A role that exists has rights of its own.
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
    check: { spec, report in
      var seen: Set<Mark> = []
      spec.forEachMessageTarget { answering in
        guard case .aws(let target) = answering.target else { return }
        if let first = target.allow.first, let credentials = target.options.credentials {
          report.report(
            at: credentials.mark, "`credentials` is a role that exists, and `allow` makes one",
            related: [.init(message: "what makes one", mark: first.mark)], help: "leave out one of the two")
        }
        for right in target.allow where seen.insert(right.mark).inserted {
          if right.name != "*", !right.name.contains(":") {
            report.report(
              at: right.mark, "\(Reader.quoted(right.name)) is no action",
              help: "write `SERVICE:ACTION`, such as `sqs:SendMessage`")
          }
          for resource in right.value.items {
            guard let text = resource.literal, text != "*", !text.hasPrefix("arn:"),
              spec.names.resourceTypes[text] == nil
            else { continue }
            report.report(
              at: resource.mark, "\(Reader.quoted(text)) is no ARN, and none of `resources`",
              help: Suggestion.nearest(to: text, among: spec.names.resourceTypes.keys.sorted()).map {
                "did you mean `\($0)`?"
              }
                ?? "give its ARN")
          }
        }
      }
    })
}
