import YAMLTree

/// Something that is written as a mapping with fixed keys.
///
/// Its initializer is its declaration: a straight line of reads through a visitor, with no `if` on a value. The decoder
/// finds and converts, the describer notes names and documentation; a condition between fields is a rule elsewhere.
public protocol SpecObject: Sendable {
  /// The key that a lone scalar in this object's place stands for (`GET /books: books`), if one does.
  static func shorthand(for text: String) -> StaticString?
  /// The type whose defaults apply: its own, unless it shares another's fields.
  static var defaultsOwner: ObjectIdentifier { get }
  /// Whether `{}` says something; where it does not, it is an error, as nothing at all is.
  static var mayBeEmpty: Bool { get }
  /// Declares and reads the fields.
  init(fields: inout some FieldVisitor)
}

extension SpecObject {
  /// Its own.
  public static var defaultsOwner: ObjectIdentifier { ObjectIdentifier(Self.self) }
  /// What everything has a default for may be left at that.
  public static var mayBeEmpty: Bool { true }
  /// No short form.
  public static func shorthand(for text: String) -> StaticString? { nil }
}

/// Who visits the fields of an object.
public protocol FieldVisitor {
  /// Where the object stands: its key, or itself in a list.
  var mark: Mark { get }
  /// The node of the object; nil where nothing is written.
  var node: Node? { get }
  /// A field that must be there. Where it is missing or wrong, that is reported and a placeholder returned.
  mutating func required<S: Schema>(_ key: StaticString, _ schema: S, _ documentation: StaticString) -> S.Value
  /// A field that may be left out.
  mutating func optional<S: Schema>(_ key: StaticString, _ schema: S, _ documentation: StaticString) -> S.Value?
  /// One of several forms, told apart by which key is there.
  mutating func oneOf<A: Alternatives>(_ alternatives: A.Type) -> A?
  /// Keys that cannot stand beside another one, and what to do about it.
  mutating func exclude(_ keys: [StaticString], beside key: StaticString, _ help: StaticString)
  /// A mapping that gives every object of a type inside this one the fields that it leaves out.
  mutating func defaults(_ key: StaticString, for group: DefaultsGroup, _ documentation: StaticString)
  /// The same for several types, each under a key of its own.
  mutating func defaults(
    _ key: StaticString, for groups: KeyValuePairs<StaticString, DefaultsGroup>, _ documentation: StaticString)
  /// A key of a kindred object that authors try here, met with what to write instead. It is none of the fields.
  mutating func refused(_ key: StaticString, help: StaticString)
  /// Where a key is written in this object itself and not in defaults; nil where it is not.
  func place(of key: StaticString) -> Mark?
}

extension FieldVisitor {
  /// Nothing is written.
  public var node: Node? { nil }
  /// Nothing is written, so nothing is refused.
  public mutating func refused(_ key: StaticString, help: StaticString) {}
  /// Nothing is written.
  public func place(of key: StaticString) -> Mark? { nil }
}

/// Objects that share defaults.
public struct DefaultsGroup: Sendable {
  let owner: ObjectIdentifier
  let fields: @Sendable () -> [String: FieldDescription]
  /// The type whose fields they are.
  let type: any SpecObject.Type

  /// All objects of a type.
  public static func every<T: SpecObject>(_ type: T.Type) -> DefaultsGroup {
    DefaultsGroup(owner: T.defaultsOwner, fields: { Describer.fields(of: type) }, type: type)
  }
}

/// Forms that share a mapping and are told apart by the key that only one of them has.
public protocol Alternatives: Sendable {
  /// What the forms are forms of, for messages: "a target".
  static var subject: String { get }
  /// The forms, in the order of the reference page. One without a key is taken where no other key is there.
  static var forms: [Form<Self>] { get }
}

/// One form of an `Alternatives`.
public struct Form<Owner>: Sendable {
  let key: StaticString?
  let read: @Sendable (inout Decoder) -> Owner
  let describe: @Sendable (inout Describer) -> Void

  /// The form that `key` selects.
  public static func when<T: SpecObject>(
    _ key: StaticString, _ type: T.Type, _ wrap: @escaping @Sendable (T) -> Owner
  ) -> Form {
    Form(key: key, read: { wrap(T(fields: &$0)) }, describe: { _ = T(fields: &$0) })
  }

  /// The form that is taken where no other form's key is there.
  public static func otherwise<T: SpecObject>(
    _ type: T.Type, _ wrap: @escaping @Sendable (T) -> Owner
  ) -> Form {
    Form(key: nil, read: { wrap(T(fields: &$0)) }, describe: { _ = T(fields: &$0) })
  }

  /// The form that `key` selects, where its fields are not those of a type: both ways of visiting them.
  public static func when(
    _ key: StaticString, read: @escaping @Sendable (inout Decoder) -> Owner,
    describe: @escaping @Sendable (inout Describer) -> Void
  ) -> Form { Form(key: key, read: read, describe: describe) }

  /// The same form for an owner that wraps this one.
  public func map<Outer>(_ wrap: @escaping @Sendable (Owner) -> Outer) -> Form<Outer> {
    let read = read
    return Form<Outer>(key: key, read: { wrap(read(&$0)) }, describe: describe)
  }
}

/// How a node becomes a value.
public protocol Schema: Sendable {
  /// What it becomes.
  associatedtype Value: Sendable
  /// Reads a node that stands under a key (in a list: its own mark); reports what is wrong with it and returns nil.
  func read(_ node: Node, key: Mark, _ reader: Reader) -> Value?
  /// Reads what stands under a name that the author chose, where nothing written may mean that nothing is said of it.
  func readElement(_ node: Node, key: Mark, _ reader: Reader) -> Value?
  /// A value for a field whose own value is missing; what is reported at it goes nowhere.
  var placeholder: Value { get }
  /// Whether one of CloudFormation's functions may stand in the value's place.
  var takesIntrinsic: Bool { get }
  /// What may be written, for programs; functions aside.
  var shape: Shape { get }
  /// What is allowed here, as it stands after "expected": "text", "a whole number from 1 to 65535".
  var expectation: String { get }
}

extension Schema {
  /// A value is needed.
  public func readElement(_ node: Node, key: Mark, _ reader: Reader) -> Value? { read(node, key: key, reader) }
  /// Mappings and lists are written out.
  public var takesIntrinsic: Bool { false }
  /// Anything.
  public var shape: Shape { .any }
}
