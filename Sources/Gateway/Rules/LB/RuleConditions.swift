import SpecReading
import TextSearch

extension Rule {
  static let conditionForm = Rule(
    id: "LB023",
    severity: .error,
    summary: "invalid condition of a listener rule",
    why: """
      Paths begin with `/` and have no variables or query, methods are upper case, a host is not a URL and not a header, names of
      headers have no wildcards, and client addresses are CIDR blocks. Elastic Load
      Balancing rejects other values, or the rule never matches.
      """,
    source: "Elastic Load Balancing's CreateRule (RuleCondition)",
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
                10: {pathPattern: ⟦books/* → /books/*⟧, forward: {type: ip, port: 8081}}
                20: {methods: [POST, ⟪⟦get⟧], sourceIp: ⟦10.0.0.7⟧ → GET], sourceIp: 10.0.0.7/32⟫, forward: {type: ip, port: 8082}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      for condition in model.balancing.listeners.flatMap(\.rules).flatMap(\.conditions) {
        for (name, text) in condition["HttpHeaderConfig"]?["HttpHeaderName"]?.choices ?? [] {
          if text.contains("*") || text.contains("?") {
            report.report(
              at: name, "the name of a header has no wildcards, found \(Reader.quoted(text))", help: "write it in full")
          } else if text.lowercased() == "host" {
            report.report(
              at: name, "a condition on headers cannot compare `\(text)`",
              help: condition.isRaw ? "use the field `host-header`" : "use `hostHeader`")
          }
        }
        guard let form = condition.field.flatMap({ forms[$0] }) else { continue }
        for (value, text) in (condition.conditionValues ?? []).flatMap(\.choices) {
          if text.isEmpty || text.hasDynamicReference || form.isValid(text) { continue }
          report.report(at: value, "\(Reader.quoted(text)) is not a valid \(form.name)", help: form.help(text))
        }
      }
    })

  /// The form of the values of a condition.
  private struct Form: Sendable {
    let name: String
    let isValid: @Sendable (String) -> Bool
    let help: @Sendable (String) -> String
  }

  /// By the field of the condition.
  private static let forms: [String: Form] = [
    "path-pattern": Form(name: "request path", isValid: isPath) { text in
      if text.contains("{") { return "write `*` for a variable" }
      if let query = text.firstIndex(of: "?"), text[query...].contains("=") {
        return "write `\(text[..<query])`: a path is compared without the query, which has a condition of its own"
      }
      return "/*?".contains(text.prefix(1))
        ? "use letters, digits, the wildcards `*` and `?`, and `_-.$/~\"'@:+&`" : "use `/\(text)`"
    },
    "http-request-method": Form(name: "request method", isValid: isMethod) { text in
      text == "ANY" || text.contains("*")
        ? "remove it: a rule without methods matches all of them" : "use `\(text.uppercased())`"
    },
    "host-header": Form(name: "host", isValid: { $0.isMade(ofLettersDigitsAnd: "-.*?_") }) { text in
      "use the host only, such as `api.example.com`" + (text.mentions("://") ? ", without `https://`" : "")
    },
    "source-ip": Form(name: "CIDR block", isValid: CidrBlock.isBlock) { text in
      CidrBlock.isBlock(text + "/32") ? "use `\(text)/32`" : "use a block such as `10.0.0.0/16`"
    },
  ]

  /// Whether a text is a path pattern, as far as its characters show.
  static func isPathPattern(_ text: String) -> Bool { isPath(text) }

  /// Characters that paths certainly do not have are left to Elastic Load Balancing's own list, except the usual mistakes.
  private static let isPath: @Sendable (String) -> Bool = { text in
    "/*?".contains(text.prefix(1)) && !text.unicodeScalars.contains { "{}=# ".unicodeScalars.contains($0) }
  }

  /// Custom methods are allowed.
  private static let isMethod: @Sendable (String) -> Bool = { text in
    text != "ANY" && text.unicodeScalars.allSatisfy { "A"..."Z" ~= $0 || $0 == "-" || $0 == "_" }
  }
}
