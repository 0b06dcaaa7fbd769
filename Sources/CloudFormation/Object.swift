/// A JSON object with keys in insertion order.
public struct Object: Hashable, Sendable {
  /// A key and its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public var key: String
    /// The value.
    public var value: Value
    /// Where it comes from.
    public var origin: Origin

    /// A key with its value.
    public init(key: String, value: Value, origin: Origin = .none) {
      self.key = key
      self.value = value
      self.origin = origin
    }

    /// Whether key and value are equal.
    public static func == (a: Member, b: Member) -> Bool { a.key == b.key && a.value == b.value }

    /// Hashes key and value.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(key)
      hasher.combine(value)
    }
  }

  /// Keys and values, in order.
  public private(set) var members: [Member]
  /// The index of each key, if the object has many keys.
  private var places: [String: Int]?
  /// Up to this number, comparing keys is faster than hashing one.
  private static let fewKeys = 16

  /// An object of members with distinct keys.
  public init(_ members: [Member] = []) {
    self.members = members
    notePlaces(from: 0)
  }

  /// An empty object with room for so many members.
  public init(capacity: Int) {
    members = []
    members.reserveCapacity(capacity)
  }

  /// Whether the object is empty.
  public var isEmpty: Bool { members.isEmpty }

  /// The value of a key. Setting an existing key replaces its value in place; setting `nil` removes the key.
  public subscript(key: String) -> Value? {
    get { place(of: key).map { members[$0].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil):
        members.remove(at: place)
        places = nil
        notePlaces(from: 0)
      case (nil, let value?): append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The member with a key.
  public func member(_ key: String) -> Member? { place(of: key).map { members[$0] } }

  /// Whether it has one of some keys.
  public func hasMember(in keys: [String]) -> Bool {
    // Few keys are as long as one that it has.
    var lengths: UInt64 = 0
    for index in members.indices { lengths |= 1 &<< UInt64(members[index].key.utf8.count) }
    return keys.contains { lengths &>> UInt64($0.utf8.count) & 1 == 1 && place(of: $0) != nil }
  }

  /// Appends a key that does not exist yet, without a lookup; does nothing if the value is `nil`.
  public mutating func add(_ key: consuming String, _ value: consuming Value?, origin: Origin = .none) {
    if let value = consume value { append(Member(key: key, value: value, origin: origin)) }
  }

  /// Appends the members of another object, which must have other keys.
  public mutating func append(_ other: Object) {
    let count = members.count
    members += other.members
    notePlaces(from: count)
  }

  /// Replaces the member with the same key in place, or appends it.
  public mutating func set(_ member: Member) {
    if let place = place(of: member.key) { members[place] = member } else { append(member) }
  }

  /// Merges another object into this one: objects are merged, other values and functions are replaced, `null` deletes.
  public mutating func merge(_ other: Object) {
    for member in other.members {
      switch (self[member.key], member.value) {
      case (_, .null): self[member.key] = nil
      case (.object(var mine)?, .object(let theirs))
      where !(self[member.key]?.isFunction ?? false) && !member.value.isFunction:
        mine.merge(theirs)
        self[member.key] = .object(mine)
      case (_, .object(let theirs)) where !member.value.isFunction:
        // There is nothing that its `null`s delete.
        var new = Object()
        new.merge(theirs)
        set(Member(key: member.key, value: .object(new), origin: member.origin))
      default: set(member)
      }
    }
  }

  /// Whether keys, values and their order are equal.
  public static func == (a: Object, b: Object) -> Bool { a.members == b.members }

  /// Hashes keys and values.
  public func hash(into hasher: inout Hasher) { hasher.combine(members) }

  private func place(of key: String) -> Int? {
    if let places { return places[key] }
    // Comparing lengths first is faster: few keys have the same one.
    let length = key.utf8.count
    return members.firstIndex { $0.key.utf8.count == length && $0.key == key }
  }

  private mutating func append(_ member: consuming Member) {
    members.append(member)
    notePlaces(from: members.count - 1)
  }

  /// Adds the indices of appended members, if there are many.
  private mutating func notePlaces(from first: Int) {
    guard members.count > Object.fewKeys else { return }
    let start = places == nil ? 0 : first
    if places == nil { places = Dictionary(minimumCapacity: max(2 * members.count, members.capacity)) }
    for place in start..<members.count { places?[members[place].key] = place }
  }
}
