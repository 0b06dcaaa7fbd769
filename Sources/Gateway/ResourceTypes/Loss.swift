import CloudFormation

/// The loss when a resource is deleted.
package struct Loss: Sendable {
  /// The content of a resource.
  package enum Kind: Sendable {
    /// Data that is stored for good.
    case data
    /// Data that passes through: messages, logs.
    case passing
    /// An identity that clients, or records outside of the stack, use.
    case identity
  }

  /// The noun for the resource in messages.
  package let noun: String
  /// The lost content, such as "its items".
  package let words: String
  package let kind: Kind

  /// The loss of a type; nil if the resource can be created again as it was.
  package static func of(_ type: String) -> Loss? { all[type] }

  /// The loss of a public load balancer that clients know.
  package static let ofAddress = identity("load balancer", "the DNS name that its clients use")

  /// Whether the content is in another resource: that of a database instance in its cluster.
  package static func isElsewhere(_ type: String, _ properties: Object) -> Bool {
    type == "AWS::RDS::DBInstance" && properties["DBClusterIdentifier"] != nil
  }

  /// The `DeletionPolicy` of a resource that has none; nil for `Delete` (source: CloudFormation user guide, DeletionPolicy
  /// attribute). There is no such default of `UpdateReplacePolicy`.
  package static func defaultPolicy(of resource: CloudFormation.Resource) -> Value? {
    switch resource.type {
    case "AWS::RDS::DBCluster": "Snapshot"
    case "AWS::RDS::DBInstance" where !isElsewhere(resource.type, resource.properties): "Snapshot"
    default: nil
    }
  }

  private static func data(_ noun: String, _ words: String) -> Loss { Loss(noun: noun, words: words, kind: .data) }

  private static func passing(_ noun: String, _ words: String) -> Loss {
    Loss(noun: noun, words: words, kind: .passing)
  }

  private static func identity(_ noun: String, _ words: String) -> Loss {
    Loss(noun: noun, words: words, kind: .identity)
  }

  private static let all: [String: Loss] = [
    "AWS::ApiGateway::ApiKey": identity("API key", "the key that clients send"),
    "AWS::ApiGateway::DomainName": identity("domain", "the address that DNS records point to"),
    "AWS::ApiGateway::RestApi": identity("REST API", "its URL"),
    "AWS::ApiGatewayV2::DomainName": identity("domain", "the address that DNS records point to"),
    "AWS::AppSync::GraphQLApi": identity("GraphQL API", "its URL"),
    "AWS::Cassandra::Keyspace": data("keyspace", "its tables"),
    "AWS::Cassandra::Table": data("table", "its rows"),
    "AWS::CloudFront::Distribution": identity("distribution", "the address that DNS records point to"),
    "AWS::CodeCommit::Repository": data("repository", "its commits"),
    "AWS::Cognito::IdentityPool": data("identity pool", "its identities"),
    "AWS::Cognito::UserPool": data("user pool", "its users"),
    "AWS::Cognito::UserPoolClient": identity("user pool client", "the client ID that apps sign in with"),
    "AWS::Cognito::UserPoolDomain": identity("user pool domain", "the URL of its sign-in pages"),
    "AWS::DocDB::DBCluster": data("database", "its documents"),
    "AWS::DSQL::Cluster": data("database", "its rows"),
    "AWS::DynamoDB::GlobalTable": data("table", "its items"),
    "AWS::DynamoDB::Table": data("table", "its items"),
    "AWS::EC2::EIP": identity("Elastic IP address", "the address"),
    "AWS::EC2::Volume": data("volume", "its blocks"),
    "AWS::ECR::Repository": data("repository", "its images"),
    "AWS::EFS::FileSystem": data("file system", "its files"),
    "AWS::Elasticsearch::Domain": data("search domain", "its documents"),
    "AWS::Kinesis::Stream": passing("stream", "its records"),
    "AWS::FSx::FileSystem": data("file system", "its files"),
    "AWS::KMS::Key": data("key", "everything encrypted with it"),
    "AWS::Lambda::Url": identity("function URL", "its address"),
    "AWS::Logs::LogGroup": passing("log group", "its logs"),
    "AWS::MSK::Cluster": passing("cluster", "its records"),
    "AWS::MSK::ServerlessCluster": passing("cluster", "its records"),
    "AWS::MemoryDB::Cluster": data("database", "its keys"),
    "AWS::Neptune::DBCluster": data("database", "its graph"),
    "AWS::OpenSearchService::Domain": data("search domain", "its documents"),
    "AWS::OpenSearchServerless::Collection": data("collection", "its documents"),
    "AWS::RDS::DBCluster": data("database", "its rows"),
    "AWS::RDS::DBInstance": data("database", "its rows"),
    "AWS::Redshift::Cluster": data("database", "its rows"),
    "AWS::Route53::HostedZone": identity("hosted zone", "its records and name servers"),
    "AWS::S3::Bucket": data("bucket", "its objects"),
    "AWS::S3Express::DirectoryBucket": data("bucket", "its objects"),
    "AWS::SecretsManager::Secret": data("secret", "its value"),
    "AWS::SNS::Topic": passing("topic", "its subscriptions"),
    "AWS::SQS::Queue": passing("queue", "its messages"),
    "AWS::Timestream::Database": data("database", "its tables"),
    "AWS::Timestream::Table": data("table", "its records"),
  ]
}
