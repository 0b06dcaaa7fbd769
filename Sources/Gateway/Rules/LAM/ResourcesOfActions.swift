import CloudFormation
import SpecReading
import TextSearch

extension Rule {
  /// Actions of policies and the kind of their resources.
  static let resourceOfAction = Rule(
    id: "LAM049",
    severity: .warning,
    summary: "action in a policy on resources that it does not apply to",
    why: """
      Actions such as `s3:GetObject` apply to objects, whose ARNs end in `/KEY` or `/*`; others such as `s3:ListBucket` apply to
      buckets, and some actions to no resource of their own, only to `*`. IAM accepts the statement, but it allows nothing: the call
      fails with AccessDenied. S3 rejects it in a bucket policy: "Action does not apply to any resource(s) in statement".
      """,
    source: "Service Authorization Reference (resource types of actions); public reports of S3's message",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          policies: {allow: s3:GetObject, on: ⟦⟪"arn:aws:s3:::books" → "arn:aws:s3:::books/*"⟫⟧}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      func check(_ statement: Model.Property) {
        guard let actions = statement["Action"], let given = statement["Resource"] else { return }
        let resources = given.isFunction ? [given] : given.list
        let kinds = resources.map { model.kind(ofResource: $0) }
        if kinds.isEmpty || kinds.contains(nil) { return }
        var seen: Set<ActionResource> = []
        for action in actions.list {
          guard let text = action.text, let needed = ActionResource(action: text.lowercased()),
            !kinds.contains(needed),
            let index = needed == .all ? 0 : kinds.firstIndex(of: needed.other), seen.insert(needed).inserted
          else { continue }
          let flaw = needed.flaw(text, resources[index])
          report.report(flaw, at: resources[index])
        }
      }
      model.forEachStatement { statement in
        if statement["Effect"]?.text == "Allow" { check(statement) }
      }
      for policy in model.resources("AWS::S3::BucketPolicy") {
        for statement in policy["PolicyDocument"]?["Statement"]?.list ?? [] { check(statement) }
      }
    })
}

/// The kind of resource that an action applies to.
private enum ActionResource {
  case bucket, object
  /// Another one of a known service.
  case others
  /// No resource: only `*`.
  case all

  var other: ActionResource { self == .bucket ? .object : .bucket }

  /// The kind for an action in lower case; nil if it applies to several kinds, or is not known.
  init?(action: String) {
    if ActionResource.withoutResource.contains(action) {
      self = .all
      return
    }
    guard action.hasPrefix("s3:") else { return nil }
    let name = action.dropFirst(3)
    if ActionResource.ofBuckets.contains(where: name.hasPrefix) {
      self = .bucket
    } else if ActionResource.ofObjects.contains(where: name.hasPrefix) {
      self = .object
    } else {
      return nil
    }
  }

  /// The beginnings of actions. Source: Service Authorization Reference for Amazon S3.
  private static let ofBuckets = [
    "getbucket", "putbucket", "deletebucket", "listbucket", "getlifecycleconfiguration", "putlifecycleconfiguration",
    "getencryptionconfiguration", "putencryptionconfiguration",
  ]
  private static let ofObjects = [
    "getobject", "putobject", "deleteobject", "abortmultipartupload", "listmultipartuploadparts", "restoreobject",
  ]

  /// Actions without resource types. Source: Service Authorization Reference, as cfn-lint bundles it.
  private static let withoutResource: Set<String> = [
    "cloudwatch:getmetricstatistics", "cognito-idp:listuserpools", "comprehend:detectdominantlanguage",
    "comprehend:detectsentiment", "dynamodb:listtables", "ec2:describeinstances", "ec2:describenetworkinterfaces",
    "ec2:describesecuritygroups", "ec2:describesubnets", "ec2:describevpcs", "ecr:getauthorizationtoken",
    "kms:listaliases", "kms:listkeys", "lambda:listfunctions", "rekognition:detectfaces", "rekognition:detectlabels",
    "rekognition:detecttext", "s3:listallmybuckets", "secretsmanager:getrandompassword", "secretsmanager:listsecrets",
    "sns:listtopics", "sqs:listqueues", "ssm:describeparameters", "states:sendtaskfailure",
    "states:sendtaskheartbeat", "states:sendtasksuccess", "textract:analyzedocument", "textract:detectdocumenttext",
    "xray:getsamplingrules", "xray:getsamplingstatisticsummaries", "xray:getsamplingtargets",
    "xray:puttelemetryrecords", "xray:puttracesegments",
  ]

  func flaw(_ action: String, _ resource: Model.Property) -> (message: String, help: String) {
    let spelled = resource.value.spelled ?? ""
    switch self {
    case .object:
      return (
        "`\(action)` applies to objects, and this is the ARN of a bucket",
        "write `\(spelled.mentions("${") ? "!Sub \"\(spelled)/*\"" : "\(spelled)/*")`"
      )
    case .bucket:
      let bucket = spelled.prefix { $0 != "/" }
      let reference = SpelledReference.parts(of: bucket).map { "!GetAtt \($0.id).\($0.attribute)" }
      return (
        "`\(action)` applies to buckets, and this is the ARN of objects",
        "write `\(reference ?? (bucket.mentions("${") ? "!Sub \"\(bucket)\"" : String(bucket)))`"
      )
    case .all, .others:
      return ("`\(action)` applies to no single resource", "allow it in a statement with `Resource: \"*\"`")
    }
  }
}

extension Model {
  /// The kind of resource that a policy names; nil if that is not known, or if it may be several.
  fileprivate func kind(ofResource given: Property) -> ActionResource? {
    guard let text = given.value.spelled, text != "*", !text.mentions("${}"), !text.mentions("${!") else { return nil }
    if let (id, attribute) = SpelledReference.parts(of: text) {
      guard let type = resource(id)?.type, type.hasPrefix("AWS::"), attribute == "Arn" else { return nil }
      return type == "AWS::S3::Bucket" ? .bucket : type.hasPrefix("AWS::S3") ? nil : .others
    }
    if let (id, attribute, rest) = SpelledReference.first(of: text[...]), text.hasPrefix("${") {
      guard attribute == "Arn", resource(id, of: "AWS::S3::Bucket") != nil else { return nil }
      return rest.hasPrefix("/") ? .object : nil
    }
    guard text.hasPrefix("arn:"), let start = text.firstRange(of: ":s3:::") else {
      return text.hasPrefix("arn:") && !text.contains("*") && !text.mentions(":s3") && !text.contains("?")
        ? .others : nil
    }
    let name = text[start.upperBound...]
    let bucket = name.prefix { $0 != "/" }
    if bucket.contains("*") || bucket.contains("?") || !isNameOfBucket(bucket) { return nil }
    return bucket.endIndex == name.endIndex ? .bucket : .object
  }

  /// Whether the references in a text are certainly not several parts of an ARN.
  private func isNameOfBucket(_ text: Substring) -> Bool {
    let (found, isWhole) = SpelledReference.all(in: text)
    return isWhole
      && found.allSatisfy { id, attribute, _ in
        attribute.isEmpty && (id.hasPrefix("AWS::") || resource(id, of: "AWS::S3::Bucket") != nil)
      }
  }
}
