import TextSearch

/// An object in S3 by its address, `s3://BUCKET/KEY`.
struct S3Address {
  /// The name of the bucket.
  let bucket: Substring
  /// The key of the object.
  let key: Substring

  /// Nil for another text.
  init?(_ text: String) {
    guard text.hasPrefix("s3://") else { return nil }
    let parts = text.dropFirst(5).split(separator: "/", maxSplits: 1)
    // A key with a slash at the end is a folder.
    guard parts.count == 2, !parts[1].hasSuffix("/") else { return nil }
    (bucket, key) = (parts[0], parts[1])
  }

  /// The address of an object whose ARN or URL is given; nil for another text.
  static func respelled(_ text: String) -> String? {
    var path: String?
    if text.hasPrefix("arn:"), let start = text.firstRange(of: ":s3:::") {
      path = String(text[start.upperBound...])
    } else if let start = text.firstRange(of: "://"), let end = text.firstRange(of: ".amazonaws.com/"),
      let service = text.firstRange(of: ".s3"), start.upperBound < service.lowerBound,
      service.lowerBound < end.lowerBound
    {
      path = "\(text[start.upperBound..<service.lowerBound])/\(text[end.upperBound...])"
    }
    return path.map { "s3://\($0)" }.flatMap { S3Address($0) == nil ? nil : $0 }
  }

  /// What to write where the address is written as a text.
  static func help(for text: String) -> String? {
    S3Address(text).map { "write `{bucket: \($0.bucket), key: \($0.key)}`" }
  }
}
