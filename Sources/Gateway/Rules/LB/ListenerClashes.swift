import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A port has one listener.
  static let portOfTwoListeners = Rule(
    id: "LB018",
    severity: .error,
    summary: "two listeners of a load balancer on one port",
    why: """
      A load balancer has one listener on each port, whatever it speaks. Elastic Load Balancing refuses the second one: "A
      listener already exists on this port".
      """,
    source: "public reports of the message (DuplicateListener), of application and network load balancers",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            books: {port: 80, forward: {type: ip, port: 8080}}
            orders: {port: ⟦80 → 81⟧, forward: {type: ip, port: 8081}}
      apis:
        store:
          routes:
            GET /books: {alb: web.books}
            GET /orders: {alb: web.orders}
      """,
    check: { spec, report in
      for balancer in spec.names.spec.loadBalancers {
        var seen: [Int: Named<ListenerElement>] = [:]
        for listener in balancer.value.listeners {
          guard let port = listener.value.port, let number = port.literal,
            let other = seen.updateValue(listener, forKey: number), let otherPort = other.value.port,
            // Conditions may keep them apart.
            !(listener.value.isConditional && other.value.isConditional)
          else { continue }
          report.report(
            at: port.mark, "the listener `\(other.name)` of this load balancer has the port \(number), too",
            related: [Related(message: "the other one", mark: otherPort.mark)],
            help: "give one of them another port"
              + (balancer.value.knownType == .application ? ", or make it a rule" : ""))
        }
      }
    })

  /// Rules have an order.
  static let priorityOfTwoRules = Rule(
    id: "LB019",
    severity: .error,
    summary: "two rules of a listener with one priority",
    why: "A priority is a number, however it is written: `01` is `1`. A listener has one rule of each.",
    source: "Elastic Load Balancing's CreateRule (Priority)",
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
                1: {pathPattern: /books, forward: {type: ip, port: 8081}}
                ⟦01 → 2⟧: {pathPattern: /orders, forward: {type: ip, port: 8082}}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { spec, report in
      spec.forEachListener { _, listener in
        guard case .created(let created) = listener.value.form else { return }
        var seen: [Int: Named<ListenerRule>] = [:]
        for rule in created.rules {
          guard let priority = Int(rule.name), let other = seen.updateValue(rule, forKey: priority),
            rule.value.options.condition == nil || other.value.options.condition == nil
          else { continue }
          report.report(
            at: rule.mark, "another rule of this listener has the priority \(priority), too",
            related: [Related(message: "the other one", mark: other.mark)], help: "give one of them another number")
        }
      }
    })
}

extension ListenerElement {
  /// Whether it is written only where a condition holds.
  fileprivate var isConditional: Bool {
    if case .created(let created) = form { created.options.condition != nil } else { false }
  }
}
