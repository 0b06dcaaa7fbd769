/// Tables and buckets. Only the facts that the program needs are described.
extension ResourceType {
  static let table = ResourceType(
    "AWS::DynamoDB::Table", ref: .name("TableName"), unique: ["TableName"],
    attributes: ["Arn", "StreamArn"],
    properties: [
      .init("AttributeDefinitions", .attributeDefinitions),
      .init("BillingMode", .words(["PAY_PER_REQUEST", "PROVISIONED"])),
      .init("ContributorInsightsSpecification", .any),
      .init("DeletionProtectionEnabled", .flag),
      .init("GlobalSecondaryIndexes", .any),
      .init("ImportSourceSpecification", .any),
      .init("KeySchema", .keySchema, .required),
      .init(
        "KinesisStreamSpecification",
        [
          .init("ApproximateCreationDateTimePrecision", .words(["MICROSECOND", "MILLISECOND"])),
          .init("StreamArn", .text, .required),
        ]),
      .init("LocalSecondaryIndexes", .any),
      .init("OnDemandThroughput", .any),
      .init(
        "PointInTimeRecoverySpecification",
        [.init("PointInTimeRecoveryEnabled", .flag), .init("RecoveryPeriodInDays", .integer(1...35))]),
      .init(
        "ProvisionedThroughput",
        [.init("ReadCapacityUnits", .integer, .required), .init("WriteCapacityUnits", .integer, .required)]),
      .init("ResourcePolicy", .any),
      .init(
        "SSESpecification",
        [.init("KMSMasterKeyId", .text), .init("SSEEnabled", .flag, .required), .init("SSEType", .words(["KMS"]))]),
      .init("StreamSpecification", .any),
      .init("TableClass", .words(["STANDARD", "STANDARD_INFREQUENT_ACCESS"])),
      // Source: DynamoDB's CreateTable.
      .init("TableName", .text(1...1_024, .letters(and: "_.-"))),
      .tags(.tagList),
      .init("TimeToLiveSpecification", [.init("AttributeName", .text), .init("Enabled", .flag, .required)]),
      .init("VectorIndexes", .any),
      .init("WarmThroughput", .any),
    ])

  static let globalTable = ResourceType(
    "AWS::DynamoDB::GlobalTable", ref: .name("TableName"), unique: ["TableName"],
    attributes: ["Arn", "StreamArn", "TableId"],
    properties: [
      .init("AttributeDefinitions", .attributeDefinitions),
      .init("BillingMode", .words(["PAY_PER_REQUEST", "PROVISIONED"])),
      .init("GlobalSecondaryIndexes", .any),
      .init("GlobalTableSourceArn", .any),
      .init("GlobalTableWitnesses", .any),
      .init("KeySchema", .keySchema),
      .init("LocalSecondaryIndexes", .any),
      .init("MultiRegionConsistency", .words(["EVENTUAL", "STRONG"])),
      .init("ReadOnDemandThroughputSettings", .any),
      .init("ReadProvisionedThroughputSettings", .any),
      .init("Replicas", .any, .required),
      .init(
        "SSESpecification", [.init("SSEEnabled", .flag, .required), .init("SSEType", .words(["KMS"]))]),
      .init("StreamSpecification", .any),
      // Source: DynamoDB's CreateTable.
      .init("TableName", .text(1...1_024, .letters(and: "_.-"))),
      .init("TableType", .any),
      .init("TimeToLiveSpecification", .any),
      .init("VectorIndexes", .any),
      .init("WarmThroughput", .any),
      .init("WriteOnDemandThroughputSettings", .any),
      .init("WriteProvisionedThroughputSettings", .any),
    ])

  static let bucket = ResourceType(
    "AWS::S3::Bucket", ref: .name("BucketName"), isComplete: false,
    attributes: [
      "Arn", "DomainName", "DualStackDomainName", "RegionalDomainName", "WebsiteURL",
      "MetadataConfiguration.AnnotationTableConfiguration.TableArn",
      "MetadataConfiguration.AnnotationTableConfiguration.TableName", "MetadataConfiguration.Destination",
      "MetadataConfiguration.InventoryTableConfiguration.TableArn",
      "MetadataConfiguration.InventoryTableConfiguration.TableName",
      "MetadataConfiguration.JournalTableConfiguration.TableArn",
      "MetadataConfiguration.JournalTableConfiguration.TableName",
      "MetadataTableConfiguration.S3TablesDestination.TableArn",
      "MetadataTableConfiguration.S3TablesDestination.TableNamespace",
    ],
    properties: [
      .init(
        "AccelerateConfiguration",
        [.init("AccelerationStatus", .words(["Enabled", "Suspended"]), .required)]),
      .init(
        "AccessControl",
        .words([
          "AuthenticatedRead", "AwsExecRead", "BucketOwnerFullControl", "BucketOwnerRead", "LogDeliveryWrite",
          "Private",
          "PublicRead", "PublicReadWrite",
        ])),
      .init(
        "BucketEncryption",
        [
          .init(
            "ServerSideEncryptionConfiguration",
            .list([
              .init("BlockedEncryptionTypes", .any), .init("BucketKeyEnabled", .flag),
              .init(
                "ServerSideEncryptionByDefault",
                [
                  .init("KMSMasterKeyID", .text),
                  .init("SSEAlgorithm", .words(["AES256", "aws:kms", "aws:kms:dsse"]), .required),
                ]),
            ]), .required)
        ]),
      .init(
        "CorsConfiguration",
        [
          .init(
            "CorsRules",
            .list([
              .init("AllowedHeaders", .texts),
              .init("AllowedMethods", .list(.words(["DELETE", "GET", "HEAD", "POST", "PUT"])), .required),
              .init("AllowedOrigins", .texts, .required), .init("ExposedHeaders", .texts), .init("Id", .text),
              .init("MaxAge", .integer),
            ]), .required)
        ]),
      .init(
        "LifecycleConfiguration",
        [
          .init(
            "Rules",
            .list([
              .init("AbortIncompleteMultipartUpload", .any), .init("ExpirationDate", .text),
              .init("ExpirationInDays", .integer), .init("ExpiredObjectDeleteMarker", .flag), .init("Id", .text),
              .init("NoncurrentVersionExpiration", .any), .init("NoncurrentVersionExpirationInDays", .integer),
              .init("NoncurrentVersionTransition", .any), .init("NoncurrentVersionTransitions", .list(.any)),
              .init("ObjectSizeGreaterThan", .text), .init("ObjectSizeLessThan", .text), .init("Prefix", .text),
              .init("Status", .words(["Disabled", "Enabled"]), .required), .init("TagFilters", .list(.any)),
              .init("Transition", .any), .init("Transitions", .list(.any)),
            ]), .required),
          .init(
            "TransitionDefaultMinimumObjectSize", .words(["all_storage_classes_128K", "varies_by_storage_class"])),
        ]),
      .init(
        "OwnershipControls",
        [
          .init(
            "Rules",
            .list([
              .init("ObjectOwnership", .words(["BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"]))
            ]), .required)
        ]),
      .tags(.tagList),
      .init("VersioningConfiguration", [.init("Status", .words(["Enabled", "Suspended"]), .required)]),
    ])
}

extension PropertyForm {
  /// The keys of a table.
  fileprivate static let keySchema = list([
    .init("AttributeName", .text, .required), .init("KeyType", .words(["HASH", "RANGE"]), .required),
  ])

  /// The attributes of a table.
  fileprivate static let attributeDefinitions = list([
    .init("AttributeName", .text, .required), .init("AttributeType", .words(["B", "N", "S"]), .required),
  ])
}
