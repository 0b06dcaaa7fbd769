extension Area {
  /// All areas.
  public static let all: [Area] = [
    .apis,
    .authorization,
    .templates,
    .cloudMapNamespaces,
    .cors,
    .domains,
    .containerServices,
    .files,
    .includes,
    .integrations,
    .functions,
    .loadBalancers,
    .ignores,
    .mappings,
    .networks,
    .options,
    .quotas,
    .names,
    .routes,
    .openApi,
    .security,
    .language,
    .stages,
    .cloudMapServices,
    .updates,
    .variables,
    .privateIntegrations,
    .webSocketApis,
    .yaml,
  ]
}

extension Rules {
  /// The rules, by area.
  public static let all: [Rule] = Area.all.flatMap(\.rules)
}
