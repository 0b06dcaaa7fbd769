import SpecReading
import YAMLTree

/// The certificate of a domain.
enum CertificateSource: Sendable {
  /// It is created along with the domain.
  case made(Given<Bool>)
  /// An existing one, or one of `resources`.
  case given(Given<String>)

  /// The node that holds it.
  var node: Node? {
    switch self {
    case .made(let given): given.node
    case .given(let name): name.node
    }
  }
}

/// A reference to a certificate, or `true` to create one.
struct CertificateSourceSchema: Schema {
  var placeholder: CertificateSource { .given(Given("", at: .nowhere)) }
  var shape: Shape { .either([.text, .function]) }
  var expectation: String { "the ARN or logical ID of a certificate, or `true`" }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> CertificateSource? {
    if reader.isIntrinsic(node) || reader.tree.kind(node) != .scalar {
      return reader.read(node, as: .name(of: Kind.certificate), key: key).map { .given($0) }
    }
    let mark = reader.tree.mark(node)
    switch reader.tree.string(node) {
    case "true": return .made(Given(true, at: mark, node: node))
    case "false", "yes", "no", "on", "off", "True", "False":
      reader.report(
        .notAllowed, at: mark, "expected \(expectation), found \(Reader.quoted(reader.tree.string(node)))",
        help: "write `true` to create a certificate; a domain needs one")
      return nil
    default: return reader.read(node, as: .name(of: Kind.certificate), key: key).map { .given($0) }
    }
  }
}

extension Schema where Self == CertificateSourceSchema {
  /// A reference to a certificate, or `true` to create one.
  static var certificateSource: CertificateSourceSchema { CertificateSourceSchema() }
}
