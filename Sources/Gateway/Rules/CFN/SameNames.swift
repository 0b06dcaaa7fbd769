import CloudFormation
import SpecReading

extension Rule {
  static let sameName = Rule(
    id: "CFN022",
    severity: .error,
    premise: .spec,
    summary: "two resources with the same name in AWS",
    why: """
      Names of functions, roles, load balancers, queues, DNS records and the like are unique in an account and region, and there is
      one event source mapping of a queue for a function, one policy of a bucket. The second resource fails with "already
      exists", and the stack is rolled back.
      """,
    source: "CloudFormation's resource schemas (primary identifiers); the services' API references",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books, name: orders}
        orders: {runtime: nodejs24.x, handler: index.handler, code: src/orders, name: ⟦orders → list-orders⟧}
      apis:
        store:
          routes:
            GET /books: books
            GET /orders: orders
      """,
    check: { model, report in
      // SAM makes types of CloudFormation of its own.
      let made = model.serverlessEvents
      let types = made.isEmpty ? model.types.sorted() : Set(model.types).union(made.map { $0.type }).sorted()
      let others = types.filter { UpdateFacts.twin(of: $0) != $0 }
      for name in types where !reportedElsewhere.contains(name) {
        let twin = UpdateFacts.twin(of: name)
        if twin != name, types.contains(twin) { continue }
        let twins = others.filter { $0 != name && UpdateFacts.twin(of: $0) == twin }
        let resources = model.eventSources(name) + twins.flatMap { model.resources($0) }
        guard resources.count > 1 else { continue }
        var known = [twin: UpdateFacts(of: twin)]
        guard known[twin]?.isIdentity == true else { continue }
        for other in [name] + twins where other != twin { known[other] = UpdateFacts(of: other) }
        var seen: [[Value]: [(resource: Model.Resource, claim: UniqueClaim)]] = [:]
        for resource in resources {
          guard let facts = known[resource.type] else { continue }
          var isReported = false
          let claims =
            twin == ResourceType.apiKey.name
            ? facts.claims(of: resource.record.properties, id: resource.id)
            : facts.claims(of: resource.record.properties)
          for claim in claims {
            // IAM does not distinguish names by case.
            let values = claim.values.dropFirst().map { value in
              name.hasPrefix("AWS::IAM::") ? value.text.map { .string($0.lowercased()) } ?? value : value
            }
            // One of two conditions may hold.
            let other = seen[values]?.first {
              $0.resource !== resource && resource.mayExist(beside: $0.resource, claim.guards + $0.claim.guards)
            }
            if let other, !isReported { isReported = report.report(second: resource, claim, other.resource, facts) }
            seen[values, default: []].append((resource, claim))
          }
        }
      }
      report.checkRecords(of: model)
    })

  /// The types of which rules of their own report duplicates.
  private static let reportedElsewhere: Set<String> = Set(
    ["Route", "Authorizer", "Stage", "ApiMapping", "DomainName"].map {
      ResourceType.prefix + $0
    } + [
      "AWS::ElasticLoadBalancingV2::Listener", "AWS::ElasticLoadBalancingV2::ListenerRule", "AWS::EC2::Subnet",
      "AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress", "AWS::Route53::RecordSet",
    ])
}

extension Rule.Report {
  /// DNS records of one name and type, which may be in groups.
  fileprivate mutating func checkRecords(of model: Model) {
    var seen: [[Value]: Model.DnsRecord] = [:]
    for record in model.dnsRecords {
      guard let host = record.host, !host.isDynamicReference, let name = record["Name"] else { continue }
      let key = record.place + ["Type", "SetIdentifier"].map { record[$0]?.value ?? .null }
      guard let other = seen.updateValue(record, forKey: key) else { continue }
      // Two records of the language have two domains with one host, which another rule reports.
      if !other.resource.isRaw, !record.resource.isRaw { continue }
      if record.resource !== other.resource, record.resource.excludes(other.resource) { continue }
      report(
        at: name, "another record already has this name and type",
        related: [.init(message: "the other record", mark: other["Name"]?.mark ?? other.mark)],
        help: "remove one of the two")
    }
  }

  /// Returns whether it is reported.
  fileprivate mutating func report(
    second: Model.Resource, _ claim: UniqueClaim, _ first: Model.Resource, _ facts: UpdateFacts
  ) -> Bool {
    let given = claim.properties
    // A key of the resource other than its name has no name.
    let ownName = facts.name.flatMap { given.contains($0) ? $0 : nil }
    guard let last = ownName ?? given.last, let property = second[last], !property.value.isDynamicReference else {
      return false
    }
    let words = given.map { "`\(second.words($0))`" }.joined(separator: " and ")
    let name = ownName == nil ? nil : claim.name
    report(
      at: property.branches.first { $0.text == name } ?? property,
      name.map { "another resource is already called \(Reader.quoted($0))" }
        ?? (ownName == nil ? "another resource has the same \(words)" : "another resource already has this name"),
      related: [.init(message: "the other resource", mark: first[last]?.mark ?? first.mark)],
      help: ownName == nil ? "remove one of the two" : "use another name, or remove one of the two")
    return true
  }
}
