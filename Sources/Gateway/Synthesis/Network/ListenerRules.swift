import CloudFormation
import SpecReading
import YAMLTree

extension Synthesis {
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
    properties.add("Actions", rule.action.map { actions($0, after: rule.jwtValidation, inner) })
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
      return present.isEmpty ? .nothing : Value.list(present).wrapped(make)
    }
    return ["Fn::If": [first.condition, arm(choices.map(\.first)), arm(choices.map(\.second))]]
  }
}
