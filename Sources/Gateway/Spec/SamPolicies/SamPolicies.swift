/// The policy templates that are supported.
extension SamPolicy {
  static let all: [SamPolicy] = data + messaging + others + services + accounts

  private static let data: [SamPolicy] = [
    SamPolicy(
      "DynamoDBCrudPolicy", "Reads, writes and deletes items of a table.", [("TableName", nil)],
      [
        statement(
          "dynamodb",
          "GetItem DeleteItem PutItem Scan Query UpdateItem BatchWriteItem BatchGetItem DescribeTable ConditionCheckItem",
          [
            "arn:<Partition>:dynamodb:<Region>:<AccountId>:table/{TableName}",
            "arn:<Partition>:dynamodb:<Region>:<AccountId>:table/{TableName}/index/*",
          ])
      ]),
    SamPolicy(
      "DynamoDBReadPolicy", "Reads items of a table.", [("TableName", nil)],
      [
        statement(
          "dynamodb", "GetItem Scan Query BatchGetItem DescribeTable",
          [
            "arn:<Partition>:dynamodb:<Region>:<AccountId>:table/{TableName}",
            "arn:<Partition>:dynamodb:<Region>:<AccountId>:table/{TableName}/index/*",
          ])
      ]),
    SamPolicy(
      "DynamoDBWritePolicy", "Writes items of a table.", [("TableName", nil)],
      [
        statement(
          "dynamodb", "PutItem UpdateItem BatchWriteItem",
          [
            "arn:<Partition>:dynamodb:<Region>:<AccountId>:table/{TableName}",
            "arn:<Partition>:dynamodb:<Region>:<AccountId>:table/{TableName}/index/*",
          ])
      ]),
    SamPolicy(
      "DynamoDBReconfigurePolicy", "Changes the settings of a table.", [("TableName", nil)],
      [
        statement("dynamodb", "UpdateTable", ["arn:<Partition>:dynamodb:<Region>:<AccountId>:table/{TableName}"])
      ]),
    SamPolicy(
      "DynamoDBStreamReadPolicy", "Reads the stream of a table.", [("TableName", nil), ("StreamName", nil)],
      [
        statement(
          "dynamodb", "DescribeStream GetRecords GetShardIterator",
          ["arn:<Partition>:dynamodb:<Region>:<AccountId>:table/{TableName}/stream/{StreamName}"]),
        statement(
          "dynamodb", "ListStreams", ["arn:<Partition>:dynamodb:<Region>:<AccountId>:table/{TableName}/stream/*"]),
      ]),
    SamPolicy(
      "S3ReadPolicy", "Reads objects of a bucket.", [("BucketName", nil)],
      [
        statement(
          "s3", "GetObject ListBucket GetBucketLocation GetObjectVersion GetLifecycleConfiguration",
          ["arn:<Partition>:s3:::{BucketName}", "arn:<Partition>:s3:::{BucketName}/*"])
      ]),
    SamPolicy(
      "S3WritePolicy", "Writes objects to a bucket.", [("BucketName", nil)],
      [
        statement(
          "s3", "PutObject PutObjectAcl PutLifecycleConfiguration",
          ["arn:<Partition>:s3:::{BucketName}", "arn:<Partition>:s3:::{BucketName}/*"])
      ]),
    SamPolicy(
      "S3CrudPolicy", "Reads, writes and deletes objects of a bucket.", [("BucketName", nil)],
      [
        statement(
          "s3",
          "GetObject ListBucket GetBucketLocation GetObjectVersion PutObject PutObjectAcl GetLifecycleConfiguration PutLifecycleConfiguration DeleteObject",
          ["arn:<Partition>:s3:::{BucketName}", "arn:<Partition>:s3:::{BucketName}/*"])
      ]),
    SamPolicy(
      "S3FullAccessPolicy", "Everything about objects of a bucket.", [("BucketName", nil)],
      [
        statement(
          "s3",
          "GetObject GetObjectAcl GetObjectVersion PutObject PutObjectAcl DeleteObject DeleteObjectTagging DeleteObjectVersionTagging GetObjectTagging GetObjectVersionTagging PutObjectTagging PutObjectVersionTagging",
          ["arn:<Partition>:s3:::{BucketName}/*"]),
        statement(
          "s3", "ListBucket GetBucketLocation GetLifecycleConfiguration PutLifecycleConfiguration",
          ["arn:<Partition>:s3:::{BucketName}"]),
      ]),
  ]

