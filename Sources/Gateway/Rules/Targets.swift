import SpecReading
import YAMLTree

extension ResolvedSpec {
  /// The targets of all routes and of integrations that are used by name, as far as their API's protocol has them.
  func forEachTarget(_ body: (AnsweringTarget) -> Void) {
    for target in targets where target.isServed { body(target) }
  }

  /// The targets of WebSocket APIs.
  func forEachMessageTarget(_ body: (AnsweringTarget) -> Void) {
    forEachTarget { if $0.api.value.isWebSocket { body($0) } }
  }

  /// The targets behind a VPC link of version 2, which HTTP APIs have.
  func forEachPrivateTarget(_ body: (AnsweringTarget, any PrivateTarget) -> Void) {
    forEachTarget { answering in
      if answering.api.value.isWebSocket { return }
      if let target = answering.privateTarget { body(answering, target) }
    }
  }
}
