/// The policy templates of development, backup and account services.
extension SamPolicy {
  static let accounts: [SamPolicy] = [
    SamPolicy(
      "AWSSecretsManagerRotationPolicy", "Rotates a secret.", [("FunctionName", nil)],
      [
        statement(
          "secretsmanager", "DescribeSecret GetSecretValue PutSecretValue UpdateSecretVersionStage",
          ["arn:<Partition>:secretsmanager:<Region>:<AccountId>:secret:*"],
          when: (
            "secretsmanager:resource/AllowRotationLambdaArn",
            "arn:<Partition>:lambda:<Region>:<AccountId>:function:{FunctionName}"
          )),
        statement("secretsmanager", "GetRandomPassword", ["*"]),
      ]),
    SamPolicy(
      "AcmGetCertificatePolicy", "Reads a certificate.", [("CertificateArn", nil)],
      [
        statement("acm", "GetCertificate", ["{CertificateArn}"])
      ]),
    SamPolicy(
      "CloudWatchDashboardPolicy", "Manages dashboards.", [],
      [
        statement("cloudwatch", "GetDashboard ListDashboards PutDashboard ListMetrics", ["*"])
      ]),
    SamPolicy(
      "CodeCommitCrudPolicy", "Reads, writes and deletes in a repository.", [("RepositoryName", nil)],
      [
        statement(
          "codecommit",
          """
          GitPull GitPush CreateBranch DeleteBranch GetBranch ListBranches MergeBranchesByFastForward \
          MergeBranchesBySquash MergeBranchesByThreeWay UpdateDefaultBranch BatchDescribeMergeConflicts \
          CreateUnreferencedMergeCommit DescribeMergeConflicts GetMergeCommit GetMergeOptions \
          BatchGetPullRequests CreatePullRequest DescribePullRequestEvents GetCommentsForPullRequest \
          GetCommitsFromMergeBase GetMergeConflicts GetPullRequest ListPullRequests \
          MergePullRequestByFastForward MergePullRequestBySquash MergePullRequestByThreeWay \
          PostCommentForPullRequest UpdatePullRequestDescription UpdatePullRequestStatus \
          UpdatePullRequestTitle DeleteFile GetBlob GetFile GetFolder PutFile DeleteCommentContent GetComment \
          GetCommentsForComparedCommit PostCommentForComparedCommit PostCommentReply UpdateComment \
          BatchGetCommits CreateCommit GetCommit GetCommitHistory GetDifferences GetObjectIdentifier \
          GetReferences GetTree GetRepository UpdateRepositoryDescription ListTagsForResource TagResource \
          UntagResource GetRepositoryTriggers PutRepositoryTriggers TestRepositoryTriggers GetBranch GetCommit \
          UploadArchive GetUploadArchiveStatus CancelUploadArchive
          """, ["arn:<Partition>:codecommit:<Region>:<AccountId>:{RepositoryName}"])
      ]),
    SamPolicy(
      "CodeCommitReadPolicy", "Reads a repository.", [("RepositoryName", nil)],
      [
        statement(
          "codecommit",
          """
          GitPull GetBranch ListBranches BatchDescribeMergeConflicts DescribeMergeConflicts GetMergeCommit \
          GetMergeOptions BatchGetPullRequests DescribePullRequestEvents GetCommentsForPullRequest \
          GetCommitsFromMergeBase GetMergeConflicts GetPullRequest ListPullRequests GetBlob GetFile GetFolder \
          GetComment GetCommentsForComparedCommit BatchGetCommits GetCommit GetCommitHistory GetDifferences \
          GetObjectIdentifier GetReferences GetTree GetRepository ListTagsForResource GetRepositoryTriggers \
          TestRepositoryTriggers GetBranch GetCommit GetUploadArchiveStatus
          """, ["arn:<Partition>:codecommit:<Region>:<AccountId>:{RepositoryName}"])
      ]),
    SamPolicy(
      "CodePipelineLambdaExecutionPolicy", "Reports the result of a job of a pipeline.", [],
      [
        statement("codepipeline", "PutJobSuccessResult PutJobFailureResult", ["*"])
      ]),
    SamPolicy(
      "CodePipelineReadOnlyPolicy", "Reads a pipeline.", [("PipelineName", nil)],
      [
        statement(
          "codepipeline", "ListPipelineExecutions", ["arn:<Partition>:codepipeline:<Region>:<AccountId>:{PipelineName}"]
        )
      ]),
    SamPolicy(
      "CostExplorerReadOnlyPolicy", "Reads costs.", [],
      [
        statement(
          "ce",
          """
          GetCostAndUsage GetDimensionValues GetReservationCoverage GetReservationPurchaseRecommendation \
          GetReservationUtilization GetTags
          """, ["*"])
      ]),
    SamPolicy(
      "DynamoDBBackupFullAccessPolicy", "Manages backups of a table.", [("TableName", nil)],
      [
        statement(
          "dynamodb", "CreateBackup DescribeContinuousBackups",
          ["arn:<Partition>:dynamodb:<Region>:<AccountId>:table/{TableName}"]),
        statement(
          "dynamodb", "DeleteBackup DescribeBackup ListBackups",
          ["arn:<Partition>:dynamodb:<Region>:<AccountId>:table/{TableName}/backup/*"]),
      ]),
    SamPolicy(
      "DynamoDBRestoreFromBackupPolicy", "Restores a table from a backup.", [("TableName", nil)],
      [
        statement(
          "dynamodb", "RestoreTableFromBackup",
          ["arn:<Partition>:dynamodb:<Region>:<AccountId>:table/{TableName}/backup/*"]),
        statement(
          "dynamodb", "PutItem UpdateItem DeleteItem GetItem Query Scan BatchWriteItem",
          ["arn:<Partition>:dynamodb:<Region>:<AccountId>:table/{TableName}"]),
      ]),
    SamPolicy(
      "EC2CopyImagePolicy", "Copies images.", [("ImageId", nil)],
      [
        statement("ec2", "CopyImage", ["arn:<Partition>:ec2:<Region>:<AccountId>:image/{ImageId}"])
      ]),
    SamPolicy(
      "EFSWriteAccessPolicy", "Mounts and writes a file system.", [("AccessPoint", nil), ("FileSystem", nil)],
      [
        statement(
          "elasticfilesystem", "ClientMount ClientWrite",
          ["arn:<Partition>:elasticfilesystem:<Region>:<AccountId>:file-system/{FileSystem}"],
          when: (
            "elasticfilesystem:AccessPointArn",
            "arn:<Partition>:elasticfilesystem:<Region>:<AccountId>:access-point/{AccessPoint}"
          ))
      ]),
    SamPolicy(
      "OrganizationsListAccountsPolicy", "Lists the accounts of the organization.", [],
      [
        statement("organizations", "ListAccounts", ["*"])
      ]),
    SamPolicy(
      "ServerlessRepoReadWriteAccessPolicy", "Manages applications of the repository.", [],
      [
        statement(
          "serverlessrepo",
          """
          CreateApplication CreateApplicationVersion UpdateApplication GetApplication ListApplications \
          ListApplicationVersions ListApplicationDependencies
          """, ["arn:<Partition>:serverlessrepo:<Region>:<AccountId>:applications/*"])
      ]),
  ]
}
