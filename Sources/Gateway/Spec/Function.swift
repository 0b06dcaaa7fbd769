import SpecReading

/// A Lambda function: created, or one that exists.
public enum Function: Alternatives {
  case created(CreatedFunction)
  case imported(ImportedFunction)

  /// For messages.
  public static let subject = "a function"
  /// `arn` imports.
  public static let forms: [Form<Function>] = [
    .when("arn", ImportedFunction.self, Function.imported),
    .otherwise(CreatedFunction.self, Function.created),
  ]
}

/// An element of `functions`.
public struct FunctionElement: SpecObject {
  /// How it comes to be.
  public let form: Function?
  /// Whether API Gateway's permission to call it is written, over what the API says.
  public let permissions: Given<LambdaPermissions>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    form = fields.oneOf(Function.self)
    permissions = fields.optional(
      "lambdaPermissions", .known(.word(LambdaPermissions.self)), "Which permissions let API Gateway call it.")
  }
}

/// Which permissions let API Gateway call a function.
public enum LambdaPermissions: String, CaseIterable, Sendable {
  /// One for each function and API, scoped to that API.
  case api
  /// One for each route, scoped to it.
  case route
  /// None: somebody else grants it.
  case none
}

/// A function that exists.
public struct ImportedFunction: SpecObject {
  /// Its ARN, an alias's or a version's too.
  public let arn: Given<String>

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    arn = fields.required("arn", .text, "ARN of a function that exists, or of an alias or a version of one.")
  }
}

/// A function that the stack creates.
public struct CreatedFunction: SpecObject {
  let runtime: Given<String>?
  let handler: Given<String>?
  let code: FunctionCode
  let memory: Given<Int>?
  let timeout: Given<Duration>?
  let environment: [Named<Given<String>>]
  let architecture: Given<Architecture>?
  let layers: Names?
  let role: Given<String>?
  let policies: Many<Policy>?
  let vpc: Given<String>?
  let subnets: Names?
  let securityGroups: Names?
  let reservedConcurrency: Given<Int>?
  let ephemeralStorage: Given<Int>?
  let logs: LogOptions?
  let tracing: Given<Bool>?
  let description: Given<String>?
  let name: Given<String>?
  let alias: Given<String>?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    runtime = fields.optional("runtime", .text, "Lambda runtime, such as `nodejs24.x`; none with an image.")
    handler = fields.optional("handler", .text(1...128), "`FILE.FUNCTION` that is called; none with an image.")
    code = fields.required("code", .object(FunctionCode.self), "A folder or zip, or one of `inline`, `s3`, `image`.")
    memory = fields.optional("memory", .integer(128...10_240), "Memory in MB.")
    timeout = fields.optional("timeout", .seconds(1...900), "How long a call may take.")
    environment = fields.optional("environment", .map(.text, keys: .any), "Environment variables.") ?? []
    architecture = fields.optional("architecture", .word(Architecture.self), "Processor architecture.")
    layers = fields.optional("layers", .list(.name(of: Kind.layer)), "Layer versions, by ARN.")
    role = fields.optional("role", .name(of: Kind.role), "The role, instead of one with just the right to log.")
    policies = fields.optional(
      "policies", .list(.object(Policy.self)),
      "Added to the role: managed policies, IAM statements, or `{allow: ACTIONS, on: RESOURCES}`.")
    vpc = fields.optional("vpc", .name(of: Kind.vpc), "The VPC that it reaches into.")
    subnets = fields.optional("subnets", .list(.text), "Subnets of the VPC: a type, a group's name, or ids.")
    securityGroups = fields.optional(
      "securityGroups", .list(.name(of: Kind.securityGroup)), "Its security groups, instead of one of its own.")
    reservedConcurrency = fields.optional(
      "reservedConcurrency", .integer(0...Int.max), "Executions kept for this function, and its upper limit.")
    ephemeralStorage = fields.optional("ephemeralStorage", .integer(512...10_240), "Size of `/tmp` in MB.")
    logs = fields.optional("logs", .object(LogOptions.self), "A log group of the stack's own.")
    tracing = fields.optional("tracing", .known(.flag), "Traces its calls with X-Ray.")
    description = fields.optional("description", .text(0...256), "What it is for.")
    name = fields.optional("name", .text(1...64), "Its name in AWS, instead of a generated one.")
    alias = fields.optional("alias", .text(1...128), "Publishes a version under this alias, which routes call.")
    options = ElementOptions(fields: &fields)
  }
}

/// Processor architecture of a function.
public enum Architecture: String, CaseIterable, Sendable {
  case x86_64
  case arm64
}

/// The log group of a function.
public struct LogOptions: SpecObject {
  let retention: Given<Duration>
  let deletionPolicy: Given<DeletionPolicy>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    let days = 86_400_000
    retention = fields.required(
      "retention", .duration(days...(3_653 * days), unit: .days), "How long log lines are kept.")
    deletionPolicy = fields.optional(
      "deletionPolicy", .known(.word(DeletionPolicy.self)),
      "What becomes of it when the stack goes; `Retain` by default.")
  }
}

/// What becomes of a resource when its stack goes.
public enum DeletionPolicy: String, CaseIterable, Sendable {
  case Retain
  case RetainExceptOnCreate
  case Delete
}
