import YAMLTree

/// Files that the program writes, which the patterns of `include` do not match: templates, reports, the JSON Schema and
/// the files of a cloud assembly. They are recognized by how they begin, since the user chooses their names.
enum ProgramOutput {
  /// The first characters of these files, without white space.
  private static let beginnings: [StaticString] = [
    "{\"AWSTemplateFormatVersion\"", "AWSTemplateFormatVersion:", "{\"diagnostics\":[", "[{\"description\":", "[]",
    "<?xmlversion", "{\"$schema\":\"https://json.schemastore.org/sarif",
    "{\"$schema\":\"https://json-schema.org/",
  ]
  /// The second keys of the files of a cloud assembly, after `version`.
  private static let assemblyKeys: [StaticString] = ["\"artifacts\":{", "\"files\":{"]
  /// The number of bytes that are looked at.
  private static let length = 200

  /// Whether a file is one of them.
  static func includes(_ source: Source) -> Bool {
    let start = source.bytes.prefix(length).filter { $0 > UInt8(ascii: " ") }
    let second = start.starts(with: "{\"version\":\"".utf8) ? start.drop { $0 != UInt8(ascii: ",") }.dropFirst() : []
    return begins(start[...], beginnings) || begins(second, assemblyKeys)
  }

  private static func begins(_ text: ArraySlice<UInt8>, _ beginnings: [StaticString]) -> Bool {
    beginnings.contains { beginning in beginning.withUTF8Buffer { text.starts(with: $0) } }
  }
}
