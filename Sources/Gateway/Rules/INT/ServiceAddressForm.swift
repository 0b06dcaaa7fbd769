import CloudFormation
import Diagnostics
import SpecReading
import TextSearch

extension Rule {
  /// An intrinsic function whose result is unknown.
  static let unclearAddress = Rule(
    id: "INT035",
    severity: .error,
    summary: "service target whose form (ARN, URL or name) is unknown",
    why: """
      The action needs a queue's URL or a stream's name, and its role an ARN. The program converts one into the other where it
      knows the form. A parameter or an import may give any of them.
      """,
    source: "the language reference",
    example: """
      parameters:
        Orders: {Type: String}
      apis:
        store:
          routes:
            POST /orders: {sqs: ⟦!Ref Orders → {arn: !Ref Orders}⟧}
      """,
    isEssential: true,
    check: { model, report in
      model.spec.forEachAddress { thing, address in
        guard address.form == .plain, case .intrinsic(let node) = address.given.content,
          model.spec.values.value(node) != .null, model.spec.values.find(thing, address) == nil,
          // A name in a branch of `!If` is reported where it is read.
          !model.spec.values.value(node).guarded.contains(where: { branch in
            branch.value.text.map { model.names.isName($0, of: thing.kind) } ?? false
          })
        else { return }
        report.report(
          at: address.given.mark, "this function may give an ARN, a URL or a name of \(thing.kind.article)",
          help: "write " + thing.resource.spellings)
      }
    })

  /// A key that contradicts its value.
  static let addressOfOtherForm = Rule(
    id: "INT037",
    severity: .error,
    summary: "service target with a value of another form than its key `arn`, `url` or `name`, or an invalid ARN",
    why:
      "The program converts the target into the other forms that AWS needs. From a wrong key it makes a wrong ARN or URL.",
    source: "the language reference; the API references of the services",
    example: """
      apis:
        store:
          routes:
            POST /orders: {sqs: {⟪url → arn⟫: ⟦arn:aws:sqs:eu-west-1:111122223333:orders⟧}}
      """,
    check: { model, report in
      model.spec.forEachAddress { thing, address in
        let (given, form) = (address.given, address.form)
        if given.mark.isNowhere { return }
        if form == .arn || form == .plain, let arn = thing.resource.arn,
          model.openArn(given, where: { !$0.mayBe(arn.service, arn.prefix) }) != nil
        {
          report.report(
            at: given.mark, "this is not the ARN of \(thing.kind.article)", help: arn.example)
          return
        }
        if form == .arn, let text = given.literal, let flaw = Arn.flawOfParts(in: text) {
          report.report(flaw, at: given.mark)
          return
        }
        if form == .plain { return }
        if given.literal == nil, model.spec.values.value(given).isDynamicReference {
          guard thing.resource.splits(form) else { return }
          report.report(
            at: given.mark, "the program cannot split a dynamic reference into the parts of the \(form.noun)",
            help: "store the name of \(thing.kind.article) there, and write `name:`")
        } else if let text = given.literal, !text.contains("$"), thing.resource.form(of: text) != form {
          report.report(
            at: given.mark, "\(Reader.quoted(text)) is not the \(form.noun) of \(thing.kind.article)",
            help: thing.resource.form(of: text).map { "it is the \($0.noun): write `\($0.rawValue):`" }
              ?? (form == .arn ? thing.resource.arn?.example : nil))
        } else if given.literal == nil, let found = thing.form(of: model.spec.values.value(given), in: model.names),
          found != form
        {
          report.report(
            at: given.mark, "this is the \(found.noun) of \(thing.kind.article), not the \(form.noun)",
            help: "remove `\(form.rawValue):` and keep the value: its form is known")
        }
      }
    })

  /// A role that is wider than needed.
  static let configurationByName = Rule(
    id: "INT036",
    severity: .warning,
    summary: "AppConfig target by name needs a wide role",
    why: """
      IAM policies know AppConfig applications, environments and configuration profiles only by ID. For one given by name the
      created role must allow reading all of its kind.
      """,
    source: "the Service Authorization Reference of AppConfig",
    example: """
      apis:
        store:
          routes:
            GET /features:
              appConfig: {application: ⟦bookstore → 4a1k2z9⟧, environment: 7ymxb4s, configuration: 1q2w3e4}
      """,
    check: { model, report in
      model.spec.forEachTarget { answering in
        guard case .service(let target) = answering.target, target.service === AwsService.appConfig,
          target.options.credentials == nil
        else { return }
        let named = zip(target.service.things, target.addresses).filter { thing, address in
          guard let text = address.given.literal, case .literal = model.names.find(thing.kind, address.given) else {
            return false
          }
          return !AwsService.isAppConfigId(text)
        }.map(\.1.given.mark)
        guard let first = named.first else { return }
        report.report(
          at: first, "with a name, the created role allows reading every resource of this kind",
          related: named.dropFirst().map { Related(message: "another name", mark: $0) },
          help: "write its ID, a logical ID of `resources`, or set `credentials` to your own role")
      }
    })
}

extension ServiceAddress.Form {
  /// Its name in messages.
  var noun: String {
    switch self {
    case .arn: "ARN"
    case .url: "URL"
    case .name, .plain: "name"
    }
  }
}

extension ResolvedSpec {
  /// The names of the targets of services, under their short keys.
  fileprivate func forEachAddress(_ body: (ServiceThing, ServiceAddress) -> Void) {
    forEachTarget { answering in
      guard case .service(let target) = answering.target else { return }
      for (thing, address) in zip(target.service.things, target.addresses) where thing.resource.hasForms {
        body(thing, address)
      }
    }
  }
}
