import SpecReading
import TextSearch

extension Rule {
  /// Actions and resources of a policy.
  static let policyGrantForm = Rule(
    id: "LAM021",
    severity: .error,
    summary: "policy with an action without a service, or a resource without an ARN",
    why: """
      An action is `SERVICE:ACTION`, a resource an ARN or `*`. IAM rejects a policy with anything else: "Actions/Conditions
      must be prefaced by a vendor", "Resource must be in ARN format or *".
      """,
    source: "IAM's grammar of policies; public reports of the messages (MalformedPolicyDocument)",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          policies: {allow: ⟪⟦GetItem⟧, on: ⟦books⟧ → dynamodb:GetItem, on: "arn:aws:dynamodb:eu-west-1:111122223333:table/books"⟫}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      model.forEachFlawOfTemplates { given, flaw in report.report(flaw, at: given.mark) }
      model.forEachFlawOfServerlessTemplates { given, flaw in report.report(flaw, at: given) }
      model.forEachStatement { statement in
        for action in ["Action", "NotAction"].flatMap({ statement[$0]?.list ?? [] }) {
          guard action.isWritten, let text = action.text, text != "*" else { continue }
          if text.contains(":") {
            if let flaw = flaw(ofAction: text) { report.report(flaw, at: action) }
            continue
          }
          let parts = text.split(separator: ".")
          if parts.count == 2, parts[0].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) {
            report.report(
              at: action, "\(Reader.quoted(text)) is not an action: a colon follows the service",
              help: "write `\(parts[0].lowercased()):\(parts[1])`")
            continue
          }
          report.report(
            at: action, "\(Reader.quoted(text)) is not an action: its service is missing",
            help: "write `SERVICE:\(text)`, such as `dynamodb:GetItem`")
        }
        for resource in ["Resource", "NotResource"].compactMap({ statement[$0] }).flatMap({ $0.items ?? [$0] }) {
          if let flaw = model.flaw(ofArn: resource) { report.report(flaw, at: resource) }
          guard resource.isWritten else { continue }
          if let flaw = flaw(ofResource: resource.value.spelled ?? "") ?? model.flaw(ofArnBeginning: resource) {
            report.report(flaw, at: resource)
          }
          guard let text = resource.text, text != "*", !text.hasPrefix("arn:"), !text.hasDynamicReference else {
            continue
          }
          report.report(
            at: resource, "\(Reader.quoted(text)) is not an ARN",
            help: arn(of: text, model).map { "write `\($0)`" }
              ?? "write the ARN, such as `!GetAtt NAME.Arn` of one in `resources`, or `\"*\"`")
        }
      }
    })
}

extension Rule {
  /// The message and the help for an invalid action that has a colon.
  private static func flaw(ofAction text: String) -> Flaw? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count > 2 {
      return (
        "an action has one colon, found \(Reader.quoted(text))",
        text.contains(",")
          ? Suggestion.asList(text.split { $0 == "," || $0 == " " })
          : parts[0] == "aws" ? "write `\(parts.dropFirst().joined(separator: ":"))`" : "an action is `SERVICE:ACTION`"
      )
    }
    if parts[0].contains("*") || parts[0].contains("?") {
      return (
        "the service of an action has no wildcards, found \(Reader.quoted(text))", "write the service's prefix in full"
      )
    }
    return nil
  }

  /// Services whose ARNs have no region. Some of S3's have: access points and jobs.
  private static let global = ["iam", "route53", "s3"]
  private static let regionalOfS3 = ["accesspoint", "access-grants", "async-request", "job", "storage-lens", "*", "$"]

  /// The message and the help for an invalid ARN of a resource, as far as it is known.
  private static func flaw(ofResource text: String) -> Flaw? {
    guard text.hasPrefix("arn:"), !text.mentions("${}") else { return nil }
    let arn = Arn(text)
    if !arn.partition.contains(where: { "*?$".contains($0) }), let flaw = arn.flawOfPartition { return flaw }
    if arn.resource.isEmpty {
      // A reference or a wildcard may be several parts.
      if text.contains("*") || text.mentions("${") && !text.mentions("${AWS::") { return nil }
      return (
        "an ARN has six parts, found \(Reader.quoted(text))",
        "write `arn:aws:SERVICE:REGION:ACCOUNT:RESOURCE`; parts that a service does not use are empty"
      )
    }
    guard global.contains(arn.service), !arn.region.isEmpty, arn.region != "*" else { return nil }
    if arn.service == "s3", regionalOfS3.contains(where: { arn.resource.hasPrefix($0) }) { return nil }
    let account = arn.service == "iam" ? arn.account : ""
    return (
      "an ARN of `\(arn.service)` has no region, found `\(arn.region)`",
      "write `arn:\(arn.partition):\(arn.service)::\(account):\(arn.resource)`"
    )
  }

  /// The function with the ARN of a place or of a resource in `resources`.
  private static func arn(of name: String, _ model: Model) -> String? {
    var type = model.names.resourceTypes[name]
    if type == nil, model.spec.values.isPlace(name) {
      switch PlaceFinder(values: model.spec.values).find(name) {
      case (.resource(_, let found), "")?: type = found
      case (.resource, "Arn")?: return "!GetAtt \(name)"
      default: return nil
      }
    }
    guard let type else { return nil }
    if case .arn = ResourceType.named(type)?.ref { return "!Ref \(name)" }
    return ResourceType.named(type)?.attributeNames?.contains("Arn") == false ? nil : "!GetAtt \(name).Arn"
  }
}

