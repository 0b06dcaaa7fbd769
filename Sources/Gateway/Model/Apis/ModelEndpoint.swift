extension Model.Api {
  /// Whether clients reach it at its default endpoint as well; nil where that is not known.
  var answersAtEndpoint: Bool? { resource?.flag("DisableExecuteApiEndpoint").map { !$0 } }

  /// Whether its default endpoint is disabled.
  var endpointSetting: Model.Property? { resource?["DisableExecuteApiEndpoint"] }
}
