import SpecReading

extension Rule {
  /// A function that does not tell what it gives.
  static let unclearAddress = Rule(
    id: "INT035",
    severity: .error,
    summary: "a service's target from a function that does not tell whether it is an ARN, a URL or a name",
    why: """
      The action wants a queue's URL or a stream's name, and its role an ARN. One is made of the other, but only where it
      is known which one is there. Of a parameter or an export it is not.
      """,
    source: "the language page",
    example: """
      parameters:
        Orders: {Type: String}
      apis:
        store:
          routes:
            POST /orders: {sqs: ⟦!Ref Orders → {arn: !Ref Orders}⟧}
      """,
    isEssential: true,
    check: { spec, report in
      spec.forEachAddress { answering, kind, address in
        guard address.form == .plain, case .intrinsic = address.given.content,
          spec.values.resource(kind, address.given) == nil
        else { return }
        let words = kind == .queue ? QueueAddress.words : NamedAddress.words
        report.report(
          at: address.given.mark, "this function does not tell what it gives of \(kind.article)",
          help: "say which: " + words)
      }
    })

  /// A key that says something else than its value.
  static let addressOfOtherForm = Rule(
    id: "INT037",
    severity: .error,
    summary: "`arn`, `url` or `name` of a service's target with something else in its place",
    why: """
      From what the key says the other ways to call the target are made. Where the key is wrong they lead nowhere.
      """,
    source: "the language page; the API references of the services",
    example: """
      apis:
        store:
          routes:
            POST /orders: {sqs: {⟪url → arn⟫: ⟦arn:aws:sqs:eu-west-1:111122223333:orders⟧}}
      """,
    check: { spec, report in
      spec.forEachAddress { _, kind, address in
        let (given, form) = (address.given, address.form)
        if form == .plain || given.mark.isNowhere { return }
        if let text = given.literal, !text.contains("$"), !isAddress(text, form, kind) {
          report.report(
            at: given.mark, "\(Reader.quoted(text)) is not \(form.words) of \(kind.article)", help: help(text, kind))
        } else if given.literal == nil, let found = spec.addressForm(of: given, kind), found != form {
          report.report(
            at: given.mark, "this is \(found.words) of \(kind.article), not \(form.words)",
            help: "leave out `\(form.rawValue)`: what this gives is known")
        }
      }
    })

  private static func isAddress(_ text: String, _ form: ServiceAddress.Form, _ kind: Kind) -> Bool {
    switch (form, ServiceLiteral(text, of: kind)) {
    case (.arn, .arn), (.url, .url), (.name, .name): true
    default: false
    }
  }

  private static func help(_ text: String, _ kind: Kind) -> String? {
    switch ServiceLiteral(text, of: kind) {
    case .arn: "it is its ARN: write `arn:`"
    case .url: "it is its URL: write `url:`"
    case .name: "it is its name: write `name:`"
    case nil: nil
    }
  }
}

extension ServiceAddress.Form {
  /// What it is called in a sentence.
  var words: String {
    switch self {
    case .arn: "the ARN"
    case .url: "the URL"
    case .name, .plain: "the name"
    }
  }
}

extension ResolvedSpec {
  /// What names the targets of services, under their short keys.
  fileprivate func forEachAddress(_ body: (AnsweringTarget, Kind, ServiceAddress) -> Void) {
    forEachTarget { answering in
      switch answering.target {
      case .sqs(let target): body(answering, .queue, target.queue)
      case .eventBridge(let target): body(answering, .eventBus, target.bus)
      case .stepFunctions(let target): body(answering, .stateMachine, target.machine)
      case .kinesis(let target): body(answering, .stream, target.stream)
      default: break
      }
    }
  }

  /// What a value surely is: told by its text, or by the attribute of the resource that gives it.
  func addressForm(of given: Given<String>, _ kind: Kind) -> ServiceAddress.Form? {
    if let text = given.literal {
      return text.hasPrefix("arn:") ? .arn : text.mentions("://") ? .url : .name
    }
    guard values.resource(kind, given) != nil else { return nil }
    switch (kind, values.value(given)) {
    case (.queue, .ref), (.queue, .getAtt(_, "QueueUrl")): return .url
    case (.stateMachine, .ref), (_, .getAtt(_, "Arn")): return .arn
    case (_, .ref), (_, .getAtt(_, "Name")), (_, .getAtt(_, "QueueName")): return .name
    default: return nil
    }
  }
}
