import CloudFormation
import SpecReading

extension AwsService {
  /// Sends messages to a queue or receives them. SQS encrypts with the permissions of the caller: without them, an
  /// encrypted queue rejects every message (source: developer guide, key management).
  static let sqs = AwsService(
    "sqs", "Queue: a logical ID in `resources`, a name, a URL or an ARN.", address: QueueAddress.self,
    of: [.queue], sample: "QUEUE", uri: .path("sqs:path/ACCOUNT/QUEUE"),
    actions: [
      ServiceSubtype(
        "SQS-SendMessage", word: "send", "sqs:SendMessage", target: ["QueueUrl"],
        required: ["QueueUrl", "MessageBody"],
        optional: [
          "DelaySeconds", "MessageAttributes", "MessageDeduplicationId", "MessageGroupId", "MessageSystemAttributes",
        ],
        defaults: ["MessageBody": "$request.body"], ranges: ["DelaySeconds": 0...900],
        keyActions: ["kms:GenerateDataKey", "kms:Decrypt"]),
      ServiceSubtype(
        "SQS-ReceiveMessage", word: "receive", "sqs:ReceiveMessage", target: ["QueueUrl"], required: ["QueueUrl"],
        optional: [
          "AttributeNames", "MaxNumberOfMessages", "MessageAttributeNames", "ReceiveRequestAttemptId",
          "VisibilityTimeout", "WaitTimeSeconds",
        ], ranges: ["MaxNumberOfMessages": 1...10, "VisibilityTimeout": 0...43_200, "WaitTimeSeconds": 0...20],
        keyActions: ["kms:Decrypt"]),
      ServiceSubtype(
        "SQS-DeleteMessage", word: "delete", "sqs:DeleteMessage", target: ["QueueUrl"],
        required: ["QueueUrl", "ReceiptHandle"], defaults: ["ReceiptHandle": "$request.body.ReceiptHandle"]),
      ServiceSubtype(
        "SQS-PurgeQueue", word: "purge", "sqs:PurgeQueue", target: ["QueueUrl"], required: ["QueueUrl"]),
    ])
}

extension Kind {
  static let queue = Kind("a queue", resources: ["AWS::SQS::Queue": nil], service: .queue)
}

extension ServiceResource {
  static let queue = ServiceResource(
    parameter: .url(.queue), arn: ServiceArn(service: "sqs"),
    attributes: ["Arn": .arn, "QueueUrl": .url, "QueueName": .name], keyPath: ["KmsMasterKeyId"],
    isName: { name in
      let base = name.hasSuffix(".fifo") ? name.dropLast(5) : name[...]
      return name.utf8.count <= 80 && base.isMade(ofLettersDigitsAnd: "-_")
    })
}

extension ServiceUrl {
  /// The URLs of queues. The region precedes the service name in newer hosts and follows it in older ones; the oldest
  /// host has none.
  static let queue = ServiceUrl(
    make: { parts in
      .sub(
        """
        https://sqs.\(parts.region, as: "Region").\(Value.urlSuffix)/\(parts.account, as: "Account")/\
        \(parts.name, as: "Name")
        """)
    },
    parts: { url in
      url.text.flatMap(partsOfQueue)
        ?? Parts(
          region: url.part(2, of: "/").part(1, of: "."), account: url.part(3, of: "/"), name: url.part(4, of: "/"))
    },
    isValid: { partsOfQueue($0) != nil })

  static func partsOfQueue(_ text: String) -> Parts? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, parts[0] == "https:" || parts[0] == "http:", parts[1].isEmpty else { return nil }
    let host = parts[2].split(separator: ".").map(String.init)
    guard host.count > 1, !parts[3].isEmpty, ServiceResource.queue.isName(parts[4]) else { return nil }
    let region = host[0] == "queue" ? "us-east-1" : host[1] == "queue" ? host[0] : host[1]
    return Parts(region: .string(region), account: .string(parts[3]), name: .string(parts[4]))
  }
}
