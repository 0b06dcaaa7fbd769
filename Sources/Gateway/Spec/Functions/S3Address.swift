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
    guard parts.count == 2 else { return nil }
    (bucket, key) = (parts[0], parts[1])
  }

  /// What to write where the address is written as a text.
  static func help(for text: String) -> String? {
    S3Address(text).map { "write `{bucket: \($0.bucket), key: \($0.key)}`" }
  }
}
