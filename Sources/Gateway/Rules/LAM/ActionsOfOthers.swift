import SpecReading
import TextSearch

/// Actions and resources of different services in one statement.
enum ActionsOfOthers {
  /// The prefixes of services whose actions are only for their own resources, by what the types of these begin with.
  private static let services = [
    "AWS::DynamoDB::": "dynamodb", "AWS::Events::": "events", "AWS::Kinesis::": "kinesis", "AWS::KMS::": "kms",
    "AWS::Lambda::": "lambda", "AWS::S3::": "s3", "AWS::SNS::": "sns", "AWS::SQS::": "sqs",
    "AWS::SecretsManager::": "secretsmanager", "AWS::StepFunctions::": "states",
  ]

  /// The actions of a statement that none of its resources has, each with what to do.
  static func all(
    in statement: Model.Property, _ model: Model
  ) -> [(action: Model.Property, message: String, help: String)] {
    guard let resources = statement["Resource"]?.list, !resources.isEmpty else { return [] }
    var owners: Set<String> = []
    for resource in resources {
      guard let service = service(of: resource, model) else { return [] }
      owners.insert(service)
    }
    return (statement["Action"]?.list ?? []).compactMap { action in
      guard action.isWritten, let text = action.text, let end = text.firstIndex(of: ":") else { return nil }
      let service = text[..<end].lowercased()
      guard services.values.contains(service), !owners.contains(service) else { return nil }
      let names = owners.sorted().map { "`\($0)`" }.joined(separator: ", ")
      return (
        action, "\(Reader.quoted(text)) allows nothing: the statement's resources are of \(names)",
        "add a resource of `\(service)`, or write an action of \(names)"
      )
    }
  }

  /// The service that a resource surely belongs to, if it is one of these.
  private static func service(of resource: Model.Property, _ model: Model) -> String? {
    if let id = resource.target, let type = model.resource(id)?.type {
      return services.first { type.hasPrefix($0.key) }?.value
    }
    guard let text = resource.value.spelled, text.hasPrefix("arn:") else { return nil }
    let service = Arn(text).service
    return services.values.contains(service) ? service : nil
  }
}
