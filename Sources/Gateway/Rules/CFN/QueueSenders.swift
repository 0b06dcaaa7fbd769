import CloudFormation
import Diagnostics

/// Services that send to queues and topics of the stack.
extension Rule {
  static let senderWithoutPermission = Rule(
    id: "CFN042",
    severity: .warning,
    premise: .spec,
    summary: "service sends to a queue or topic without permission",
    why: """
      SNS and EventBridge send to a queue, and EventBridge to a topic, only if its resource-based policy allows it. Without one the
      stack is created, and messages and events are lost. The same holds for dead-letter queues.
      """,
    source: """
      SNS's pages on subscriptions of queues and on dead-letter queues; EventBridge's pages on resource-based policies and on \
      dead-letter queues
      """,
    example: """
      functions:
        ship: {runtime: nodejs24.x, handler: index.handler, code: src/ship, policies: AWSLambdaSQSQueueExecutionRole}
      resources:
        Orders: {Type: AWS::SNS::Topic}
        Waiting: {Type: AWS::SQS::Queue}
        Subscription:
          Type: AWS::SNS::Subscription
          Properties: {TopicArn: !Ref Orders, Protocol: sqs, Endpoint: ⟦!GetAtt Waiting.Arn⟧}
        ⟪→
        MaySend:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [!Ref Waiting]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                Effect: Allow
                Principal: {Service: sns.amazonaws.com}
                Action: sqs:SendMessage
                Resource: !GetAtt Waiting.Arn
                Condition: {ArnEquals: {"aws:SourceArn": !Ref Orders}}
        ⟫
      apis:
        store:
          routes:
            POST /ship: ship
      """,
    check: { model, report in report.reportSenders(Sender.unchecked, in: model) })

  static let checkedSenderWithoutPermission = Rule(
    id: "CFN043",
    severity: .error,
    premise: .spec,
    summary: "bucket that may not send to its queue or topic",
    why: """
      S3 checks that it may send to a queue or a topic when the notification is created: "Unable to validate the following destination
      configurations". A policy that depends on the bucket, or that is created in parallel, comes too late.
      """,
    source:
      "S3's page on notifications to queues and topics; public reports of the message (serverless#10247, aws-cdk#20127)",
    example: """
      functions:
        resize: {runtime: nodejs24.x, handler: index.handler, code: src/resize, policies: AWSLambdaSQSQueueExecutionRole}
      resources:
        Waiting: {Type: AWS::SQS::Queue}
        Uploads:
          Type: AWS::S3::Bucket
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain
          ⟪→
          DependsOn: MaySend
          ⟫
          Properties:
            NotificationConfiguration:
              QueueConfigurations: [{Event: "s3:ObjectCreated:*", Queue: ⟦!GetAtt Waiting.Arn⟧}]
        MaySend:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [!Ref Waiting]
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                Effect: Allow
                Principal: {Service: s3.amazonaws.com}
                Action: sqs:SendMessage
                Resource: !GetAtt Waiting.Arn
                Condition: {StringEquals: {"aws:SourceAccount": !Ref AWS::AccountId}}
      apis:
        store:
          routes:
            POST /resize: resize
      """,
    check: { model, report in report.reportSenders(Sender.checked, isChecked: true, in: model) })
}

/// A service that sends to the queues and topics that a property of its resources names.
private struct Sender {
  let type: String
  /// The paths of their ARNs.
  let paths: [String]
  /// `sns` of `sns.amazonaws.com`.
  let service: String
  /// Whether topics allow it by their default policy.
  let mayUseTopics: Bool

  static let unchecked = [
    Sender(
      type: "AWS::SNS::Subscription", paths: ["Endpoint", "RedrivePolicy.deadLetterTargetArn"], service: "sns",
      mayUseTopics: true),
    Sender(type: "AWS::SNS::Topic", paths: ["Subscription.*.Endpoint"], service: "sns", mayUseTopics: true),
    Sender(type: "AWS::Events::Rule", paths: ["Targets.*"], service: "events", mayUseTopics: false),
  ]
  static let checked = [
    Sender(
      type: "AWS::S3::Bucket",
      paths: [
        "NotificationConfiguration.QueueConfigurations.*.Queue",
        "NotificationConfiguration.TopicConfigurations.*.Topic",
      ], service: "s3", mayUseTopics: false)
  ]

