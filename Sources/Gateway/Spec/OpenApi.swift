import SpecReading
import YAMLTree

/// An OpenAPI document that defines an API, and how AWS reads it.
public struct OpenApi: Sendable {
  /// Where the document is.
  public enum Content: Sendable {
    /// In the spec, or in a file that the spec names; or a function that makes it.
    case document(Raw)
    /// In S3.
    case s3(DocumentInS3)
  }

  let content: Content?
  let basePath: Given<BasePathReading>?
  let failOnWarnings: Given<Bool>?
}

/// What becomes of the base path of an OpenAPI document's servers.
public enum BasePathReading: String, CaseIterable, Sendable {
  case ignore, prepend, split
}

/// A document with what is to be said about it; without, it stands for itself.
public struct OpenApiSource: SpecObject {
  /// Where the document is.
  public enum Form: Alternatives {
    case file(DocumentInFile)
    case s3(S3Key)

    /// For messages.
    public static let subject = "the document"
    /// A path, or a place in S3.
    public static let forms: [SpecReading.Form<Form>] = [
      .when("path", DocumentInFile.self, Form.file), .when("s3", S3Key.self, Form.s3),
    ]
  }

  /// A document in a file of its own; the file stands in the path's place when it is read.
  public struct DocumentInFile: SpecObject {
    let document: Raw

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      document = fields.required("path", OpenApiDocumentSchema(), "The file, relative to this one; YAML or JSON.")
    }
  }

  /// A document in S3, as the key holds it.
  public struct S3Key: SpecObject {
    let s3: DocumentInS3

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      s3 = fields.required(
        "s3", .object(DocumentInS3.self), "A document in S3: nothing in it is checked, and no permissions are written.")
    }
  }

  let form: Form?
  let basePath: Given<BasePathReading>?
  let failOnWarnings: Given<Bool>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    form = fields.oneOf(Form.self)
    basePath = fields.optional(
      "basePath", .word(BasePathReading.self), "What becomes of the base path of its servers; AWS's default: `ignore`.")
    failOnWarnings = fields.optional(
      "failOnWarnings", .flag, "Whether a warning of the import fails the deployment; AWS goes on by default.")
  }
}

/// A document in S3.
public struct DocumentInS3: SpecObject {
  let bucket: Given<String>
  let key: Given<String>
  let version: Given<String>?
  let etag: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    bucket = fields.required("bucket", .text, "The bucket.")
    key = fields.required("key", .text, "The object's key.")
    version = fields.optional("version", .text, "A version of the object.")
    etag = fields.optional("etag", .text, "The ETag that the object has to have.")
  }
}

/// A document, the path of one, or a mapping that says more.
public struct OpenApiSchema: Schema {
  /// Reads it. A path has become its file by now (see Assembly).
  public func read(_ node: Node, key: Mark, _ reader: Reader) -> OpenApi? {
    let isOther = reader.tree.kind(node) == .mapping && !reader.isIntrinsic(node)
    if isOther, !OpenApiSchema.isDocument(node, reader.tree) {
      guard let source = reader.read(node, as: .object(OpenApiSource.self), key: key) else { return nil }
      let content: OpenApi.Content? =
        switch source.form {
        case .file(let file): .document(file.document)
        case .s3(let s3): .s3(s3.s3)
        case nil: nil
        }
      return OpenApi(content: content, basePath: source.basePath, failOnWarnings: source.failOnWarnings)
    }
    return reader.read(node, as: OpenApiDocumentSchema(), key: key).map {
      OpenApi(content: .document($0), basePath: nil, failOnWarnings: nil)
    }
  }

  /// Whether a mapping is a document: it says so, or it is a file of its own.
  static func isDocument(_ node: Node, _ tree: Tree) -> Bool {
    let target = tree.target(node)
    return tree.mark(target).source != tree.mark(node).source
      || tree.entries(node).contains { tree.equals($0.key, "openapi") || tree.equals($0.key, "swagger") }
  }

  /// No document.
  public var placeholder: OpenApi { OpenApi(content: nil, basePath: nil, failOnWarnings: nil) }
  /// What may be said about it.
  public var shape: Shape { .either([.text, .object(OpenApiSource.self), .mapping]) }
  /// What is allowed.
  public var expectation: String { "an OpenAPI 3 document, the path of one, or a mapping" }
}

/// An OpenAPI document itself, passed on as it is.
struct OpenApiDocumentSchema: Schema {
  func read(_ node: Node, key: Mark, _ reader: Reader) -> Raw? {
    if reader.isIntrinsic(node) { return reader.read(node, as: .raw, key: key) }
    let tree = reader.tree
    guard tree.kind(node) == .mapping else {
      reader.mismatch(node, expected: expectation)
      return nil
    }
    if let swagger = tree.entries(node).first(where: { tree.equals($0.key, "swagger") }) {
      reader.report(
        .notAllowed, at: tree.mark(swagger.key), "HTTP APIs take OpenAPI 3, and this is an older document",
        help: "convert it, and write `openapi: 3.0.1`")
    } else if let version = tree.entries(node).first(where: { tree.equals($0.key, "openapi") }) {
      let text = tree.string(version.value)
      if !text.hasPrefix("3.") {
        reader.report(
          .notAllowed, at: tree.mark(version.value), "expected OpenAPI 3, found \(Reader.quoted(text))",
          help: "write `openapi: 3.0.1`")
      }
    } else {
      let mark = tree.mark(tree.target(node))
      reader.report(.missingKey, at: mark, "this is no OpenAPI document", help: "one begins with `openapi: 3.0.1`")
    }
    return reader.read(node, as: .rawMapping, key: key)
  }

  var placeholder: Raw { RawSchema.raw.placeholder }
  var expectation: String { "an OpenAPI 3 document, or the path of one" }
}
