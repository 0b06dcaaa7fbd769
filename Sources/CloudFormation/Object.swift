/// A mapping that keeps the order in which its keys were set.
public struct Object: Hashable, Sendable {
  /// A key and its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public var key: String
    /// The value.
    public var value: Value
    /// Where it was written.
    public var origin: Origin

    /// A key with its value.
    public init(key: String, value: Value, origin: Origin = .none) {
      self.key = key
      self.value = value
      self.origin = origin
    }

    /// Whether key and value are equal.
    public static func == (a: Member, b: Member) -> Bool { a.key == b.key && a.value == b.value }

    /// Takes in key and value.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(key)
      hasher.combine(value)
    }
  }

  /// Keys and values, in order.
  public private(set) var members: [Member]
  /// Where each key is, in an object that has many.
  private var places: [String: Int]?
  /// So many keys are compared faster than one is hashed.
  private static let fewKeys = 16

  /// An object of these members; their keys are distinct.
  public init(_ members: [Member] = []) {
    self.members = members
    notePlaces(from: 0)
  }

  /// Whether there is no key.
  public var isEmpty: Bool { members.isEmpty }

  /// The value of a key. Setting one that is there replaces it in its place, setting `nil` removes it.
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

  /// The member of a key.
  public func member(_ key: String) -> Member? { place(of: key).map { members[$0] } }

  /// Adds a key that does not exist yet, without looking for it; nothing where the value is `nil`.
  public mutating func add(_ key: String, _ value: Value?, origin: Origin = .none) {
    if let value { append(Member(key: key, value: value, origin: origin)) }
  }

  /// Adds the members of another object, whose keys this one does not have.
  public mutating func append(_ other: Object) {
    let count = members.count
    members += other.members
    notePlaces(from: count)
  }

  /// Replaces the member of the same key in its place, or appends it.
  public mutating func set(_ member: Member) {
    if let place = place(of: member.key) { members[place] = member } else { append(member) }
  }

  /// Lays another object over this one: mappings merge, anything else replaces, `null` deletes.
  public mutating func merge(_ other: Object) {
    for member in other.members {
      switch (self[member.key], member.value) {
      case (_, .null): self[member.key] = nil
      case (.object(var mine)?, .object(let theirs)):
        mine.merge(theirs)
        self[member.key] = .object(mine)
      default: set(member)
      }
    }
  }

  /// Whether keys and values are equal, and their order.
  public static func == (a: Object, b: Object) -> Bool { a.members == b.members }

  /// Takes in keys and values.
  public func hash(into hasher: inout Hasher) { hasher.combine(members) }

  private func place(of key: String) -> Int? {
    if let places { places[key] } else { members.firstIndex { $0.key == key } }
  }

  private mutating func append(_ member: Member) {
    members.append(member)
    notePlaces(from: members.count - 1)
  }

  /// Notes the places of the members that were appended, once there are many.
  private mutating func notePlaces(from first: Int) {
    guard members.count > Object.fewKeys else { return }
    let start = places == nil ? 0 : first
    if places == nil { places = Dictionary(minimumCapacity: 2 * members.count) }
    for place in start..<members.count { places?[members[place].key] = place }
  }
}
