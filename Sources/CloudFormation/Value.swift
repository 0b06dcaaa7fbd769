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
