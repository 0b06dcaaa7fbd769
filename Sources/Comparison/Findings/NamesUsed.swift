import CloudFormation
import TextSearch

/// The names, ARNs and URLs in a template that may be those of resources outside of it.
struct NamesUsed {
  /// ARNs and URLs, with `*` for references.
  private var texts: [String] = []
  /// The logical ID of each resource, and the number of texts up to its end.
  private var users: [(id: String, end: Int)] = []
  /// Names by the type of their resource, each with the logical ID of a resource that uses it.
  private var names: [String: [String: String]] = [:]

  init(_ template: Template) {
    for resource in template.resources {
      for member in resource.properties.members where !NamesUsed.unread.contains(member.key) {
        member.value.collectNames(into: &texts)
      }
      users.append((resource.id, texts.count))
      for (path, type) in NamesUsed.properties[resource.type] ?? [:] {
        var value: Value? = .object(resource.properties)
        for key in path.parts(separatedBy: "/") { value = value?.object?[String(key)] }
        for item in (value.map { $0.guarded + $0.guardedItems } ?? []).compactMap(\.value.text) {
          // A function may be named with its alias.
          names[type, default: [:]][String(item.prefix { $0 != ":" })] = resource.id
        }
      }
    }
  }

  /// The logical ID of a resource that uses a name; nil if none does.
  func user(of name: String, _ form: NamedForm) -> String? {
    if let id = names[form.type]?[name] { return id }
    guard let index = texts.firstIndex(where: { form.names(name, in: $0) }) else { return nil }
    return users.first { $0.end > index }?.id
  }

  /// Properties that only allow something, or that only code reads.
  private static let unread: Set = ["PolicyDocument", "Policies", "AssumeRolePolicyDocument", "Environment", "Tags"]

  /// The properties of each type with the name of another resource, and the type of that.
  private static let properties: [String: [String: String]] = [
    "AWS::ApiGateway::BasePathMapping": ["DomainName": "AWS::ApiGatewayV2::DomainName"],
    "AWS::ApiGatewayV2::ApiMapping": ["DomainName": "AWS::ApiGatewayV2::DomainName"],
    "AWS::ApiGatewayV2::Integration": [
      "RequestParameters/EventBusName": "AWS::Events::EventBus",
      "RequestParameters/StreamName": "AWS::Kinesis::Stream",
    ],
    "AWS::Events::Rule": ["EventBusName": "AWS::Events::EventBus"],
    "AWS::IAM::ManagedPolicy": ["Roles": "AWS::IAM::Role"],
    "AWS::IAM::Policy": ["Roles": "AWS::IAM::Role"],
    "AWS::IAM::RolePolicy": ["RoleName": "AWS::IAM::Role"],
    "AWS::Lambda::Alias": ["FunctionName": "AWS::Lambda::Function"],
    "AWS::Lambda::EventInvokeConfig": ["FunctionName": "AWS::Lambda::Function"],
    "AWS::Lambda::EventSourceMapping": ["FunctionName": "AWS::Lambda::Function"],
    "AWS::Lambda::Function": ["LoggingConfig/LogGroup": "AWS::Logs::LogGroup"],
    "AWS::Lambda::Permission": ["FunctionName": "AWS::Lambda::Function"],
    "AWS::Lambda::Url": ["TargetFunctionArn": "AWS::Lambda::Function"],
    "AWS::Lambda::Version": ["FunctionName": "AWS::Lambda::Function"],
    "AWS::Logs::MetricFilter": ["LogGroupName": "AWS::Logs::LogGroup"],
    "AWS::Logs::SubscriptionFilter": ["LogGroupName": "AWS::Logs::LogGroup"],
    "AWS::S3::BucketPolicy": ["Bucket": "AWS::S3::Bucket"],
  ]
}

extension Value {
  /// Adds the texts in it that may be ARNs or URLs, with `*` for references.
  fileprivate func collectNames(into texts: inout [String]) {
    switch self {
    case .string(let text): if text.contains(":") { texts.append(text) }
    case .list(let items): for item in items { item.collectNames(into: &texts) }
    case .object(let object):
      if case .object(let composed) = canonical, case .list(let join)? = composed["Fn::Join"], join.count == 2,
        case .list(let parts) = join[1]
      {
        texts.append(parts.map { $0.scalar ?? "*" }.joined())
      } else {
        for member in object.members { member.value.collectNames(into: &texts) }
      }
    case .number, .bool, .null, .ref, .getAtt: break
    }
  }
}