  /// The queues and topics that a resource names. A target with a role is called by its rights, and so may be its
  /// dead-letter queue.
  func destinations(of resource: Model.Resource) -> [Model.Property] {
    var found: [Model.Property] = []
    if resource["RoleArn"] != nil { return found }
    for path in paths {
      resource.forEach(path) { given in
        if given["RoleArn"] != nil { return }
        found.append(given["Arn"] ?? given)
        if let queue = given["DeadLetterConfig"]?["Arn"] { found.append(queue) }
      }
    }
    return found
  }
}

extension Rule.Report {
  /// Reports queues and topics that services may not send to, and policies that come too late for those that check them.
  fileprivate mutating func reportSenders(_ senders: [Sender], isChecked: Bool = false, in model: Model) {
    guard !model.hasUnseenResources, !model.spec.hasConnectors,
      senders.contains(where: { !model.resources($0.type).isEmpty })
    else { return }
    let policies = model.policiesOfQueuesAndTopics()
    for sender in senders {
      for resource in model.resources(sender.type) {
        lazy var before = model.createdBefore(resource)
        for property in sender.destinations(of: resource) {
          guard let target = model.resource(property),
            target.type == "AWS::SQS::Queue" || target.type == "AWS::SNS::Topic" && !sender.mayUseTopics
          else { continue }
          let action = target.type == "AWS::SQS::Queue" ? "sqs:SendMessage" : "sns:Publish"
          let own = (target.type == "AWS::SQS::Queue" ? policies.queues : policies.topics).all(for: target.id)
            .filter { PolicyDocument($0["PolicyDocument"]?.value).mayAllow(action, to: sender.service) }
          if !own.isEmpty {
            if isChecked, !own.contains(where: { before.contains($0.id) }) {
              reportOrder(of: resource, property, after: own, in: model)
            }
            continue
          }
          let type = target.type == "AWS::SQS::Queue" ? "AWS::SQS::QueuePolicy" : "AWS::SNS::TopicPolicy"
          report(
            at: property, "`\(sender.service).amazonaws.com` may not send to `\(target.name)`",
            related: [Related(message: "it is defined here", mark: target.mark)],
            help: "add an `\(type)` that allows it `\(action)`")
        }
      }
    }
  }

  private mutating func reportOrder(
    of resource: Model.Resource, _ property: Model.Property, after policies: [Model.Resource], in model: Model
  ) {
    let isLater = model.createdBefore(policies[0]).contains(resource.id)
    report(
      at: property,
      "`\(resource.name)` \(isLater ? "is" : "may be") created before the policy that allows it to send here",
      related: [Related(message: "the policy", mark: policies[0].mark)],
      help: isLater
        ? "write the ARN in the policy without a reference, or use `aws:SourceAccount`, and name the policy in `DependsOn`"
        : "add `DependsOn: \(policies[0].id)` to the bucket")
  }
}

extension Model {
  fileprivate func policiesOfQueuesAndTopics() -> (queues: GrantsByTarget, topics: GrantsByTarget) {
    (
      policies(
        of: "AWS::SQS::Queue", [("AWS::SQS::QueuePolicy", "Queues"), ("AWS::SQS::QueueInlinePolicy", "Queue")]),
      policies(
        of: "AWS::SNS::Topic", [("AWS::SNS::TopicPolicy", "Topics"), ("AWS::SNS::TopicInlinePolicy", "TopicArn")])
    )
  }

  /// `policies` are types and their property that names what they are for.
  private func policies(of type: String, _ policies: [(type: String, property: String)]) -> GrantsByTarget {
    var grants = GrantsByTarget()
    for (policyType, property) in policies {
      for policy in resources(policyType) {
        guard let named = policy[property], !named.isFunction || named.target != nil else {
          grants.add(policy, for: nil)
          continue
        }
        for one in named.items ?? [named] {
          grants.add(policy, for: one.target.flatMap { resource($0)?.type == type ? $0 : nil })
        }
      }
    }
    return grants
  }
}
