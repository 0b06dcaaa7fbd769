import SpecReading

extension Rule {
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
    example: """
      resources:
        Orders: {Type: AWS::SQS::Queue}
      apis:
        store:
          routes:
            POST /orders:
              aws: SQS-SendMessage
              parameters: {QueueUrl: ⟦!GetAtt Orders.Arn → !Ref Orders⟧}
      """,
    check: { spec, report in
      spec.forEachTarget { answering in
        guard case .aws(let target) = answering.target, let subtype = target.subtype else { return }
        for (name, thing) in named(by: subtype) {
          guard let given = target.parameters[name] ?? nil else { continue }
          let key = Services.current.owner(of: subtype).map { "`\($0.key): …` takes either and converts it" }
          check(name, given, thing, help: key)
        }
      }
      spec.forEachRawService { integration, _ in
        guard let subtype = integration.subtype, let own = integration["RequestParameters"] else { return }
        for (name, thing) in named(by: subtype) {
          if let given = own[name]?.given { check(name, given, thing, help: nil) }
        }
      }
      func check(_ name: String, _ given: Given<String>, _ thing: ServiceThing, help: String?) {
        guard !given.isMapped, thing.resource.hasForms, let form = thing.resource.parameterForm,
          let found = spec.addressForm(of: given, thing), found != form
        else { return }
        report.report(
          at: given.mark, "`\(name)` takes \(form.words) of \(thing.kind.article), and this is \(found.words)",
          help: help)
      }
    })

  /// The parameters that name what an action is called on.
  private static func named(by subtype: ServiceSubtype) -> Zip2Sequence<[String], [ServiceThing]> {
    zip(subtype.target, Services.current.owner(of: subtype)?.things ?? [])
  }
}
