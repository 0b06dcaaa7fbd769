import SpecReading

extension ResolvedSpec {
  /// The targets of WebSocket APIs.
  func forEachMessageTarget(_ body: (AnsweringTarget) -> Void) {
    forEachTarget { if $0.api.value.isWebSocket { body($0) } }
  }
}

extension RouteKey {
  /// Whether it is `$connect`, `$disconnect` or `$default`.
  func isReserved(_ name: String) -> Bool { form == .reserved(name) }
}
