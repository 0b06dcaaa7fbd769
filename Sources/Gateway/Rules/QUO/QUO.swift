extension Area {
  static let quotas = Area(
    "QUO", "Quotas", page: gateway + "http-api-quotas.html",
    rules: [
      .tooManyRoutes,
      .tooManyStages,
      .tooManyAuthorizers,
      .tooManyMultiLevelMappings,
      .tooManyVariables,
      .policyTooLarge,
      .limitNearlyReached,
    ])
}
