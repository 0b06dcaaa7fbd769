import SpecReading
import TextSearch
import YAMLTree

/// The address of code that was written as a local path: a URL, or a container image.
struct RemoteCode {
  /// How to write it.
  let help: String

  /// Nil for a local path.
  init?(_ text: String) {
    if text.mentions(".dkr.ecr."), text.mentions("amazonaws.com/") {
      help = "write `code: {image: \"\(text)\"}`"
    } else if let colon = text.firstRange(of: "://"),
      text[..<colon.lowerBound].allSatisfy({ $0.isLetter || $0.isNumber })
    {
      if let object = S3Address(text) {
        help = "write `code: {s3: {bucket: \"\(object.bucket)\", key: \"\(object.key)\"}}`"
      } else {
        help = "Lambda reads code from S3: upload the file, and write `code: {s3: {bucket: BUCKET, key: KEY}}`"
      }
    } else {
      return nil
    }
  }
}
