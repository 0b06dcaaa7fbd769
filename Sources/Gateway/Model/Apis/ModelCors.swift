import TextSearch

extension Model.Api {
  /// The CORS of an HTTP API, or each that an `Fn::If` gives; empty where it has none, or another function gives it.
  var cors: [Model.Property] {
    guard isWebSocket != true, let cors = resource?["CorsConfiguration"] else { return [] }
    return cors.branches.filter { !$0.isFunction }
  }
}

extension Model {
  /// The CORS of every HTTP API.
  var corsConfigurations: [Property] { apis.all.flatMap(\.cors) }

  /// Every allowed origin that is known.
  var allowedOrigins: [(property: Property, text: String)] { corsConfigurations.flatMap(\.allowedOrigins) }

  /// The origins that begin with a text and go on with what functions give, spelled: `https://${Host}/`.
  var openOrigins: [(property: Property, text: String)] {
    corsConfigurations.flatMap(\.writtenOrigins).compactMap { origin in
      guard origin.texts.isEmpty, let text = origin.value.spelled, text.mentions("${"), !text.hasPrefix("${") else {
        return nil
      }
      return (origin, text)
    }
  }
}

extension Model.Property {
  /// The allowed origins of CORS settings that are known.
  var allowedOrigins: [(property: Model.Property, text: String)] {
    // Another rule reports stage variables.
    writtenOrigins.flatMap(\.choices).filter { !$0.text.mentions("${stageVariables.") }
  }

  fileprivate var writtenOrigins: [Model.Property] { (self["AllowOrigins"]?.list ?? []).filter(\.isWritten) }
}
