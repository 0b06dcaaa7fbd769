/// The values of an attribute of a load balancer or a target group.
enum AttributeForm {
  case flag
  case range(ClosedRange<Int>, or: String?)
  case word([String])
  case text

  func accepts(_ text: String) -> Bool {
    switch self {
    case .flag: text == "true" || text == "false"
    case .range(let range, let other): text == other || Int(text).map(range.contains) ?? false
    case .word(let words): words.contains(text)
    case .text: true
    }
  }

  /// For a help text, after "use".
  var words: String {
    switch self {
    case .flag: return "`true` or `false`"
    case .range(let range, let other):
      return "\(range.lowerBound) to \(range.upperBound)" + (other.map { ", or `\($0)`" } ?? "")
    case .word(let words): return words.map { "`\($0)`" }.joined(separator: " or ")
    case .text: return "a text"
    }
  }

  /// The attributes of load balancers (source: Elastic Load Balancing's LoadBalancerAttribute).
  static let ofBalancers: [String: AttributeForm] = [
    "access_logs.s3.bucket": .text,
    "access_logs.s3.enabled": .flag,
    "access_logs.s3.prefix": .text,
    "client_keep_alive.seconds": .range(60...604_800, or: nil),
    "connection_logs.s3.bucket": .text,
    "connection_logs.s3.enabled": .flag,
    "connection_logs.s3.prefix": .text,
    "deletion_protection.enabled": .flag,
    "dns_record.client_routing_policy": .word([
      "any_availability_zone", "availability_zone_affinity", "partial_availability_zone_affinity",
    ]),
    "health_check_logs.s3.bucket": .text,
    "health_check_logs.s3.enabled": .flag,
    "health_check_logs.s3.prefix": .text,
    "idle_timeout.timeout_seconds": .range(1...4_000, or: nil),
    "ipv6.deny_all_igw_traffic": .flag,
    "load_balancing.cross_zone.enabled": .flag,
    "routing.http.desync_mitigation_mode": .word(["defensive", "monitor", "strictest"]),
    "routing.http.drop_invalid_header_fields.enabled": .flag,
    "routing.http.preserve_host_header.enabled": .flag,
    "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": .flag,
    "routing.http.xff_client_port.enabled": .flag,
    "routing.http.xff_header_processing.mode": .word(["append", "preserve", "remove"]),
    "routing.http2.enabled": .flag,
    "secondary_ips.auto_assigned.per_subnet": .range(0...7, or: nil),
    "waf.fail_open.enabled": .flag,
    "zonal_shift.config.enabled": .flag,
  ]

  private static let failover = AttributeForm.word(["no_rebalance", "rebalance"])

  /// The attributes of target groups (source: Elastic Load Balancing's TargetGroupAttribute).
  static let ofTargetGroups: [String: AttributeForm] = [
    "deregistration_delay.connection_termination.enabled": .flag,
    "deregistration_delay.timeout_seconds": .range(0...3_600, or: nil),
    "lambda.multi_value_headers.enabled": .flag,
    "load_balancing.algorithm.anomaly_mitigation": .word(["off", "on"]),
    "load_balancing.algorithm.type": .word(["least_outstanding_requests", "round_robin", "weighted_random"]),
    "load_balancing.cross_zone.enabled": .word(["false", "true", "use_load_balancer_configuration"]),
    "preserve_client_ip.enabled": .flag,
    "proxy_protocol_v2.enabled": .flag,
    "slow_start.duration_seconds": .range(30...900, or: "0"),
    "stickiness.app_cookie.cookie_name": .text,
    "stickiness.app_cookie.duration_seconds": .range(1...604_800, or: nil),
    "stickiness.enabled": .flag,
    "stickiness.lb_cookie.duration_seconds": .range(1...604_800, or: nil),
    // A rule about stickiness knows the words.
    "stickiness.type": .text,
    "target_failover.on_deregistration": failover,
    "target_failover.on_unhealthy": failover,
    "target_group_health.dns_failover.minimum_healthy_targets.count": .range(1...Int.max, or: "off"),
    "target_group_health.dns_failover.minimum_healthy_targets.percentage": .range(1...100, or: "off"),
    "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count": .range(1...Int.max, or: nil),
    "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage": .range(1...100, or: "off"),
    "target_health_state.unhealthy.connection_termination.enabled": .flag,
    "target_health_state.unhealthy.draining_interval_seconds": .range(0...360_000, or: nil),
  ]
}

/// The TLS policies of listeners.
enum TLSPolicy {
  private static let prefix = "ELBSecurityPolicy-"

  /// Whether a listener may have this policy: a known one, or one of a later year than the list.
  static func mayBe(_ text: String) -> Bool {
    if all.contains(text) || text.hasPrefix("{{") { return true }
    guard text.hasPrefix(prefix) else { return false }
    let date = text.split(separator: "-").suffix(2)
    guard date.count == 2, let year = date.first.flatMap({ Int($0) }), date.last?.count == 2 else { return false }
    return year > 2025 && year < 2100
  }

  /// Those of 2026-09 (source: Elastic Load Balancing's pages on security policies).
  static let all = [
    "2015-05", "2016-08", "FS-1-1-2019-08", "FS-1-2-2019-08", "FS-1-2-Res-2019-08", "FS-1-2-Res-2020-10", "FS-2018-06",
    "TLS-1-0-2015-04", "TLS-1-1-2017-01", "TLS-1-2-2017-01", "TLS-1-2-Ext-2018-06", "TLS13-1-0-2021-06",
    "TLS13-1-0-FIPS-2023-04", "TLS13-1-0-FIPS-PQ-2025-09", "TLS13-1-0-PQ-2025-09", "TLS13-1-1-2021-06",
    "TLS13-1-1-FIPS-2023-04", "TLS13-1-2-2021-06", "TLS13-1-2-Ext0-FIPS-2023-04", "TLS13-1-2-Ext0-FIPS-PQ-2025-09",
    "TLS13-1-2-Ext0-RFC9151-FIPS-2023-07", "TLS13-1-2-Ext1-2021-06", "TLS13-1-2-Ext1-FIPS-2023-04",
    "TLS13-1-2-Ext1-FIPS-PQ-2025-09", "TLS13-1-2-Ext1-PQ-2025-09", "TLS13-1-2-Ext2-2021-06",
    "TLS13-1-2-Ext2-FIPS-2023-04", "TLS13-1-2-Ext2-FIPS-PQ-2025-09", "TLS13-1-2-Ext2-PQ-2025-09",
    "TLS13-1-2-FIPS-2023-04", "TLS13-1-2-FIPS-PQ-2025-09", "TLS13-1-2-PQ-2025-09", "TLS13-1-2-RFC9151-FIPS-2023-07",
    "TLS13-1-2-RFC9151-INTEROP1-FIPS-2023-07", "TLS13-1-2-RFC9151-INTEROP2-FIPS-2023-07",
    "TLS13-1-2-RFC9151-INTEROP3-FIPS-2023-07", "TLS13-1-2-RFC9151-INTEROP4-FIPS-2023-07", "TLS13-1-2-Res-2021-06",
    "TLS13-1-2-Res-FIPS-2023-04", "TLS13-1-2-Res-FIPS-PQ-2025-09", "TLS13-1-2-Res-PQ-2025-09", "TLS13-1-3-2021-06",
    "TLS13-1-3-FIPS-2023-04", "TLS13-1-3-FIPS-PQ-2025-09", "TLS13-1-3-PQ-2025-09", "TLS13-1-3-RFC9151-FIPS-2023-07",
  ].map { prefix + $0 }
}
