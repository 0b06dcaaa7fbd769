/// Bytes that grow at the end: what every output of the program is written into before it reaches a file.
public struct ByteBuffer: Sendable {
  /// What has been written so far; nothing where bytes are only counted.
  public private(set) var bytes: [UInt8]
  /// How many bytes have been written so far.
  public private(set) var count = 0
  private let isCounter: Bool

  /// An empty buffer with room for `capacity` bytes.
  public init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
    isCounter = false
  }

  private init(isCounter: Bool) {
    bytes = []
    self.isCounter = isCounter
  }

  /// A buffer that keeps nothing and counts what it is given.
  public static var counter: ByteBuffer { ByteBuffer(isCounter: true) }

  /// Appends one byte.
  @inline(__always)
  public mutating func append(byte: UInt8) {
    count += 1
    if !isCounter { bytes.append(byte) }
  }

  /// Appends a text that is known when the program is built; makes no `String`.
  public mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append($0) }
  }

  /// Appends a text as UTF-8.
  public mutating func append(_ text: String) {
    // The standard library copies the whole text at once when it is stored as UTF-8, which it nearly always is.
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { append($0) }
    if done == nil { append(text.utf8) }
  }

  /// Appends bytes as they are.
  public mutating func append(_ other: UnsafeBufferPointer<UInt8>) {
    count += other.count
    if !isCounter { bytes.append(contentsOf: other) }
  }

  /// Appends bytes as they are.
  public mutating func append(_ other: some Sequence<UInt8>) {
    for byte in other { append(byte: byte) }
  }

  /// Appends the same byte several times.
  public mutating func append(repeating byte: UInt8, count: Int) {
    self.count += count
    if !isCounter { bytes.append(contentsOf: repeatElement(byte, count: count)) }
  }
}
