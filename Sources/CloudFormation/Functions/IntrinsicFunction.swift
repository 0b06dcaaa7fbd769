/// An intrinsic function: its arguments, the kind of its result, and where CloudFormation evaluates it.
///
/// `IntrinsicFunctions.swift` lists all of them. Sources: the CloudFormation User Guide and cfn-lint's schemas.
public struct IntrinsicFunction: Sendable {
  /// Kinds of values. CloudFormation converts between strings, numbers and booleans, so that these are one kind.
  public struct Kinds: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// A set of kinds.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// A string, a number or a boolean.
    public static let text = Kinds(rawValue: 1)
    /// A list.
    public static let list = Kinds(rawValue: 2)
    /// A mapping.
    public static let mapping = Kinds(rawValue: 4)
    /// The result of a condition function.
    public static let condition = Kinds(rawValue: 8)
    /// Every value of a property.
    public static let any: Kinds = [.text, .list, .mapping]
  }

  /// Parts of a template that evaluate functions.
  public enum Part: Sendable {
    /// Resources and outputs.
    case values
    /// `Conditions`.
    case conditions
    /// `Rules`.
    case rules
  }

  /// The form of a literal string.
  public enum Text: Sendable {
    /// At least one character.
    case separator
    /// A block of addresses in CIDR notation.
    case block
    /// The name of a region, or an empty string for that of the stack.
    case region
  }

  /// An argument.
  public struct Argument: Sendable {
    /// Its noun for messages: `separator`.
    public let name: String
    /// The allowed kinds.
    public let kinds: Kinds
    /// The functions that it may be; nil if every function is allowed.
    public let functions: [String]?
    /// Other functions that it may be with `AWS::LanguageExtensions`.
    public let extended: [String]
    /// The functions that the items of a list may be; nil if the items are not checked.
    public let itemFunctions: [String]?
    /// The kinds of the items of a list.
    public let itemKinds: Kinds
    /// The only key of a mapping; nil if its keys are free.
    public let key: String?
    /// Whether it needs the transform `AWS::LanguageExtensions`.
    public let isExtension: Bool
    /// The range of an integer; nil for other values.
    public let range: ClosedRange<Int>?
    /// The form of a literal string; nil for every string.
    public let text: Text?
    /// Whether a list or a mapping must have content.
    public let isFilled: Bool

    init(
      _ name: String, _ kinds: Kinds, _ functions: [String]? = [], extended: [String] = [], items: [String]? = nil,
      itemKinds: Kinds = .text, range: ClosedRange<Int>? = nil, text: Text? = nil, key: String? = nil,
      isFilled: Bool = false, isExtension: Bool = false
    ) {
      self.name = name
      self.kinds = kinds
      self.functions = functions
      self.extended = extended
      self.itemFunctions = items
      self.itemKinds = itemKinds
      self.range = range
      self.text = text
      self.isFilled = isFilled
      self.key = key
      self.isExtension = isExtension
    }

    /// An item, if it is a list whose items are checked.
    public var item: Argument? { itemFunctions.map { Argument("item", itemKinds, $0) } }
  }

  /// The form of its arguments.
  public enum Form: Sendable {
    /// One value.
    case single(Argument)
    /// A list, of which the last arguments may be missing.
    case list([Argument], required: Int)
    /// A list of similar arguments.
    case several(Argument, ClosedRange<Int>)
    /// A mapping; the names of its required keys.
    case mapping([Argument], required: Int)
    /// Read by its own code: a name, a string with `${…}`, or a macro.
    case special
  }

  /// The key of the long form: `Fn::Join`.
  public let name: String
  /// The form of its arguments.
  public let form: Form
  /// Its arguments for messages: "a separator and a list".
  public let usage: String
  /// The kinds of its result.
  public let result: Kinds
  /// The parts of a template that evaluate it.
  public let parts: [Part]
  /// Whether it needs the transform `AWS::LanguageExtensions`.
  public let isExtension: Bool

  init(
    _ name: String, _ form: Form, _ usage: String, result: Kinds, parts: [Part] = [.values, .conditions],
    isExtension: Bool = false
  ) {
    self.name = name
    self.form = form
    self.usage = usage
    self.result = result
    self.parts = parts
    self.isExtension = isExtension
  }

  /// Whether its arguments are read by its own code.
  public var isSpecial: Bool { if case .special = form { true } else { false } }

  /// The function with a name.
  public static func named(_ name: String) -> IntrinsicFunction? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The name of the function that a value is; nil for a literal. Only conditions read `Condition`.
  public static func name(of value: Value) -> String? {
    switch value {
    case .ref: return "Ref"
    case .getAtt: return "Fn::GetAtt"
    case .object(let object):
      guard object.members.count == 1 else { return nil }
      let key = object.members[0].key
      return key == "Ref" || key.hasPrefix("Fn::") ? key : nil
    case .string, .number, .bool, .null, .list: return nil
    }
  }
}
