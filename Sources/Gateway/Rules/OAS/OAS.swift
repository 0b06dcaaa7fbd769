extension Area {
  static let openApi = Area(
    "OAS", "OpenAPI documents", page: gateway + "http-api-open-api.html",
    rules: [
      .unknownExtension,
      .unresolvedPointer,
      .schemeOfLambdaAuthorizer,
      .unknownDocumentKey,
      .restSetting,
      .ignoredDocumentPart,
      .extensionForm,
      .documentVersion,
      .documentParameter,
    ])
}
