import CLibYAML

/// An array of plain values with one owner. Access costs neither reference counting nor a uniqueness check, which an
/// `Array` in a class needs at every access. An index out of range traps, as in an `Array`.
struct PlainArray<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private(set) var capacity = 0

  init() {
    base = .allocate(capacity: 0)
  }

  deinit {
    base.deallocate()
  }

  @inline(__always)
  subscript(_ index: UInt32) -> Element {
    get {
      precondition(Int(index) < count)
      return base[Int(index)]
    }
    set {
      precondition(Int(index) < count)
      base[Int(index)] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    (base + count).initialize(to: element)
    count += 1
  }

  mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
    guard let first = elements.baseAddress else { return }
    if count + elements.count > capacity { grow(to: count + elements.count) }
    (base + count).initialize(from: first, count: elements.count)
    count += elements.count
  }

  /// The elements of a range. Valid until an element is added.
  @inline(__always)
  func range(from start: UInt32, count length: UInt32) -> UnsafeBufferPointer<Element> {
    precondition(Int(start) + Int(length) <= count)
    return UnsafeBufferPointer(start: base + Int(start), count: Int(length))
  }

  /// Grows the capacity to at least this many elements and at least twice the current capacity.
  mutating func grow(to wanted: Int) {
    guard wanted > capacity else { return }
    capacity = max(wanted, 2 * capacity, 16)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.initialize(from: base, count: count)
    base.deallocate()
    base = larger
  }
}

/// Whether two texts are equal; the C library compares many bytes at a time.
@inline(__always)
func isSame(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  guard let first = left.baseAddress, let second = right.baseAddress else { return true }
  return memcmp(first, second, left.count) == 0
}
