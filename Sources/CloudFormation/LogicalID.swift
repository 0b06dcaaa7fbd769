/// Makes logical ids: a pure function of what a thing is called, readable, and different for different things.
///
/// A name's words are put together in capitals. Where that would lose a difference (`my-fn` and `myFn`, `/books/{id}`
/// and `/books/id`), a hash of the whole path follows. A word is lossless when it is made of lower-case letters and
/// digits; the last word may have capitals inside (`sendMessage`), since nothing of the author's follows it.
public struct LogicalID: Sendable {
  /// CloudFormation's limit is 255; what is cut is told apart by the hash.
  private static let readableLimit = 200
  /// ASCII, and whatever fixed words have: bytes, since an id is made for each of thousands of routes.
  private var readable: [UInt8] = []
  private var loses = false

  /// An id without words.
  public init() { readable.reserveCapacity(64) }

  /// Adds words that the author wrote. `isLast` says that no other word of the author's follows.
  public mutating func add(_ name: String, isLast: Bool) {
    var name = name
    name.withUTF8 { add($0, isLast: isLast) }
  }

  private mutating func add(_ name: UnsafeBufferPointer<UInt8>, isLast: Bool) {
    var capital = true
    if name.isEmpty { loses = true }
    for (index, byte) in name.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        readable.append(capital ? byte - 32 : byte)
        capital = false
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if index == 0 || !isLast { loses = true }
        readable.append(byte)
        capital = false
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if index == 0 { loses = true }
        readable.append(byte)
        capital = false
      default:
        loses = true
        capital = true
      }
    }
  }

  /// Adds a fixed word of the program's own.
  public mutating func add(fixed word: String) { readable += word.utf8 }

  /// Says that the readable form does not tell the thing from every other one.
  public mutating func markLossy() { loses = true }

  /// The finished id: words, what kind of thing it is, and the hash where it is needed.
  public func finish(kind: String, path: @autoclosure () -> String) -> String {
    let isWhole = readable.count <= LogicalID.readableLimit && !loses
    var id = readable.prefix(LogicalID.readableLimit)
    id += kind.utf8
    if !isWhole { id += LogicalID.hash(path()).utf8 }
    return String(decoding: id, as: UTF8.self)
  }

  /// What tells a text from others.
  public static func hash(_ text: String) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(text)
    return fingerprint.text
  }
}
