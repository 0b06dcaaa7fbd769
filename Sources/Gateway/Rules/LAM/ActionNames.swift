import SpecReading

/// The names of the actions that functions and integrations need most, to find misspelled ones.
enum ActionNames {
  /// The right action for one that does not exist, with its prefix; nil for all others. IAM does not distinguish cases.
  static func intended(prefix: String, name: String, besides others: [String]) -> String? {
    guard let known = names[prefix]?.split(separator: " ").map(String.init) else { return nil }
    let word = name.lowercased()
    // With the right one beside it, that of the API allows nothing, and need not.
    if let action = operations[prefix]?[word] {
      return others.contains("\(prefix):\(action)".lowercased()) ? nil : "\(prefix):\(action)"
    }
    if name.contains(where: { "*?:".contains($0) }) || known.contains(where: { $0.lowercased() == word }) { return nil }
    return Suggestion.certain(for: name, among: known).map { "\(prefix):\($0)" }
  }

  /// The actions by the prefix of their service, with those that differ from one of them in a single letter. From the Service
  /// Authorization Reference, as cfn-lint has it.
  private static let names = [
    "appconfig": "GetLatestConfiguration StartConfigurationSession",
    "bedrock": "InvokeAgent InvokeModel InvokeModelWithResponseStream Retrieve RetrieveAndGenerate",
    "cloudwatch": "GetMetricData PutMetricData",
    "cognito-idp": """
    AdminAddUserToGroup AdminCreateUser AdminDeleteUser AdminGetUser AdminInitiateAuth AdminListGroupsForUser \
    AdminRespondToAuthChallenge AdminSetUserPassword AdminUpdateUserAttributes ListUsers
    """,
    "dynamodb": """
    BatchGetItem BatchWriteItem ConditionCheckItem DeleteItem DescribeStream DescribeTable GetItem GetRecords \
    GetShardIterator ListStreams PutItem Query Scan UpdateItem
    """,
    "ec2": "CreateNetworkInterface DeleteNetworkInterface DescribeNetworkInterfaces",
    "events": "PutEvents PutRule PutTargets",
    "firehose": "PutRecord PutRecordBatch",
    "iam": "PassRole",
    "kinesis": """
    DescribeStream DescribeStreamSummary GetRecords GetShardIterator ListShards PutRecord PutRecords SubscribeToShard
    """,
    "kms": """
    CreateGrant Decrypt DescribeKey Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext ReEncryptFrom ReEncryptTo \
    Sign Verify
    """,
    "lambda": "GetFunction InvokeAsync InvokeFunction InvokeFunctionUrl",
    "logs": "CreateLogGroup CreateLogStream DescribeLogStreams FilterLogEvents PutLogEvents",
    "s3": """
    AbortMultipartUpload DeleteObject DeleteObjectVersion GetBucketLocation GetObject GetObjectAcl GetObjectAttributes \
    GetObjectTagging GetObjectVersion ListAllMyBuckets ListBucket ListMultipartUploadParts PutObject PutObjectAcl \
    PutObjectTagging
    """,
    "scheduler": "CreateSchedule DeleteSchedule GetSchedule UpdateSchedule",
    "secretsmanager": "DescribeSecret GetSecretValue ListSecrets PutSecretValue",
    "ses": "SendBulkTemplatedEmail SendEmail SendRawEmail SendTemplatedEmail",
    "sns": "ListTopics Publish Subscribe Unsubscribe",
    "sqs": """
    ChangeMessageVisibility DeleteMessage GetQueueAttributes GetQueueUrl PurgeQueue ReceiveMessage SendMessage \
    SetQueueAttributes
    """,
    "ssm": """
    DeleteParameter DeleteParameters DescribeParameters GetParameter GetParameters GetParametersByPath PutParameter
    """,
    "states": """
    DescribeExecution SendTaskFailure SendTaskHeartbeat SendTaskSuccess StartExecution StartSyncExecution StopExecution
    """,
    "sts": "AssumeRole AssumeRoleWithWebIdentity GetCallerIdentity",
    "xray": "GetSamplingRules GetSamplingTargets PutTelemetryRecords PutTraceSegments",
  ]

  /// Operations of APIs that another action allows, in lower case. From the services' pages on permissions.
  private static let operations = [
    "bedrock": ["converse": "InvokeModel", "conversestream": "InvokeModelWithResponseStream"],
    "dynamodb": ["transactgetitems": "GetItem", "transactwriteitems": "PutItem"],
    "lambda": ["invoke": "InvokeFunction", "invokewithresponsestream": "InvokeFunction"],
    "s3": [
      "completemultipartupload": "PutObject", "copyobject": "PutObject", "createmultipartupload": "PutObject",
      "deleteobjects": "DeleteObject", "headbucket": "ListBucket", "headobject": "GetObject",
      "listbuckets": "ListAllMyBuckets", "listobjects": "ListBucket", "listobjectsv2": "ListBucket",
      "uploadpart": "PutObject",
    ],
    "sns": ["publishbatch": "Publish"],
    "sqs": [
      "changemessagevisibilitybatch": "ChangeMessageVisibility", "deletemessagebatch": "DeleteMessage",
      "sendmessagebatch": "SendMessage",
    ],
  ]
}
