/// Parts of Cognito user pools.
extension ResourceType {
  static let userPoolDomain = ResourceType(
    "AWS::Cognito::UserPoolDomain", unique: ["Domain"],
    attributes: ["CloudFrontDistribution"],
    properties: [
      .init(
        "CustomDomainConfig",
        [
          .init("CertificateArn", .text(20...2_048)),
          .init("SecurityPolicy", .words(["TLS_V1", "TLS_V1_2_2021", "TLS_V1_3_2025"])),
        ]),
      .init("Domain", .text(1...63), .required),
      .init("ManagedLoginVersion", .integer),
      .init(
        "Routing",
        [
          .init(
            "Failover",
            [
              .init("PrimaryRoute53HealthCheckId", .text(0...64), .required),
              .init("SecondaryRegion", .text(5...32), .required),
            ])
        ]),
      .init("UserPoolId", .text(1...55), .required),
    ])

  static let userPoolGroup = ResourceType(
    "AWS::Cognito::UserPoolGroup",
    attributes: [],
    properties: [
      .init("Description", .text(0...2_048)),
      .init("GroupName", .text(1...128)),
      .init("Precedence", .integer),
      .init("RoleArn", .text(20...2_048)),
      .init("UserPoolId", .text(1...55), .required),
    ])

  static let resourceServer = ResourceType(
    "AWS::Cognito::UserPoolResourceServer",
    attributes: [],
    properties: [
      .init("Identifier", .text(1...256), .required),
      .init("Name", .text(1...256), .required),
      .init(
        "Scopes",
        .list([.init("ScopeDescription", .text(1...256), .required), .init("ScopeName", .text(1...256), .required)])),
      .init("UserPoolId", .text(1...55), .required),
    ])

  static let identityProvider = ResourceType(
    "AWS::Cognito::UserPoolIdentityProvider",
    attributes: [],
    properties: [
      .init("AttributeMapping", .map(.text)),
      .init("IdpIdentifiers", .list(.text(1...40))),
      .init("ProviderDetails", .map(.text), .required),
      .init("ProviderName", .text(1...32), .required),
      .init(
        "ProviderType", .words(["Facebook", "Google", "LoginWithAmazon", "OIDC", "SAML", "SignInWithApple"]), .required),
      .init("UserPoolId", .text(1...55), .required),
    ])
}
