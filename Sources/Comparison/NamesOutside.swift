import CloudFormation
import Diagnostics
import Gateway
import TextSearch

/// Resources of which one version knows only the name or the ARN, and which the other one creates or deletes.
struct NamesOutside {
  private(set) var notes: [UpdateNote] = []
  private var changes: StackChanges

  init(_ changes: StackChanges) {
    self.changes = changes
    let candidates = changes.all.filter { change in
      NamedForm.all[change.type] != nil
        && (change.action == .added || change.action == .deleted && !change.isRetained)
    }
    if candidates.isEmpty { return }
    let created = candidates.filter { $0.action == .added }
    let deleted = candidates.filter { $0.action == .deleted }
    if !created.isEmpty {
      let texts = NamesOutside.texts(of: changes.old.template)
      for change in created {
        guard let (form, name) = named(change, in: changes.new.template, notIn: changes.old.template),
          texts.contains(where: { form.names(name, in: $0) })
        else { continue }
        notes.append(
          UpdateNote(
            .updateCollision, "the update fails: the \(form.noun) `\(name)` already exists outside of the stack",
            topic: .collision, id: change.id,
            help: "keep the reference to the existing \(form.noun), or import it into the stack"))
      }
    }
    if !deleted.isEmpty {
      let texts = NamesOutside.texts(of: changes.new.template)
      for change in deleted {
        guard let (form, name) = named(change, in: changes.old.template, notIn: changes.new.template),
          texts.contains(where: { form.names(name, in: $0) })
        else { continue }
        notes.append(
          UpdateNote(
            .updateDeletesUsed,
            "the \(form.noun) `\(name)` is deleted with `\(change.id)`, but the new version refers to it",
            topic: .data, id: change.id,
            help: "deploy `DeletionPolicy: Retain` first; then the \(form.noun) stays outside of the stack"))
      }
    }
  }

  /// The form and the name of a resource, if no resource of the other version has the name.
  private mutating func named(
    _ change: ResourceChange, in template: Template, notIn other: Template
  ) -> (NamedForm, String)? {
    let facts = changes.facts(about: change.type)
    guard let form = NamedForm.all[change.type],
      let claim = template[change.id].flatMap({ facts.claims(of: $0.properties).first }), let name = claim.name
    else { return nil }
    for resource in other.resources where resource.type == change.type {
      if facts.claims(of: resource.properties).contains(where: { $0.values == claim.values }) { return nil }
    }
    return (form, name)
  }

  /// Properties that only allow something, or that only code reads.
  private static let unread: Set = ["PolicyDocument", "Policies", "AssumeRolePolicyDocument", "Environment", "Tags"]

  /// The texts of a template that may name something outside of it.
  private static func texts(of template: Template) -> [String] {
    var texts: [String] = []
    for resource in template.resources {
      for member in resource.properties.members where !unread.contains(member.key) {
        member.value.collectNames(into: &texts)
      }
    }
    return texts
  }
}

/// How ARNs and URLs name resources of a type.
private struct NamedForm {
  let noun: String
  /// A part that each has.
  let service: String
  /// The texts before the name.
  let starts: [String]

  init(_ noun: String, _ service: String, _ starts: String...) {
    (self.noun, self.service, self.starts) = (noun, service, starts)
  }

  /// Whether a text names the resource with this name.
  func names(_ name: String, in text: String) -> Bool {
    guard text.contains(service) else { return false }
    return starts.contains { start in
      guard let place = text.ranges(of: start + name).last else { return false }
      let next = text[place.upperBound...].first
      return next == nil || next == ":" || next == "/" && service != ":iam:"
    }
  }

  static let all: [String: NamedForm] = [
    "AWS::Lambda::Function": NamedForm("function", ":lambda:", ":function:"),
    "AWS::SQS::Queue": NamedForm("queue", "sqs", "/", ":"),
    "AWS::SNS::Topic": NamedForm("topic", ":sns:", ":"),
    "AWS::IAM::Role": NamedForm("role", ":iam:", "/"),
    "AWS::Logs::LogGroup": NamedForm("log group", ":logs:", ":log-group:"),
    "AWS::DynamoDB::Table": NamedForm("table", ":dynamodb:", ":table/"),
    "AWS::StepFunctions::StateMachine": NamedForm("state machine", ":states:", ":stateMachine:"),
    "AWS::Kinesis::Stream": NamedForm("stream", ":kinesis:", ":stream/"),
    "AWS::Events::EventBus": NamedForm("event bus", ":events:", ":event-bus/"),
    "AWS::ElasticLoadBalancingV2::TargetGroup": NamedForm("target group", ":elasticloadbalancing:", ":targetgroup/"),
    "AWS::S3::Bucket": NamedForm("bucket", ":s3:", ":::"),
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
