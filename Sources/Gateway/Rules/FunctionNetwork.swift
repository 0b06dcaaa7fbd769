import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A group of another network.
  static let functionGroupOfOtherVpc = Rule(
    id: "LAM012",
    severity: .error,
    summary: "a function in one VPC with a security group of another",
    why: "A security group belongs to one VPC. Lambda refuses one of another VPC than that of the function's subnets.",
    source: "Lambda's CreateFunction (VpcConfig), found by deployments (cdk-preflight)",
    bad: """
      vpcs:
        main: {natGateways: 1}
        other: {cidr: 10.1.0.0/16}
      securityGroups:
        books: {vpc: other}
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          vpc: main
          securityGroups: ⟦books⟧
      apis:
        store:
          routes:
            GET /books: books
      """,
    good: """
      vpcs:
        main: {natGateways: 1}
      securityGroups:
        books: {vpc: main}
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          vpc: main
          securityGroups: books
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { spec, report in
      for own in spec.createdFunctions {
        guard let vpc = own.function.vpc, let identity = spec.identity(ofVpc: vpc) else { continue }
        for given in own.function.securityGroups?.items ?? [] {
          guard case .element(let index) = spec.names.find(.securityGroup, given),
            case .created(let group) = spec.names.spec.securityGroups[index].value.form,
            let other = spec.identity(ofVpc: group.vpc), other != identity
          else { continue }
          report.report(
            at: given.mark, "this group is of another VPC than the function",
            related: [
              Related(message: "the group's VPC", mark: group.vpc.mark),
              Related(message: "the function's VPC", mark: vpc.mark),
            ], help: "name a group of the function's VPC, or leave this out: then it gets one of its own")
        }
      }
    })

  /// A role that Lambda is not let into.
  static let functionRoleTrust = Rule(
    id: "LAM013",
    severity: .error,
    summary: "a function's role that Lambda cannot take",
    why: """
      A function runs as its role, which lets Lambda take it by its trust policy. Without that Lambda refuses the function:
      "The role defined for the function cannot be assumed by Lambda."
      """,
    source: "Lambda's page on execution roles; found by deployments (cdk-preflight)",
    bad: """
      resources:
        Worker:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books, role: ⟦Worker⟧}
      apis:
        store:
          routes:
            GET /books: books
      """,
    good: """
      resources:
        Worker:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books, role: Worker}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { spec, report in
      var seen: [String: RoleReading] = [:]
      for own in spec.createdFunctions {
        guard let given = own.function.role, let id = spec.values.resource(.role, given),
          let role = seen[id] ?? RoleReading(id, in: spec)
        else { continue }
        seen[id] = role
        if role.mayTrust("lambda.amazonaws.com") { continue }
        report.report(
          at: given.mark, "Lambda cannot take the role `\(id)`: its trust policy does not name it",
          related: [Related(message: "the role", mark: role.mark)],
          help: "let `lambda.amazonaws.com` be a `Service` in its `AssumeRolePolicyDocument`")
      }
    })
}

extension ResolvedSpec {
  /// What tells a VPC from others; nil where that is not known.
  fileprivate func identity(ofVpc given: Given<String>) -> String? {
    switch names.vpc(given) {
    case .created(let name, _): "vpcs.\(name)"
    case .imported(_, let vpc): vpc.id.literal
    case .outside(let given): given.literal
    case nil: nil
    }
  }
}
