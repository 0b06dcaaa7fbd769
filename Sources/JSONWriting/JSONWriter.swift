/// Writes one JSON value.
///
/// Calls mirror the value's structure; the writer adds commas, line ends and indentation. It does not check the order
/// of calls (a key outside an object, a missing end): the callers walk value trees, which cannot get it wrong.
public struct JSONWriter: ~Copyable {
  private var buffer = ByteBuffer()
  private let indented: Bool
  private var depth = 0
  /// Whether the open container is empty so far.
  private var isEmpty = true
  /// Whether a key was just written: its value follows on the same line.
  private var followsKey = false

  /// A writer of one value, indented by two spaces per level or on one line.
  public init(indented: Bool = true) { self.indented = indented }

  /// Opens an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }

  /// Closes the open object.
  public mutating func endObject() { close(UInt8(ascii: "}")) }

  /// Opens an array.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }

  /// Closes the open array.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes the key of the value that the next call writes.
  public mutating func key(_ text: String) {
    separate()
    buffer.append(jsonString: text)
    buffer.append(byte: UInt8(ascii: ":"))
    if indented { buffer.append(byte: UInt8(ascii: " ")) }
    followsKey = true
  }

  /// Writes a string, quoted and escaped.
  public mutating func string(_ text: String) {
    separate()
    buffer.append(jsonString: text)
  }

  /// Writes a number that is already in JSON's notation.
  public mutating func number(_ literal: String) {
    separate()
    buffer.append(literal)
  }

  /// Writes an integer.
  public mutating func integer(_ value: Int) {
    separate()
    buffer.append(String(value))
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) {
    separate()
    buffer.append(value ? "true" as StaticString : "false")
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    buffer.append("null" as StaticString)
  }

  /// Returns the bytes of the value and a final line end. The writer is not usable afterwards.
  public mutating func finish() -> [UInt8] {
    buffer.append(byte: UInt8(ascii: "\n"))
    return buffer.bytes
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    buffer.append(byte: bracket)
    depth += 1
    isEmpty = true
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if !isEmpty { breakLine() }
    buffer.append(byte: bracket)
    isEmpty = false
  }

  /// Writes what separates the next value from the one before.
  private mutating func separate() {
    if followsKey {
      followsKey = false
    } else if depth > 0 {
      if !isEmpty { buffer.append(byte: UInt8(ascii: ",")) }
      breakLine()
    }
    isEmpty = false
  }

  private mutating func breakLine() {
    guard indented else { return }
    buffer.append(byte: UInt8(ascii: "\n"))
    buffer.append(repeating: UInt8(ascii: " "), count: 2 * depth)
  }
}