/// The kinds of policies.
enum PolicyUse {
  /// Of a role, a user or a group: its rights.
  case identity
  /// Of a role: those that may assume it.
  case trust
  /// Of a queue, a key and the like: those that may use it.
  case resource
}

extension Model {
  /// The statements of the policies of roles, users and groups.
  func forEachStatement(_ body: (Property) -> Void) {
    forEachPolicyDocument { document, use in
      if use == .identity { for one in document["Statement"]?.list ?? [] { body(one) } }
    }
  }

  /// The policies of roles, users and groups, the trust policies of roles, and the policies of resources.
  func forEachPolicyDocument(_ body: (_ document: Property, _ use: PolicyUse) -> Void) {
    for (path, use) in Model.policyDocuments {
      forEach(path) { document in
        // Trust policies of the program are right.
        if use != .identity, !document.resource.isRaw, !document.isWritten { return }
        // `Policies` of SAM has other forms.
        let isDocument = use != .identity || path.type.hasPrefix("AWS::IAM::")
        let isOther = isDocument && !document.members.isEmpty && document.lacks("Statement")
        if isOther || document["Statement"] != nil { body(document, use) }
      }
    }
  }

  private static let policyDocuments: [(path: PropertyPath, use: PolicyUse)] = [
    (PropertyPath("AWS::IAM::Role", "AssumeRolePolicyDocument"), .trust),
    (PropertyPath("AWS::IAM::Role", "Policies.*.PolicyDocument"), .identity),
    (PropertyPath("AWS::IAM::User", "Policies.*.PolicyDocument"), .identity),
    (PropertyPath("AWS::IAM::Group", "Policies.*.PolicyDocument"), .identity),
    (PropertyPath("AWS::IAM::Policy", "PolicyDocument"), .identity),
    (PropertyPath("AWS::IAM::ManagedPolicy", "PolicyDocument"), .identity),
    (PropertyPath("AWS::IAM::RolePolicy", "PolicyDocument"), .identity),
    (PropertyPath("AWS::IAM::UserPolicy", "PolicyDocument"), .identity),
    (PropertyPath("AWS::IAM::GroupPolicy", "PolicyDocument"), .identity),
    (PropertyPath("AWS::Serverless::Function", "Policies"), .identity),
    (PropertyPath("AWS::Serverless::Function", "Policies.*"), .identity),
    (PropertyPath("AWS::Serverless::Function", "AssumeRolePolicyDocument"), .trust),
    (PropertyPath("AWS::SQS::QueuePolicy", "PolicyDocument"), .resource),
    (PropertyPath("AWS::SNS::TopicPolicy", "PolicyDocument"), .resource),
    (PropertyPath("AWS::S3::BucketPolicy", "PolicyDocument"), .resource),
    (PropertyPath("AWS::KMS::Key", "KeyPolicy"), .resource),
    (PropertyPath("AWS::EC2::VPCEndpoint", "PolicyDocument"), .resource),
    (PropertyPath("AWS::SecretsManager::ResourcePolicy", "ResourcePolicy"), .resource),
  ]
}
