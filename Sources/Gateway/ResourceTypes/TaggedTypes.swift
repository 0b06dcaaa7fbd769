/// Types in `resources` that get the spec's tags, in addition to those that are described. A test compares them with
/// CloudFormation's schemas.
enum TaggedTypes {
  /// The form of `Tags`.
  enum Form {
    /// A list of `Key` and `Value`.
    case list
    case map
  }

  /// The form of a type's `Tags`; nil if it has none or is not known.
  static func form(of type: String) -> Form? {
    if let known = ResourceType.named(type)?.tags {
      guard known.name == "Tags" else { return nil }
      if case .map = known.form.shape { return .map }
      return .list
    }
    return lists.contains(type) ? .list : maps.contains(type) ? .map : nil
  }

  static let lists: Set<String> = [
    "AWS::ApiGateway::DomainName", "AWS::ApiGateway::RestApi", "AWS::ApiGateway::Stage", "AWS::AppConfig::Application",
    "AWS::AppConfig::ConfigurationProfile", "AWS::AppConfig::Environment", "AWS::AppSync::GraphQLApi",
    "AWS::CloudFront::Distribution", "AWS::CloudTrail::Trail", "AWS::CloudWatch::Alarm", "AWS::CodeBuild::Project",
    "AWS::CodePipeline::Pipeline", "AWS::DynamoDB::Table", "AWS::EC2::Instance",
    "AWS::EC2::NetworkInterface", "AWS::EC2::TransitGateway", "AWS::EC2::Volume", "AWS::ECR::Repository",
    "AWS::ECS::Cluster", "AWS::ECS::Service", "AWS::ECS::TaskDefinition", "AWS::ElastiCache::ReplicationGroup",
    "AWS::ElastiCache::ServerlessCache", "AWS::ElastiCache::SubnetGroup", "AWS::Events::EventBus", "AWS::KMS::Key",
    "AWS::Kinesis::Stream", "AWS::KinesisFirehose::DeliveryStream", "AWS::Lambda::EventSourceMapping",
    "AWS::OpenSearchService::Domain", "AWS::RDS::DBCluster", "AWS::RDS::DBInstance", "AWS::RDS::DBSubnetGroup",
    "AWS::S3::Bucket", "AWS::SNS::Topic", "AWS::SQS::Queue", "AWS::Scheduler::ScheduleGroup",
    "AWS::SecretsManager::Secret", "AWS::StepFunctions::Activity", "AWS::StepFunctions::StateMachine",
    "AWS::WAFv2::IPSet", "AWS::WAFv2::WebACL",
  ]

  static let maps: Set<String> = [
    "AWS::Batch::ComputeEnvironment", "AWS::Batch::JobDefinition", "AWS::Batch::JobQueue", "AWS::Glue::Crawler",
    "AWS::Glue::Job", "AWS::MSK::Cluster", "AWS::MediaConvert::Queue", "AWS::Pipes::Pipe", "AWS::SSM::Parameter",
    "AWS::Serverless::Api", "AWS::Serverless::Function", "AWS::Serverless::HttpApi", "AWS::Serverless::SimpleTable",
    "AWS::Serverless::StateMachine",
  ]
}
