extension Area {
  static let security = Area(
    "SEC", "Security", page: gateway + "security.html",
    rules: [
      .secretInSight,
      .wideRights,
      .openGroup,
      .apiKeyInSight,
    ])
}
