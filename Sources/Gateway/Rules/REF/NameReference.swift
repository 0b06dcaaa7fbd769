import CloudFormation
import SpecReading
import TextSearch

/// A property that takes the name of a resource of another type, or its ARN.
struct NameReference {
  let type: String
  let property: String
  /// The type of the resource.
  let target: String
  /// The property of the target with its name.
  let name: String
  /// Whether a colon and a version or an alias may follow the name.
  var isQualified = false
  /// Whether both belong to the same API.
  var isOfApi = false
  /// Text in front of the name in an ARN or a URL.
  var prefix: String?
  /// Whether the deployment surely fails.
  var isEssential = false

  static let all: [NameReference] =
    [
      NameReference(
        type: "ApiMapping", property: "DomainName", target: "DomainName", name: "DomainName", isEssential: true),
      NameReference(
        type: "AWS::ApiGateway::BasePathMapping", property: "DomainName", target: "DomainName", name: "DomainName",
        isEssential: true),
      NameReference(type: "Deployment", property: "StageName", target: "Stage", name: "StageName", isOfApi: true),
      NameReference(
        type: "Stage", property: "AccessLogSettings.DestinationArn", target: "AWS::Logs::LogGroup",
        name: "LogGroupName",
        prefix: ":log-group:"),
      NameReference(
        type: "AWS::ApiGateway::UsagePlan", property: "ApiStages.*.Stage", target: "Stage", name: "StageName",
        isOfApi: true),
      NameReference(
        type: "AWS::Logs::SubscriptionFilter", property: "LogGroupName", target: "AWS::Logs::LogGroup",
        name: "LogGroupName"),
      NameReference(
        type: "AWS::Logs::MetricFilter", property: "LogGroupName", target: "AWS::Logs::LogGroup", name: "LogGroupName"),
      NameReference(type: "AWS::ECS::Service", property: "Cluster", target: "AWS::ECS::Cluster", name: "ClusterName"),
      NameReference(type: "AWS::S3::BucketPolicy", property: "Bucket", target: "AWS::S3::Bucket", name: "BucketName"),
      NameReference(type: "AWS::IAM::Policy", property: "Roles.*", target: "AWS::IAM::Role", name: "RoleName"),
      NameReference(type: "AWS::IAM::RolePolicy", property: "RoleName", target: "AWS::IAM::Role", name: "RoleName"),
      NameReference(
        type: "AWS::Lambda::Function", property: "Role", target: "AWS::IAM::Role", name: "RoleName", prefix: ":role/"),
      NameReference(
        type: "Integration", property: "CredentialsArn", target: "AWS::IAM::Role", name: "RoleName", prefix: ":role/"),
      NameReference(
        type: "AWS::Lambda::EventSourceMapping", property: "EventSourceArn", target: "AWS::SQS::Queue",
        name: "QueueName",
        prefix: ":"),
      NameReference(
        type: "AWS::Lambda::EventSourceMapping", property: "EventSourceArn", target: "AWS::Kinesis::Stream",
        name: "Name",
        prefix: ":stream/"),
      NameReference(
        type: "AWS::Lambda::EventSourceMapping", property: "EventSourceArn", target: "AWS::DynamoDB::Table",
        name: "TableName",
        prefix: ":table/"),
    ]
    + ofServices
    + ["Permission", "Alias", "Version", "EventSourceMapping", "Url", "EventInvokeConfig"].flatMap { type in
      [nil, ":function:"].map {
        NameReference(
          type: "AWS::Lambda::\(type)", property: type == "Url" ? "TargetFunctionArn" : "FunctionName",
          target: "AWS::Lambda::Function", name: "FunctionName", isQualified: true, prefix: $0)
      }
    }

