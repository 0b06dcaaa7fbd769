import SpecReading
import YAMLTree

/// What a service's target is called by: a name that tells by itself what it is, or one that says it.
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

/// An address that says what it is: `{arn: …}`.
protocol SpelledAddress: SpecObject {
  /// The address; nil where it could not be read.
  var address: ServiceAddress? { get }
  /// The keys that say it, in words.
  static var words: String { get }
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

  let address: ServiceAddress?
  static let words = "`{arn: …}`, `{url: …}` or `{name: …}`"

  init(fields: inout some FieldVisitor) {
    address =
      switch fields.oneOf(Form.self) {
      case .arn(let address): ServiceAddress(form: .arn, given: address.arn)
      case .url(let address): ServiceAddress(form: .url, given: address.url)
      case .name(let address): ServiceAddress(form: .name, given: address.name)
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

  let address: ServiceAddress?
  static let words = "`{arn: …}` or `{name: …}`"

  init(fields: inout some FieldVisitor) {
    address =
      switch fields.oneOf(Form.self) {
      case .arn(let address): ServiceAddress(form: .arn, given: address.arn)
      case .name(let address): ServiceAddress(form: .name, given: address.name)
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

/// Reads an address: a name, or a mapping that says what it is.
struct ServiceAddressSchema<Spelled: SpelledAddress>: Schema {
  let kind: Kind

  func read(_ node: Node, key: Mark, _ reader: Reader) -> ServiceAddress? {
    if reader.tree.kind(node) == .mapping, !reader.isIntrinsic(node) {
      return reader.read(node, as: .object(Spelled.self), key: key)?.address
    }
    return reader.read(node, as: .name(of: kind), key: key).map { ServiceAddress(form: .plain, given: $0) }
  }

  var placeholder: ServiceAddress { .placeholder }
  var shape: Shape { .either([.text, .object(Spelled.self), .function]) }
  var expectation: String { "the name of \(kind.article), or \(Spelled.words)" }
}

extension Schema where Self == ServiceAddressSchema<QueueAddress> {
  /// What names a queue.
  static var queue: Self { ServiceAddressSchema(kind: .queue) }
}

extension Schema where Self == ServiceAddressSchema<NamedAddress> {
  /// What names something of a service that has no URL.
  static func address(of kind: Kind) -> Self { ServiceAddressSchema(kind: kind) }
}
