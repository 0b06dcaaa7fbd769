import SpecReading
import YAMLTree

/// An OpenAPI document that defines an API, with import options.
public struct OpenApi: Sendable {
  /// The source of the document.
  public enum Content: Sendable {
    /// A document in the spec or in a file, or a function that returns it.
    case document(Raw)
    /// In S3.
    case s3(DocumentInS3)
  }

  let content: Content?
  let basePath: Given<BasePathReading>?
  let failOnWarnings: Given<Bool>?
  /// Where its key is.
  let mark: Mark
}

/// How the base path of the document's servers is interpreted.
public enum BasePathReading: String, CaseIterable, Sendable {
  case ignore, prepend, split
}

/// A document with import options.
public struct OpenApiSource: SpecObject {
  /// The source of the document.
  public enum Form: Alternatives {
    case file(DocumentInFile)
    case s3(S3Key)

    /// The noun in messages.
    public static let subject = "the document"
    /// The key selects the source.
    public static let forms: [SpecReading.Form<Form>] = [
      .when("path", DocumentInFile.self, Form.file), .when("s3", S3Key.self, Form.s3),
    ]
  }

  /// A document in a file. The file's root replaces the path when it is read.
  public struct DocumentInFile: SpecObject {
    let document: Raw

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      document = fields.required("path", OpenApiDocumentSchema(), "File, relative to this one; YAML or JSON.")
    }
  }

  /// The wrapper of a document in S3.
  public struct S3Key: SpecObject {
    let s3: DocumentInS3

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      s3 = fields.required(
        "s3", .object(DocumentInS3.self), "Document in S3. It is not checked, and no permissions are generated.")
    }
  }

  let form: Form?
  let basePath: Given<BasePathReading>?
  let failOnWarnings: Given<Bool>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    form = fields.oneOf(Form.self)
    basePath = fields.optional(
      "basePath", .word(BasePathReading.self), "How to interpret the base path of `servers`; `ignore` by default.")
    failOnWarnings = fields.optional(
      "failOnWarnings", .flag, "Whether a warning of the import fails the deployment; `false` by default.")
  }
}

/// A document in S3.
public struct DocumentInS3: SpecObject {
  let bucket: Given<String>
  let key: Given<String>
  let version: Given<String>?
  let etag: Given<String>?

  /// An address is one text.
  public static func help(forText text: String) -> String? { S3Address.help(for: text) }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    bucket = fields.required("bucket", .text(1...63), "Bucket.")
    key = fields.required("key", .text(1...1_024), "Object key.")
    version = fields.optional("version", .text, "Object version.")
    etag = fields.optional("etag", .text, "Required ETag of the object.")
  }
}

/// A document, its path, or a mapping with import options.
public struct OpenApiSchema: Schema {
  /// Reads the document. A path has been replaced by the root of its file (see `Assembly`).
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
      return OpenApi(content: content, basePath: source.basePath, failOnWarnings: source.failOnWarnings, mark: key)
    }
    return reader.read(node, as: OpenApiDocumentSchema(), key: key).map {
      OpenApi(content: .document($0), basePath: nil, failOnWarnings: nil, mark: key)
    }
  }

  /// Whether a mapping is a document: it has the `openapi` key, or paths, or is the root of a file.
  static func isDocument(_ node: Node, _ tree: Tree) -> Bool {
    let target = tree.target(node)
    return tree.mark(target).source != tree.mark(node).source
      || tree.entries(node).contains {
        tree.isScalar($0.key, in: ["openapi", "swagger"])
          || tree.equals($0.key, "paths") && tree.kind($0.value) == .mapping
      }
  }

  /// An empty document.
  public var placeholder: OpenApi { OpenApi(content: nil, basePath: nil, failOnWarnings: nil, mark: .nowhere) }
  /// The accepted values.
  public var shape: Shape { .either([.text, .object(OpenApiSource.self), .mapping]) }
  /// The expected value, for messages.
  public var expectation: String { "an OpenAPI 3.0 document, its path, or a mapping" }
}

/// An OpenAPI document.
struct OpenApiDocumentSchema: Schema {
  func read(_ node: Node, key: Mark, _ reader: Reader) -> Raw? {
    if reader.isIntrinsic(node) { return reader.read(node, as: .raw, key: key) }
    let tree = reader.tree
    guard tree.kind(node) == .mapping else {
      reader.mismatch(node, expected: expectation)
      return nil
    }
    // One of Swagger 2 is reported with other versions.
    if !tree.entries(node).contains(where: { tree.equals($0.key, "openapi") || tree.equals($0.key, "swagger") }) {
      let mark = tree.mark(tree.target(node))
      reader.report(.missingKey, at: mark, "not an OpenAPI document", help: "add `openapi: 3.0.3`")
    }
    return reader.read(node, as: .rawMapping, key: key)
  }

  var placeholder: Raw { RawSchema.raw.placeholder }
  var expectation: String { "an OpenAPI 3.0 document or its path" }
}
