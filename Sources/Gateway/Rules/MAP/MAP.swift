extension Area {
  static let mappings = Area(
    "MAP", "Parameter mapping", page: gateway + "http-api-parameter-mapping.html",
    rules: [
      .requestDestination,
      .requestPath,
      .reservedHeader,
      .mappedVariable,
      .unknownContextVariable,
      .webSocketContextVariable,
      .claimName,
      .authorizerVariable,
      .variablesWithoutBraces,
      .responseStatus,
      .responseDestination,
      .mappingSource,
      .responseStatusValue,
      .responseParametersForm,
      .headerChangedTwice,
      .removalWithValue,
      .headerName,
      .serviceParameterElsewhere,
      .restSpelling,
      .quotedValue,
      .bracedVariable,
      .mappedStageVariable,
    ])
}
