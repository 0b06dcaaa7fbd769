import SpecReading

extension AwsService {
  /// Writes records to a Kinesis data stream. Kinesis encrypts with the permissions of the caller (source: developer
  /// guide, permissions for KMS keys).
  static let kinesis = AwsService(
    "kinesis", "Stream: a logical ID in `resources`, a name or an ARN.", address: NamedAddress.self,
    of: [.stream], sample: "STREAM",
    actions: [
      ServiceSubtype(
        "Kinesis-PutRecord", word: "putRecord", "kinesis:PutRecord", target: ["StreamName"],
        required: ["StreamName", "Data", "PartitionKey"], optional: ["SequenceNumberForOrdering", "ExplicitHashKey"],
        defaults: ["Data": "$request.body", "PartitionKey": "$context.requestId"],
        keyActions: ["kms:GenerateDataKey"])
    ])
}

extension Kind {
  static let stream = Kind("a stream", resources: ["AWS::Kinesis::Stream": nil], service: .stream)
}

extension ServiceResource {
  static let stream = ServiceResource(
    parameter: .name, arn: ServiceArn(service: "kinesis", prefix: "stream/"), keyPath: ["StreamEncryption", "KeyId"],
    isName: { $0.utf8.count <= 128 && $0.isMade(ofLettersDigitsAnd: "-_.") })
}
