/// Builds a logical ID: readable, derived only from an element's path, and distinct for distinct paths.
///
/// The words of a name are capitalized and joined. Where that is ambiguous (`my-fn` and `myFn`, `/books/{id}` and
/// `/books/id`), a hash of the path is appended. A word is unambiguous if it has only lowercase letters and digits; the
/// last word may also have capitals inside (`sendMessage`), since no other word from the spec follows it.
public struct LogicalID: Sendable {
  /// CloudFormation's limit is 255. If words are cut, the hash distinguishes the IDs.
  private static let readableLimit = 200
  /// UTF-8 bytes, since IDs are built for thousands of routes.
  private var readable: [UInt8] = []
  private var loses = false
  private var hasWords = false
  /// Whether the words after the first one are ambiguous.
  public private(set) var losesInRest = false
  /// Whether no other word from the spec follows the first one.
  public private(set) var isFirstLast = true

  /// An ID without words.
  public init() { readable.reserveCapacity(64) }

  /// Adds words from the spec. `isLast` means that no other word from the spec follows.
  public mutating func add(_ name: String, isLast: Bool) {
    var name = name
    name.withUTF8 { add($0, isLast: isLast) }
  }

  private mutating func add(_ name: UnsafeBufferPointer<UInt8>, isLast: Bool) {
    let lost = loses
    loses = false
    defer {
      if !hasWords { isFirstLast = isLast } else if loses { losesInRest = true }
      hasWords = true
      loses = loses || lost
    }
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

  /// Adds a constant word.
  public mutating func add(fixed word: String) { readable += word.utf8 }

  /// Marks the readable form as ambiguous, so that the hash is appended.
  public mutating func markLossy() {
    loses = true
    losesInRest = true
  }

  /// The readable form of a name.
  public static func words(_ name: String) -> String {
    var id = LogicalID()
    id.add(name, isLast: true)
    return String(decoding: id.readable, as: UTF8.self)
  }

  /// Whether a word is ambiguous.
  public static func loses(_ word: String, isLast: Bool) -> Bool {
    var id = LogicalID()
    id.add(word, isLast: isLast)
    return id.loses
  }

  /// The ID: words, the kind of element, and the hash if it is needed.
  public consuming func finish(kind: String, path: @autoclosure () -> String) -> String {
    let isWhole = readable.count <= LogicalID.readableLimit && !loses
    if readable.count > LogicalID.readableLimit { readable.removeSubrange(LogicalID.readableLimit...) }
    readable += kind.utf8
    if !isWhole { readable += LogicalID.hash(path()).utf8 }
    return String(decoding: readable, as: UTF8.self)
  }

  /// A hash of a text, as logical IDs use it.
  public static func hash(_ text: String) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(text)
    return fingerprint.text
  }
}