  private static let messaging: [SamPolicy] = [
    SamPolicy(
      "SQSPollerPolicy", "Polls an SQS queue.", [("QueueName", "QueueName")],
      [
        statement(
          "sqs",
          // IAM has no actions for batches (source: Service Authorization Reference, Amazon SQS).
          "ChangeMessageVisibility DeleteMessage GetQueueAttributes ReceiveMessage",
          ["arn:<Partition>:sqs:<Region>:<AccountId>:{QueueName}"])
      ]),
    SamPolicy(
      "SQSSendMessagePolicy", "Sends messages to an SQS queue.", [("QueueName", "QueueName")],
      [
        statement("sqs", "SendMessage*", ["arn:<Partition>:sqs:<Region>:<AccountId>:{QueueName}"])
      ]),
    SamPolicy(
      "SNSPublishMessagePolicy", "Publishes messages to an SNS topic.", [("TopicName", "TopicName")],
      [
        statement("sns", "Publish", ["arn:<Partition>:sns:<Region>:<AccountId>:{TopicName}"])
      ]),
    SamPolicy(
      "SNSCrudPolicy", "Creates, publishes to and subscribes to SNS topics.", [("TopicName", "TopicName")],
      [
        statement(
          "sns", "ListSubscriptionsByTopic CreateTopic SetTopicAttributes Subscribe Publish",
          ["arn:<Partition>:sns:<Region>:<AccountId>:{TopicName}*"])
      ]),
    SamPolicy(
      "KinesisStreamReadPolicy", "Reads a Kinesis stream.", [("StreamName", nil)],
      [
        statement("kinesis", "ListStreams DescribeLimits", ["arn:<Partition>:kinesis:<Region>:<AccountId>:stream/*"]),
        statement(
          "kinesis", "DescribeStream DescribeStreamSummary GetRecords GetShardIterator",
          ["arn:<Partition>:kinesis:<Region>:<AccountId>:stream/{StreamName}"]),
      ]),
    SamPolicy(
      "KinesisCrudPolicy", "Creates, writes to and deletes a Kinesis stream.", [("StreamName", nil)],
      [
        statement(
          "kinesis",
          "AddTagsToStream CreateStream DecreaseStreamRetentionPeriod DeleteStream DescribeStream DescribeStreamSummary GetShardIterator IncreaseStreamRetentionPeriod ListTagsForStream MergeShards PutRecord PutRecords SplitShard RemoveTagsFromStream",
          ["arn:<Partition>:kinesis:<Region>:<AccountId>:stream/{StreamName}"])
      ]),
    SamPolicy(
      "FirehoseWritePolicy", "Writes to a Firehose stream.", [("DeliveryStreamName", nil)],
      [
        statement(
          "firehose", "PutRecord PutRecordBatch",
          ["arn:<Partition>:firehose:<Region>:<AccountId>:deliverystream/{DeliveryStreamName}"])
      ]),
    SamPolicy(
      "FirehoseCrudPolicy", "Creates, writes to and deletes a Firehose stream.", [("DeliveryStreamName", nil)],
      [
        statement(
          "firehose",
          "CreateDeliveryStream DeleteDeliveryStream DescribeDeliveryStream PutRecord PutRecordBatch UpdateDestination",
          ["arn:<Partition>:firehose:<Region>:<AccountId>:deliverystream/{DeliveryStreamName}"])
      ]),
    SamPolicy(
      "SESCrudPolicy", "Sends email and verifies an identity.", [("IdentityName", nil)],
      [
        statement(
          "ses", "GetIdentityVerificationAttributes SendEmail SendRawEmail VerifyEmailIdentity",
          ["arn:<Partition>:ses:<Region>:<AccountId>:identity/{IdentityName}"])
      ]),
    SamPolicy(
      "SESBulkTemplatedCrudPolicy", "Sends email, also from templates and in bulk, and verifies an identity.",
      [("IdentityName", nil)],
      [
        statement(
          "ses",
          "GetIdentityVerificationAttributes SendEmail SendRawEmail SendTemplatedEmail SendBulkTemplatedEmail VerifyEmailIdentity",
          ["arn:<Partition>:ses:<Region>:<AccountId>:identity/{IdentityName}"])
      ]),
    SamPolicy(
      "SESSendBouncePolicy", "Sends bounces for an identity.", [("IdentityName", nil)],
      [
        statement("ses", "SendBounce", ["arn:<Partition>:ses:<Region>:<AccountId>:identity/{IdentityName}"])
      ]),
  ]

  @inline(never)
  static func statement(
    _ service: String, _ actions: String, _ resources: [String], when condition: (String, String)? = nil
  ) -> Statement {
    (actions.split(separator: " ").map { "\(service):\($0)" }, resources, condition)
  }
}
