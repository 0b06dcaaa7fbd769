import CloudFormation
import SpecReading
import TextSearch

/// CloudFront distributions in front of APIs.
extension Rule {
  /// A URL as the host of an origin.
  static let originIsUrl = Rule(
    id: "DOM035",
    severity: .error,
    summary: "CloudFront origin with a URL or a path as its host",
    why: """
      `DomainName` of an origin is a host without a scheme and a path; the path is `OriginPath`. CloudFront rejects `ApiEndpoint`,
      which is a URL: "The parameter origin name cannot contain a colon".
      """,
    source: "CloudFront's API reference of Origin; aws-cdk issues 20090 and 25118",
    example: distribution(
      "DomainName: ⟦!GetAtt apis.store.ApiEndpoint → !Sub \"${apis.store}.execute-api.${AWS::Region}.${AWS::URLSuffix}\"⟧"
    ),
    check: { model, report in
      for origin in model.origins {
        guard let host = origin["DomainName"], let text = host.value.spelled else { continue }
        if let (id, attribute) = SpelledReference.parts(of: text) {
          guard attribute == "ApiEndpoint" || attribute == "FunctionUrl" else { continue }
          let api = model.apis[.ref(id)]?.resource.map { model.names.inPlaces("${\($0.id)}") }
          report.report(
            at: host, "this is a URL; an origin needs a host",
            help: api.map { "write `!Sub \"\($0).execute-api.${AWS::Region}.${AWS::URLSuffix}\"`" }
              ?? "write the host only: `!Select [2, !Split [\"/\", …]]`")
        } else if text.mentions("://") {
          report.report(at: host, "this is a URL; an origin needs a host", help: "remove the scheme")
        } else if let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) {
          report.report(
            at: host, "the host of an origin has a path", help: "write the path as `OriginPath: \(text[slash...])`")
        }
      }
    })

  /// The host of the distribution, forwarded to an API.
  static let originGetsHost = Rule(
    id: "DOM036",
    severity: .warning,
    summary: "CloudFront forwards the viewer's `Host` header to an API",
    why: """
      An API expects its own host in the `Host` header. With the managed policy `AllViewer`, or a policy or `ForwardedValues` that
      forward this header, it gets that of the distribution, and every request is answered with 403. CloudFront also forwards
      the headers of the cache key.
      """,
    source: """
      CloudFront's pages on managed origin request policies (AllViewerExceptHostHeader) and on managed cache policies; its API \
      reference of ParametersInCacheKeyAndForwardedToOrigin
      """,
    example: distribution(
      "DomainName: !Sub \"${apis.store}.execute-api.${AWS::Region}.${AWS::URLSuffix}\"",
      policy: "⟦\(allViewer) → \(allViewerExceptHost)⟧"),
    check: { model, report in
      for distribution in model.resources("AWS::CloudFront::Distribution") {
        // A custom domain may have the name of the distribution as well.
        let apis = Set(distribution.origins.filter(\.isDefaultEndpoint).compactMap { $0["Id"]?.value })
        for behavior in distribution.behaviors {
          guard let origin = behavior["TargetOriginId"]?.value, apis.contains(origin) else { continue }
          func forwards(_ name: String) -> Model.Property? {
            behavior[name].flatMap { model.forwardsHost($0) ? $0 : nil }
          }
          let policy = forwards("OriginRequestPolicyId")
          let cachePolicy = forwards("CachePolicyId")
          let header = behavior["ForwardedValues"]?["Headers"]?.items?.first { $0.isHost || $0.text == "*" }
          guard let cause = policy ?? cachePolicy ?? header else { continue }
          report.report(
            at: cause, "the API gets the host of the distribution, and answers with 403",
            help: policy != nil
              ? "use `AllViewerExceptHostHeader`: `\(allViewerExceptHost)`"
              : cachePolicy != nil
                ? "use a cache policy without `Host` in the cache key, such as `CachingDisabled`: `\(cachingDisabled)`"
                : "list the headers that the API needs, without `Host`")
        }
      }
    })

  /// An API that CloudFront calls by HTTP.
  static let originByHttp = Rule(
    id: "DOM039",
    severity: .warning,
    summary: "CloudFront calls an API by HTTP",
    why: """
      API Gateway listens on port 443 only. CloudFront cannot connect to an API by HTTP, and answers with 504. With `match-viewer`
      it does so for viewers that use HTTP.
      """,
    source: "API Gateway's FAQ (HTTPS endpoints only); CloudFront's API reference of CustomOriginConfig",
    example: distribution(
      "DomainName: !Sub \"${apis.store}.execute-api.${AWS::Region}.${AWS::URLSuffix}\"",
      protocol: "⟦http-only → https-only⟧"),
    check: { model, report in
      for distribution in model.resources("AWS::CloudFront::Distribution") {
        let openBehaviors = distribution.behaviors.filter { $0["ViewerProtocolPolicy"]?.text == "allow-all" }
        let calledByHttp = Set(openBehaviors.compactMap { $0["TargetOriginId"]?.value })
        for origin in distribution.origins where origin.isDefaultEndpoint {
          guard let kind = origin["CustomOriginConfig"]?["OriginProtocolPolicy"], let text = kind.text else { continue }
          let isForHttp = origin["Id"].map { calledByHttp.contains($0.value) } ?? false
          guard text == "http-only" || text == "match-viewer" && isForHttp else { continue }
          report.report(
            at: kind,
            text == "http-only"
              ? "an API does not listen for HTTP: every request is answered with 504"
              : "an API does not listen for HTTP: requests of viewers with `http://` are answered with 504",
            help: "use `https-only`")
        }
      }
    })

  private static let allViewer = "216adef6-5c7f-47e4-b989-5492eafa07d3"
  private static let allViewerExceptHost = "b689b0a8-53d0-40ab-baf2-68738e2966ac"
  private static let cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"

  /// The managed policies that forward `Host`: AllViewer, AllViewerAndCloudFrontHeaders-2022-06, and the cache policies Amplify,
  /// UseOriginCacheControlHeaders and UseOriginCacheControlHeaders-QueryStrings.
  fileprivate static let policiesWithHost = [
    allViewer, "33f36d7e-f396-46d9-90e0-52428a34d9dc", "2e54312d-136d-493c-8eb9-b001f22f67d2",
    "83da9c7e-98b4-4e11-a168-04f0df8e2c65", "4cc15a8a-d715-48a4-82b8-cc0b614638fe",
  ]

  private static func distribution(
    _ host: String, policy: String = allViewerExceptHost, protocol scheme: String = "https-only"
  ) -> String {
    """
    apis:
      store:
        routes:
          GET /books: https://books.example.com
    resources:
      Site:
        Type: AWS::CloudFront::Distribution
        Properties:
          DistributionConfig:
            Enabled: true
            DefaultCacheBehavior:
              TargetOriginId: api
              ViewerProtocolPolicy: https-only
              CachePolicyId: \(cachingDisabled)
              OriginRequestPolicyId: \(policy)
            Origins:
              - Id: api
                \(host)
                CustomOriginConfig: {OriginProtocolPolicy: \(scheme)}
    """
  }
}

extension Model.Property {
  /// Whether the host of an origin is that of an API's default endpoint.
  fileprivate var isDefaultEndpoint: Bool {
    self["DomainName"]?.value.spelled.map { $0.hasPrefix("${") && $0.mentions("}.execute-api.") } ?? false
  }

  /// Whether a header is `Host`.
  fileprivate var isHost: Bool { text?.lowercased() == "host" }
}

extension Model {
  /// Whether an origin request policy or a cache policy, managed or of the template, forwards the viewer's `Host` header.
  fileprivate func forwardsHost(_ policy: Property) -> Bool {
    if let id = policy.text { return Rule.policiesWithHost.contains(id) }
    let found = resource(policy)
    let configuration =
      found?["OriginRequestPolicyConfig"] ?? found?["CachePolicyConfig"]?["ParametersInCacheKeyAndForwardedToOrigin"]
    let headers = configuration?["HeadersConfig"]
    switch headers?["HeaderBehavior"]?.text {
    case "allViewer", "allViewerAndWhitelistCloudFront": return true
    case "whitelist": return headers?["Headers"]?.items?.contains(where: \.isHost) ?? false
    default: return false
    }
  }
}
