import CloudFormation
import SpecReading
import YAMLTree

/// Whose actions are written: what target groups in their place take after.
struct Forwarder {
  let path: String
  let balancer: Named<LoadBalancerElement>
  let listener: Named<ListenerElement>
  /// The elements around, from the outermost.
  let owners: [ElementOptions]
}

extension Synthesis {
  /// An action, as the list that listeners and rules take.
  mutating func actions(_ action: ListenerAction, _ forwarder: Forwarder) -> Value {
    switch action {
    case .redirect(let redirect):
      let config = Value.choice(redirect) { redirect, _ in .object(self.config(of: redirect)) }
      return [["Type": "redirect", "RedirectConfig": config ?? [:]]]
    case .fixedResponse(let response):
      let config = Value.choice(response) { response, _ in .object(self.config(of: response)) }
      return [["Type": "fixed-response", "FixedResponseConfig": config ?? [:]]]
    case .forward(let targets):
      var groups: [(arn: Value, origin: Origin, weight: Given<Int>?)] = []
      for (index, target) in targets.items.enumerated() {
        switch target.form {
        case .named(let named):
          targetGroupArn(named.targetGroup).map {
            groups.append(($0, Origin(of: named.targetGroup.node), named.weight))
          }
        case .inline(let inline): writeInline(inline, index, forwarder).map { groups.append(($0, .none, nil)) }
        case nil: break
        }
      }
      if groups.count == 1, groups[0].weight == nil {
        var forward = Object()
        forward.add("Type", "forward")
        forward.add("TargetGroupArn", groups[0].arn, origin: groups[0].origin)
        return .list([.object(forward)])
      }
      // AWS requires weights if there are several; without any the groups get equal shares.
      let hasNone = groups.allSatisfy { $0.weight == nil }
      let weighted: [Value] = groups.map { group in
        var entry = Object()
        entry.add("TargetGroupArn", group.arn, origin: group.origin)
        entry.add("Weight", group.weight, default: hasNone ? 1 : nil) { value($0) }
        return .object(entry)
      }
      return [["Type": "forward", "ForwardConfig": ["TargetGroups": .list(weighted)]]]
    }
  }

  private func config(of redirect: Redirect) -> Object {
    var config = Object()
    config.add("Protocol", redirect.protocol) { value($0) }
    config.add("Port", redirect.port) { value($0) }
    config.add("Host", redirect.host) { value($0) }
    config.add("Path", redirect.path) { value($0) }
    config.add("Query", redirect.query) { value($0) }
    config.add("StatusCode", redirect.statusCode, default: .string(RedirectStatus.permanent.name)) { code in
      code.literal.map { .string($0.name) } ?? .sub("HTTP_\(value(code), as: "Code")")
    }
    return config
  }

  private func config(of response: FixedResponse) -> Object {
    var config = Object()
    config.add("StatusCode", response.statusCode) { status in
      status.literal.map { .string(String($0)) } ?? value(status)
    }
    config.add("ContentType", response.contentType) { value($0) }
    config.add("MessageBody", response.messageBody) { value($0) }
    return config
  }

  private mutating func writeInline(
    _ element: TargetGroupElement, _ index: Int, _ forwarder: Forwarder
  ) -> Value? {
    switch element.form {
    case .imported(let group): return value(group.arn)
    case .created(let group):
      let user = TargetGroupUser(balancer: forwarder.balancer, listener: forwarder.listener)
      // Only the first one of a list has a name of its own: the place of the action.
      var place =
        index == 0 && forwarder.path.hasSuffix(".\(forwarder.listener.name)")
        ? Place("\(forwarder.path).targetGroup", "ListenerTargets", forwarder.balancer.name, forwarder.listener.name)
        : Place(
          hashed: "\(forwarder.path).targetGroup\(index == 0 ? "" : ".\(index)")", "ListenerTargets",
          forwarder.balancer.name,
          forwarder.listener.name)
      if let replaced = identity(of: forwarder.balancer) {
        let hashed = Place(
          hashed: "\(names.formerPath(place.path)) \(replaced)", "ListenerTargets", forwarder.balancer.name)
        place = Place(place.path, id: hashed.id)
      }
      var extras = Extras.main(group.options)
      extras.owners = forwarder.owners
      return .ref(write(group, at: place, usedBy: user, extras))
    case nil: return nil
    }
  }

  /// The values that replace a load balancer if they change; nil by default. A target group belongs to one load balancer, so
  /// a new load balancer needs new ones.
  private func identity(of balancer: Named<LoadBalancerElement>) -> String? {
    guard case .created(let created) = balancer.value.form else { return nil }
    if created.name == nil, created.scheme?.literal ?? .internal == .internal { return nil }
    let values = [created.name.map { value($0) }, created.scheme.map { value($0) }]
    return values.map { $0?.fingerprint ?? "" }.joined(separator: " ")
  }

