/// Keys of a mapping, to find those that occur twice: a few are compared with each other, more are hashed.
///
/// One set is used for all mappings in turn, so that its memory is asked for once.
struct KeySet {
  /// A key, and where its text is (an alias's is somewhere else than the key).
  private struct Key {
    let index: UInt32
    let text: UInt32
    let length: UInt32
  }

  /// Each different from the others, in the order in which they came.
  private var keys: [Key] = []
  /// Open addressing, at most half full and an eighth at least; a slot holds a place in `keys`, or `free`.
  private var slots: [UInt32] = []

  private static let fewKeys = 8
  private static let free = UInt32.max

  var count: Int { keys.count }

  /// The keys in the order in which they came.
  var indices: [UInt32] { keys.map(\.index) }

  mutating func clear() {
    keys.removeAll(keepingCapacity: true)
  }

  /// Adds a key, or gives the one with the same text that is there already.
  mutating func insert(_ index: UInt32, _ arena: borrowing Arena) -> UInt32? {
    let record = arena.resolved(index)
    let key = Key(index: index, text: record.text, length: record.length)
    if keys.count < KeySet.fewKeys {
      for other in keys where KeySet.isSame(key, other, arena) { return other.index }
      keys.append(key)
      return nil
    }
    if keys.count == KeySet.fewKeys || 2 * keys.count >= slots.count { rehash(arena) }
    let slot = slot(of: key, arena)
    if slots[slot] != KeySet.free { return keys[Int(slots[slot])].index }
    slots[slot] = UInt32(keys.count)
    keys.append(key)
    return nil
  }

  /// Makes room and puts all keys in again.
  private mutating func rehash(_ arena: borrowing Arena) {
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(KeySet.free, count: (8 * keys.count).roundedUpToPowerOf2))
    for place in keys.indices { slots[slot(of: keys[place], arena)] = UInt32(place) }
  }

  /// The slot that holds a key of this text, or the free one where it belongs.
  private func slot(of key: Key, _ arena: borrowing Arena) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(arena.text.range(from: key.text, count: key.length)))
    let mask = slots.count - 1
    var slot = hasher.finalize() & mask
    while slots[slot] != KeySet.free, !KeySet.isSame(key, keys[Int(slots[slot])], arena) { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always)
  private static func isSame(_ left: Key, _ right: Key, _ arena: borrowing Arena) -> Bool {
    left.length == right.length
      && YAMLTree.isSame(
        arena.text.range(from: left.text, count: left.length), arena.text.range(from: right.text, count: right.length))
  }
}

extension Int {
  /// The smallest power of two that is not less; for numbers greater than 1.
  fileprivate var roundedUpToPowerOf2: Int { 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}
