/// The properties that are ARNs or IDs (source: CloudFormation's pages of the types).
enum IdentifierPaths {
  /// The properties that are the ARN or the ID of one kind of resource.
  static let kinds: [(PropertyPath, Kind)] = [
    (PropertyPath("AWS::Lambda::Function", "Role"), .role),
    (PropertyPath("AWS::Lambda::Function", "KmsKeyArn"), .kmsKey),
    (PropertyPath("AWS::Lambda::Function", "Layers.*"), .layer),
    (PropertyPath("AWS::Lambda::Function", "VpcConfig.SecurityGroupIds.*"), .securityGroup),
    (PropertyPath("AWS::Lambda::Function", "VpcConfig.SubnetIds.*"), .subnet),
    (PropertyPath("Api", "CredentialsArn"), .role),
    (PropertyPath("Integration", "CredentialsArn"), .role),
    (PropertyPath("Authorizer", "AuthorizerCredentialsArn"), .role),
    (PropertyPath("Integration", "ConnectionId"), .vpcLink),
    (PropertyPath("AWS::ApiGateway::Account", "CloudWatchRoleArn"), .role),
    (PropertyPath("AWS::StepFunctions::StateMachine", "RoleArn"), .role),
    (PropertyPath("AWS::Events::Rule", "RoleArn"), .role),
    (PropertyPath("AWS::Events::Rule", "Targets.*.RoleArn"), .role),
    (PropertyPath("AWS::Scheduler::Schedule", "Target.RoleArn"), .role),
    (PropertyPath("AWS::Pipes::Pipe", "RoleArn"), .role),
    (PropertyPath("AWS::ECS::TaskDefinition", "TaskRoleArn"), .role),
    (PropertyPath("AWS::ECS::TaskDefinition", "ExecutionRoleArn"), .role),
    (PropertyPath("AWS::ECS::Service", "LoadBalancers.*.TargetGroupArn"), .targetGroup),
    (PropertyPath("AWS::Serverless::HttpApi", "Domain.CertificateArn"), .certificate),
    (PropertyPath("AWS::Serverless::WebSocketApi", "Domain.CertificateArn"), .certificate),
    (PropertyPath("DomainName", "DomainNameConfigurations.*.CertificateArn"), .certificate),
    (PropertyPath("DomainName", "DomainNameConfigurations.*.OwnershipVerificationCertificateArn"), .certificate),
    (PropertyPath("VpcLink", "SecurityGroupIds.*"), .securityGroup),
    (PropertyPath("VpcLink", "SubnetIds.*"), .subnet),
    (PropertyPath("AWS::Logs::LogGroup", "KmsKeyId"), .kmsKey),
    (PropertyPath("AWS::EC2::SecurityGroup", "VpcId"), .vpc),
    (PropertyPath("AWS::EC2::SecurityGroup", "SecurityGroupIngress.*.SourceSecurityGroupId"), .securityGroup),
    (PropertyPath("AWS::EC2::SecurityGroup", "SecurityGroupEgress.*.DestinationSecurityGroupId"), .securityGroup),
    (PropertyPath("AWS::EC2::SecurityGroupIngress", "GroupId"), .securityGroup),
    (PropertyPath("AWS::EC2::SecurityGroupIngress", "SourceSecurityGroupId"), .securityGroup),
    (PropertyPath("AWS::EC2::SecurityGroupEgress", "GroupId"), .securityGroup),
    (PropertyPath("AWS::EC2::Subnet", "VpcId"), .vpc),
    (PropertyPath("AWS::ElasticLoadBalancingV2::LoadBalancer", "SecurityGroups.*"), .securityGroup),
    (PropertyPath("AWS::ElasticLoadBalancingV2::LoadBalancer", "Subnets.*"), .subnet),
    (PropertyPath("AWS::ElasticLoadBalancingV2::TargetGroup", "VpcId"), .vpc),
    (PropertyPath("AWS::ElasticLoadBalancingV2::Listener", "LoadBalancerArn"), .loadBalancer),
    (PropertyPath("AWS::ElasticLoadBalancingV2::Listener", "Certificates.*.CertificateArn"), .certificate),
    (PropertyPath("AWS::ElasticLoadBalancingV2::Listener", "DefaultActions.*.TargetGroupArn"), .targetGroup),
    (PropertyPath("AWS::ElasticLoadBalancingV2::ListenerRule", "ListenerArn"), .listener),
    (PropertyPath("AWS::ElasticLoadBalancingV2::ListenerRule", "Actions.*.TargetGroupArn"), .targetGroup),
    (PropertyPath("AWS::Route53::RecordSet", "HostedZoneId"), .hostedZone),
    (PropertyPath("AWS::Route53::RecordSetGroup", "HostedZoneId"), .hostedZone),
    (PropertyPath("AWS::Cognito::UserPoolClient", "UserPoolId"), .userPool),
    (PropertyPath("AWS::Cognito::UserPoolDomain", "UserPoolId"), .userPool),
  ]

  /// The properties that are the ARN of any of several kinds.
  static let arns = [
    PropertyPath("AWS::Lambda::EventSourceMapping", "EventSourceArn"),
    PropertyPath("AWS::Lambda::Function", "DeadLetterConfig.TargetArn"),
    PropertyPath("AWS::SQS::Queue", "RedrivePolicy.deadLetterTargetArn"),
    PropertyPath("AWS::SNS::Subscription", "TopicArn"),
    PropertyPath("AWS::SNS::TopicPolicy", "Topics.*"),
    PropertyPath("AWS::SNS::Subscription", "RedrivePolicy.deadLetterTargetArn"),
    PropertyPath("AWS::Events::Rule", "Targets.*.Arn"),
    PropertyPath("AWS::Events::Rule", "Targets.*.DeadLetterConfig.Arn"),
    PropertyPath("AWS::Scheduler::Schedule", "Target.Arn"),
    PropertyPath("AWS::CloudWatch::Alarm", "AlarmActions.*"),
    PropertyPath("AWS::WAFv2::WebACLAssociation", "ResourceArn"),
    PropertyPath("AWS::WAFv2::WebACLAssociation", "WebACLArn"),
    PropertyPath("AWS::IAM::Role", "PermissionsBoundary"),
  ]

  /// The properties that are such an ARN or another text, such as the name of a Kafka topic or a URL.
  static let arnsAndOthers = [
    PropertyPath("AWS::Lambda::Permission", "SourceArn"),
    PropertyPath("AWS::Lambda::EventSourceMapping", "DestinationConfig.OnFailure.Destination"),
    PropertyPath("AWS::Lambda::EventInvokeConfig", "DestinationConfig.*.Destination"),
    PropertyPath("AWS::Scheduler::Schedule", "Target.DeadLetterConfig.Arn"),
    PropertyPath("AWS::S3::Bucket", "NotificationConfiguration.QueueConfigurations.*.Queue"),
    PropertyPath("AWS::S3::Bucket", "NotificationConfiguration.LambdaConfigurations.*.Function"),
    PropertyPath("AWS::Serverless::Function", "DeadLetterQueue.TargetArn"),
    PropertyPath("AWS::Serverless::Function", "Events.*.Properties.Queue"),
    PropertyPath("AWS::Serverless::Function", "Events.*.Properties.Stream"),
    PropertyPath("AWS::Serverless::Function", "Events.*.Properties.SqsSubscription.QueueArn"),
  ]

  /// The kinds of targets of a group, by its type.
  static let targets: [String: Kind] = ["lambda": .function, "alb": .loadBalancer, "instance": .instance]
}
