/// A growing byte buffer. All output of the program is written into one before it reaches a file.
///
/// It is the only owner of its memory, so that appending a byte needs no uniqueness check, as it would in an `Array`.
public struct ByteBuffer: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The number of bytes in memory.
  private var filled = 0

  /// An empty buffer with room for `capacity` bytes.
  public init(capacity: Int = 256) {
    memory = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { memory.deallocate() }

  /// The bytes written so far.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: memory, count: filled)) }

  /// Appends one byte.
  @inline(__always)
  public mutating func append(byte: UInt8) {
    reserve(1)
    (memory + filled).initialize(to: byte)
    filled += 1
  }

  /// Appends a compile-time constant; makes no `String`.
  public mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append($0) }
  }

  /// Appends a text as UTF-8.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends bytes as they are.
  @inline(__always)
  public mutating func append(_ other: UnsafeBufferPointer<UInt8>) {
    guard let start = other.baseAddress else { return }
    reserve(other.count)
    (memory + filled).initialize(from: start, count: other.count)
    filled += other.count
  }

  /// Appends bytes with the same byte before and after them.
  @inline(__always)
  mutating func append(_ other: UnsafeBufferPointer<UInt8>, between quote: UInt8) {
    reserve(other.count + 2)
    let start = memory + filled
    start.initialize(to: quote)
    if let source = other.baseAddress { (start + 1).initialize(from: source, count: other.count) }
    (start + other.count + 1).initialize(to: quote)
    filled += other.count + 2
  }

  /// Appends the same byte `count` times.
  @inline(__always)
  public mutating func append(repeating byte: UInt8, count: Int) {
    reserve(count)
    (memory + filled).initialize(repeating: byte, count: count)
    filled += count
  }

  @inline(__always)
  private mutating func reserve(_ size: Int) {
    if capacity - filled < size { makeRoom(for: size) }
  }

  @inline(never)
  private mutating func makeRoom(for size: Int) {
    capacity = max(2 * capacity, filled + size)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.initialize(from: memory, count: filled)
    memory.deallocate()
    memory = larger
  }
}
