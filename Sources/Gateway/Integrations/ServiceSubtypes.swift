/// An action of a service that an HTTP API calls by itself, without a function.
struct ServiceSubtype: Sendable {
  /// AWS's name of it.
  let name: String
  /// The IAM action that its role needs.
  let action: String
  /// What stands for the target, and is filled in by the key that names it.
  let target: [String]
  /// Parameters that must be there.
  let required: [String]
  /// Parameters that may be left out, besides `Region`.
  let optional: [String]
  /// What a parameter gets where nothing is said of it.
  let defaults: [String: String]

  init(
    _ name: String, _ action: String, target: [String], required: [String], optional: [String] = [],
    defaults: [String: String] = [:]
  ) {
    (self.name, self.action, self.target) = (name, action, target)
    (self.required, self.optional, self.defaults) = (required, optional, defaults)
  }

  /// Every parameter that it takes, in the order in which they are written.
  var parameters: [String] { required + optional + ["Region"] }

  /// The action of a name.
  static func named(_ name: String) -> ServiceSubtype? { all.first { $0.name == name } }
}

extension ServiceSubtype {
  /// The actions of HTTP APIs.
  ///
  /// Source: API Gateway's reference of integration subtypes, which has these ten, as of 2026-11-22; the IAM actions
  /// from the Service Authorization Reference; the defaults from the language page.
  static let all: [ServiceSubtype] = [
    ServiceSubtype(
      "EventBridge-PutEvents", "events:PutEvents", target: ["EventBusName"],
      required: ["Detail", "DetailType", "Source"], optional: ["Time", "EventBusName", "Resources", "TraceHeader"],
      defaults: [
        "Detail": "$request.body.Detail", "DetailType": "$request.body.DetailType", "Source": "$request.body.Source",
      ]),
    ServiceSubtype(
      "SQS-SendMessage", "sqs:SendMessage", target: ["QueueUrl"], required: ["QueueUrl", "MessageBody"],
      optional: [
        "DelaySeconds", "MessageAttributes", "MessageDeduplicationId", "MessageGroupId", "MessageSystemAttributes",
      ],
      defaults: ["MessageBody": "$request.body.MessageBody"]),
    ServiceSubtype(
      "SQS-ReceiveMessage", "sqs:ReceiveMessage", target: ["QueueUrl"], required: ["QueueUrl"],
      optional: [
        "AttributeNames", "MaxNumberOfMessages", "MessageAttributeNames", "ReceiveRequestAttemptId",
        "VisibilityTimeout", "WaitTimeSeconds",
      ]),
    ServiceSubtype(
      "SQS-DeleteMessage", "sqs:DeleteMessage", target: ["QueueUrl"], required: ["QueueUrl", "ReceiptHandle"],
      defaults: ["ReceiptHandle": "$request.body.ReceiptHandle"]),
    ServiceSubtype("SQS-PurgeQueue", "sqs:PurgeQueue", target: ["QueueUrl"], required: ["QueueUrl"]),
    ServiceSubtype(
      "AppConfig-GetConfiguration", "appconfig:GetConfiguration",
      target: ["Application", "Environment", "Configuration"],
      required: ["Application", "Environment", "Configuration", "ClientId"], optional: ["ClientConfigurationVersion"],
      defaults: ["ClientId": "$context.requestId"]),
    ServiceSubtype(
      "Kinesis-PutRecord", "kinesis:PutRecord", target: ["StreamName"],
      required: ["StreamName", "Data", "PartitionKey"], optional: ["SequenceNumberForOrdering", "ExplicitHashKey"],
      defaults: ["Data": "$request.body", "PartitionKey": "$context.requestId"]),
    ServiceSubtype(
      "StepFunctions-StartExecution", "states:StartExecution", target: ["StateMachineArn"],
      required: ["StateMachineArn"], optional: ["Name", "Input"]),
    ServiceSubtype(
      "StepFunctions-StartSyncExecution", "states:StartSyncExecution", target: ["StateMachineArn"],
      required: ["StateMachineArn"], optional: ["Name", "Input", "TraceHeader"]),
    ServiceSubtype(
      "StepFunctions-StopExecution", "states:StopExecution", target: [], required: ["ExecutionArn"],
      optional: ["Cause", "Error"]),
  ]
}
