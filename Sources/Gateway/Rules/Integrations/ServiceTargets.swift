import CloudFormation
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
    bad: """
      parameters:
        Orders: {Type: String}
      apis:
        store:
          routes:
            POST /orders: {sqs: ⟦!Ref Orders⟧}
      """,
    good: """
      parameters:
        Orders: {Type: String}
      apis:
        store:
          routes:
            POST /orders: {sqs: {arn: !Ref Orders}}
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
    bad: """
      apis:
        store:
          routes:
            POST /orders: {sqs: {url: ⟦arn:aws:sqs:eu-west-1:111122223333:orders⟧}}
      """,
    good: """
      apis:
        store:
          routes:
            POST /orders: {sqs: {arn: arn:aws:sqs:eu-west-1:111122223333:orders}}
      """,
    check: { spec, report in
      spec.forEachAddress { _, kind, address in
        let (given, form) = (address.given, address.form)
        if form == .plain || given.mark.isNowhere { return }
        if let text = given.literal, !text.contains("$"), !isAddress(text, form, kind) {
          report.report(
            at: given.mark, "\(Reader.quoted(text)) is not \(words(form)) of \(kind.article)", help: help(text, kind))
        } else if given.literal == nil, let found = spec.form(of: given, kind), found != form {
          report.report(
            at: given.mark, "this is \(words(found)) of \(kind.article), not \(words(form))",
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

  /// An ARN where a URL or a name is due, and the other way round.
  static let parameterOfOtherForm = Rule(
    id: "INT025",
    severity: .warning,
    summary: "`QueueUrl`, `StreamName` or `StateMachineArn` with something else in its place",
    why: """
      `QueueUrl` is a URL, `StreamName` a name and `StateMachineArn` an ARN. With anything else in its place the action
      fails on every request. The short keys (`sqs: …`) convert what they get.
      """,
    source: "the API references of the services",
    bad: """
      resources:
        Orders: {Type: AWS::SQS::Queue}
      apis:
        store:
          routes:
            POST /orders:
              aws: SQS-SendMessage
              parameters: {QueueUrl: ⟦!GetAtt Orders.Arn⟧}
      """,
    good: """
      resources:
        Orders: {Type: AWS::SQS::Queue}
      apis:
        store:
          routes:
            POST /orders:
              aws: SQS-SendMessage
              parameters: {QueueUrl: !Ref Orders}
      """,
    check: { spec, report in
      spec.forEachTarget { answering in
        guard case .aws(let target) = answering.target, let subtype = target.subtype else { return }
        for (name, kind, form) in parameters where subtype.target.contains(name) {
          if let given = target.parameters[name] ?? nil {
            check(name, given, kind, form, help: "`\(key(kind)): …` takes either and converts it")
          }
        }
      }
      spec.forEachRawService { integration, _ in
        guard let subtype = integration.subtype, let own = integration["RequestParameters"] else { return }
        for (name, kind, form) in parameters where subtype.target.contains(name) {
          if let given = own[name]?.given { check(name, given, kind, form, help: nil) }
        }
      }
      func check(_ name: String, _ given: Given<String>, _ kind: Kind, _ form: ServiceAddress.Form, help: String?) {
        guard !given.isMapped, let found = spec.form(of: given, kind), found != form else { return }
        report.report(
          at: given.mark, "`\(name)` takes \(words(form)) of \(kind.article), and this is \(words(found))",
          help: help)
      }
    })

  private static let parameters: [(String, Kind, ServiceAddress.Form)] = [
    ("QueueUrl", .queue, .url), ("StreamName", .stream, .name), ("StateMachineArn", .stateMachine, .arn),
  ]

  private static func words(_ form: ServiceAddress.Form) -> String {
    switch form {
    case .arn: "the ARN"
    case .url: "the URL"
    case .name, .plain: "the name"
    }
  }

  private static func key(_ kind: Kind) -> String {
    switch kind {
    case .stream: "kinesis"
    case .stateMachine: "stepFunctions"
    default: "sqs"
    }
  }

  /// Names that policies do not know.
  static let configurationByName = Rule(
    id: "INT036",
    severity: .warning,
    summary: "an AppConfig target by name, for which the role has to be wider than needed",
    why: """
      IAM knows applications, environments and configuration profiles by their ids alone. For one that is given by its name
      the role can only be written so that it may read every one of its kind.
      """,
    source: "the Service Authorization Reference of AppConfig",
    bad: """
      apis:
        store:
          routes:
            GET /features:
              appConfig: {application: ⟦bookstore⟧, environment: 7ymxb4s, configuration: 1q2w3e4}
      """,
    good: """
      apis:
        store:
          routes:
            GET /features:
              appConfig: {application: 4a1k2z9, environment: 7ymxb4s, configuration: 1q2w3e4}
      """,
    check: { spec, report in
      spec.forEachTarget { answering in
        guard case .appConfig(let target) = answering.target, target.options.credentials == nil else { return }
        let parts: [(Kind, Given<String>)] = [
          (.application, target.configuration.application), (.environment, target.configuration.environment),
          (.configuration, target.configuration.configuration),
        ]
        for (kind, given) in parts {
          guard let text = given.literal, case .literal = spec.names.find(kind, given), !AppConfigTarget.isId(text)
          else {
            continue
          }
          report.report(
            at: given.mark, "by this name the role may read every one of its kind: policies know ids alone",
            help: "give the id, or a logical id of `resources`, or a role as `credentials`")
        }
      }
    })
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
  fileprivate func form(of given: Given<String>, _ kind: Kind) -> ServiceAddress.Form? {
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
