import SpecReading

extension Rule {
  /// Names of security groups that are reserved.
  static let securityGroupName = Rule(
    id: "NET011",
    severity: .error,
    summary: "reserved name of a security group",
    why: """
      Names of security groups do not begin with `sg-`, which is the form of IDs ("Group names may not be in the format sg-*"), and
      `default` is that of the VPC's own group. EC2 rejects both.
      """,
    source: "EC2's CreateSecurityGroup (GroupName); found by deployments (cdk-preflight: ec2-sg-group-name)",
    example: """
      vpcs:
        main:
      securityGroups:
        web: {vpc: main, ingress: {port: 80, from: 10.0.0.0/16}, properties: {GroupName: ⟦sg-web → web⟧}}
      loadBalancers:
        web:
          type: application
          vpc: main
          securityGroups: web
          listeners:
            http: {port: 80, forward: {type: ip, port: 8080}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      for (name, text) in model.resources("AWS::EC2::SecurityGroup").flatMap({ $0["GroupName"]?.choices ?? [] }) {
        guard text.hasPrefix("sg-") || text == "default" else { continue }
        report.report(
          at: name, "\(Reader.quoted(text)) is a reserved name",
          help: text == "default" ? "choose another name" : "write `\(text.dropFirst(3))`")
      }
    })
}
