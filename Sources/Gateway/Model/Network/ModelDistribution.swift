import CloudFormation

/// CloudFront distributions.
extension Model {
  /// The origins of all CloudFront distributions.
  var origins: [Property] { resources("AWS::CloudFront::Distribution").flatMap(\.origins) }
}

extension Model.Resource {
  /// The origins of a distribution.
  var origins: [Model.Property] { self["DistributionConfig"]?["Origins"]?.items ?? [] }

  /// The cache behaviors of a distribution, that of the other paths first.
  var behaviors: [Model.Property] {
    let configuration = self["DistributionConfig"]
    return (configuration?["DefaultCacheBehavior"].map { [$0] } ?? []) + (configuration?["CacheBehaviors"]?.items ?? [])
  }
}
