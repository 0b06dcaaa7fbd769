import SpecReading
import TextSearch

/// An AWS service whose actions an HTTP API calls without a function: everything that the program knows about it.
///
/// Each service is declared in a file of this folder, and listed in `Services`.
final class AwsService: Sendable {
  /// The key of its targets in a spec: `sqs`.
  let key: StaticString
  /// The documentation of that key.
  let documentation: StaticString
  /// The identifier as a mapping, such as `{arn: …}`.
  let address: any SpelledAddress.Type
  /// The resources that its actions need, in the order of the identifier; one for most services.
  let things: [ServiceThing]
  /// The placeholder for an identifier in messages: `QUEUE`; nil if it is a mapping.
  let sample: String?
  /// How a WebSocket API calls its actions.
  let uri: UriForm
  /// Its actions; the first is the default.
  let actions: [ServiceSubtype]

  init(
    _ key: StaticString, _ documentation: StaticString, address: any SpelledAddress.Type, of kinds: [Kind],
    sample: String? = nil, uri: UriForm = .action, actions: [ServiceSubtype]
  ) {
    (self.key, self.documentation, self.address) = (key, documentation, address)
    things = kinds.map(ServiceThing.init)
    (self.sample, self.uri, self.actions) = (sample, uri, actions)
  }

  /// The form of the URI of an action in a WebSocket API.
  enum UriForm {
    /// `SERVICE:action/NAME`.
    case action
    case path(String)
    case unknown
  }

  /// The URI of an action in a WebSocket API.
  func uri(of subtype: ServiceSubtype) -> String? {
    switch uri {
    case .action: subtype.action.replacing(":", with: ":action/", maxReplacements: 1)
    case .path(let path): path
    case .unknown: nil
    }
  }

  /// The short form of a target: `sqs: QUEUE`.
  var shortForm: String? { sample.map { "\(key): \($0)" } }

  /// The words that select an action.
  var words: [String] { actions.compactMap(\.word) }

  /// The form of a target of this service.
  var form: Form<Target> {
    .when(
      key, read: { .service(ServiceTarget(self, fields: &$0)) }, describe: { _ = ServiceTarget(self, fields: &$0) })
  }
}

/// A kind of resource that actions need, and its identifiers in AWS.
struct ServiceThing: Sendable {
  let kind: Kind
  let resource: ServiceResource

  init(_ kind: Kind) {
    guard let resource = kind.service else { preconditionFailure("a service acts on its own resources") }
    (self.kind, self.resource) = (kind, resource)
  }
}
