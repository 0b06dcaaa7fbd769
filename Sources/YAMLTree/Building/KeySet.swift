/// The keys of a mapping, to find duplicates: a few keys are compared pairwise, more are hashed.
///
/// One set is reused for all mappings, so that its memory is allocated once.
struct KeySet {
  /// A key and its text (for an alias, the text of its target), which is valid as long as no other text is decoded.
  private struct Key {
    let index: UInt32
    let text: UnsafeBufferPointer<UInt8>
  }

  /// Distinct keys in order of insertion.
  private var keys: [Key] = []
  /// An open-addressing table between one eighth and one half full. A slot holds an index into `keys`, or `free`.
  private var slots: [UInt32] = []

  private static let fewKeys = 8
  private static let free = UInt32.max

  var count: Int { keys.count }

  /// The keys in order of insertion.
  var indices: [UInt32] { keys.map(\.index) }

  mutating func clear() {
    keys.removeAll(keepingCapacity: true)
  }

  /// Adds a key; returns the key with the same text if there is one.
  mutating func insert(_ index: UInt32, _ arena: borrowing Arena) -> UInt32? {
    let key = Key(index: index, text: arena.text(of: arena.resolved(index)))
    if keys.count < KeySet.fewKeys {
      for other in keys where isSame(key.text, other.text) { return other.index }
      keys.append(key)
      return nil
    }
    if keys.count == KeySet.fewKeys || 2 * keys.count >= slots.count { rehash() }
    let slot = slot(of: key)
    if slots[slot] != KeySet.free { return keys[Int(slots[slot])].index }
    slots[slot] = UInt32(keys.count)
    keys.append(key)
    return nil
  }

  /// Grows the table and inserts all keys again.
  private mutating func rehash() {
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(KeySet.free, count: (8 * keys.count).roundedUpToPowerOf2))
    for place in keys.indices { slots[slot(of: keys[place])] = UInt32(place) }
  }

  /// The slot that holds a key with this text, or the free slot for it.
  private func slot(of key: Key) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(key.text))
    let mask = slots.count - 1
    var slot = hasher.finalize() & mask
    while slots[slot] != KeySet.free, !isSame(key.text, keys[Int(slots[slot])].text) { slot = (slot + 1) & mask }
    return slot
  }
}

extension Int {
  /// The smallest power of two that is at least this number, which must be greater than 1.
  fileprivate var roundedUpToPowerOf2: Int { 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}
