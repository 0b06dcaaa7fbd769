import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// Endpoints of services that do not exist.
  static let endpointService = Rule(
    id: "NET009",
    severity: .error,
    summary: "VPC endpoint of an unknown service",
    why: """
      The name of an endpoint is the last part of the name of its service, which often differs from the name in ARNs: that
      of Kinesis Data Streams is `kinesis-streams`. EC2 rejects an unknown service at deployment.
      """,
    source: "AWS PrivateLink Guide, AWS services that integrate with AWS PrivateLink",
    example: """
      vpcs:
        main: {endpoints: [s3, ⟦kinesis → kinesis-streams⟧]}
      vpcLinks:
        inner: {vpc: main}
      outputs:
        Link: {Value: !Ref vpcLinks.inner}
      """,
    check: { model, report in
      for vpc in model.names.spec.vpcs {
        guard case .created(let created) = vpc.value.form else { continue }
        for endpoint in created.endpoints?.items ?? [] {
          // The whole name is allowed as well.
          if let text = endpoint.literal, case let name = EndpointServices.name(of: text) ?? text,
            let near = EndpointServices.flaw(name)
          {
            report.report(unknownService: name, near, at: endpoint.mark)
          }
        }
      }
      for endpoint in model.resources("AWS::EC2::VPCEndpoint") where endpoint.isRaw {
        guard let given = endpoint["ServiceName"], let text = given.value.spelled else { continue }
        guard let name = EndpointServices.name(of: text) else {
          if given.text != nil, EndpointServices.names.contains(text) {
            report.report(
              at: given, "\(Reader.quoted(text)) is not the name of an endpoint service",
              help: "write `!Sub \"com.amazonaws.${AWS::Region}.\(text)\"`")
          }
          continue
        }
        if let near = EndpointServices.flaw(name) {
          report.report(unknownService: name, near, at: given.mark)
        } else if endpoint.lacks("VpcEndpointType") || endpoint["VpcEndpointType"]?.text == "Gateway",
          EndpointServices.names.contains(name), !EndpointServices.gateways.contains(name)
        {
          report.report(
            at: endpoint["VpcEndpointType"] ?? given, "\(Reader.quoted(name)) has no gateway endpoint",
            help: "write `VpcEndpointType: Interface`; `Gateway` is the default")
        }
      }
    })
}

extension Rule.Report {
  fileprivate mutating func report(unknownService name: String, _ near: String, at mark: Mark) {
    report(
      at: mark, "there is no VPC endpoint service \(Reader.quoted(name))",
      help: "did you mean `\(near)`? `aws ec2 describe-vpc-endpoint-services` lists the services")
  }
}

/// The services with VPC endpoints, by the part of their names after `com.amazonaws.REGION.` (AWS PrivateLink Guide, as of
/// 2026-11).
private enum EndpointServices {
  static let names = Set(sorted)
  /// Those with gateway endpoints.
  static let gateways: Set = ["s3", "dynamodb"]

  /// The name of the service that was intended; nil where the name may be right. The list may lack new services: only a
  /// name that is close to a known one is surely wrong.
  static func flaw(_ name: String) -> String? {
    if names.contains(name) { return nil }
    return others[name.filter { $0 != "-" }] ?? Suggestion.nearest(to: name, among: sorted)
  }

  /// The part of a service's name after `com.amazonaws.REGION.`; nil for other names.
  static func name(of text: String) -> String? {
    guard let start = ["com.amazonaws.", "cn.com.amazonaws."].first(where: text.hasPrefix) else { return nil }
    let rest = text.dropFirst(start.count)
    guard let dot = rest.firstIndex(of: "."), !rest[dot...].contains("$") else { return nil }
    return String(rest[rest.index(after: dot)...])
  }

