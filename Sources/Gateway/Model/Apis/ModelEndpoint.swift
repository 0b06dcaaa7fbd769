extension Model.Api {
  /// Whether clients reach it at its default endpoint as well; nil where that is not known.
  var answersAtEndpoint: Bool? {
    guard let resource else { return nil }
    guard let endpointSetting else { return resource.lacks("DisableExecuteApiEndpoint") ? true : nil }
    return endpointSetting.bool.map { !$0 }
  }

  /// Whether its default endpoint is disabled.
  var endpointSetting: Model.Property? { resource?["DisableExecuteApiEndpoint"] }
}
