import CloudFormation
import SpecReading
import TextSearch

extension Rule {
  /// A dynamic reference that CloudFormation rejects or passes on as it is.
  static let dynamicReference = Rule(
    id: "CFN029",
    severity: .error,
    summary: "dynamic reference that CloudFormation does not resolve",
    why: """
      CloudFormation resolves `ssm`, `secretsmanager` and, for a few passwords only, `ssm-secure`: "SSM Secure reference is not supported in:
      [AWS::Lambda::Function/Properties/Environment/…]". It knows no other service. Secrets are only resolved in properties of
      resources.
      """,
    source: "CloudFormation User Guide: dynamic references, and the properties that support secure strings",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          environment: {PASSWORD: ⟪⟦"{{resolve:ssm-secure:/books/password:1}}"⟧ → "{{resolve:secretsmanager:books/password}}"⟫}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      // Most specs have none.
      guard model.names.tree.sources.contains(where: { $0.bytes.firstPlace(of: dynamicReferenceStart) != nil }) else {
        return
      }
      func check(_ text: String, _ property: Model.Property, _ path: [String]) {
        for reference in DynamicReference.all(in: text) {
          if let flaw = reference.flaw(in: property.resource.type, path) {
            report.report(flaw, at: property)
          }
        }
      }
      func search(_ property: Model.Property, _ path: [String]) {
        if property.value.isFunction {
          if let text = property.value.spelled { check(text, property, path) }
        } else if let text = property.value.text {
          check(text, property, path)
        } else {
          for part in property.items ?? [] { search(part, path) }
          for part in property.members { search(part, path + [part.name]) }
        }
      }
      for type in model.types {
        for resource in model.resources(type) {
          for member in resource.properties.members { search(member, [member.name]) }
        }
      }
      for output in model.names.spec.outputs {
        guard let node = model.names.tree.value(ofOutput: output.value.node),
          let text = model.spec.values.value(node).spelled
        else { continue }
        for reference in DynamicReference.all(in: text) {
          if let flaw = reference.flaw(in: "AWS::Outputs", ["Value"]) {
            report.report(flaw, at: model.names.tree.mark(node))
          }
        }
      }
    })

  private static let dynamicReferenceStart: StaticString = "{resolve:"
}

/// `{{resolve:SERVICE:NAME}}` in a text.
private struct DynamicReference {
  /// The parts between colons, the service first.
  let parts: [String]
  /// Whether two braces are before and behind it.
  let isWhole: Bool

  static func all(in text: String) -> [DynamicReference] {
    var found: [DynamicReference] = []
    let text = text.replacingSubstitutions { _ in "$" }
    var rest = text[...]
    while let start = rest.firstRange(of: "{resolve:") {
      let end = rest[start.upperBound...].firstIndex(of: "}") ?? rest.endIndex
      let isWhole = rest[..<start.lowerBound].last == "{" && rest[end...].hasPrefix("}}")
      let parts = rest[start.upperBound..<end].parts(separatedBy: ":").map(String.init)
      // `${resolve:…}` is an expression of another tool.
      if rest[..<start.lowerBound].last != "$" { found.append(DynamicReference(parts: parts, isWhole: isWhole)) }
      rest = rest[end...]
    }
    return found
  }

  func flaw(in type: String, _ path: [String]) -> Flaw? {
    let services = ["ssm", "ssm-secure", "secretsmanager"]
    guard let service = parts.first, !service.contains("$") else { return nil }
    guard services.contains(service) else {
      return (
        "CloudFormation does not resolve references to \(Reader.quoted(service))",
        Suggestion.help(for: service, among: services)
      )
    }
    let text = "{{resolve:\(parts.joined(separator: ":"))}}"
    if !isWhole {
      return ("a dynamic reference has two braces on each side", text.mentions("$") ? nil : "write `\(text)`")
    }
    if parts.count < 2 || parts[1].isEmpty {
      return ("\(Reader.quoted(text)) has no name", "write `{{resolve:\(service):NAME}}`")
    }
    switch service {
    case "ssm-secure":
      let isSupported = DynamicReference.secure.contains("\(type) \(path.joined(separator: "."))")
      return isSupported || !type.hasPrefix("AWS::")
        ? nil
        : (
          "`\(path.last ?? "")` does not support `ssm-secure` references",
          "store it in Secrets Manager and write `{{resolve:secretsmanager:NAME}}`"
        )
    case "secretsmanager" where type == "AWS::Outputs":
      return (
        "outputs do not support `secretsmanager` references",
        "remove it; a stack that needs the secret refers to it itself"
      )
    case "secretsmanager":
      // The ARN of a secret has colons.
      let index = parts.count > 1 && parts[1] == "arn" ? 8 : 2
      guard parts.count > index, !["", "SecretString"].contains(parts[index]), !parts[index].contains("$") else {
        return nil
      }
      return ("\(Reader.quoted(parts[index])) is not a part of a secret", "write `SecretString`")
    default:
      guard parts.count == 3, parts[1] != "arn", Int(parts[2]) == nil, !parts[2].contains("$") else { return nil }
      return (
        "\(Reader.quoted(parts[2])) is not the version of a parameter",
        "write a number, or remove it for the latest version"
      )
    }
  }

  /// The properties that support `ssm-secure`.
  private static let secure: Set<String> = [
    "AWS::DirectoryService::MicrosoftAD Password", "AWS::DirectoryService::SimpleAD Password",
    "AWS::ElastiCache::ReplicationGroup AuthToken", "AWS::IAM::User LoginProfile.Password",
    "AWS::KinesisFirehose::DeliveryStream RedshiftDestinationConfiguration.Password",
    "AWS::OpsWorks::App AppSource.Password", "AWS::OpsWorks::Stack RdsDbInstances.DbPassword",
    "AWS::OpsWorks::Stack CustomCookbooksSource.Password", "AWS::RDS::DBCluster MasterUserPassword",
    "AWS::RDS::DBInstance MasterUserPassword", "AWS::Redshift::Cluster MasterUserPassword",
  ]
}
