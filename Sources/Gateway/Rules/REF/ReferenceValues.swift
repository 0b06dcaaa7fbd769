import SpecReading
import TextSearch

extension Rule {
  /// A reference to a resource that does not give what AWS takes.
  static let referenceValue = Rule(
    id: "REF013",
    severity: .error,
    summary: "value that is not the ARN or ID that AWS takes",
    why: """
      `!Ref` gives the name of a function or a role, and the ID of a key. AWS takes their ARNs, and looks for nothing else: not
      for a name either. It rejects the ARN of another kind of resource as well.
      """,
    source: "CloudFormation's pages of the types: return values; patterns of their properties",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books, role: ⟦⟪!Ref Reader → !GetAtt Reader.Arn⟫⟧}
      apis:
        store:
          routes:
            GET /books: books
      resources:
        Reader:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement: {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: "sts:AssumeRole"}
      """,
    check: { model, report in
      // What is imported is reported where it is, not where it is used: its ARN by a step before the rules.
      var imported: Set<String> = []
      func check(imported id: Given<String>, as kind: Kind) {
        let form = kind == .loadBalancer ? "loadbalancer/" : "targetgroup/"
        if kind.hasArn, model.openArn(id, where: { !$0.mayBe("elasticloadbalancing", form) }) != nil {
          report.report(at: id.mark, "this is not the ARN of \(kind.article)")
        }
        guard let text = id.literal, let flaw = model.flaw(ofLiteral: text, as: kind) else { return }
        imported.insert(text)
        if !kind.hasArn, !id.mark.isNowhere { report.report(flaw, at: id.mark) }
      }
      let spec = model.names.spec
      for group in spec.securityGroups {
        if case .imported(let group) = group.value.form { check(imported: group.id, as: .securityGroup) }
      }
      for vpc in spec.vpcs { if case .imported(let vpc) = vpc.value.form { check(imported: vpc.id, as: .vpc) } }
      for balancer in spec.loadBalancers {
        if case .imported(let balancer) = balancer.value.form { check(imported: balancer.arn, as: .loadBalancer) }
      }
      for group in spec.targetGroups {
        if case .imported(let group) = group.value.form { check(imported: group.arn, as: .targetGroup) }
      }
      func flawOfText(_ text: String, _ value: Model.Property, _ kind: Kind) -> Flaw? {
        // Those of the language are checked where they are read.
        if value.isRaw, let flaw = Arn.flawOfParts(in: text) { return flaw }
        // Another text as `credentials` has a rule of its own, and so has a name in a branch of `!If`.
        if value.name == "CredentialsArn" { return nil }
        if imported.contains(text) { return nil }
        if !value.isRaw, !text.contains(","), model.names.find(kind, Given(text, at: value.mark)) != nil {
          return Model.flaw(ofDigitsIn: text)
        }
        let flaw = model.flaw(ofLiteral: text, as: kind)
        if !value.isRaw, kind == .subnet, let flaw { return (flaw.message, model.wayToSubnets(text) ?? flaw.help) }
        return flaw
      }
      func check(_ property: Model.Property, _ kind: Kind) {
        let flaw =
          property.text.map { flawOfText($0, property, kind) }
          ?? model.flaw(of: property.value, as: kind, called: property.writtenTarget)
        if let flaw { report.report(flaw, at: property) }
      }
      for (path, kind) in IdentifierPaths.kinds { model.forEach(path) { check($0, kind) } }
      report.checkOwners(in: model)
      for path in IdentifierPaths.arns {
        model.forEach(path) { property in
          if let flaw = model.flaw(ofArn: property) ?? property.text.flatMap(model.flaw(ofArnText:)) {
            report.report(flaw, at: property)
          } else if property.name == "PermissionsBoundary", let text = property.text, text.hasPrefix("arn:"),
            !Arn(text).resource.hasPrefix("policy/")
          {
            report.report(
              at: property, "\(Reader.quoted(text)) is not the ARN of a policy", help: "it contains `:policy/`")
          }
        }
      }
      for queue in model.resources("AWS::SQS::QueuePolicy").flatMap({ $0["Queues"]?.list ?? [] }) {
        guard let arn = queue.value.spelled, arn.hasPrefix("arn:") || arn.hasPrefix("${") && arn.hasSuffix(".Arn}")
        else { continue }
        let name = queue.writtenTarget ?? ""
        report.report(
          at: queue, "this is the ARN of the queue, not its URL",
          help: name.isEmpty ? "write `!Ref QUEUE`" : "write `!Ref \(name)`")
      }
      for path in IdentifierPaths.arnsAndOthers {
        model.forEach(path) { property in
          if let flaw = model.flaw(ofArn: property) { report.report(flaw, at: property) }
        }
      }
      for subscription in model.resources("AWS::SNS::Subscription") {
        guard let endpoint = subscription["Endpoint"], ["sqs", "lambda"].contains(subscription["Protocol"]?.text),
          let flaw = model.flaw(ofArn: endpoint) ?? endpoint.text.flatMap(model.flaw(ofArnText:))
        else { continue }
        report.report(flaw, at: endpoint)
      }
      // Those of `resources` have rules of their own.
      for integration in model.apis.integrations {
        guard let target = integration.target, target.integration.name.literal == nil, let kind = target.kindOfName,
          let uri = integration["IntegrationUri"]
        else { continue }
        check(uri, kind)
      }
      for group in model.resources("AWS::ElasticLoadBalancingV2::TargetGroup") {
        if let kind = IdentifierPaths.targets[group["TargetType"]?.text ?? "instance"] {
          group.forEach("Targets.*.Id") { check($0, kind) }
        }
      }
      func check(imported given: Given<String>?, _ kind: Kind) {
        guard let given, case .intrinsic(let node) = given.content else { return }
        let value = model.spec.values.value(node)
        let name = model.names.tree.writtenTarget(of: value, at: node)
        if let flaw = model.flaw(of: value, as: kind, called: name) {
          report.report(flaw, at: given.mark)
        }
      }
      func check(id given: Given<String>, _ noun: String) {
        guard let text = given.literal, !Model.isId(text) else { return }
        // The host of an endpoint begins with the ID, an ARN ends in it.
        let host = text.hasPrefix("https://") ? text.dropFirst(8).prefix { $0 != "." } : nil
        let id = text.hasPrefix("arn:") ? text.parts(separatedBy: "/").last : host
        report.report(
          at: given.mark, "\(Reader.quoted(text)) is not the ID of \(noun)",
          help: id.map { "write `\($0)`" } ?? "an ID is made of lower-case letters and digits")
      }
      for api in spec.apis {
        if case .imported(let imported) = api.value.form { check(id: imported.id, "an API") }
      }
      for link in spec.vpcLinks {
        if case .imported(let imported) = link.value.form { check(id: imported.id, "a VPC link") }
      }
      for namespace in spec.cloudMapNamespaces {
        if case .imported(let imported) = namespace.value.form { check(id: imported.id, "a Cloud Map namespace") }
      }
      for function in model.names.importedFunctions { check(imported: function, .function) }
      for pool in spec.userPools {
        if case .imported(let imported) = pool.value.form { check(imported: imported.id, .userPool) }
      }
    })
}

extension Model {
  /// Whether a text may be the ID that AWS gives an API, a VPC link or a namespace, or has a dynamic reference.
  fileprivate static func isId(_ text: String) -> Bool {
    text.utf8.allSatisfy { "a"..."z" ~= UnicodeScalar($0) || "0"..."9" ~= UnicodeScalar($0) || $0 == UInt8(ascii: "-") }
      || text.contains("{")
  }

  /// How to refer to the subnets of a type or a group in a branch of `!If`, where the name is not looked up.
  fileprivate func wayToSubnets(_ text: String) -> String? {
    let vpcs = names.spec.vpcs
    let isType = SubnetType(rawValue: text) != nil
    let vpc = vpcs.first { vpc in
      if case .created(let created) = vpc.value.form {
        isType || created.subnets?.contains { $0.name == text } ?? false
      } else {
        isType
      }
    }
    return vpc.map { "write `!Ref vpcs.\($0.name).\(isType ? "\(text)Subnets" : "subnets.\(text)")`" }
  }
}

extension Target {
  /// The kind of element that a target of the language names; nil where it names none, or another rule looks at it.
  fileprivate var kindOfName: Kind? {
    switch self {
    case .lambda: .function
    case .alb, .nlb: .listener
    case .http, .cloudMap, .webFunction, .service, .aws, .mock: nil
    }
  }
}
