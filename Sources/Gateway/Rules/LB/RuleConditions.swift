import SpecReading

extension Rule {
  /// Conditions that nothing meets.
  static let conditionForm = Rule(
    id: "LB023",
    severity: .error,
    summary: "a condition of a listener's rule that is none, or that no request meets",
    why: """
      Paths begin with `/`, methods are written in capitals, a host is no URL, and a client's address is compared with
      blocks. What is written otherwise is refused, or never applies.
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
    check: { spec, report in
      func check(_ values: Names?, _ holds: (String) -> Bool, _ what: String, _ help: (String) -> String) {
        for value in values?.items ?? [] {
          guard let text = value.literal, !text.isEmpty, !text.mentions("{{resolve:"), !holds(text) else { continue }
          report.report(at: value.mark, "\(Reader.quoted(text)) is no \(what)", help: help(text))
        }
      }
      spec.forEachListener { balancer, listener in
        guard balancer.value.knownType == .application, case .created(let created) = listener.value.form else { return }
        for rule in created.rules.map(\.value) {
          check(rule.pathPattern, { "/*?".contains($0.prefix(1)) }, "path of a request", { "write `/\($0)`" })
          check(rule.methods, isMethod, "method of a request") { text in
            text == "ANY" ? "leave `methods` out for all of them" : "write `\(text.uppercased())`"
          }
          check(rule.hostHeader, { $0.isMade(ofLettersDigitsAnd: "-.*?_") }, "host") { text in
            "write the host alone, such as `api.example.com`" + (text.mentions("://") ? ", without `https://`" : "")
          }
          check(rule.sourceIp, CidrBlock.isBlock, "block of addresses") { text in
            CidrBlock.isBlock(text + "/32") ? "write `\(text)/32`" : "write, for one, `10.0.0.0/16`"
          }
        }
      }
    })

  /// Methods of one's own may be meant, too.
  private static func isMethod(_ text: String) -> Bool {
    text != "ANY" && text.unicodeScalars.allSatisfy { "A"..."Z" ~= $0 || $0 == "-" || $0 == "_" }
  }
}
