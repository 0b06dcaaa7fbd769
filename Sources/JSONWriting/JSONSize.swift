/// The lengths of JSON's parts in bytes, as `JSONWriter` writes them with indentation.
public enum JSONSize {
  /// The length of a string: quoted and escaped.
  public static func string(_ text: String) -> Int {
    text.utf8.withContiguousStorageIfAvailable(string) ?? Array(text.utf8).withUnsafeBufferPointer(string)
  }

  private static func string(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var size = text.count + 2
    var place = endOfRun(from: 0, in: text)
    while place < text.count {
      size += escapeLength(text[place]) - 1
      place = endOfRun(from: place + 1, in: text)
    }
    return size
  }

  /// The length of a key, with what separates it from its value.
  public static func key(_ text: String) -> Int { string(text) + 2 }

  /// The length of what is around the entries of a container that begins `depth` levels deep: brackets, commas, line
  /// ends and indentation.
  public static func container(of count: Int, at depth: Int) -> Int {
    count == 0 ? 2 : 2 + count - 1 + count * (1 + 2 * (depth + 1)) + 1 + 2 * depth
  }
}
