import TextSearch

/// A string for `Fn::Sub`, composed of literal parts and values.
///
/// A value that is neither a string nor a reference becomes a variable in the function's second argument, so that any
/// intrinsic function may be part of an ARN.
public struct Substitution: Sendable {
  private var text = ""
  private var plain = ""
  private var isPlain = true
  private var variables = Object()

  /// An empty text.
  public init() {}

  /// Appends literal text; a `${` in it is escaped.
  public mutating func append(_ literal: String) {
    plain += literal
    var literal = literal
    let needsEscape = literal.withUTF8 { $0.contains(UInt8(ascii: "$")) }
    text += needsEscape ? literal.replacing("${", with: "${!") : literal
  }

  /// Appends a value: a string literally, a reference as `${…}`, anything else as the variable `variable`.
  public mutating func append(_ value: Value, as variable: String = "Value") {
    switch value {
    case .string(let literal): append(literal)
    case .ref(let id):
      isPlain = false
      text += "${\(id)}"
    case .getAtt(let id, let attribute):
      isPlain = false
      text += "${\(id).\(attribute)}"
    default:
      isPlain = false
      text += "${\(variable)}"
      variables[variable] = value
    }
  }

  /// The value: a plain string if nothing is substituted.
  public var value: Value {
    if isPlain { return .string(plain) }
    if variables.isEmpty { return ["Fn::Sub": .string(text)] }
    return ["Fn::Sub": [.string(text), .object(variables)]]
  }
}

extension Substitution: ExpressibleByStringInterpolation {
  /// Literal text.
  public init(stringLiteral value: String) {
    self.init()
    append(value)
  }

  /// Collects the parts of an interpolated literal; its values become references.
  public init(stringInterpolation: Interpolation) { self = stringInterpolation.result }

  /// The parts of an interpolated literal.
  public struct Interpolation: StringInterpolationProtocol {
    var result = Substitution()

    /// Starts empty.
    public init(literalCapacity: Int, interpolationCount: Int) {}
    /// Adds the text between two values.
    public mutating func appendLiteral(_ literal: String) { result.append(literal) }
    /// Adds plain text.
    public mutating func appendInterpolation(_ literal: String) { result.append(literal) }
    /// Adds a value; `variable` is the name to use if the value is not a reference.
    public mutating func appendInterpolation(_ value: Value, as variable: String = "Value") {
      result.append(value, as: variable)
    }
  }
}

extension Value {
  /// `Fn::Sub` of an interpolated string, `.sub("arn:\(Value.partition):…")`; a plain string without substitutions.
  public static func sub(_ text: Substitution) -> Value { text.value }

  /// The stack's partition: `aws`, `aws-cn`, `aws-us-gov`.
  public static let partition = Value.ref("AWS::Partition")
  /// The stack's region.
  public static let region = Value.ref("AWS::Region")
  /// The ID of the stack's account.
  public static let account = Value.ref("AWS::AccountId")
  /// The domain of the stack's partition: usually `amazonaws.com`.
  public static let urlSuffix = Value.ref("AWS::URLSuffix")
  /// The stack's name.
  public static let stackName = Value.ref("AWS::StackName")

  /// The pseudo parameters, which `Ref` accepts besides parameters and resources
  /// (source: CloudFormation user guide, pseudo parameters).
  public static let pseudoParameters: Set<String> = [
    "AWS::AccountId", "AWS::NotificationARNs", "AWS::NoValue", "AWS::Partition", "AWS::Region", "AWS::StackId",
    "AWS::StackName", "AWS::URLSuffix",
  ]
}
