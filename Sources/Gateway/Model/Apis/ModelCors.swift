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

  /// Every allowed origin that is known, with its CORS.
  func forEachOrigin(_ body: (_ cors: Property, _ origin: Property, _ text: String) -> Void) {
    forEachWrittenOrigin { cors, origin in
      // Another rule reports stage variables.
      for (origin, text) in origin.choices where !text.mentions("${stageVariables.") { body(cors, origin, text) }
    }
  }

  /// The origins that begin with a text and go on with what functions give, spelled: `https://${Host}/`.
  func forEachOpenOrigin(_ body: (_ origin: Property, _ text: String) -> Void) {
    forEachWrittenOrigin { _, origin in
      guard origin.texts.isEmpty, let text = origin.value.spelled, text.mentions("${"), !text.hasPrefix("${") else {
        return
      }
      body(origin, text)
    }
  }

  private func forEachWrittenOrigin(_ body: (_ cors: Property, _ origin: Property) -> Void) {
    for cors in corsConfigurations {
      for origin in cors["AllowOrigins"]?.list ?? [] where origin.isWritten { body(cors, origin) }
    }
  }
}
