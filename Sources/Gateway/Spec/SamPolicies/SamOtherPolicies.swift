/// The policy templates of services other than databases, buckets, queues and streams.
extension SamPolicy {
  static let others: [SamPolicy] = [
    SamPolicy(
      "LambdaInvokePolicy", "Invokes a function.", [("FunctionName", nil)],
      [
        statement("lambda", "InvokeFunction", ["arn:<Partition>:lambda:<Region>:<AccountId>:function:{FunctionName}*"])
      ]),
    SamPolicy(
      "KMSDecryptPolicy", "Decrypts with a KMS key.", [("KeyId", nil)],
      [
        statement("kms", "Decrypt", ["arn:<Partition>:kms:<Region>:<AccountId>:key/{KeyId}"])
      ]),
    SamPolicy(
      "KMSEncryptPolicy", "Encrypts with a KMS key.", [("KeyId", nil)],
      [
        statement("kms", "Encrypt", ["arn:<Partition>:kms:<Region>:<AccountId>:key/{KeyId}"])
      ]),
    SamPolicy(
      "SSMParameterReadPolicy", "Reads a parameter of Systems Manager; its name without the first slash.",
      [("ParameterName", nil)],
      [
        statement("ssm", "DescribeParameters", ["*"]),
        statement(
          "ssm", "GetParameters GetParameter GetParametersByPath",
          ["arn:<Partition>:ssm:<Region>:<AccountId>:parameter/{ParameterName}"]),
      ]),
    SamPolicy(
      "AWSSecretsManagerGetSecretValuePolicy", "Reads a secret.", [("SecretArn", nil)],
      [
        statement("secretsmanager", "GetSecretValue", ["{SecretArn}"])
      ]),
    SamPolicy(
      "StepFunctionsExecutionPolicy", "Starts executions of a state machine.", [("StateMachineName", "Name")],
      [
        statement(
          "states", "StartExecution", ["arn:<Partition>:states:<Region>:<AccountId>:stateMachine:{StateMachineName}"])
      ]),
    SamPolicy(
      "CloudWatchPutMetricPolicy", "Writes metrics.", [],
      [
        statement("cloudwatch", "PutMetricData", ["*"])
      ]),
    SamPolicy(
      "CloudWatchDescribeAlarmHistoryPolicy", "Reads the history of alarms.", [],
      [
        statement("cloudwatch", "DescribeAlarmHistory", ["*"])
      ]),
    SamPolicy(
      "FilterLogEventsPolicy", "Searches a log group.", [("LogGroupName", nil)],
      [
        statement(
          "logs", "FilterLogEvents", ["arn:<Partition>:logs:<Region>:<AccountId>:log-group:{LogGroupName}:log-stream:*"]
        )
      ]),
    SamPolicy(
      "VPCAccessPolicy", "Creates and deletes network interfaces.", [],
      [
        statement(
          "ec2", "CreateNetworkInterface DeleteNetworkInterface DescribeNetworkInterfaces DetachNetworkInterface", ["*"]
        )
      ]),
    SamPolicy(
      "EC2DescribePolicy", "Describes instances.", [],
      [
        statement("ec2", "DescribeRegions DescribeInstances", ["*"])
      ]),
    SamPolicy(
      "AMIDescribePolicy", "Describes images.", [],
      [
        statement("ec2", "DescribeImages", ["*"])
      ]),
    SamPolicy(
      "CloudFormationDescribeStacksPolicy", "Describes stacks.", [],
      [
        statement("cloudformation", "DescribeStacks", ["arn:<Partition>:cloudformation:<Region>:<AccountId>:stack/*"])
      ]),
    SamPolicy(
      "ElasticsearchHttpPostPolicy", "Posts to an OpenSearch domain.", [("DomainName", nil)],
      [
        statement("es", "ESHttpPost ESHttpPut", ["arn:<Partition>:es:<Region>:<AccountId>:domain/{DomainName}/*"])
      ]),
    SamPolicy(
      "Route53ChangeResourceRecordSetsPolicy", "Changes records of a hosted zone.", [("HostedZoneId", nil)],
      [
        statement("route53", "ChangeResourceRecordSets", ["arn:<Partition>:route53:::hostedzone/{HostedZoneId}"])
      ]),
    SamPolicy(
      "RekognitionDetectOnlyPolicy", "Detects faces, labels and text.", [],
      [
        statement("rekognition", "DetectFaces DetectLabels DetectModerationLabels DetectText", ["*"])
      ]),
    SamPolicy(
      "RekognitionLabelsPolicy", "Detects labels.", [],
      [
        statement("rekognition", "DetectLabels DetectModerationLabels", ["*"])
      ]),
    SamPolicy(
      "ComprehendBasicAccessPolicy", "Detects entities, phrases, languages and sentiments.", [],
      [
        statement(
          "comprehend",
          "BatchDetectKeyPhrases DetectDominantLanguage DetectEntities BatchDetectEntities DetectKeyPhrases DetectSentiment BatchDetectDominantLanguage BatchDetectSentiment",
          ["*"])
      ]),
    SamPolicy(
      "TextractDetectAnalyzePolicy", "Detects and analyzes text of documents.", [],
      [
        statement(
          "textract", "DetectDocumentText StartDocumentTextDetection StartDocumentAnalysis AnalyzeDocument", ["*"])
      ]),
    SamPolicy(
      "TextractGetResultPolicy", "Reads results of Textract.", [],
      [
        statement("textract", "GetDocumentTextDetection GetDocumentAnalysis", ["*"])
      ]),
  ]
}
