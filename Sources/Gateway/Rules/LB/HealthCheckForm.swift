import SpecReading
import TextSearch

extension Rule {
  static let healthCheckForm = Rule(
    id: "LB024",
    severity: .error,
    summary: "invalid health check, stickiness type or target address",
    why: """
      A health check uses HTTP, HTTPS or TCP. Its path begins with `/`, its port is a number or `traffic-port`, and its matcher has status codes from 200
      to 499 (application load balancer) or 599. An application load balancer keeps clients at a target by cookies, a network
      load balancer by their IP addresses. The address of a target is in the VPC, in RFC 1918's ranges or in 100.64.0.0/10.
      Elastic Load Balancing rejects anything else.
      """,
    source: "Elastic Load Balancing's CreateTargetGroup and RegisterTargets; its page on target group attributes",
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            http: {port: 80, forward: books}
      targetGroups:
        books:
          type: ip
          port: 8080
          vpc: main
          healthCheck: {path: ⟪⟦health⟧, port: ⟦"80000"⟧, matcher: ⟦ok⟧ → /health, port: traffic-port, matcher: 200-299⟫}
          stickiness: {type: ⟦source_ip → lb_cookie⟧}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      for group in model.balancing.targetGroups {
        func check(_ property: Model.Property?, _ what: String, _ help: String, _ isValid: (String) -> Bool) {
          guard let property, let text = property.texts.first(where: { !$0.isEmpty && !isValid($0) }),
            !text.hasDynamicReference
          else { return }
          report.report(at: property, "\(Reader.quoted(text)) is not a valid \(what)", help: help)
        }
        let type = group.balancerType
        check(group["HealthCheckPath"], "health check path", "begin it with `/`") { $0.hasPrefix("/") }
        check(
          group["HealthCheckPort"], "health check port",
          "use a number from 1 to 65535, or `traffic-port` for the target's own port"
        ) { $0 == "traffic-port" || Int($0).map((1...65_535).contains) ?? false }
        check(group["HealthCheckProtocol"], "health check protocol", "use `HTTP`, `HTTPS` or `TCP`") {
          ["HTTP", "HTTPS", "TCP"].contains($0)
        }
        let statuses = 200...(type == .application ? 499 : 599)
        check(
          group["Matcher"]?["HttpCode"], "list of status codes",
          "use codes from \(statuses.lowerBound) to \(statuses.upperBound), such as `200`, `200,302` or `200-299`"
        ) { isMatcher($0, statuses) }
        for target in group.targetType == "ip" ? group["Targets"]?.items ?? [] : [] {
          check(target["Id"], "IP address", "use an address such as `10.0.0.7`") {
            $0.utf8.count { $0 == UInt8(ascii: ":") } > 1 || CidrBlock.address(of: $0.utf8[...]) != nil
          }
          if let id = target["Id"], let text = id.text, let address = CidrBlock.address(of: text.utf8[...]),
            !PrivateHost.isOfPrivateNetwork(address), !model.mayHave(address, inVpcOf: group)
          {
            report.report(
              at: id, "`\(text)` is neither an address of the VPC nor a private one",
              help: "use the private address of the target, or call a public URL by `http` in the route")
          }
        }
        group.resource.forEachAttribute { name, value, _ in
          guard name == "stickiness.type", value.isWritten, let type, let word = value.text,
            (word == "source_ip") != (type == .network)
          else { return }
          report.report(
            at: value, "\(type.words) does not support stickiness by `\(word)`",
            help: type == .network ? "use `source_ip`" : "use `lb_cookie` or `app_cookie`")
        }
      }
    })

  /// Statuses and ranges of them.
  private static func isMatcher(_ text: String, _ statuses: ClosedRange<Int>) -> Bool {
    text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { part in
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      return (1...2).contains(ends.count) && ends.allSatisfy { $0.map(statuses.contains) ?? false }
    }
  }
}

extension Model {
  /// Whether an address may be in the VPC of a target group; true where its addresses are not known.
  fileprivate func mayHave(_ address: Int, inVpcOf group: TargetGroup) -> Bool {
    guard let vpc = resource(group["VpcId"]) else { return false }
    let others = resources("AWS::EC2::VPCCidrBlock").filter { resource($0["VpcId"]) === vpc }
    return ([vpc] + others).contains { owner in
      owner["CidrBlock"]?.text.flatMap { CidrBlock($0) }?.contains(address) ?? true
    }
  }
}
