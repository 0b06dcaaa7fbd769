import CloudFormation
import SpecReading

extension Rule {
  static let sameName = Rule(
    id: "CFN022",
    severity: .error,
    summary: "two resources with the same name in AWS",
    why: """
      Names of functions, roles, load balancers, queues, DNS records and the like are unique in an account and region. The second
      resource fails with "already exists", and the stack is rolled back.
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
      for name in model.types.sorted() where !reportedElsewhere.contains(name) {
        let resources = model.resources(name)
        guard resources.count > 1 else { continue }
        let described = ResourceType.named(name)?.unique ?? []
        // The name of a type that is not described may be called otherwise.
        let otherName = described.first?.hasSuffix("Name") ?? false ? nil : CreateOnly.uniqueName(of: name)
        let unique = described.isEmpty ? otherName.map { [$0] } ?? [] : described
        if unique.isEmpty { continue }
        var seen: [[Value]: Model.Resource] = [:]
        for resource in resources {
          guard let (key, name) = resource.uniqueKey(unique, otherName) else { continue }
          guard let other = seen[key] else {
            seen[key] = resource
            continue
          }
          // Two records of the language have two domains with one host, which another rule reports.
          if resource.type == "AWS::Route53::RecordSet", !other.isRaw, !resource.isRaw { continue }
          // One of two conditions may hold.
          if let one = other.condition, let two = resource.condition, one != two { continue }
          report.report(
            at: name,
            name.text.map { "another resource is already called \(Reader.quoted($0))" }
              ?? "another resource already has this name",
            related: [.init(message: "the other resource", mark: other[name.name]?.mark ?? other.mark)],
            help: "use another name, or remove one of the two")
        }
      }
    })

  /// The types of which rules of their own report duplicates.
  private static let reportedElsewhere: Set<String> = Set(
    ["Route", "Authorizer", "Stage", "ApiMapping", "DomainName", "RouteResponse", "IntegrationResponse", "Model"].map {
      ResourceType.prefix + $0
    } + [
      "AWS::ElasticLoadBalancingV2::Listener", "AWS::ElasticLoadBalancingV2::ListenerRule", "AWS::EC2::Subnet",
      "AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress",
    ])
}

extension Model.Resource {
  /// The values that AWS holds unique, and the name among them; nil if the name is generated.
  fileprivate func uniqueKey(_ unique: [String], _ otherName: String?) -> (key: [Value], name: Model.Property)? {
    let names = unique.filter { $0.hasSuffix("Name") && $0 != "HostedZoneName" || $0 == otherName }
    guard let last = names.last, let name = self[last], !name.value.isDynamicReference,
      names.allSatisfy({ self[$0] != nil })
    else { return nil }
    // The name of a schedule is unique in its group, which may change.
    let scope = type == "AWS::Scheduler::Schedule" ? ["GroupName"] : []
    let key = (scope + unique).map { property -> Value in
      if property == last, let text = name.text {
        return .string(text.hasSuffix(".") ? String(text.dropLast()).lowercased() : text)
      }
      return self[property]?.value ?? .null
    }
    return (key, name)
  }
}
