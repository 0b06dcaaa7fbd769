import SpecReading
import YAMLTree

/// The source of a function's code.
public struct FunctionCode: SpecObject {
  /// The kind of source.
  public enum Source: Alternatives {
    case inline(InlineCode)
    case s3(S3Location)
    case image(ImageCode)
    case path(LocalPath)

    /// The noun in messages.
    public static let subject = "the code"
    /// A string is a path.
    public static let forms: [Form<Source>] = [
      .when("inline", InlineCode.self, Source.inline), .when("s3", S3Object.self) { .s3($0.s3) },
      .when("image", ImageCode.self, Source.image), .when("path", LocalPath.self, Source.path),
    ]
  }

  let source: Source?

  /// A string is a local path.
  public static func shorthand(for text: String) -> StaticString? { "path" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) { source = fields.oneOf(Source.self) }

  /// Code in the spec itself.
  public struct InlineCode: SpecObject {
    let inline: Given<String>

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      inline = fields.required("inline", .text(1...4_194_304), "Source code of the file `index`.")
    }
  }

  /// The wrapper of an object in S3.
  public struct S3Object: SpecObject {
    let s3: S3Location

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      s3 = fields.required("s3", .object(S3Location.self), "Zip file in S3.")
    }
  }

  /// A container image.
  public struct ImageCode: SpecObject {
    let image: Given<String>

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      image = fields.required("image", .text, "URI of a container image in a private ECR repository.")
    }
  }

  /// A local folder or zip file.
  public struct LocalPath: SpecObject {
    let path: Given<String>

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      path = fields.required(
        "path", .known(.text(1...4_096)),
        "Folder or zip file, relative to the spec; `aws cloudformation package` uploads it.")
    }
  }
}

/// An object in S3.
public struct S3Location: SpecObject {
  let bucket: Given<String>
  let key: Given<String>
  let version: Given<String>?
  let storageMode: Given<StorageMode>?

  /// How Lambda stores the code.
  public enum StorageMode: String, CaseIterable, Sendable {
    case copy, reference
  }

  /// An address is one text.
  public static func help(forText text: String) -> String? { S3Address.help(for: text) }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    bucket = fields.required("bucket", .text(1...63), "Bucket.")
    key = fields.required("key", .text(1...1_024), "Object key.")
    version = fields.optional("version", .text, "Object version.")
    storageMode = fields.optional(
      "storageMode", .known(.word(StorageMode.self)), "Whether Lambda copies the object or refers to it.")
  }
}
