import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// A managed policy that AWS does not have.
  static let managedPolicyArn = Rule(
    id: "LAM032",
    severity: .error,
    summary: "managed policy with a wrong ARN, or unknown policy template of SAM",
    why: """
      The ARN of a managed policy for the roles of services has the path `service-role/` in front of its name. IAM rejects another path or
      name: "Policy arn:aws:iam::aws:policy/… does not exist or is not attachable." SAM
      rejects a template that it does not know: "Policy at index 0 in the 'Policies' property is not valid".
      """,
    source:
      "AWS Managed Policy Reference Guide; SAM's transform; aws-cdk issue 19830, terraform-provider-aws issue 31748",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          policies: ⟦arn:aws:iam::aws:policy/⟪→ service-role/⟫AWSLambdaBasicExecutionRole⟧
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      func check(_ value: Value, at mark: Mark) {
        if value.isDynamicReference { return }
        guard let text = value.spelled, let flaw = ManagedPolicies.flaw(ofArn: text) else { return }
        report.report(flaw, at: mark)
      }
      for type in ["Role", "User", "Group"] {
        for resource in model.resources("AWS::IAM::\(type)") where resource.isWritten {
          resource.forEach("ManagedPolicyArns.*") { check($0.value, at: $0.mark) }
        }
      }
      for function in model.resources("AWS::Serverless::Function") where function.isRaw {
        for policy in function["Policies"]?.list ?? [] {
          if let flaw = policy.text.flatMap(flaw(ofTemplate:)) ?? policy.text.flatMap(ManagedPolicies.flaw(ofName:)) {
            report.report(flaw, at: policy)
          } else if let flaw = SamPolicy.flaw(of: policy) {
            report.report(flaw)
          }
        }
      }
      for function in model.names.spec.functions {
        guard case .created(let created) = function.value.form else { continue }
        for (policy, _) in (created.policies?.items ?? []).flatMap({ $0.branches }) {
          guard case .managed(let policy) = policy.form, let text = policy.managed.literal else { continue }
          if let flaw = flaw(ofTemplate: text) {
            report.report(flaw, at: policy.managed.mark)
            continue
          }
          let isArn = text.hasPrefix("arn:")
          if !isArn, text.contains(":") || text.contains("*") {
            report.report(
              at: policy.managed.mark, "\(Reader.quoted(text)) is an action, not a managed policy",
              help: "write `{allow: \"\(text)\", on: ARN}`")
            continue
          }
          if isArn {
            check(.string(text), at: policy.managed.mark)
          } else if let flaw = ManagedPolicies.flaw(ofName: text) {
            report.report(flaw, at: policy.managed.mark)
          }
        }
      }
    })

  /// The message and the help for the name of a policy template without its parameters.
  private static func flaw(ofTemplate name: String) -> Flaw? {
    guard name.hasSuffix("Policy"), let template = SamPolicy.all.first(where: { name == "\($0.name)" }) else {
      return nil
    }
    let parameters = template.parameters.map { "\($0.name): …" }.joined(separator: ", ")
    return ("`\(name)` is a policy template of SAM, not a managed policy", "write `{\(name): {\(parameters)}}`")
  }
}

extension SamPolicy {
  /// The mistake in a policy of a function in `resources` that is a mapping: SAM knows documents with statements, and its
  /// templates. A word that is like none of them may be a template of a later version.
  fileprivate static func flaw(of policy: Model.Property) -> PlacedFlaw? {
    guard policy.form == .mapping, !policy.isFunction, policy.lacks("Statement"), let first = policy.members.first
    else {
      return nil
    }
    if policy["Effect"] != nil {
      return (first.key, "SAM reads statements under `Statement`", "write `{Statement: [{Effect: …}]}`")
    }
    guard policy.members.count == 1 else { return nil }
    guard let template = all.first(where: { first.name == "\($0.name)" }) else {
      return Suggestion.nearest(to: first.name, among: all.map { "\($0.name)" }).map {
        (first.key, "SAM has no policy template \(Reader.quoted(first.name))", "did you mean `\($0)`?")
      }
    }
    guard first.form == .mapping, !first.isFunction,
      let missing = template.parameters.first(where: { first.lacks($0.name) })
    else { return nil }
    return (first.key, "`\(missing.name)` of the policy template is missing", "add `\(missing.name): …`")
  }
}