  static let sorted = """
    access-analyzer account acm acm-fips acm-pca acm-pca-fips aiops airflow.api airflow.api-fips airflow.env \
    airflow.env-fips airflow.ops amplify amplify-fips amplifyuibuilder analytics-omics app-integrations \
    appconfig appconfigdata appflow application-autoscaling application-autoscaling-fips application-signals \
    applicationinsights appmesh appmesh-envoy-management apprunner apprunner.requests appstream.api \
    appstream.streaming appsync appsync-api apptest aps aps-fips aps-workspaces arc-zonal-shift arsenal \
    arsenal-discovery athena athena-fips auditmanager auto-scaling-plans autoscaling autoscaling-plans b2bi backup \
    backup-gateway batch batch-fips bcm-data-exports bcm-pricing-calculator bedrock bedrock-agent \
    bedrock-agent-runtime bedrock-agentcore bedrock-agentcore.gateway bedrock-agentcore-control \
    bedrock-data-automation bedrock-data-automation-runtime bedrock-mantle bedrock-runtime bedrock-runtime-fips \
    billing billingconductor braket budgets cases cassandra cassandra-fips cassandra-streams ce chime-sdk-voice \
    cleanrooms cleanrooms-ml cloud9 cloudcontrolapi cloudcontrolapi-fips clouddirectory cloudformation \
    cloudformation-fips cloudhsmv2 cloudsearch cloudtrail cloudtrail-data cloudtrail-fips codeartifact.api \
    codeartifact.repositories codebuild codebuild-fips codecommit codecommit-fips codeconnections codeconnections.api \
    codedeploy codedeploy-commands-secure codedeploy-fips codeguru-profiler codeguru-reviewer codepipeline \
    codestar-connections.api codewhisperer cognito-identity cognito-idp cognito-sync comprehend comprehend-fips \
    comprehendmedical compute-optimizer config config-fips connect-campaigns console controltower \
    cost-optimization-hub data-servicediscovery data-servicediscovery-fips databrew databrew-fips dataexchange \
    datasync datasync-fips datazone deadline.management deadline.scheduling detective devops-guru directconnect discovery \
    dms dms-fips docdb-elastic drs ds ds-data dsql dynamodb dynamodb-fips dynamodb-streams ebs ebs-fips ec2 ec2-fips \
    ec2messages ecr.api ecr.api-fips ecr.dkr ecs ecs-agent ecs-telemetry eks eks-auth eks-auth-fips eks-fips \
    elastic-inference.runtime elasticache elasticache-fips elasticbeanstalk elasticbeanstalk-health elasticfilesystem \
    elasticfilesystem-fips elasticloadbalancing elasticmapreduce elasticmapreduce-fips email email-smtp \
    emr-containers emr-serverless emr-serverless-services.livy emrwal.prod entityresolution entityresolution-fips \
    events events-fips evidently evidently-dataplane evs execute-api finspace finspace-api \
    fis fis-fips forecast forecast-fips forecastquery forecastquery-fips frauddetector freetier fsx \
    fsx-fips git-codecommit git-codecommit-fips glue glue-fips glue.dashboard grafana grafana-workspace \
    greengrass groundstation guardduty guardduty-data guardduty-data-fips guardduty-fips healthlake iam \
    identity-store identitystore imagebuilder inspector-scan inspector2 invoicing iot.credentials iot.data \
    iot.fleethub.api iotdeviceadvisor iotfleetwise iotroborunner iotsitewise.api iotsitewise.data iottwinmaker.api \
    iottwinmaker.data iotwireless.api ivs.contribute kafka kafka-fips kendra kendra-ranking kinesis-firehose \
    kinesis-streams kinesis-streams-fips kms kms-fips lakeformation lambda launchwizard lex-models-v2 \
    license-manager license-manager-fips license-manager-linux-subscriptions license-manager-user-subscriptions \
    logs logs-fips lookoutequipment lookoutmetrics lookoutvision lorawan.cups lorawan.lns m2 macie2 macie2-fips \
    managedblockchain-query managedblockchain.bitcoin.mainnet managedblockchain.bitcoin.testnet \
    marketplacemetering mediaconnect mediaconvert medical-imaging memory-db memorydb-fips metering-marketplace \
    mgn migrationhub-orchestrator models-v2-lex monitoring monitoring-fips mpa mq neptune-graph neptune-graph-data \
    neptune-graph-fips network-firewall network-firewall-fips networkflowmonitor networkflowmonitorreports \
    networkmanager networkmonitor notifications notifications-contacts nova-act observabilityadmin odb \
    organizations organizations-fips osis outposts panorama partnercentral-selling payment-cryptography.controlplane \
    payment-cryptography.dataplane pca-connector-ad pca-connector-scep pcs pcs-fips personalize \
    personalize-events personalize-runtime pi pi-fips pinpoint pinpoint-sms-voice-v2 pipes pipes-data \
    pipes-fips polly polly-fips pricing.api private-networks profile proton q qapps qbusiness qldb.session \
    quicksight-website ram rds rds-data rds-fips recycle-bin rbin redshift redshift-data redshift-data-fips redshift-fips \
    redshift-serverless redshift-serverless-fips refactor-spaces rekognition rekognition-fips resiliencehub \
    resource-explorer-2 resource-explorer-2-fips resource-groups resource-groups-fips robomaker rolesanywhere route53 \
    route53domains route53resolver rtbfabric rum rum-dataplane s3 s3-global.accesspoint s3-outposts s3express s3tables s3vectors \
    sagemaker.api sagemaker.api-fips sagemaker.experiments sagemaker.featurestore-runtime sagemaker.metrics \
    sagemaker.partner-app sagemaker.runtime sagemaker.runtime-fips sagemaker-data-science-assistant \
    sagemaker-geospatial savingsplans scheduler scn secretsmanager securityhub security-ir securitylake securitylake-fips \
    serverlessrepo servicecatalog servicecatalog-appregistry servicediscovery servicediscovery-fips servicequotas \
    signin simspaceweaver sms sms-fips sms-voice snow-device-management sns socialmessaging sqs sqs-fips ssm \
    ssm-contacts ssm-fips ssm-incidents ssm-quicksetup ssmmessages ssmmessages-fips ssm-sap states storagegateway \
    streaming-rekognition streaming-rekognition-fips sts sts-fips support supportapp swf swf-fips sync-states synthetics \
    synthetics-fips tagging tax textract textract-fips thinclient.api timestream-influxdb tnb transcribe \
    transcribestreaming transfer transfer-fips transfer.server transform translate trustedadvisor \
    user-subscriptions verifiedpermissions voiceid vpc-lattice wafv2 wafv2-fips wellarchitected wickr wisdom workmail \
    workspaces workspaces-instances workspaces-web xray
    """.split(separator: " ").map(String.init)

  /// Names from elsewhere that no spelling suggests, without hyphens.
  static let others = [
    "kinesis": "kinesis-streams", "stepfunctions": "states", "cloudwatch": "monitoring", "cloudwatchlogs": "logs",
    "eventbridge": "events", "ecr": "ecr.api", "efs": "elasticfilesystem", "ses": "email",
    "apigateway": "execute-api", "firehose": "kinesis-firehose", "kinesisfirehose": "kinesis-firehose",
    "cognito": "cognito-idp", "systemsmanager": "ssm", "parameterstore": "ssm", "sagemaker": "sagemaker.api",
    "secrets": "secretsmanager", "emr": "elasticmapreduce", "sfn": "states",
  ]
}
