import SpecReading

extension Rule {
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
    example: """
      apis:
        store:
          routes:
            GET /features:
              appConfig: {application: ⟦bookstore → 4a1k2z9⟧, environment: 7ymxb4s, configuration: 1q2w3e4}
      """,
    check: { spec, report in
      spec.forEachTarget { answering in
        guard case .service(let target) = answering.target, target.service === AwsService.appConfig,
          target.options.credentials == nil
        else { return }
        for (thing, address) in zip(target.service.things, target.addresses) {
          let given = address.given
          guard let text = given.literal, case .literal = spec.names.find(thing.kind, given),
            !AwsService.isAppConfigId(text)
          else { continue }
          report.report(
            at: given.mark, "by this name the role may read every one of its kind: policies know ids alone",
            help: "give the id, or a logical id of `resources`, or a role as `credentials`")
        }
      }
    })
}
