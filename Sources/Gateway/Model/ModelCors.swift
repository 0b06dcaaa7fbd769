extension Model.Api {
  /// The CORS of an HTTP API; nil where it has none, or a function gives it.
  var cors: Model.Property? {
    guard isWebSocket != true, let cors = resource?["CorsConfiguration"], !cors.isFunction else { return nil }
    return cors
  }
}

extension Model {
  /// The CORS of every HTTP API.
  var corsConfigurations: [Property] { apis.all.compactMap(\.cors) }

  /// Every allowed origin that is known, with its CORS.
  func forEachOrigin(_ body: (_ cors: Property, _ origin: Property, _ text: String) -> Void) {
    for cors in corsConfigurations {
      for origin in cors["AllowOrigins"]?.list ?? [] where origin.isWritten {
        for text in origin.texts { body(cors, origin, text) }
      }
    }
  }
}
