import SpecReading

/// An AWS service whose actions an HTTP API calls without a function: all that the program knows of it.
///
/// Each file of this folder that is named for a service declares one, and `Services` lists them.
final class AwsService: Sendable {
  /// The key of its targets in a spec: `sqs`.
  let key: StaticString
  /// The documentation of that key.
  let documentation: StaticString
  /// The address as a mapping, such as `{arn: …}`.
  let address: any SpelledAddress.Type
  /// What its actions are called on, in the order of the address; one thing for most services.
  let things: [ServiceThing]
  /// What stands for an address in messages: `QUEUE`; nil where it is a mapping.
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

  /// The form of the URI by which a WebSocket API calls an action.
  enum UriForm {
    /// `SERVICE:action/NAME`.
    case action
    case path(String)
    case unknown
  }

  /// The URI by which a WebSocket API calls an action.
  func uri(of subtype: ServiceSubtype) -> String? {
    switch uri {
    case .action: subtype.action.replacing(":", with: ":action/", maxReplacements: 1)
    case .path(let path): path
    case .unknown: nil
    }
  }

  /// How a target is written in short: `sqs: QUEUE`.
  var shortForm: String? { sample.map { "\(key): \($0)" } }

  /// The words that choose an action.
  var words: [String] { actions.compactMap(\.word) }

  /// The form of a target of this service.
  var form: Form<Target> {
    .when(
      key, read: { .service(ServiceTarget(self, fields: &$0)) }, describe: { _ = ServiceTarget(self, fields: &$0) })
  }
}

/// A kind of resource that actions are called on, and the ways in which AWS names one.
struct ServiceThing: Sendable {
  let kind: Kind
  let resource: ServiceResource

  init(_ kind: Kind) {
    guard let resource = kind.service else { preconditionFailure("a service acts on its own resources") }
    (self.kind, self.resource) = (kind, resource)
  }
}
