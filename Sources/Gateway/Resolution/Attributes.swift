/// The attributes that `Fn::GetAtt` gives of what the program writes.
///
/// Source: the read-only properties of CloudFormation's resource schemas of 2026-10-20.
enum Attributes {
  static let byType: [String: [String]] = [
    "AWS::ApiGatewayV2::Api": ["ApiEndpoint", "ApiId", "ExecuteApiArn"],
    "AWS::ApiGatewayV2::ApiMapping": ["ApiMappingId"],
    "AWS::ApiGatewayV2::Authorizer": ["AuthorizerId"],
    "AWS::ApiGatewayV2::DomainName": ["DomainNameArn", "RegionalDomainName", "RegionalHostedZoneId"],
    "AWS::ApiGatewayV2::Integration": ["IntegrationId"],
    "AWS::ApiGatewayV2::Model": ["ModelId"],
    "AWS::ApiGatewayV2::RouteResponse": ["RouteResponseId"],
    "AWS::ApiGateway::Account": ["Id"],
    "AWS::ApiGateway::ApiKey": ["APIKeyId"],
    "AWS::ApiGateway::UsagePlan": ["Id"],
    "AWS::ApiGateway::VpcLink": ["VpcLinkId"],
    "AWS::ApiGatewayV2::Route": ["RouteId"],
    "AWS::ApiGatewayV2::Stage": [],
    "AWS::ApiGatewayV2::VpcLink": ["VpcLinkId"],
    "AWS::CertificateManager::Certificate": ["CertificateArn"],
    "AWS::Cognito::UserPool": ["Arn", "ProviderName", "ProviderURL", "UserPoolId"],
    "AWS::Cognito::UserPoolClient": ["ClientId", "ClientSecret", "Name"],
    "AWS::EC2::InternetGateway": ["InternetGatewayId"],
    "AWS::EC2::NatGateway": ["NatGatewayId"],
    "AWS::EC2::RouteTable": ["RouteTableId"],
    "AWS::EC2::Subnet": [
      "AvailabilityZone", "AvailabilityZoneId", "CidrBlock", "Ipv6CidrBlocks", "NetworkAclAssociationId", "SubnetId",
      "VpcId",
    ],
    "AWS::EC2::VPC": [
      "CidrBlock", "CidrBlockAssociations", "DefaultNetworkAcl", "DefaultSecurityGroup", "Ipv6CidrBlocks", "VpcId",
    ],
    "AWS::EC2::VPCEndpoint": ["CreationTimestamp", "DnsEntries", "Id", "NetworkInterfaceIds"],
    "AWS::EC2::SecurityGroup": ["GroupId", "Id", "VpcId"],
    "AWS::ElasticLoadBalancingV2::Listener": ["ListenerArn"],
    "AWS::ElasticLoadBalancingV2::LoadBalancer": [
      "CanonicalHostedZoneID", "DNSName", "LoadBalancerArn", "LoadBalancerFullName", "LoadBalancerName",
      "SecurityGroups",
    ],
    "AWS::ElasticLoadBalancingV2::TargetGroup": [
      "LoadBalancerArns", "TargetGroupArn", "TargetGroupFullName", "TargetGroupName",
    ],
    "AWS::IAM::Role": ["Arn", "RoleId"],
    "AWS::Lambda::Alias": ["AliasArn"],
    "AWS::Lambda::Function": ["Arn", "SnapStartResponse.ApplyOn", "SnapStartResponse.OptimizationStatus"],
    "AWS::Logs::LogGroup": ["Arn"],
    "AWS::ServiceDiscovery::HttpNamespace": ["Arn", "Id"],
    "AWS::ServiceDiscovery::PrivateDnsNamespace": ["Arn", "HostedZoneId", "Id"],
    "AWS::ServiceDiscovery::PublicDnsNamespace": ["Arn", "HostedZoneId", "Id"],
    "AWS::Route53::RecordSet": [],
    "AWS::ServiceDiscovery::Service": ["Arn", "Id", "Name"],
  ]
}
