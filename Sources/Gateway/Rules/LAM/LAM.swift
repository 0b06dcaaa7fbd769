extension Area {
  static let functions = Area(
    "LAM", "Functions", page: "https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html",
    rules: [
      .callWithoutPermission,
      .permissionForOtherRoute,
      .permissionWithoutSource,
      .permissionsPerRoute,
      .runtimeIsBlocked,
      .runtimeIsDeprecated,
      .inlineCodeRuntime,
      .imageOrZip,
      .inlineCodeHandler,
      .functionEnvironment,
      .tooManyLayers,
      .functionRoleTrust,
      .permissionOfOtherAlias,
      .permissionOfOtherPlace,
      .noConcurrency,
      .functionOfOtherAccount,
      .principalOfCalls,
      .actionOfCalls,
      .sourceOfCalls,
      .policyGrantForm,
      .handlerForm,
      .versionOfParameter,
    ])
}
