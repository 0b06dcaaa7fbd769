extension Area {
  static let cloudMapNamespaces = Area(
    "CM", "Cloud Map namespaces", page: "https://docs.aws.amazon.com/cloud-map/latest/dg/working-with-namespaces.html",
    rules: [
      .namespaceVpc,
      .twoHealthChecks,
      .vpcOfPublicNamespace,
      .namespacesOfOneName,
      .namespaceName,
    ])
}
