import CloudFormation

extension Rule {
  /// Security groups of a VPC that are named instead of referred to by their ID.
  static let groupByName = Rule(
    id: "NET014",
    severity: .error,
    summary: "name of a security group where a VPC requires its ID",
    why: """
      Rules name security groups only in the default VPC. In another one EC2 looks up their IDs, and `!Ref` gives the ID of a group:
      "The security group 'sg-…' does not exist in default VPC".
      """,
    source: """
      CloudFormation's pages of AWS::EC2::SecurityGroup and AWS::EC2::SecurityGroupIngress (SourceSecurityGroupName, GroupName, Ref); \
      public reports of the message (aws-cli#1207, aws-sdk#402)
      """,
    example: """
      resources:
        Web:
          Type: AWS::EC2::SecurityGroup
          Properties: {GroupDescription: Web servers, VpcId: vpc-12345678}
        Tasks:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: Tasks
            VpcId: vpc-12345678
            SecurityGroupIngress:
              - {IpProtocol: tcp, FromPort: 80, ToPort: 80, ⟦SourceSecurityGroup⟪Name → Id⟫⟧: !Ref Web}
      """,
    check: { model, report in
      model.forEachSecurityGroupRule { rule in
        for (name, instead) in [("SourceSecurityGroupName", "SourceSecurityGroupId"), ("GroupName", "GroupId")] {
          guard let given = rule[name], let group = model.resource(given, of: "AWS::EC2::SecurityGroup"),
            group["VpcId"] != nil, given.value != .getAtt(group.id, "GroupName")
          else { continue }
          report.report(
            at: given.key,
            "the security group `\(given.writtenTarget ?? group.id)` is in a VPC, and has to be given by its ID",
            help: "write `\(instead)`")
        }
      }
    })
}
