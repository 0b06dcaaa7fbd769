import SpecReading
import TextSearch

/// Where an expression between `${` and `}` comes from.
enum ExpressionOrigin {
  case serverless
  case terraform
  case cdk

  /// The origin of an expression; nil for what CloudFormation or API Gateway might read.
  init?(_ content: String) {
    let head = content.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    let rest = content.dropFirst(head.count)
    if rest.hasPrefix("::") { return nil }
    if rest.hasPrefix(":"), Self.serverlessWords.contains(String(head)) {
      self = .serverless
    } else if rest.hasPrefix("("), head == "file" || head == "env" {
      self = .serverless
    } else if rest.hasPrefix("."), Self.terraformWords.contains(String(head)) || head.hasPrefix("aws_") {
      self = .terraform
    } else if content.hasPrefix("Token[") {
      self = .cdk
    } else {
      return nil
    }
  }

  private static let serverlessWords: Set<String> = [
    "self", "opt", "env", "file", "sls", "param", "cf", "ssm", "s3", "aws", "git", "strToBool", "custom", "bref",
    "construct", "output", "vault",
  ]
  private static let terraformWords: Set<String> = ["var", "local", "module", "data", "each", "path", "terraform"]

  /// For messages.
  var owner: String {
    switch self {
    case .serverless: "the Serverless Framework"
    case .terraform: "Terraform"
    case .cdk: "the CDK"
    }
  }

  func help(for content: String) -> String {
    // Without the default of `${opt:stage, 'dev'}`.
    let words = content.prefix { $0 != "," }.split { ":.)( ".contains($0) }
    switch self {
    case .serverless where content.hasPrefix("cf"): return "for another stack's output, write `!ImportValue NAME`"
    case .serverless where content.hasPrefix("ssm"):
      return "write `{{resolve:ssm:NAME}}`, which CloudFormation reads at deployment"
    case .serverless where content.hasPrefix("aws"):
      return "write `!Sub` and `${AWS::AccountId}` or `${AWS::Region}`"
    case .terraform where words.first == "data": return Self.helpForData(words.dropFirst().first.map(String.init))
    case .terraform where words.first == "module" || content.hasPrefix("aws_"):
      return "write `!Ref`, `!GetAtt` or, in a text, `!Sub` with what the spec defines, or a parameter"
    case .serverless, .terraform:
      let name = words.last.map(String.init) ?? ""
      let variable = KeyGrammar.isName(name) ? name : "name"
      return "write `$(\(variable))`, and define it in `variables`"
    case .cdk: return "write the value, or the function that gives it"
    }
  }

  /// Help for a data source of Terraform.
  private static func helpForData(_ source: String?) -> String {
    let pseudo = [
      "aws_region": "Region", "aws_caller_identity": "AccountId", "aws_partition": "Partition",
    ]
    guard let name = source.flatMap({ pseudo[$0] }) else {
      return "write the ID or the ARN, or a parameter: there are no lookups"
    }
    return "write `!Ref AWS::\(name)` or, in a text, `!Sub` and `${AWS::\(name)}`"
  }
}

extension Expression {
  /// Whether rules report a `${…}` in a name.
  static func isReported(in name: String) -> Bool {
    name.mentions("${")
      && name.substitutions.contains { ExpressionOrigin($0) != nil || $0.isUnread }
  }
}

extension String {
  /// Whether neither API Gateway reads it between `${` and `}` nor `!Sub` would.
  var isUnread: Bool {
    let roots = ["stageVariables", "request", "response", "context", "route", "integration", "method"]
    return !hasPrefix("!") && !roots.contains(String(prefix { $0 != "." && $0 != "[" }))
  }
}
