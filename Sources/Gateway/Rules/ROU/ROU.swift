extension Area {
  static let routes = Area(
    "ROU", "Routes", page: gateway + "http-api-develop-routes.html",
    rules: [
      .routeWithoutTarget,
      .routeTargetForm,
      .importedAuthorizer,
      .defaultBesideGreedy,
      .anyBesideAllMethods,
      .greedyVariableIsDropped,
      .healthCheckPaths,
      .rootOfGreedy,
      .openRoute,
      .publicApi,
      .operationNameLength,
      .stageHidesPath,
      .pathWithoutPreflight,
      .responseOfHttpRoute,
      .foreignPathVariable,
    ])
}
