extension Area {
  static let apis = Area(
    "API", "APIs", page: gateway + "http-api.html",
    rules: [
      .protocolType,
      .apiName,
      .apiNameLength,
      .descriptionLength,
      .apiVersionLength,
      .ipAddressType,
      .routeSelectionOfHttpApi,
      .missingRouteSelection,
      .routeSelectionOfMessage,
      .apiKeySelection,
      .messageApiOfHttpApi,
      .documentBesideParts,
      .quickCreate,
      .corsOfWebSocket,
      .apiWithoutRoutes,
      .webSocketNeedsStage,
      .tagForm,
      .disabledEndpointNeedsDomain,
      .usagePlanOfHttpApi,
      .webSocketNeedsRoute,
      .fixedSelection,
      .emptySelection,
      .nestedWithoutRoutes,
    ])
}
