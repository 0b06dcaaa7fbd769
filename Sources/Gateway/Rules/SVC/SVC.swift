extension Area {
  static let cloudMapServices = Area(
    "SVC", "Cloud Map services", page: "https://docs.aws.amazon.com/cloud-map/latest/dg/working-with-services.html",
    rules: [
      .serviceId,
      .serviceWithoutPort,
      .instanceWithoutAddress,
      .healthCheckOfPrivateService,
      .serviceRecords,
      .serviceNameTwice,
      .serviceOfOtherVpc,
      .namespaceTwice,
      .cnameRouting,
      .cloudMapValues,
      .instanceFilter,
    ])
}