  /// Queues, topics, buses, streams and state machines. In front of a name in an ARN or a URL is a colon or a slash.
  private static let ofServices: [NameReference] = [
    NameReference(
      type: "Integration", property: "RequestParameters.QueueUrl", target: "AWS::SQS::Queue", name: "QueueName",
      prefix: "/"),
    NameReference(
      type: "Integration", property: "RequestParameters.StreamName", target: "AWS::Kinesis::Stream", name: "Name"),
    NameReference(
      type: "Integration", property: "RequestParameters.EventBusName", target: "AWS::Events::EventBus", name: "Name"),
    NameReference(
      type: "Integration", property: "RequestParameters.StateMachineArn", target: "AWS::StepFunctions::StateMachine",
      name: "StateMachineName", prefix: ":stateMachine:"),
    NameReference(
      type: "AWS::SNS::Subscription", property: "TopicArn", target: "AWS::SNS::Topic", name: "TopicName", prefix: ":"),
    NameReference(
      type: "AWS::SNS::Subscription", property: "Endpoint", target: "AWS::SQS::Queue", name: "QueueName", prefix: ":"),
    NameReference(
      type: "AWS::SNS::TopicPolicy", property: "Topics.*", target: "AWS::SNS::Topic", name: "TopicName", prefix: ":"),
    NameReference(
      type: "AWS::SQS::QueuePolicy", property: "Queues.*", target: "AWS::SQS::Queue", name: "QueueName", prefix: "/"),
    NameReference(type: "AWS::Events::Rule", property: "EventBusName", target: "AWS::Events::EventBus", name: "Name"),
    NameReference(
      type: "AWS::Events::Rule", property: "Targets.*.Arn", target: "AWS::SQS::Queue", name: "QueueName", prefix: ":"),
    NameReference(
      type: "AWS::CloudWatch::Alarm", property: "AlarmActions.*", target: "AWS::SNS::Topic", name: "TopicName",
      prefix: ":"),
    NameReference(
      type: "AWS::Lambda::Function", property: "DeadLetterConfig.TargetArn", target: "AWS::SQS::Queue",
      name: "QueueName",
      prefix: ":"),
  ]

  /// Reports every property that names a resource which does not surely exist by then.
  func report(_ model: Model, _ report: inout Rule.Report) {
    let targets = model.resources(target).filter { $0.isInTemplate && $0[name] != nil }
    if targets.isEmpty { return }
    lazy var table = NamedResources(targets, name)
    model.forEach(PropertyPath(type, property)) { property in
      guard let owner = owner(of: property, among: table), !owner.excludes(property.resource),
        case let found = alias(of: owner, in: property) ?? owner, found.id != property.resource.id,
        !model.createdBefore(property.resource).contains(found.id),
        !model.createdBefore(found).contains(property.resource.id)
      else { return }
      report.report(
        at: property,
        "`\(property.resource.name)` does not wait for \(words(for: owner, found))",
        related: [.init(message: "which is created here", mark: found.mark)],
        help: help(for: owner, found, property))
    }
  }

  private func help(for owner: Model.Resource, _ found: Model.Resource, _ property: Model.Property) -> String {
    let place = owner.model.names.place(ofId: found.id)
    let dependency = "add `\(property.resource.isRaw ? "DependsOn" : "dependsOn"): \(place)`"
    // A version after the name stays.
    guard found.id != owner.id || owner[name]?.text.map({ text(of: property)?.hasSuffix($0) ?? false }) ?? true else {
      return dependency
    }
    let isRef = prefix == nil || prefix == "/" || ResourceType.named(target)?.ref?.isArn ?? false
    let attribute = target == "AWS::DynamoDB::Table" ? "StreamArn" : "Arn"
    return "write `\(isRef ? "!Ref \(place)" : "!GetAtt \(place).\(attribute)")`, or \(dependency)"
  }

  private func words(for owner: Model.Resource, _ found: Model.Resource) -> String {
    let name = owner[name]?.text ?? owner.name
    return found.id == owner.id
      ? Reader.quoted(name) : "the alias \(Reader.quoted("\(name):\(found["Name"]?.text ?? "")"))"
  }

