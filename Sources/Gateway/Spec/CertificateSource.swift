import SpecReading
import YAMLTree

/// Where a domain's certificate comes from.
enum CertificateSource: Sendable {
  /// It is made along with the domain; the mark is where that is said.
  case made(Mark)
  /// One that is there, or that `resources` has.
  case given(Given<String>)

  /// Where it is said.
  var mark: Mark {
    switch self {
    case .made(let mark): mark
    case .given(let name): name.mark
    }
  }
}

/// A certificate's name, or `true` for one that is made.
struct CertificateSourceSchema: Schema {
  var placeholder: CertificateSource { .given(Given("", at: .nowhere)) }
  var shape: Shape { .either([.text, .function]) }
  var expectation: String { "the ARN or logical id of a certificate, or `true`" }

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
        help: "write `true` for a certificate that is made; without one there is no domain")
      return nil
    default: return reader.read(node, as: .name(of: Kind.certificate), key: key).map { .given($0) }
    }
  }
}

extension Schema where Self == CertificateSourceSchema {
  /// A certificate's name, or `true` for one that is made.
  static var certificateSource: CertificateSourceSchema { CertificateSourceSchema() }
}
