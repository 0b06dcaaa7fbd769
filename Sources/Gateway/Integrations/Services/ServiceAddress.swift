import SpecReading
import YAMLTree

/// What names a service's target: a text that shows what it is, or something under a key that says so.
struct ServiceAddress: Sendable {
  /// What the text or function is.
  enum Form: String, Sendable {
    /// A logical id, or something that shows what it is.
    case plain
    case arn, url, name
  }

  let form: Form
  let given: Given<String>

  /// Nothing, nowhere.
  static let placeholder = ServiceAddress(form: .plain, given: Given("", at: .nowhere))
}

/// An address that is a mapping: `{arn: …}`.
protocol SpelledAddress: SpecObject {
  /// The addresses of what an action is called on; nil where they could not be read.
  var addresses: [ServiceAddress]? { get }
}

/// A queue's address that says what it is.
struct QueueAddress: SpelledAddress {
  /// What it can be.
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

/// The address of something that has no URL, where it says what it is.
struct NamedAddress: SpelledAddress {
  /// What it can be.
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

  init(fields: inout some FieldVisitor) { arn = fields.required("arn", .text(1...2_048), "Its ARN.") }
}

/// A URL.
struct UrlAddress: SpecObject {
  let url: Given<String>

  init(fields: inout some FieldVisitor) { url = fields.required("url", .text(1...2_048), "Its URL.") }
}

/// A name in the stack's own account and region.
struct NameAddress: SpecObject {
  let name: Given<String>

  init(fields: inout some FieldVisitor) {
    name = fields.required("name", .text(1...256), "Its name in AWS, in the stack's own account and region.")
  }
}

/// Reads the address of a service's target: a name, or a mapping that says what it is.
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
  /// What its actions are called on, where that is one thing.
  fileprivate var onlyKind: Kind? { things.count == 1 ? things[0].kind : nil }
}
