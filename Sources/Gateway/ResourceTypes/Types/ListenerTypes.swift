/// Listeners of load balancers.
extension ResourceType {
  static let listener = ResourceType(
    "AWS::ElasticLoadBalancingV2::Listener", ref: .arn("ListenerArn"), unique: ["LoadBalancerArn", "Port"],
    attributes: ["ListenerArn"],
    properties: [
      .init("AlpnPolicy", .texts),
      .init("Certificates", .list([.init("CertificateArn", .text)]), key: "certificate"),
      .init("DefaultActions", .list(.object(listenerAction)), .required, key: "forward"),
      .init("ListenerAttributes", .list([.init("Key", .text), .init("Value", .text)])),
      .init("LoadBalancerArn", .text, .required, key: "loadBalancers"),
      .init(
        "MutualAuthentication",
        [
          .init("AdvertiseTrustStoreCaNames", .words(["off", "on"])),
          .init("IgnoreClientCertificateExpiry", .flag),
          .init("Mode", .text),
          .init("TrustStoreArn", .text),
        ]),
      .init("Port", .integer(1...65_535), key: "port", needed: Need()),
      .init(
        "Protocol", .words(["GENEVE", "HTTP", "HTTPS", "QUIC", "TCP", "TCP_QUIC", "TCP_UDP", "TLS", "UDP"]),
        key: "protocol"),
      .init("SslPolicy", .text, key: "sslPolicy"),
      .tags(.tagList),
    ])

  static let listenerCertificate = ResourceType(
    "AWS::ElasticLoadBalancingV2::ListenerCertificate", ref: .id("Id"), attributes: ["Id"],
    properties: [
      .init("Certificates", .list([.init("CertificateArn", .text)]), .required),
      .init("ListenerArn", .text, .required),
    ])

  static let listenerRule = ResourceType(
    "AWS::ElasticLoadBalancingV2::ListenerRule", ref: .arn("RuleArn"), unique: ["ListenerArn", "Priority"],
    attributes: ["IsDefault", "RuleArn"],
    properties: [
      .init("Actions", .list(.object(listenerAction)), .required, key: "forward"),
      .init(
        "Conditions",
        .list([
          .init("Field", .text(0...64)),
          .init("HostHeaderConfig", [.init("RegexValues", .texts), .init("Values", .texts)]),
          .init(
            "HttpHeaderConfig",
            [
              .init("HttpHeaderName", .text),
              .init("RegexValues", .texts),
              .init("Values", .texts),
            ]),
          .init("HttpRequestMethodConfig", [.init("Values", .texts)]),
          .init("PathPatternConfig", [.init("RegexValues", .texts), .init("Values", .texts)]),
          .init("QueryStringConfig", [.init("Values", .list([.init("Key", .text), .init("Value", .text)]))]),
          .init("RegexValues", .texts),
          .init("SourceIpConfig", [.init("IpAddressType", .words(["ipv4", "ipv6"])), .init("Values", .texts)]),
          .init("Values", .texts),
        ]), .required, key: "pathPattern"),
      .init("ListenerArn", .text, key: "loadBalancers"),
      .init("Priority", .integer(1...50_000), .required, key: "rules"),
      .tags(.tagList),
      .init(
        "Transforms",
        .list([
          .init(
            "HostHeaderRewriteConfig",
            [
              .init(
                "Rewrites", .list([.init("Regex", .text, .required), .init("Replace", .text, .required)]), .required)
            ]),
          .init("Type", .words(["host-header-rewrite", "url-rewrite"]), .required),
          .init(
            "UrlRewriteConfig",
            [
              .init(
                "Rewrites", .list([.init("Regex", .text, .required), .init("Replace", .text, .required)]), .required)
            ]),
        ]), key: "rewrite"),
    ])

  /// The action of a listener or a rule.
  private static let listenerAction: [Property] = [
    .init(
      "AuthenticateCognitoConfig",
      [
        .init("AuthenticationRequestExtraParams", .map(.text)),
        .init("OnUnauthenticatedRequest", .words(["allow", "authenticate", "deny"])),
        .init("Scope", .text),
        .init("SessionCookieName", .text),
        .init("SessionTimeout", .text),
        .init("UserPoolArn", .text, .required),
        .init("UserPoolClientId", .text, .required),
        .init("UserPoolDomain", .text, .required),
      ]),
    .init(
      "AuthenticateOidcConfig",
      [
        .init("AuthenticationRequestExtraParams", .map(.text)),
        .init("AuthorizationEndpoint", .text, .required),
        .init("ClientId", .text, .required),
        .init("ClientSecret", .text),
        .init("Issuer", .text, .required),
        .init("OnUnauthenticatedRequest", .words(["allow", "authenticate", "deny"])),
        .init("Scope", .text),
        .init("SessionCookieName", .text),
        .init("SessionTimeout", .text),
        .init("TokenEndpoint", .text, .required),
        .init("UseExistingClientSecret", .flag),
        .init("UserInfoEndpoint", .text, .required),
      ]),
    .init(
      "FixedResponseConfig",
      [
        .init("ContentType", .text(0...32)),
        .init("MessageBody", .text(0...1_024)),
        .init("StatusCode", .text(3...3, .status), .required),
      ]),
    .init(
      "ForwardConfig",
      [
        .init("TargetGroupStickinessConfig", [.init("DurationSeconds", .integer), .init("Enabled", .flag)]),
        .init("TargetGroups", .list([.init("TargetGroupArn", .text), .init("Weight", .integer)])),
      ]),
    .init(
      "JwtValidationConfig",
      [
        .init(
          "AdditionalClaims",
          .list([
            .init("Format", .words(["single-string", "space-separated-values", "string-array"]), .required),
            .init("Name", .text, .required),
            .init("Values", .texts, .required),
          ])),
        .init("Issuer", .text, .required),
        .init("JwksEndpoint", .text, .required),
      ]),
    .init("Order", .integer(1...50_000)),
    .init(
      "RedirectConfig",
      [
        .init("Host", .text(1...128)),
        .init("Path", .text(1...128)),
        .init("Port", .text),
        .init("Protocol", .text),
        .init("Query", .text(0...128)),
        .init("StatusCode", .words(["HTTP_301", "HTTP_302"]), .required),
      ]),
    .init("TargetGroupArn", .text),
    .init("Type", .words(typesOfActions), .required),
  ]

  /// The types of actions of listeners and their rules.
  static let typesOfActions = [
    "authenticate-cognito", "authenticate-oidc", "fixed-response", "forward", "jwt-validation", "redirect",
  ]
}
