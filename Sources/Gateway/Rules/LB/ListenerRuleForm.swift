import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  static let listenerRuleConditions = Rule(
    id: "LB020",
    severity: .error,
    premise: .part,
    summary: "listener rule without conditions, or with more than five values",
    why: """
      A rule needs a condition; a listener's default action handles all other requests. All conditions of a rule together have at
      most five values. Elastic Load Balancing rejects more: "A rule can only have '5' condition values".
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
    check: { model, report in
      for listener in model.balancing.listeners where listener.type == .application {
        for rule in listener.rules {
          let conditions = rule["Conditions"]
          let isWhole = rule.resource.isRaw || model.spec.isWhole(rule.resource.mark)
          if isWhole, conditions?.items?.isEmpty ?? rule.resource.lacks("Conditions") {
            report.report(
              at: conditions.flatMap { $0.isRaw ? $0.key : nil } ?? rule.resource.mark,
              "the rule `\(rule.resource.name)` has no condition",
              help: rule.resource.isRaw
                ? "add `Conditions`, such as `[{Field: path-pattern, Values: [/books/*]}]`"
                : "add `pathPattern`, `hostHeader`, `methods`, `headers`, `query` or `sourceIp`")
          }
          for condition in rule.conditions where condition.conditionValues?.isEmpty ?? false {
            report.report(
              at: condition.members.last?.key ?? condition.mark,
              "the condition\(condition.field.map { " `\($0)`" } ?? "") has no values",
              help: "add one, or remove the condition")
          }
          // What a function gives may be nothing.
          let values = rule.conditions.flatMap { $0.conditionValues ?? [] }.filter { !$0.isFunction }
          guard values.count > 5 else { continue }
          let last = values.map { $0["Value"] ?? $0 }.sorted { $0.mark.start < $1.mark.start }[5]
          report.report(
            at: last, "the conditions of a rule can have at most five values, found \(values.count)",
            help: "make two rules of it")
        }
      }
    })

  static let listenerActionForm = Rule(
    id: "LB021",
    severity: .error,
    summary: "invalid redirect or fixed response",
    why: """
      A redirect uses `HTTP` or `HTTPS`, a port from 1 to 65535 and a path that begins with `/`; it must change the protocol, port,
      host or path, or it would loop. A fixed response has a status of 2XX, 4XX or 5XX and one of five content types. Elastic
      Load Balancing rejects anything else.
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
    check: { model, report in
      for listener in model.balancing.listeners where listener.type == .application && !listener.exists {
        for action in listener.allActions {
          func check(_ property: Model.Property?, _ what: String, _ help: String, _ isValid: (String) -> Bool) {
            // `#{port}` is that of the request.
            guard let property, let text = property.texts.first(where: { !$0.mentions("#{") && !isValid($0) }) else {
              return
            }
            report.report(at: property, "\(Reader.quoted(text)) is not a valid \(what)", help: help)
          }
          for redirect in action["RedirectConfig"]?.branches ?? [] {
            check(redirect["Protocol"], "protocol of a redirect", "use `HTTP` or `HTTPS`") {
              ["HTTP", "HTTPS"].contains($0)
            }
            check(redirect["Port"], "port of a redirect", "use a number from 1 to 65535") {
              Int($0).map((1...65_535).contains) ?? false
            }
            check(redirect["Path"], "path of a redirect", "begin it with `/`") { $0.hasPrefix("/") }
            if redirect.isLoop, listener.resource.isWhole {
              report.report(
                at: action.mark, "this redirect leads back to the request's own URL",
                help: "change its protocol, port, host or path")
            }
          }
          for response in action["FixedResponseConfig"]?.branches ?? [] {
            check(
              response["StatusCode"], "status code of a fixed response",
              "use a redirect, or a status of 2XX, 4XX or 5XX"
            ) { $0.utf8.count == 3 && "245".contains($0.prefix(1)) }
            check(
              response["ContentType"], "content type of a fixed response", "use " + Suggestion.list(contentTypes)
            ) { contentTypes.contains($0) }
          }
        }
      }
    })

  private static let contentTypes = [
    "text/plain", "text/css", "text/html", "application/javascript", "application/json",
  ]
}

extension Model.Property {
  /// Whether a redirect surely changes nothing of the URL but its query.
  fileprivate var isLoop: Bool {
    let own = ["Protocol": "#{protocol}", "Port": "#{port}", "Host": "#{host}", "Path": "/#{path}"]
    return !isFunction && own.allSatisfy { name, text in self[name].map { $0.text == text } ?? lacks(name) }
  }

  /// The fields that a condition of a listener rule compares.
  var field: String? { self["Field"]?.text }

  /// The values of a condition of a listener rule; nil where a function gives them.
  var conditionValues: [Model.Property]? {
    let config = members.first { $0.name.hasSuffix("Config") } ?? self
    return config["Values"]?.items
  }
}
