import SpecReading
import YAMLTree

extension Rule {
  /// When a rule applies.
  static let listenerRuleConditions = Rule(
    id: "LB020",
    severity: .error,
    summary: "a listener's rule without conditions, or with more than five values in them",
    why: """
      A rule says for which requests it is there; those of no rule get what the listener does by default. All its
      conditions together have at most five values: "A rule can only have '5' condition values".
      """,
    source: "Elastic Load Balancing's CreateRule (Conditions); public reports of the message (aws-cdk#10065)",
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
              forward: {type: ip, port: 8080}
              rules:
                ⟦10⟧: {⟪→ hostHeader: books.example.com, ⟫forward: {type: ip, port: 8081}}
                20: {methods: [GET, HEAD], pathPattern: [/a, /b, /c⟪, ⟦/d⟧ →⟫], forward: {type: ip, port: 8082}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { spec, report in
      spec.forEachListener { balancer, listener in
        guard balancer.value.knownType == .application, case .created(let created) = listener.value.form,
          spec.isWhole(listener.mark)
        else { return }
        for rule in created.rules {
          let conditions = rule.value.conditions
          if conditions.allSatisfy({ $0.items.isEmpty && $0.intrinsic == nil }) {
            report.report(
              at: rule.mark, "the rule \(rule.name) does not say which requests it is for",
              help: "write `pathPattern`, `hostHeader`, `methods`, `headers`, `query` or `sourceIp`")
          }
          // What a function gives may be nothing.
          let values = conditions.flatMap(\.items).filter { $0.literal != nil }.sorted { $0.mark.start < $1.mark.start }
          guard values.count > 5 else { continue }
          report.report(
            at: values[5].mark, "the conditions of a rule have at most five values; these have \(values.count)",
            help: "make two rules of it")
        }
      }
    })

  /// What a listener answers by itself.
  static let listenerActionForm = Rule(
    id: "LB021",
    severity: .error,
    summary: "a redirect or a fixed response that Elastic Load Balancing does not take",
    why: """
      A redirect leads somewhere else by `HTTP` or `HTTPS`, to a port and to a path that begins with `/`; one that changes
      nothing would lead in a circle. A fixed response has a status of 2XX, 4XX or 5XX, and one of five content types.
      """,
    source: "Elastic Load Balancing's CreateListener (RedirectActionConfig, FixedResponseActionConfig)",
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
              forward: {type: ip, port: 8080}
              rules:
                10: {pathPattern: /old/*, redirect: {path: ⟦new → /new⟧}}
                20: {pathPattern: /admin/*, fixedResponse: {statusCode: 403, contentType: ⟦text/xml → text/html⟧}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { spec, report in
      spec.forEachListener { balancer, listener in
        guard balancer.value.knownType == .application, case .created(let created) = listener.value.form else { return }
        let actions = [(listener.mark, created.action)] + created.rules.map { ($0.mark, $0.value.action) }
        for (mark, action) in actions {
          let flaws: [RequestFlaw]
          switch action {
          case .redirect(let redirect): flaws = redirect.flaws(at: mark, isWhole: spec.isWhole(listener.mark))
          case .fixedResponse(let response): flaws = response.flaws
          case .forward, nil: continue
          }
          for flaw in flaws { report.report(at: flaw.mark, flaw.message, help: flaw.help) }
        }
      }
    })
}

/// What is wrong with an answer, and what to write.
private typealias RequestFlaw = (mark: Mark, message: String, help: String)

extension ListenerRule {
  /// The values of each of its conditions.
  fileprivate var conditions: [Names] {
    [pathPattern, hostHeader, methods, sourceIp].compactMap { $0 } + headers.map(\.value) + query.map(\.value)
  }
}

extension Redirect {
  fileprivate func flaws(at mark: Mark, isWhole: Bool) -> [RequestFlaw] {
    var flaws: [RequestFlaw] = []
    func check(_ given: Given<String>?, _ holds: (String) -> Bool, _ what: String, _ help: String) {
      // `#{port}` stands for the request's own.
      guard let given, let text = given.literal, !text.mentions("#{"), !holds(text) else { return }
      flaws.append((given.mark, "\(Reader.quoted(text)) is no \(what) of a redirect", help))
    }
    check(self.protocol, { ["HTTP", "HTTPS"].contains($0) }, "protocol", "write `HTTP` or `HTTPS`")
    check(port, { Int($0).map { (1...65_535).contains($0) } ?? false }, "port", "a port is a number from 1 to 65535")
    check(path, { $0.hasPrefix("/") }, "path", "it begins with `/`")
    let changes = [self.protocol, port, host, path].compactMap { $0 }
    let own = ["#{protocol}", "#{port}", "#{host}", "/#{path}"]
    if isWhole, changes.allSatisfy({ $0.literal.map(own.contains) ?? false }) {
      flaws.append(
        (mark, "this redirect leads to where the request came to", "change its protocol, port, host or path"))
    }
    return flaws
  }
}

extension FixedResponse {
  private static let types = ["text/plain", "text/css", "text/html", "application/javascript", "application/json"]

  fileprivate var flaws: [RequestFlaw] {
    var flaws: [RequestFlaw] = []
    if let status = statusCode.literal, (300..<400).contains(status) {
      flaws.append(
        (statusCode.mark, "\(status) is no status of a fixed response", "write `redirect`, or 2XX, 4XX or 5XX"))
    }
    if let contentType, let text = contentType.literal, !FixedResponse.types.contains(text) {
      let known = FixedResponse.types.map { "`\($0)`" }.joined(separator: ", ")
      flaws.append(
        (contentType.mark, "a fixed response is not of the type \(Reader.quoted(text))", "its types: \(known)"))
    }
    return flaws
  }
}
