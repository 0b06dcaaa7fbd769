import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// Attributes of load balancers and target groups, and the policies of TLS listeners.
  static let balancerAttributes = Rule(
    id: "LB032",
    severity: .error,
    summary: "unknown or invalid attribute of a load balancer or target group, or unknown TLS policy",
    why: """
      Attributes are pairs of texts that CloudFormation passes on. Elastic Load Balancing rejects a key that it does not know, a value
      out of range, a key of another type of target group, and access logs without a bucket, when the resource is created.
      """,
    source: """
      Elastic Load Balancing's LoadBalancerAttribute, TargetGroupAttribute and CreateListener; found by deployments (cdk-preflight: \
      elbv2-lb-attr-…, elbv2-tg-attr-…)
      """,
    example: """
      vpcs:
        main:
      loadBalancers:
        web:
          type: application
          vpc: main
          attributes:
            ⟦idle_timeout.timeout_second⟪→s⟫⟧: "60"
            ⟪⟦access_logs.s3.enabled⟧: "true" →⟫
          listeners:
            http: {port: 80, forward: books}
      targetGroups:
        books:
          type: ip
          port: 8080
          vpc: main
          attributes: {slow_start.duration_seconds: ⟦"10" → "30"⟧⟪, ⟦proxy_protocol_v2.enabled⟧: "true" →⟫}
      apis:
        store:
          routes:
            $default: {alb: web}
      """,
    check: { model, report in
      for balancer in model.balancing.balancers {
        check(balancer.resource, AttributeForm.ofBalancers, "load balancers", &report)
      }
      for group in model.balancing.targetGroups {
        check(group.resource, AttributeForm.ofTargetGroups, "target groups", &report)
        guard let family = group.attributeFamily else { continue }
        group.resource.forEachAttribute { name, value, mark in
          guard value.isWritten, let families = TargetGroupFamily.of[name], !families.contains(family) else { return }
          // The type of stickiness has a rule of its own.
          if name.hasPrefix("stickiness.") { return }
          let word = name == "deregistration_delay.timeout_seconds" && !value.isRaw ? "deregistrationDelay" : name
          report.report(
            at: mark, "a target group \(family.words) has no attribute `\(word)`", help: "remove it")
        }
      }
      for (policy, text) in model.balancing.listeners.flatMap({ $0["SslPolicy"]?.choices ?? [] }) {
        if TLSPolicy.mayBe(text) { continue }
        report.report(
          at: policy, "\(Reader.quoted(text)) is not a TLS policy of Elastic Load Balancing",
          help: Suggestion.help(
            for: text, among: TLSPolicy.all, or: "write one such as `ELBSecurityPolicy-TLS13-1-2-Res-2021-06`"))
      }
    })

  private static func check(
    _ resource: Model.Resource, _ forms: [String: AttributeForm], _ owners: String, _ report: inout Report
  ) {
    var names: [String: Model.Property] = [:]
    var marks: [String: Mark] = [:]
    resource.forEachAttribute { name, value, mark in
      names[name] = value
      marks[name] = mark
      guard value.isWritten else { return }
      guard let form = forms[name] else {
        report.report(
          at: mark, "\(owners) have no attribute \(Reader.quoted(name))",
          help: Suggestion.help(for: name, among: forms.keys.sorted(), or: "remove it"))
        return
      }
      guard let text = value.text, !form.accepts(text) else { return }
      report.report(
        at: value, "\(Reader.quoted(text)) is not a value of `\(name)`", help: "use \(form.words)")
    }
    // An item that a function gives may be any of them.
    let list = resource["LoadBalancerAttributes"] ?? resource["TargetGroupAttributes"]
    if list?.isFunction == true || list?.items?.contains(where: { $0.isFunction || $0["Key"]?.text == nil }) == true {
      return
    }
    for logs in ["access_logs", "connection_logs", "health_check_logs"] {
      guard let enabled = names["\(logs).s3.enabled"], enabled.text == "true", names["\(logs).s3.bucket"] == nil,
        let mark = marks["\(logs).s3.enabled"]
      else { continue }
      report.report(
        at: mark, "the logs have no bucket", help: "add the attribute `\(logs).s3.bucket`, the name of the bucket")
    }
    let cookie = "stickiness.app_cookie.cookie_name"
    guard names["stickiness.enabled"]?.text == "true", names["stickiness.type"]?.text == "app_cookie",
      names[cookie] == nil, let mark = marks["stickiness.type"]
    else { return }
    report.report(
      at: mark, "stickiness by `app_cookie` needs the name of the cookie",
      help: resource.isRaw ? "add the attribute `\(cookie)`" : "add `attributes: {\(cookie): NAME}`")
  }
}

/// The targets that an attribute of a target group is for.
private enum TargetGroupFamily {
  case application, network, gateway, lambda

  /// For messages, after "a target group".
  var words: String {
    switch self {
    case .application: "with HTTP or HTTPS"
    case .network: "with TCP, TLS or UDP"
    case .gateway: "with GENEVE"
    case .lambda: "of a Lambda function"
    }
  }

  /// The families of attributes that not all of them have (source: cdk-preflight, elbv2-tg-attr-key-protocol-scope).
  static let of: [String: [TargetGroupFamily]] = [
    "deregistration_delay.connection_termination.enabled": [.network],
    "deregistration_delay.timeout_seconds": [.application, .network, .gateway],
    "lambda.multi_value_headers.enabled": [.lambda],
    "load_balancing.algorithm.anomaly_mitigation": [.application],
    "load_balancing.algorithm.type": [.application],
    "load_balancing.cross_zone.enabled": [.application, .network],
    "preserve_client_ip.enabled": [.network],
    "proxy_protocol_v2.enabled": [.network],
    "slow_start.duration_seconds": [.application],
    "target_failover.on_deregistration": [.gateway],
    "target_failover.on_unhealthy": [.gateway],
    "target_health_state.unhealthy.connection_termination.enabled": [.network],
    "target_health_state.unhealthy.draining_interval_seconds": [.network],
  ]
}

extension Model.TargetGroup {
  fileprivate var attributeFamily: TargetGroupFamily? {
    if targetType == "lambda" { return .lambda }
    switch self["Protocol"]?.text {
    case "HTTP", "HTTPS": return .application
    case "TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC": return .network
    case "GENEVE": return .gateway
    default: return nil
    }
  }
}
