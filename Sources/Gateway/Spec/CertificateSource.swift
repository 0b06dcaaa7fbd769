import SpecReading
import YAMLTree

/// The certificate of a domain.
enum CertificateSource: Sendable {
  /// A certificate that the stack creates; the mark is that of `true`.
  case made(Mark)
  /// An existing certificate, or one in `resources`.
  case given(Given<String>)

  /// Where it is specified.
  var mark: Mark {
    switch self {
    case .made(let mark): mark
    case .given(let name): name.mark
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
    case "true": return .made(mark)
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
