/// The policy templates of messaging, computing and machine learning services that have no other group.
extension SamPolicy {
  static let services: [SamPolicy] = [
    SamPolicy(
      "AthenaQueryPolicy", "Runs queries in a workgroup.", [("WorkGroupName", nil)],
      [
        statement(
          "athena",
          """
          ListWorkGroups GetExecutionEngine GetExecutionEngines GetNamespace GetCatalogs GetNamespaces \
          GetTables GetTable
          """, ["*"]),
        statement(
          "athena",
          """
          StartQueryExecution GetQueryResults DeleteNamedQuery GetNamedQuery ListQueryExecutions \
          StopQueryExecution GetQueryResultsStream ListNamedQueries CreateNamedQuery GetQueryExecution \
          BatchGetNamedQuery BatchGetQueryExecution GetWorkGroup
          """, ["arn:<Partition>:athena:<Region>:<AccountId>:workgroup/{WorkGroupName}"]),
      ]),
    SamPolicy(
      "EKSDescribePolicy", "Describes clusters.", [],
      [
        statement("eks", "DescribeCluster ListClusters", ["*"])
      ]),
    SamPolicy(
      "EcsRunTaskPolicy", "Runs a task.", [("TaskDefinition", nil)],
      [
        statement("ecs", "RunTask", ["arn:<Partition>:ecs:<Region>:<AccountId>:task-definition/{TaskDefinition}"])
      ]),
    SamPolicy(
      "ElasticMapReduceAddJobFlowStepsPolicy", "Adds steps to a cluster.", [("ClusterId", nil)],
      [
        statement(
          "elasticmapreduce", "AddJobFlowSteps",
          ["arn:<Partition>:elasticmapreduce:<Region>:<AccountId>:cluster/{ClusterId}"])
      ]),
    SamPolicy(
      "ElasticMapReduceCancelStepsPolicy", "Cancels steps of a cluster.", [("ClusterId", nil)],
      [
        statement(
          "elasticmapreduce", "CancelSteps",
          ["arn:<Partition>:elasticmapreduce:<Region>:<AccountId>:cluster/{ClusterId}"])
      ]),
    SamPolicy(
      "ElasticMapReduceModifyInstanceFleetPolicy", "Changes the instance fleets of a cluster.", [("ClusterId", nil)],
      [
        statement(
          "elasticmapreduce", "ModifyInstanceFleet ListInstanceFleets",
          ["arn:<Partition>:elasticmapreduce:<Region>:<AccountId>:cluster/{ClusterId}"])
      ]),
    SamPolicy(
      "ElasticMapReduceModifyInstanceGroupsPolicy", "Changes the instance groups of a cluster.", [("ClusterId", nil)],
      [
        statement(
          "elasticmapreduce", "ModifyInstanceGroups ListInstanceGroups",
          ["arn:<Partition>:elasticmapreduce:<Region>:<AccountId>:cluster/{ClusterId}"])
      ]),
    SamPolicy(
      "ElasticMapReduceSetTerminationProtectionPolicy", "Sets the termination protection of a cluster.",
      [("ClusterId", nil)],
      [
        statement(
          "elasticmapreduce", "SetTerminationProtection",
          ["arn:<Partition>:elasticmapreduce:<Region>:<AccountId>:cluster/{ClusterId}"])
      ]),
    SamPolicy(
      "ElasticMapReduceTerminateJobFlowsPolicy", "Terminates a cluster.", [("ClusterId", nil)],
      [
        statement(
          "elasticmapreduce", "TerminateJobFlows",
          ["arn:<Partition>:elasticmapreduce:<Region>:<AccountId>:cluster/{ClusterId}"])
      ]),
    SamPolicy(
      "EventBridgePutEventsPolicy", "Sends events to a bus.", [("EventBusName", nil)],
      [
        statement("events", "PutEvents", ["arn:<Partition>:events:<Region>:<AccountId>:event-bus/{EventBusName}"])
      ]),
    SamPolicy(
      "KMSEncryptPolicy_v2", "Encrypts with a KMS key, and creates data keys.", [("KeyId", nil)],
      [
        statement(
          "kms",
          """
          Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateDataKeyPair \
          GenerateDataKeyPairWithoutPlaintext
          """, ["arn:<Partition>:kms:<Region>:<AccountId>:key/{KeyId}"])
      ]),
    SamPolicy(
      "MobileAnalyticsWriteOnlyAccessPolicy", "Writes events of Mobile Analytics.", [],
      [
        statement("mobileanalytics", "PutEvents", ["*"])
      ]),
    SamPolicy(
      "PinpointEndpointAccessPolicy", "Reads and updates endpoints of an application.",
      [("PinpointApplicationId", nil)],
      [
        statement(
          "mobiletargeting", "GetEndpoint UpdateEndpoint UpdateEndpointsBatch",
          ["arn:<Partition>:mobiletargeting:<Region>:<AccountId>:apps/{PinpointApplicationId}/endpoints/*"])
      ]),
    SamPolicy(
      "PollyFullAccessPolicy", "Manages lexicons and synthesizes speech.", [("LexiconName", nil)],
      [
        statement(
          "polly", "GetLexicon DeleteLexicon", ["arn:<Partition>:polly:<Region>:<AccountId>:lexicon/{LexiconName}"]),
        statement(
          "polly", "DescribeVoices ListLexicons PutLexicon SynthesizeSpeech",
          ["arn:<Partition>:polly:<Region>:<AccountId>:lexicon/*"]),
      ]),
    SamPolicy(
      "RekognitionFacesManagementPolicy", "Manages the faces of a collection.", [("CollectionId", nil)],
      [
        statement(
          "rekognition", "IndexFaces DeleteFaces SearchFaces SearchFacesByImage ListFaces",
          ["arn:<Partition>:rekognition:<Region>:<AccountId>:collection/{CollectionId}"])
      ]),
    SamPolicy(
      "RekognitionFacesPolicy", "Compares and detects faces.", [],
      [
        statement("rekognition", "CompareFaces DetectFaces", ["*"])
      ]),
    SamPolicy(
      "RekognitionNoDataAccessPolicy", "Compares and detects faces and labels.", [("CollectionId", nil)],
      [
        statement(
          "rekognition", "CompareFaces DetectFaces DetectLabels DetectModerationLabels",
          ["arn:<Partition>:rekognition:<Region>:<AccountId>:collection/{CollectionId}"])
      ]),
    SamPolicy(
      "RekognitionReadPolicy", "Lists and searches faces.", [("CollectionId", nil)],
      [
        statement(
          "rekognition", "ListCollections ListFaces SearchFaces SearchFacesByImage",
          ["arn:<Partition>:rekognition:<Region>:<AccountId>:collection/{CollectionId}"])
      ]),
    SamPolicy(
      "RekognitionWriteOnlyAccessPolicy", "Creates collections and indexes faces.", [("CollectionId", nil)],
      [
        statement(
          "rekognition", "CreateCollection IndexFaces",
          ["arn:<Partition>:rekognition:<Region>:<AccountId>:collection/{CollectionId}"])
      ]),
    SamPolicy(
      "SESBulkTemplatedCrudPolicy_v2", "Sends templated email and reads templates.",
      [("IdentityName", nil), ("TemplateName", nil)],
      [
        statement(
          "ses", "SendEmail SendRawEmail SendTemplatedEmail SendBulkTemplatedEmail",
          [
            "arn:<Partition>:ses:<Region>:<AccountId>:identity/{IdentityName}",
            "arn:<Partition>:ses:<Region>:<AccountId>:template/{TemplateName}",
          ]),
        statement("ses", "GetIdentityVerificationAttributes VerifyEmailIdentity", ["*"]),
      ]),
    SamPolicy(
      "SESEmailTemplateCrudPolicy", "Manages email templates.", [],
      [
        statement(
          "ses", "CreateTemplate GetTemplate ListTemplates UpdateTemplate DeleteTemplate TestRenderTemplate", ["*"])
      ]),
    SamPolicy(
      "SSMParameterWithSlashPrefixReadPolicy", "Reads a parameter of Systems Manager; its name with the first slash.",
      [("ParameterName", nil)],
      [
        statement("ssm", "DescribeParameters", ["*"]),
        statement(
          "ssm", "GetParameters GetParameter GetParametersByPath",
          ["arn:<Partition>:ssm:<Region>:<AccountId>:parameter{ParameterName}"]),
      ]),
    SamPolicy(
      "SageMakerCreateEndpointConfigPolicy", "Creates a configuration of an endpoint.", [("EndpointConfigName", nil)],
      [
        statement(
          "sagemaker", "CreateEndpointConfig",
          ["arn:<Partition>:sagemaker:<Region>:<AccountId>:endpoint-config/{EndpointConfigName}"])
      ]),
    SamPolicy(
      "SageMakerCreateEndpointPolicy", "Creates an endpoint.", [("EndpointName", nil)],
      [
        statement(
          "sagemaker", "CreateEndpoint", ["arn:<Partition>:sagemaker:<Region>:<AccountId>:endpoint/{EndpointName}"])
      ]),
    SamPolicy(
      "StepFunctionsCallbackPolicy", "Reports the result of tasks.", [("StateMachineName", "Name")],
      [
        statement(
          "states", "SendTaskFailure SendTaskHeartbeat SendTaskSuccess",
          ["arn:<Partition>:states:<Region>:<AccountId>:stateMachine:{StateMachineName}"])
      ]),
    SamPolicy(
      "StepFunctionsExecutionPolicy_v2", "Starts executions of a state machine, and reads their results.",
      [("StateMachineName", "Name")],
      [
        statement(
          "states", "StartExecution StartSyncExecution",
          ["arn:<Partition>:states:<Region>:<AccountId>:stateMachine:{StateMachineName}"])
      ]),
    SamPolicy(
      "TextractPolicy", "Uses Textract.", [],
      [
        statement("textract", "*", ["*"])
      ]),
  ]
}
