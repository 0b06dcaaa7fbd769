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
      model.forEachStatement { statement in
        for action in ["Action", "NotAction"].flatMap({ statement[$0]?.list ?? [] }) {
          guard action.isWritten, let text = action.text, text != "*", !text.contains(":") else { continue }
          let parts = text.split(separator: ".")
          if parts.count == 2, parts[0].allSatisfy({ $0.isLowercase || $0.isNumber || $0 == "-" }) {
            report.report(
              at: action, "\(Reader.quoted(text)) is not an action: a colon follows the service",
              help: "write `\(parts[0]):\(parts[1])`")
            continue
          }
          report.report(
            at: action, "\(Reader.quoted(text)) is not an action: its service is missing",
            help: "write `SERVICE:\(text)`, such as `dynamodb:GetItem`")
        }
        for resource in ["Resource", "NotResource"].flatMap({ statement[$0]?.list ?? [] }) {
          if let flaw = model.flaw(ofArn: resource) { report.report(at: resource, flaw.message, help: flaw.help) }
          guard resource.isWritten, let text = resource.text, text != "*", !text.hasPrefix("arn:"),
            !text.mentions("{{resolve:")
          else {
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

extension Model {
  /// The statements of the policies of roles, users and groups.
  func forEachStatement(_ body: (Property) -> Void) {
    let documents = [
      ("AWS::IAM::Role", "Policies.*.PolicyDocument"), ("AWS::IAM::Policy", "PolicyDocument"),
      ("AWS::IAM::RolePolicy", "PolicyDocument"), ("AWS::IAM::ManagedPolicy", "PolicyDocument"),
    ]
    for (type, path) in documents {
      for resource in resources(type) {
        resource.forEach(path + ".Statement") { statements in for one in statements.list { body(one) } }
      }
    }
  }
}
