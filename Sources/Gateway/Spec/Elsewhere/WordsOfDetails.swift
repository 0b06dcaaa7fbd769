import SpecReading

/// Options of CloudFormation, SAM, Terraform and the CDK that have another place here.
extension ForeignWords {
  static let details: [Entry] = optionsOfFunctions + partsOfNetworks + partsOfServices + connections

  private static let optionsOfFunctions: [Entry] = [
    .advice(
      beside: "handler", "write `defaults: {roles: {permissionsBoundary: ARN}}`, for all roles that are created",
      "permissionsBoundary", "rolePermissionsBoundary"),
    .advice(
      beside: "handler", "set `alias`, and define the deployment group of CodeDeploy in `resources`",
      "deploymentPreference", "deploymentConfig", "canary"),
    .advice(
      beside: "handler", "remove it: `alias` publishes a version of each change", "autoPublishCodeSha256",
      "autoPublishAliasAllProperties", "versionDescription", "versionDeletionPolicy", "currentVersionOptions",
      "publishToLatestPublished"),
    .advice(
      beside: "handler", "API Gateway waits for the answer: only asynchronous calls are repeated", "eventInvokeConfig"),
    .advice(
      beside: "handler", "write `properties: {DeadLetterConfig: {TargetArn: ARN}}`; API Gateway's calls never use it",
      "deadLetterTargetArn", "deadLetterQueueEnabled"),
    .advice(beside: "handler", "remove it: `tags` of the spec are on every resource", "propagateTags"),
    .advice(beside: "handler", "write in `overrides`: `functions.NAME.role: {Properties: {Path: …}}`", "rolePath"),
    .advice(
      beside: "handler", "write in `overrides`: `functions.NAME.securityGroup: {Properties: {SecurityGroupEgress: …}}`",
      "allowAllOutbound", "allowAllIpv6Outbound"),
    .advice(
      beside: "handler", "build the code first; `code` is the folder of the built code", "dockerFile",
      "buildInDocker", "dockerImage"),
    .advice(beside: "handler", "define alarms in `resources`, as `AWS::CloudWatch::Alarm`", "alarms", "alarm"),
  ]

  private static let partsOfNetworks: [Entry] = [
    .form("nlb", "write `nlb: LOADBALANCER`", "loadBalancer", "targetArn"),
    .advice(
      beside: "deletionProtection", "write `attributes: {access_logs.s3.enabled: true, access_logs.s3.bucket: …}`",
      "accessLogs", "logs", "logging"),
    .form(
      "healthCheck", "write it in `healthCheck`: `healthCheck: {path: …, matcher: …}`", "matcher", "interval",
      "unhealthyThreshold", "healthyThreshold"),
    .advice(
      beside: "deregistrationDelay", "write `attributes: {slow_start.duration_seconds: …}`", "slowStart",
      "slowStartDuration"),
    .advice(
      beside: "deregistrationDelay", "write `attributes: {load_balancing.algorithm.type: …}`",
      "loadBalancingAlgorithmType", "algorithm"),
    .advice(
      beside: "deregistrationDelay", "write `attributes: {preserve_client_ip.enabled: …}`", "preserveClientIp"),
    .advice(
      beside: "deregistrationDelay", "write `attributes: {proxy_protocol_v2.enabled: …}`", "proxyProtocolV2"),
    .key("ingress", "rules", "inbound", "inboundRules", "ingressWithCidrBlocks"),
    .key("egress", "outbound", "outboundRules", "egressWithCidrBlocks"),
    .form("ingress", "write the rules in `ingress`: `ingress: {port: …, from: …}`", "ports", "cidr", "from"),
    .form("natGateways", "write the number: `natGateways: 2`", "oneNatGatewayPerAz", "natInstances"),
    .advice(
      beside: "natGateways", "remove it: it is created for public subnets", "internetGateway", "createInternetGateway",
      "routeTables", "igw"),
    .advice(
      beside: "natGateways", "define it in `resources`, with `!Ref vpcs.NAME` as the VPC", "flowLogs", "flowLog",
      "vpnGateway", "ipv6", "amazonProvidedIpv6CidrBlock", "secondaryCidrs"),
    .advice(beside: "natGateways", "define them in `securityGroups`, a section", "securityGroups"),
    .advice(beside: "natGateways", "remove it: account and region are selected at deployment", "region"),
    .key("id", "instanceId"),
    .advice(
      beside: "customHealthCheck", "write it in `instances`, or in `ServiceRegistries` of the ECS service", "port",
      "containerPort", "container", "containerName"),
  ]

  private static let partsOfServices: [Entry] = [
    .advice(
      beside: "cloudMap", "the listener has the port, the protocol and the targets: define it in `loadBalancers`",
      "port", "protocol", "healthCheck", "pathPattern"),
    .advice(
      beside: "cloudMap", "name the listener that forwards to it: `alb: LOADBALANCER.LISTENER`", "targetGroup",
      "targetGroupArn"),
    .form(
      "requestParameters", "write `requestParameters: {\"overwrite:path\": PATH}`", "stripPath", "rewrite",
      "pathRewrite", "rewritePath"),
    .advice(
      beside: "cloudMap", "set them on a VPC link in `vpcLinks`, and name it in `vpcLink`", "subnets", "securityGroups"),
    .advice(
      beside: "clients", "define it in `resources`, with `!Ref userPools.NAME` as the pool", "domain", "hostedUi",
      "resourceServers", "groups", "scopes"),
  ]

  private static let connections: [Entry] = [
    .advice(
      beside: "nested",
      "it cannot be changed: WebSocket connections end after 10 minutes without a message, and after 2 hours",
      "keepAlive", "heartbeat", "idleTimeout", "connectionTimeout", "pingInterval"),
    .advice(
      beside: "nested", "`$connect` and `$disconnect` are routes; a table for connections is in `resources`",
      "connectionTable", "connections"),
  ]
}