  /// A listener's rule.
  mutating func write(_ element: Named<ListenerRule>, of listener: String, _ forwarder: Forwarder) {
    let rule = element.value
    let path = "\(forwarder.path).rules.\(element.name)"
    guard let priority = Int(element.name), (1...50_000).contains(priority) else {
      return fail(
        .notAllowed, at: element.mark, "\(Reader.quoted(element.name)) is not a priority",
        help: "the key of a rule is its priority, an integer from 1 to 50000")
    }
    let inner = Forwarder(
      path: path, balancer: forwarder.balancer, listener: forwarder.listener,
      owners: forwarder.owners + [rule.options])
    var properties = Object()
    properties.add("ListenerArn", .ref(listener))
    properties.add("Priority", .int(priority), origin: Origin(of: element.node))
    properties.add("Conditions", .list(conditions(of: rule)))
    properties.add("Actions", rule.action.map { actions(actions($0, inner), after: rule.jwtValidation) })
    properties.add("Transforms", Value.choice(rule.rewrite) { rewrite, _ in .list(transforms(rewrite)) })
    var extras = Extras.main(rule.options)
    extras.owners = forwarder.owners
    // A listener has one rule of a priority.
    var id = Place(hashed: "\(listener).\(priority)", "ListenerRule", forwarder.balancer.name).id
    if template[id] != nil { id = Place(hashed: path, "ListenerRule", forwarder.balancer.name).id }
    write(Place(path, id: id), .listenerRule, properties, extras)
  }

  private mutating func conditions(of rule: ListenerRule) -> [Value] {
    var conditions: [Value] = []
    func add(_ field: String, _ config: String, _ texts: Names?) {
      guard let texts else { return }
      conditions.append(["Field": .string(field), config: .object(values(texts))])
    }
    add("path-pattern", "PathPatternConfig", rule.pathPattern)
    add("host-header", "HostHeaderConfig", rule.hostHeader)
    add("http-request-method", "HttpRequestMethodConfig", rule.methods)
    add("source-ip", "SourceIpConfig", rule.sourceIp)
    func addRegex(_ field: String, _ config: String, _ texts: Names?) {
      guard let texts else { return }
      conditions.append(["Field": .string(field), config: ["RegexValues": list(texts) { value($0) }]])
    }
    addRegex("path-pattern", "PathPatternConfig", rule.pathRegex)
    addRegex("host-header", "HostHeaderConfig", rule.hostRegex)
    for header in rule.headerRegex {
      conditions.append(
        list(header.value) { value($0) }.wrapped {
          [
            "Field": "http-header",
            "HttpHeaderConfig": ["HttpHeaderName": .string(header.name), "RegexValues": $0],
          ]
        })
    }
    for header in rule.headers {
      conditions.append(
        list(header.value).wrapped { texts in
          var config = Object()
          config.add("HttpHeaderName", .string(header.name), origin: Origin(of: header.node))
          config.add("Values", header.value) { _ in texts }
          return ["Field": "http-header", "HttpHeaderConfig": .object(config)]
        })
    }
    var pairs: [Value] = []
    for parameter in rule.query {
      pairs += each(parameter.value).map { given in
        value(given).forEachChoice { text in
          var pair = Object()
          pair.add("Key", .string(parameter.name))
          pair.add("Value", given) { _ in text }
          return .object(pair)
        }
      }
    }
    if !pairs.isEmpty {
      conditions.append(
        Value.list(pairs).wrapped { ["Field": "query-string", "QueryStringConfig": ["Values": $0]] })
    }
    return conditions
  }

  private func transforms(_ rewrite: Rewrite) -> [Value] {
    func transform(_ type: String, _ key: String, _ replacement: Conditional<Rewrite.Replacement>?) -> Value? {
      Value.choice(replacement) { replacement, _ in
        var one = Object()
        one.add("Regex", replacement.regex) { value($0) }
        one.add("Replace", replacement.replace) { value($0) }
        return ["Type": .string(type), key: ["Rewrites": [.object(one)]]]
      }
    }
    return [
      transform("url-rewrite", "UrlRewriteConfig", rewrite.path),
      transform("host-header-rewrite", "HostHeaderRewriteConfig", rewrite.host),
    ].compactMap { $0 }
  }

  /// The values of a condition, on a header of this name.
  private func values(_ texts: Names) -> Object {
    var config = Object()
    config.add("Values", texts) { list($0) }
    return config
  }
}

extension Value {
  /// A condition of a rule with this list of values. If all of them depend on one condition, so does the rule's condition:
  /// it cannot be without values.
  fileprivate func wrapped(_ make: (Value) -> Value) -> Value {
    guard case .list(let items) = self else { return forEachChoice(make) }
    let choices = items.compactMap(\.choice)
    guard let first = choices.first, choices.count == items.count, items.allSatisfy(\.mayBeNothing),
      choices.allSatisfy({ $0.condition == first.condition })
    else { return make(self) }
    func arm(_ items: [Value]) -> Value {
      let present = items.filter { !$0.isNothing }
      return present.isEmpty ? .ref("AWS::NoValue") : Value.list(present).wrapped(make)
    }
    return ["Fn::If": [first.condition, arm(choices.map(\.first)), arm(choices.map(\.second))]]
  }
}
