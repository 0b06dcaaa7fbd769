import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  static let portOfTwoListeners = Rule(
    id: "LB018",
    severity: .error,
    summary: "two listeners of a load balancer on the same port",
    why: """
      A load balancer has one listener on each port, also where their protocols differ. Elastic Load Balancing rejects the
      second one: "A listener already exists on this port".
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
    check: { model, report in
      for balancer in model.balancing.balancers {
        var seen: [Int: Model.Listener] = [:]
        for listener in balancer.listeners {
          guard let port = listener["Port"], let number = port.number,
            let other = seen.updateValue(listener, forKey: number), let otherPort = other["Port"],
            !listener.resource.excludes(other.resource)
          else { continue }
          report.report(
            at: port, "the listener `\(other.name)` of this load balancer already uses port \(number)",
            related: [Related(message: "the other listener", mark: otherPort.mark)],
            help: "give one of them another port" + (balancer.type == .application ? ", or make it a rule" : ""))
        }
      }
    })

  static let priorityOfTwoRules = Rule(
    id: "LB019",
    severity: .error,
    summary: "two rules of a listener with the same priority",
    why: """
      Each rule of a listener has a priority of its own; `01` and `1` are the same number. Elastic Load Balancing rejects the
      second rule: "Priority '1' is currently in use".
      """,
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
    check: { model, report in
      for listener in model.balancing.listeners {
        var seen: [Int: Model.ListenerRule] = [:]
        for rule in listener.rules {
          guard let property = rule["Priority"], let priority = property.number,
            let other = seen.updateValue(rule, forKey: priority), !rule.resource.excludes(other.resource)
          else { continue }
          report.report(
            at: property, "another rule of this listener already has the priority \(priority)",
            related: .one("the other rule", at: other["Priority"]?.mark),
            help: "give one of them another number")
        }
      }
    })
}