  /// The alias that follows the name of a function, if the stack creates it: it has to exist as well.
  private func alias(of function: Model.Resource, in property: Model.Property) -> Model.Resource? {
    guard isQualified, let own = function[name]?.text, let text = text(of: property),
      let start = text.ranges(of: own + ":").last?.upperBound
    else { return nil }
    let model = function.model
    return model.resources("AWS::Lambda::Alias").first { alias in
      alias["Name"]?.text == String(text[start...])
        && alias["FunctionName"].flatMap { model.functionTable.reference($0.value) }?.function == function.id
    }
  }

  /// The text of a property; of an ARN, the known end.
  private func text(of property: Model.Property) -> String? {
    if let text = property.text { return text }
    guard prefix != nil, let open = property.openTexts.first, open.isMadeByAWS else { return nil }
    let end = open.parts.reversed().prefix { $0 != nil }.reversed().compactMap(\.self)
    return end.isEmpty ? nil : end.joined()
  }

  /// The first resource that a property names.
  private func owner(of property: Model.Property, among table: NamedResources) -> Model.Resource? {
    var found: Set<Int> = []
    if prefix == nil, let same = table.byValue[property.value] { found.formUnion(same) }
    for name in text(of: property).map(names) ?? [] { found.formUnion(table.byText[name] ?? []) }
    return found.sorted().lazy.map { table.all[$0] }.first { isNamed($0, by: property) }
  }

  /// The parts of a text that may be the name.
  private func names(in text: String) -> [String] {
    guard let prefix else {
      let colons = isQualified ? text.indices.filter { text[$0] == ":" } : []
      return [text] + colons.map { String(text[..<$0]) }
    }
    if prefix.utf8.count == 1 { return text.ranges(of: prefix).map { String(text[$0.upperBound...]) } }
    guard let rest = text.firstRange(of: prefix).map({ text[$0.upperBound...] }) else { return [] }
    return [String(rest.prefix { $0 != ":" }), String(rest.prefix { $0 != ":" && $0 != "/" })]
  }

  /// Whether a property names a resource: by its name or ARN, or by the function that gives the name as well.
  private func isNamed(_ resource: Model.Resource, by property: Model.Property) -> Bool {
    guard !isOfApi || isOfSameApi(resource, property), let given = resource[name] else { return false }
    guard let own = given.text else { return prefix == nil && given.isFunction && given.value == property.value }
    guard let text = text(of: property) else { return false }
    guard let prefix else { return own == text || isQualified && text.hasPrefix(own + ":") }
    // In front of the name of a queue or topic is only a colon, or a slash in a URL.
    if prefix.utf8.count == 1 { return text.hasSuffix(prefix + own) }
    guard let start = text.firstRange(of: prefix)?.upperBound else { return false }
    return text[start...].prefix { $0 != ":" && $0 != "/" || own.contains("/") && $0 != ":" } == own
  }

  /// The API of a usage plan's stage is beside its name.
  private func isOfSameApi(_ resource: Model.Resource, _ property: Model.Property) -> Bool {
    if let api = property.resource.apiKey { return api == resource.apiKey }
    let stages = property.resource["ApiStages"]?.items ?? []
    return stages.contains { $0["Stage"]?.mark == property.mark && $0["ApiId"]?.value == resource["ApiId"]?.value }
  }
}

/// Resources with the names that they are given, in tables: there may be as many of them as names.
private struct NamedResources {
  let all: [Model.Resource]
  /// Their indices, by a name that is known, and by the function that gives one.
  private(set) var byText: [String: [Int]] = [:]
  private(set) var byValue: [Value: [Int]] = [:]

  init(_ all: [Model.Resource], _ name: String) {
    self.all = all
    for (index, resource) in all.enumerated() {
      guard let given = resource[name] else { continue }
      if let text = given.text {
        byText[text, default: []].append(index)
      } else if given.isFunction {
        byValue[given.value, default: []].append(index)
      }
    }
  }
}
