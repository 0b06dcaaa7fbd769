import SpecReading
import YAMLTree

/// The identifier of a service's resource: a string whose kind is recognized, or a value with the kind as key.
struct ServiceAddress: Sendable {
  /// The kind of identifier.
  enum Form: String, Sendable {
    /// A logical ID, or a string whose kind is recognized.
    case plain
    case arn, url, name
  }

  let form: Form
  let given: Given<String>

  /// An empty identifier without a location.
  static let placeholder = ServiceAddress(form: .plain, given: Given("", at: .nowhere))
}

/// An identifier as a mapping: `{arn: …}`.
protocol SpelledAddress: SpecObject {
  /// The identifiers of the action's resources; nil if they could not be read.
  var addresses: [ServiceAddress]? { get }
}

/// The identifier of a queue with its kind as key.
struct QueueAddress: SpelledAddress {
  /// The kinds of identifiers.
  enum Form: Alternatives {
    case arn(ArnAddress)
    case url(UrlAddress)
    case name(NameAddress)

    static let subject = "a queue's address"
    static let forms: [SpecReading.Form<Form>] = [
      .when("arn", ArnAddress.self, Form.arn), .when("url", UrlAddress.self, Form.url),
      .when("name", NameAddress.self, Form.name),
    ]
  }

  let addresses: [ServiceAddress]?

  init(fields: inout some FieldVisitor) {
    addresses =
      switch fields.oneOf(Form.self) {
      case .arn(let address): [ServiceAddress(form: .arn, given: address.arn)]
      case .url(let address): [ServiceAddress(form: .url, given: address.url)]
      case .name(let address): [ServiceAddress(form: .name, given: address.name)]
      case nil: nil
      }
  }
}

/// The identifier of a resource without a URL, with its kind as key.
struct NamedAddress: SpelledAddress {
  /// The kinds of identifiers.
  enum Form: Alternatives {
    case arn(ArnAddress)
    case name(NameAddress)

    static let subject = "an address"
    static let forms: [SpecReading.Form<Form>] = [
      .when("arn", ArnAddress.self, Form.arn), .when("name", NameAddress.self, Form.name),
    ]
  }

  let addresses: [ServiceAddress]?

  init(fields: inout some FieldVisitor) {
    addresses =
      switch fields.oneOf(Form.self) {
      case .arn(let address): [ServiceAddress(form: .arn, given: address.arn)]
      case .name(let address): [ServiceAddress(form: .name, given: address.name)]
      case nil: nil
      }
  }
}

/// An ARN.
struct ArnAddress: SpecObject {
  let arn: Given<String>

  init(fields: inout some FieldVisitor) { arn = fields.required("arn", .text(1...2_048), "ARN.") }
}

/// A URL.
struct UrlAddress: SpecObject {
  let url: Given<String>

  init(fields: inout some FieldVisitor) { url = fields.required("url", .text(1...2_048), "URL.") }
}

/// A name in the stack's account and region.
struct NameAddress: SpecObject {
  let name: Given<String>

  init(fields: inout some FieldVisitor) {
    name = fields.required("name", .text(1...256), "Name in AWS, in the account and region of the stack.")
  }
}

/// Reads an identifier: a string, or a mapping with the kind as key.
struct ServiceAddressSchema: Schema {
  let service: AwsService

  func read(_ node: Node, key: Mark, _ reader: Reader) -> [ServiceAddress]? {
    guard let kind = service.onlyKind else { return service.address.read(node, key: key, reader) }
    if reader.tree.kind(node) == .mapping, !reader.isIntrinsic(node) {
      return service.address.read(node, key: key, reader)
    }
    return reader.read(node, as: .name(of: kind), key: key).map { [ServiceAddress(form: .plain, given: $0)] }
  }

  var placeholder: [ServiceAddress] { service.things.map { _ in .placeholder } }
  var shape: Shape {
    service.onlyKind == nil ? .object(service.address) : .either([.text, .object(service.address), .function])
  }
  var expectation: String {
    guard let kind = service.onlyKind, let spellings = kind.service?.spellings else { return "a mapping" }
    return "the name of \(kind.article), or \(spellings)"
  }
}

extension SpelledAddress {
  fileprivate static func read(_ node: Node, key: Mark, _ reader: Reader) -> [ServiceAddress]? {
    reader.read(node, as: .object(Self.self), key: key)?.addresses
  }
}

extension AwsService {
  /// The kind of its resource, if there is only one.
  fileprivate var onlyKind: Kind? { things.count == 1 ? things[0].kind : nil }
}
