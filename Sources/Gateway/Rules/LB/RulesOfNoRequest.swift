import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// Listener rules that no request of an API meets.
  static let ruleOfNoRequest = Rule(
    id: "LB034",
    severity: .warning,
    premise: .spec,
    summary: "listener rule for clients, methods or paths that the API does not send",
    why: """
      Requests of a private integration come from the network interfaces of the VPC link, not from the client's address, and have the
      methods and paths of its routes. On an internal load balancer that admits only the link, a rule for others never matches.
      """,
    source:
      "Elastic Load Balancing's SourceIpConditionConfig (not satisfied by X-Forwarded-For); API Gateway's page on VPC links",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http:
              port: 80
              fixedResponse: {statusCode: 404}
              rules:
                10: {methods: ⟦POST → GET⟧, forward: {type: ip, port: 8080}}
                20: {⟪sourceIp: ⟦203.0.113.0/24⟧ → pathPattern: /books⟫, forward: {type: ip, port: 8081}}
      apis:
        store:
          routes:
            GET /books: {alb: web}
      """,
    check: { model, report in
      lazy var callers = ListenerCallers(model)
      for listener in model.balancing.listeners where !listener.rules.isEmpty && listener.isInternal {
        let conditions = listener.rules.flatMap(\.conditions)
        let fields = ["source-ip", "http-request-method", "path-pattern"]
        guard conditions.contains(where: { $0.field.map(fields.contains) ?? false }) else { continue }
        let users = callers.integrations(of: listener)
        // Others that its security groups admit send what they like.
        guard !users.isEmpty, callers.areAllAdmitted(users) else { continue }
        let related = users.prefix(1).compactMap(\.["IntegrationUri"]).map {
          Related(message: "the integration", mark: $0.mark)
        }
        let methods = model.methods(of: users)
        let paths = model.paths(of: users)
        for condition in conditions {
          guard let values = condition.conditionValues, let first = values.first else { continue }
          let texts = values.compactMap(\.text)
          guard texts.count == values.count else { continue }
          if condition.field == "source-ip", texts.allSatisfy({ model.isOutside($0) }) {
            report.report(
              at: first, "requests of the API come from its VPC link, not from \(Reader.quoted(texts[0]))",
              related: related, help: "match on the path or a header; a WAF or an authorizer can check the client")
          }
          // What is not a method is reported by another rule.
          let areMethods = texts.allSatisfy { $0 != "ANY" && HttpMethod(rawValue: $0) != nil }
          if condition.field == "http-request-method", areMethods, let methods, methods.isDisjoint(with: texts) {
            report.report(
              at: first, "no route sends \(Reader.quoted(texts[0])) to this listener", related: related,
              help: "use " + methods.sorted().map { "`\($0)`" }.joined(separator: " or "))
          }
          if condition.field == "path-pattern", condition["PathPatternConfig"]?["RegexValues"] == nil, let paths,
            texts.allSatisfy({ text in isPathPattern(text) && !paths.contains { $0.mayBe(text) } })
          {
            report.report(
              at: first, "no route sends a path like \(Reader.quoted(texts[0])) to this listener", related: related,
              help: "its paths: " + Suggestion.list(paths.map(\.written)))
          }
        }
      }
    })
}

extension Model.Listener {
  /// Whether only its VPC can reach it.
  fileprivate var isInternal: Bool { type == .application && balancer?["Scheme"]?.text == "internal" }
}

/// The integrations that call the listeners of a template, in tables: there may be as many of them as listeners.
private struct ListenerCallers {
  private let integrations: [ObjectIdentifier: [Model.Integration]]
  private let targets: [ObjectIdentifier: [Model.PrivateListener]]
  /// The logical IDs that other resources than integrations, VPC links and security groups refer to.
  private let usedElsewhere: Set<String>

  init(_ model: Model) {
    var integrations: [ObjectIdentifier: [Model.Integration]] = [:]
    for integration in model.apis.integrations {
      guard let listener = model.balancing[listener: integration["IntegrationUri"]] else { continue }
      integrations[ObjectIdentifier(listener), default: []].append(integration)
    }
    self.integrations = integrations
    targets = Dictionary(grouping: model.privateListeners) { ObjectIdentifier($0.integration) }
    let owners = [
      ResourceType.prefix + "Integration", ResourceType.prefix + "VpcLink", "AWS::EC2::SecurityGroup",
      "AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress",
    ]
    var used: Set<String> = []
    for output in model.names.spec.outputs {
      model.spec.values.value(output.value.node).forEachReference { used.insert($0) }
    }
    for resource in model.types.lazy.filter({ !owners.contains($0) }).flatMap({ model.resources($0) }) {
      Value.object(resource.record.properties).forEachReference { used.insert($0) }
    }
    usedElsewhere = used
  }

  func integrations(of listener: Model.Listener) -> [Model.Integration] {
    integrations[ObjectIdentifier(listener)] ?? []
  }

  /// Whether the security groups of a listener are known to admit only the VPC links of the integrations that call it,
  /// and nothing else may use these.
  func areAllAdmitted(_ users: [Model.Integration]) -> Bool {
    let targets = users.flatMap { self.targets[ObjectIdentifier($0)] ?? [] }
    let links = targets.compactMap(\.linkGroups).reduce(into: Set()) { $0.formUnion($1) }
    let ids = targets.compactMap { $0.link?.id }
    return !ids.isEmpty
      && targets.allSatisfy { target in
        guard let port = target.port, !target.groups.isEmpty else { return false }
        return target.groups.allSatisfy { group in
          group?.ingress.allSatisfy { !$0.admits(port) || $0.isSurely(for: links) } ?? false
        }
      } && usedElsewhere.isDisjoint(with: links.union(ids))
  }
}

extension Model {
  /// The methods of the requests that integrations send; nil where any may be sent.
  fileprivate func methods(of users: [Integration]) -> Set<String>? {
    var methods: Set<String> = []
    guard !apis.isAnyRouteUnknown, users.allSatisfy({ $0.api?.isComplete == true }) else { return nil }
    for integration in users {
      let fixed = integration["IntegrationMethod"]?.text
      for route in integration.routes {
        if let fixed, fixed != "ANY" {
          methods.insert(fixed)
        } else if let key = route.key, !key.isAny, let method = key.method {
          methods.insert(method)
        } else {
          return nil
        }
      }
    }
    return methods.isEmpty ? nil : methods
  }

  /// Whether a block is certainly outside of private networks.
  fileprivate func isOutside(_ text: String) -> Bool {
    guard let block = CidrBlock(text), block.size <= 1 << 24 else { return false }
    return !PrivateHost.isOfPrivateNetwork(block.address)
      && !resources("AWS::EC2::VPC").contains { vpc in
        vpc["CidrBlock"]?.text.flatMap { CidrBlock($0) }?.contains(block.address) ?? true
      }
  }
}
