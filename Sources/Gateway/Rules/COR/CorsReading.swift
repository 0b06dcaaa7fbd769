import SpecReading

extension ResolvedSpec {
  /// The CORS of every API that says more than `true`, those of `resources` included.
  func forEachCors(_ body: (Cors) -> Void) {
    for api in names.spec.apis {
      if !api.value.isWebSocket, let cors = api.value.cors?.fields { body(cors) }
    }
    for api in rawGateway("Api") where rawApis[api]?.isWebSocket != true {
      if let cors = api["CorsConfiguration"].flatMap({ Cors($0) }) { body(cors) }
    }
  }

  /// Every origin that is known.
  func forEachOrigin(_ body: (Cors, Given<String>, String) -> Void) {
    forEachCors { cors in
      for origin in cors.allowOrigins.items { if let text = origin.literal { body(cors, origin, text) } }
    }
  }
}
