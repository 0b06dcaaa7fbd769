import CloudFormation
import Diagnostics
import Gateway
import TextSearch

/// Resources of which one version knows only the name or the ARN, and which the other one creates or deletes.
struct NamesOutside {
  private(set) var notes: [UpdateNote] = []
  /// The resources that leave the stack although the new version refers to them.
  private(set) var losses: Set<String> = []
  private var changes: StackChanges

  init(_ changes: StackChanges) {
    self.changes = changes
    addStages()
    // A resource that is replaced may get another name.
    let candidates = changes.all.filter { change in
      form(of: change) != nil && [.added, .deleted, .replaced].contains(change.action)
    }
    if candidates.isEmpty { return }
    let (old, new) = (changes.old.template, changes.new.template)
    for (change, form, name, _) in named(candidates.filter { $0.action != .deleted }, in: new, butUsedIn: old) {
      notes.append(
        UpdateNote(
          .updateCollision, "the update fails: the \(form.noun) `\(name)` already exists outside of the stack",
          id: change.id,
          help:
            "keep the reference to the existing \(form.noun)\(form.noun == "domain" ? " (`exists: true`)" : ""), or "
            + "import it into the stack"))
    }
    let deleted = candidates.filter { $0.action != .added && old[$0.id]?.isProtected == false }
    for (change, form, name, user) in named(deleted, in: old, butUsedIn: new) {
      if !change.isRetained {
        noteLoss(of: name, change, form, in: user)
      } else if change.action == .deleted {
        // It is kept outside of the stack on purpose.
        losses.insert(change.id)
      }
    }
  }

  /// The resources whose names only another version uses, and no resource of it has.
  private mutating func named(
    _ candidates: [ResourceChange], in template: Template, butUsedIn other: Template
  ) -> [(change: ResourceChange, form: NamedForm, name: String, user: String)] {
    if candidates.isEmpty { return [] }
    let used = NamesUsed(other)
    return candidates.compactMap { change in
      guard let form = form(of: change), let name = name(change, in: template, notIn: other),
        let user = used.user(of: name, form)
      else { return nil }
      return (change, form, name, user)
    }
  }

  private mutating func noteLoss(of name: String, _ change: ResourceChange, _ form: NamedForm, in user: String) {
    let isReplaced = change.action == .replaced
    var loss = ""
    if changes.old.template[change.id]?.preventsDeletion == nil {
      losses.insert(change.id)
      if let known = changes.facts(about: change.type).loss { loss = ", and with it \(known.words)" }
    }
    notes.append(
      UpdateNote(
        .updateDeletesUsed,
        "the \(form.noun) `\(name)` is deleted "
          + (isReplaced ? "because `\(change.id)` is replaced" : "with `\(change.id)`")
          + "\(loss), but the new version refers to it",
        id: change.id, at: isReplaced ? change.id : user,
        help: isReplaced
          ? "refer to `\(change.id)` instead of the name"
          : "deploy `DeletionPolicy: Retain` \(form.extent)first; then the \(form.noun) stays outside of the stack"))
  }

  /// New stages of an API outside of the stack, which a mapping of the old version names as one that exists.
  private mutating func addStages() {
    for change in changes.all where change.action == .added && change.type == "AWS::ApiGatewayV2::Stage" {
      guard let stage = changes.new.template[change.id]?.properties, let name = stage["StageName"]?.text,
        let api = stage["ApiId"], api.reference.flatMap({ changes.new.template[$0] }) == nil,
        changes.old.template.resources.contains(where: { mapping in
          mapping.type == "AWS::ApiGatewayV2::ApiMapping" && mapping.properties["Stage"]?.text == name
            && mapping.properties["ApiId"]?.canonical == api.canonical
        })
      else { continue }
      notes.append(
        UpdateNote(
          .updateCollision, "the update fails: the stage `\(name)` already exists outside of the stack",
          id: change.id, help: "keep `exists: true`, or import the stage into the stack"))
    }
  }

  private func form(of change: ResourceChange) -> NamedForm? { NamedForm.all[UpdateFacts.claimed(by: change.type)] }

  /// The name of a resource, if no resource of the other version has it.
  private mutating func name(_ change: ResourceChange, in template: Template, notIn other: Template) -> String? {
    let facts = changes.facts(about: change.type)
    guard let claim = template[change.id].flatMap({ facts.claims(of: $0.properties, id: $0.id).first }),
      let name = claim.name
    else { return nil }
    let type = UpdateFacts.claimed(by: change.type)
    for resource in other.resources where UpdateFacts.claimed(by: resource.type) == type {
      let others = changes.facts(about: resource.type).claims(of: resource.properties, id: resource.id)
      if others.contains(where: { $0.values == claim.values }) { return nil }
    }
    return name
  }
}

/// How ARNs and URLs name resources of a type.
struct NamedForm {
  let noun: String
  /// The type that it is of.
  fileprivate(set) var type = ""
  /// A part that each has.
  let service: String
  /// The texts before the name.
  let starts: [String]

  init(_ noun: String, _ service: String, _ starts: String...) {
    (self.noun, self.service, self.starts) = (noun, service, starts)
  }

  static let listener = NamedForm("listener", ":elasticloadbalancing:", ":listener/app/", ":listener/net/")

  /// The further resources that have to be retained with it.
  var extent: String { noun == "load balancer" ? "of it, its listeners and target groups " : "" }

  /// Whether a text names the resource with this name.
  func names(_ name: String, in text: String) -> Bool {
    guard text.contains(service) else { return false }
    return starts.contains { start in
      guard let place = text.ranges(of: start + name).last else { return false }
      let next = text[place.upperBound...].first
      return next == nil || next == ":" || next == "/" && service != ":iam:"
    }
  }

  static let all: [String: NamedForm] = byType.reduce(into: [:]) { all, form in
    all[form.key] = form.value
    all[form.key]?.type = form.key
  }

  private static let byType: [String: NamedForm] = [
    "AWS::ApiGatewayV2::DomainName": NamedForm("domain", "/domainnames/", "/domainnames/"),
    "AWS::ElasticLoadBalancingV2::LoadBalancer": NamedForm(
      "load balancer", ":elasticloadbalancing:", ":loadbalancer/app/", ":loadbalancer/net/", ":listener/app/",
      ":listener/net/"),
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
