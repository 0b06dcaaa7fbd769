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
      spec.forEachAddress { thing, address in
        guard address.form == .plain, case .intrinsic = address.given.content,
          spec.values.resource(thing.kind, address.given) == nil
        else { return }
        report.report(
          at: address.given.mark, "this function does not tell what it gives of \(thing.kind.article)",
          help: "say which: " + thing.resource.spellings)
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
      spec.forEachAddress { thing, address in
        let (given, form) = (address.given, address.form)
        if form == .plain || given.mark.isNowhere { return }
        if let text = given.literal, !text.contains("$"), thing.resource.form(of: text) != form {
          report.report(
            at: given.mark, "\(Reader.quoted(text)) is not \(form.words) of \(thing.kind.article)",
            help: thing.resource.form(of: text).map { "it is its \($0.noun): write `\($0.rawValue):`" })
        } else if given.literal == nil, let found = spec.addressForm(of: given, thing), found != form {
          report.report(
            at: given.mark, "this is \(found.words) of \(thing.kind.article), not \(form.words)",
            help: "leave out `\(form.rawValue)`: what this gives is known")
        }
      }
    })
}

extension ServiceAddress.Form {
  /// What it is called.
  fileprivate var noun: String {
    switch self {
    case .arn: "ARN"
    case .url: "URL"
    case .name, .plain: "name"
    }
  }

  /// What it is called in a sentence.
  var words: String { "the \(noun)" }
}

extension ResolvedSpec {
  /// What names the targets of services, under their short keys.
  fileprivate func forEachAddress(_ body: (ServiceThing, ServiceAddress) -> Void) {
    forEachTarget { answering in
      guard case .service(let target) = answering.target else { return }
      for (thing, address) in zip(target.service.things, target.addresses) where thing.resource.hasForms {
        body(thing, address)
      }
    }
  }

  /// What a value surely is: told by its text, or by the attribute of the resource that gives it.
  func addressForm(of given: Given<String>, _ thing: ServiceThing) -> ServiceAddress.Form? {
    if let text = given.literal {
      return text.hasPrefix("arn:") ? .arn : text.mentions("://") ? .url : .name
    }
    guard values.resource(thing.kind, given) != nil else { return nil }
    switch values.value(given) {
    case .ref: return thing.resource.parameterForm ?? .name
    case .getAtt(_, let attribute): return thing.resource.attributes[attribute]
    default: return nil
    }
  }
}
