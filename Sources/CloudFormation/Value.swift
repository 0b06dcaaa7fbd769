/// A value of a template: JSON, with the two intrinsics that carry dependencies as cases of their own.
///
/// Numbers keep the text they were written with, so that what an author writes in `resources` reaches the template
/// unchanged. The enum is not `indirect`: its cases hold arrays already.
public enum Value: Hashable, Sendable {
  /// Text.
  case string(String)
  /// A number, as its JSON text.
  case number(String)
  /// `true` or `false`.
  case bool(Bool)
  /// JSON's `null`.
  case null
  /// A list.
  case list([Value])
  /// A mapping in the order of its keys.
  case object(Object)
  /// `Ref` to a parameter, a pseudo parameter or a resource.
  case ref(String)
  /// `Fn::GetAtt` of a resource's attribute.
  case getAtt(String, String)

  /// A whole number.
  public static func int(_ value: Int) -> Value { .number(String(value)) }

  /// The text, if this is one.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// How often a text stands in it.
  func count(of text: String) -> Int {
    switch self {
    case .string(let own): own.ranges(of: text).count
    case .list(let items): items.map { $0.count(of: text) }.reduce(0, +)
    case .object(let object): object.members.map { $0.value.count(of: text) }.reduce(0, +)
    case .number, .bool, .null, .ref, .getAtt: 0
    }
  }

  /// The mapping, if this is one.
  public var object: Object? {
    if case .object(let object) = self { object } else { nil }
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Text written in code.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A boolean written in code.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A number written in code.
  public init(integerLiteral value: Int) { self = .int(value) }
  /// A list written in code.
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
  /// A mapping written in code, in the order written.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self = .object(Object(elements.map { Object.Member(key: $0.0, value: $0.1) }))
  }
}

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

  /// An object of these members; their keys are distinct.
  public init(_ members: [Member] = []) { self.members = members }

  /// Whether there is no key.
  public var isEmpty: Bool { members.isEmpty }

  /// The value of a key. Setting one that is there replaces it in its place, setting `nil` removes it.
  public subscript(key: String) -> Value? {
    get { members.first { $0.key == key }?.value }
    set {
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The member of a key.
  public func member(_ key: String) -> Member? { members.first { $0.key == key } }

  /// Adds a key that does not exist yet, without looking for it; nothing where the value is `nil`.
  public mutating func add(_ key: String, _ value: Value?, origin: Origin = .none) {
    if let value { members.append(Member(key: key, value: value, origin: origin)) }
  }

  /// Adds the members of another object, whose keys this one does not have.
  public mutating func append(_ other: Object) { members += other.members }

  /// Replaces the member of the same key in its place, or appends it.
  public mutating func set(_ member: Member) {
    if let index = members.firstIndex(where: { $0.key == member.key }) {
      members[index] = member
    } else {
      members.append(member)
    }
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
}
