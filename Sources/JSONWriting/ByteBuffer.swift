/// Bytes that grow at the end: what every output of the program is written into before it reaches a file.
public struct ByteBuffer: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8]

  /// An empty buffer with room for `capacity` bytes.
  public init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Appends one byte.
  @inline(__always)
  public mutating func append(byte: UInt8) {
    bytes.append(byte)
  }

  /// Appends a text that is known when the program is built; makes no `String`.
  public mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends a text as UTF-8.
  public mutating func append(_ text: String) {
    // The standard library copies the whole text at once when it is stored as UTF-8, which it nearly always is.
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
    if done == nil { bytes.append(contentsOf: text.utf8) }
  }

  /// Appends bytes as they are.
  public mutating func append(_ other: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: other)
  }

  /// Appends bytes as they are.
  public mutating func append(_ other: some Sequence<UInt8>) {
    bytes.append(contentsOf: other)
  }

  /// Appends the same byte several times.
  public mutating func append(repeating byte: UInt8, count: Int) {
    bytes.append(contentsOf: repeatElement(byte, count: count))
  }
}
