import YAMLTree

/// An object of the spec: a mapping with fixed keys.
///
/// Its initializer is its declaration: it reads each field through a visitor, without any `if` on a value. The decoder
/// reads values, the describer collects names and documentation. Conditions between fields are rules.
public protocol SpecObject: Sendable {
  /// The key that a scalar in place of this object is the value of (`GET /books: books`); nil if there is none.
  static func shorthand(for text: String) -> StaticString?
  /// The key that a list in place of this object is the value of (`cors: [ORIGIN, ORIGIN]`); nil if there is none.
  static var listShorthand: StaticString? { get }
  /// The type whose defaults apply: its own, or the type that it shares fields with.
  static var defaultsOwner: ObjectIdentifier { get }
  /// Whether `{}` is allowed.
  static var mayBeEmpty: Bool { get }
  /// Help for a text that is not a short form; nil if there is nothing to add to the expectation.
  static func help(forText text: String) -> String?
  /// The short form for nothing (`auth: none`); nil if there is none.
  static var wordForNothing: String? { get }
  /// Declares and reads the fields.
  init(fields: inout some FieldVisitor)
}

extension SpecObject {
  /// The type itself.
  public static var defaultsOwner: ObjectIdentifier { ObjectIdentifier(Self.self) }
  /// A list is not a short form.
  public static var listShorthand: StaticString? { nil }
  /// Empty objects are allowed.
  public static var mayBeEmpty: Bool { true }
  /// The expectation is enough.
  public static func help(forText text: String) -> String? { nil }
  /// No word means nothing.
  public static var wordForNothing: String? { nil }
  /// There is no short form.
  public static func shorthand(for text: String) -> StaticString? { nil }
}

/// A visitor of an object's fields.
public protocol FieldVisitor {
  /// The mark of the object: of its key, or of itself in a list.
  var mark: Mark { get }
  /// The node of the object; nil without a source.
  var node: Node? { get }
  /// A required field. If it is missing or invalid, that is reported and a placeholder is returned.
  mutating func required<S: Schema>(_ key: StaticString, _ schema: S, _ documentation: StaticString) -> S.Value
  /// An optional field.
  mutating func optional<S: Schema>(_ key: StaticString, _ schema: S, _ documentation: StaticString) -> S.Value?
  /// Fields that are an object of their own.
  mutating func group<T: FieldGroup>(_ type: T.Type) -> T
  /// One of several forms, selected by the key that is present.
  mutating func oneOf<A: Alternatives>(_ alternatives: A.Type) -> A?
  /// Keys that cannot be combined with another one, with help.
  mutating func exclude(_ keys: [StaticString], beside key: StaticString, _ help: StaticString)
  /// Defaults for all objects of a type inside this one.
  mutating func defaults(_ key: StaticString, for group: DefaultsGroup, _ documentation: StaticString)
  /// Defaults for several types, each under its own key.
  mutating func defaults(
    _ key: StaticString, for groups: KeyValuePairs<StaticString, DefaultsGroup>, _ documentation: StaticString)
  /// An object that only has defaults, those of its type.
  mutating func inherited<T: SpecObject>(_ type: T.Type) -> T
  /// A key of a similar object that is not a field of this one, with help.
  mutating func rejected(_ key: StaticString, help: StaticString)
  /// The mark of a key in this object itself, not in its defaults; nil if it is absent.
  func place(of key: StaticString) -> Mark?
}

extension FieldVisitor {
  /// Without a source there is no node.
  public var node: Node? { nil }
  /// Does nothing by default.
  public mutating func rejected(_ key: StaticString, help: StaticString) {}
  /// Without a source there is no mark.
  public func place(of key: StaticString) -> Mark? { nil }
}

/// A type whose objects share defaults.
public struct DefaultsGroup: Sendable {
  let owner: ObjectIdentifier
  let fields: @Sendable () -> [String: FieldDescription]
  /// The type that declares the fields.
  let type: any SpecObject.Type

  /// All objects of a type.
  public static func every<T: SpecObject>(_ type: T.Type) -> DefaultsGroup {
    DefaultsGroup(owner: T.defaultsOwner, fields: { Describer.fields(of: type) }, type: type)
  }
}

/// Forms of an object, each selected by a key that only that form has.
public protocol Alternatives: Sendable {
  /// The noun for messages: "a target".
  static var subject: String { get }
  /// Help for an object without a form, by the texts in it; nil for the list of keys.
  static func help(for texts: String) -> String?
  /// The forms in the order of the reference. A form without a key applies if no other form's key is present.
  static var forms: [Form<Self>] { get }
}

extension Alternatives {
  /// The list of keys.
  public static func help(for texts: String) -> String? { nil }
}

/// One form of an `Alternatives`.
public struct Form<Owner>: Sendable {
  let key: StaticString?
  let read: @Sendable (inout Decoder) -> Owner
  let describe: @Sendable (inout Describer) -> Void

  /// The form selected by `key`.
  public static func when<T: SpecObject>(
    _ key: StaticString, _ type: T.Type, _ wrap: @escaping @Sendable (T) -> Owner
  ) -> Form {
    Form(key: key, read: { wrap(T(fields: &$0)) }, describe: { _ = T(fields: &$0) })
  }

  /// The form that applies if no other form's key is present.
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

/// How a node is converted to a value.
public protocol Schema: Sendable {
  /// The value.
  associatedtype Value: Sendable
  /// Reads the value of a key (in a list, `key` is the item's own mark). Reports an invalid node and returns nil.
  func read(_ node: Node, key: Mark, _ reader: Reader) -> Value?
  /// Reads a named element, which may be allowed to have no value.
  func readElement(_ node: Node, key: Mark, _ reader: Reader) -> Value?
  /// The value of a required field that is missing or invalid; it has no location, so nothing is reported for it.
  var placeholder: Value { get }
  /// Whether a CloudFormation function is accepted instead of the value.
  var takesIntrinsic: Bool { get }
  /// The accepted values, apart from functions.
  var shape: Shape { get }
  /// The expected value, as it follows "expected": "a string", "an integer from 1 to 65535".
  var expectation: String { get }
  /// What to write instead of a function where none is accepted; nil if it is a literal.
  func help(forFunction node: Node, _ reader: Reader) -> String?
}

extension Schema {
  /// A literal.
  public func help(forFunction node: Node, _ reader: Reader) -> String? { nil }
  /// A value is required.
  public func readElement(_ node: Node, key: Mark, _ reader: Reader) -> Value? { read(node, key: key, reader) }
  /// Functions are not accepted.
  public var takesIntrinsic: Bool { false }
  /// Any value.
  public var shape: Shape { .any }
}
