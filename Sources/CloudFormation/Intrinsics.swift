/// Text for `Fn::Sub` that is put together from literal parts and values.
///
/// A value that is neither text nor a reference gets a name of its own in the function's second argument, so any
/// intrinsic may stand in the middle of an ARN.
public struct Substitution: Sendable {
  private var text = ""
  private var plain = ""
  private var isPlain = true
  private var variables = Object()

  /// An empty text.
  public init() {}

  /// Adds text as it is; a `${` in it stays literal.
  public mutating func append(_ literal: String) {
    plain += literal
    var literal = literal
    let needsEscape = literal.withUTF8 { $0.contains(UInt8(ascii: "$")) }
    text += needsEscape ? literal.replacing("${", with: "${!") : literal
  }

  /// Adds a value: text as it is, a reference as `${…}`, anything else under the name `variable`.
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

  /// The finished value: plain text where nothing needs substitution.
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

  /// Takes the parts of an interpolated literal; its values become references of `Fn::Sub`.
  public init(stringInterpolation: Interpolation) { self = stringInterpolation.result }

  /// Collects the parts of an interpolated literal.
  public struct Interpolation: StringInterpolationProtocol {
    var result = Substitution()

    /// Starts empty.
    public init(literalCapacity: Int, interpolationCount: Int) {}
    /// Adds the text between two values.
    public mutating func appendLiteral(_ literal: String) { result.append(literal) }
    /// Adds plain text.
    public mutating func appendInterpolation(_ literal: String) { result.append(literal) }
    /// Adds a value under a name that is used where it is no plain reference.
    public mutating func appendInterpolation(_ value: Value, as variable: String = "Value") {
      result.append(value, as: variable)
    }
  }
}

extension Value {
  /// `Fn::Sub` of an interpolated text: `.sub("arn:\(Value.partition):iam::…")`; plain text where nothing is substituted.
  public static func sub(_ text: Substitution) -> Value { text.value }

  /// The partition that the stack is in: `aws`, `aws-cn`, `aws-us-gov`.
  public static let partition = Value.ref("AWS::Partition")
  /// The stack's region.
  public static let region = Value.ref("AWS::Region")
  /// The stack's account.
  public static let account = Value.ref("AWS::AccountId")
  /// `amazonaws.com`, or another partition's.
  public static let urlSuffix = Value.ref("AWS::URLSuffix")
  /// The stack's name.
  public static let stackName = Value.ref("AWS::StackName")

  /// The names that `Ref` takes besides parameters and resources
  /// (source: CloudFormation user guide, pseudo parameters).
  public static let pseudoParameters: Set<String> = [
    "AWS::AccountId", "AWS::NotificationARNs", "AWS::NoValue", "AWS::Partition", "AWS::Region", "AWS::StackId",
    "AWS::StackName", "AWS::URLSuffix",
  ]
}
