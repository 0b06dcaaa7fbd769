extension Area {
  static let cors = Area(
    "COR", "CORS", page: gateway + "http-api-cors.html",
    rules: [
      .corsCredentialsForAll,
      .corsCredentialsForScheme,
      .corsOriginScheme,
      .corsOriginForm,
      .corsOriginWildcard,
      .corsMaxAge,
      .corsMethods,
      .corsWithoutOrigins,
      .preflightMeetsAuthorizer,
      .corsMissing,
      .corsForAll,
      .corsStarWithCredentials,
      .corsHeaderName,
    ])
}
