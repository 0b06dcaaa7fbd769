import Diagnostics
import SpecReading
import YAMLTree

/// Permissions of `resources` as they are written: what a permission for API Gateway looks like.
extension Rule {
  /// Whose API?
  static let permissionWithoutSource = Rule(
    id: "LAM003",
    severity: .warning,
    summary: "a permission for every API of every account",
    why: """
      `apigateway.amazonaws.com` is API Gateway as a whole. A permission that does not say which API may call lets
      everybody's API call the function: another account needs to know its ARN alone.
      """,
    source: "Lambda's page on resource-based policies (the confused deputy)",
    example: permission(
      "Principal: ⟦apigateway.amazonaws.com⟧⟪→", "\(source("execute-api"))⟫"),
    check: { spec, report in
      for permission in spec.rawPermissions {
        guard let principal = permission["Principal"], principal.text == apiGateway, permission.lacks("SourceArn"),
          permission.lacks("SourceAccount"), permission.lacks("PrincipalOrgID")
        else { continue }
        report.report(
          at: principal.mark, "every API of every account may call this function",
          help: "write `SourceArn: !Sub arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:API_ID/*/*`")
      }
    })

  /// Another one is let in.
  static let principalOfCalls = Rule(
    id: "LAM018",
    severity: .error,
    summary: "a permission for an API's calls that lets somebody else in",
    why: """
      API Gateway calls functions as `apigateway.amazonaws.com`, whatever kind of API it is. A permission for another
      principal never fits the call of an API.
      """,
    source: "API Gateway's page on Lambda integrations of HTTP APIs",
    example: permission(
      "Principal: ⟦execute-api.amazonaws.com → apigateway.amazonaws.com⟧", source("execute-api")),
    check: { spec, report in
      for permission in spec.rawPermissions {
        guard let principal = permission["Principal"], let text = principal.text, !principal.isFunction,
          text != apiGateway, text != "*"
        else { continue }
        let isForCalls = permission["SourceArn"].flatMap { CallSource($0) }?.service == "execute-api"
        let isLike = ["apigateway", "api-gateway", "execute-api"].contains { text.lowercased().hasPrefix($0) }
        guard isForCalls || isLike else { continue }
        report.report(
          at: principal.mark, "no API calls as \(Reader.quoted(text))", help: "write `\(apiGateway)`")
      }
    })

  /// Something else is allowed.
  static let actionOfCalls = Rule(
    id: "LAM019",
    severity: .error,
    summary: "a permission for API Gateway that does not allow calls",
    why: "What API Gateway does with a function is `lambda:InvokeFunction`. Any other action lets it do nothing.",
    source: "API Gateway's page on Lambda integrations of HTTP APIs; Lambda's AddPermission (Action)",
    example: permission(
      "Principal: apigateway.amazonaws.com", source("execute-api"),
      action: "⟦lambda:InvokeFunctionUrl → lambda:InvokeFunction⟧"),
    check: { spec, report in
      for permission in spec.rawPermissions where permission["Principal"]?.text == apiGateway {
        guard let action = permission["Action"], let text = action.text,
          !["lambda:invokefunction", "lambda:*", "*"].contains(text.lowercased())
        else { continue }
        report.report(
          at: action.mark, "\(Reader.quoted(text)) does not let API Gateway call the function",
          help: "write `lambda:InvokeFunction`")
      }
    })

  /// The ARN of something that does not call.
  static let sourceOfCalls = Rule(
    id: "LAM020",
    severity: .error,
    summary: "a permission for API Gateway whose source is not an API's calls",
    why: """
      The calls of an API have ARNs of the service `execute-api`. `arn:aws:apigateway:…` names the API as something that
      is managed, and never calls a function.
      """,
    source: "API Gateway's pages on Lambda integrations and on ARNs",
    example: permission("Principal: apigateway.amazonaws.com", source("⟪apigateway → execute-api⟫")),
    check: { spec, report in
      for permission in spec.rawPermissions where permission["Principal"]?.text == apiGateway {
        guard let arn = permission["SourceArn"], let text = arn.value.spelled, text != "*" else { continue }
        // What a text begins with may be any part of an ARN, unless it is an API's id.
        if text.hasPrefix("${") {
          let first = SpelledReference.parts(of: text.prefix { $0 != "}" } + "}")
          guard let first, first.attribute.isEmpty, spec.rawApis[.ref(first.id)] != nil else { continue }
        }
        let source = CallSource(arn)
        // A `*` may stand for several parts, and a function for any of them.
        if source == nil, text.mentions("*:") || text.mentions("${}") || text.hasPrefix("arn:*") { continue }
        if let service = source?.service, service == "execute-api" || service.contains("*") || service.contains("$") {
          continue
        }
        report.report(
          at: arn.mark, "this is not the ARN of an API's calls",
          help: "write `!Sub arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:API_ID/*/*`")
      }
    })

  /// Two places that never meet.
  static let permissionOfOtherPlace = Rule(
    id: "LAM015",
    severity: .error,
    summary: "a permission whose function and source are in different partitions, regions or accounts",
    why: """
      A permission is made beside its function, in the stack's own account and region, where the stack's APIs are, too. A
      source that says another account or region fits no call of theirs, and none leads from one partition to another.
      """,
    source: "Lambda's AddPermission; found by deployments (cdk-preflight: lambda-perm-cross-region-function)",
    example: permission(
      "Principal: apigateway.amazonaws.com",
      "SourceArn: ⟦!Sub \"arn:aws:execute-api:⟪us-east-1 → eu-west-1⟫:111122223333:${apis.store}/*/*\"⟧",
      function: "arn:aws:lambda:eu-west-1:111122223333:function:books"),
    check: { spec, report in
      for permission in spec.rawPermissions where permission["Principal"]?.text == apiGateway {
        guard let arn = permission["SourceArn"], let source = CallSource(arn), source.service == "execute-api" else {
          continue
        }
        if let account = permission["SourceAccount"], let text = account.text, isKnown(source.account),
          text != source.account
        {
          report.report(
            at: account.mark, "the source is of the account \(source.account), not of \(text)",
            related: [Related(message: "the source", mark: arn.mark)], help: "leave it out: the ARN says it")
          continue
        }
        guard let function = permission["FunctionName"], let name = function.text, name.hasPrefix("arn:") else {
          continue
        }
        let own = Arn(name)
        let isOwn = source.api.map { spec.rawApis[$0] != nil } ?? false
        let parts =
          [("partition", own.partition, source.partition)]
          + (isOwn ? [("region", own.region, source.region), ("account", own.account, source.account)] : [])
        guard let different = parts.first(where: { isKnown($0.1) && isKnown($0.2) && $0.1 != $0.2 }) else { continue }
        report.report(
          at: arn.mark, "the function is in the \(different.0) `\(different.1)`, the source in `\(different.2)`",
          related: [Related(message: "the function", mark: function.mark)],
          help: "write `!Sub arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:API_ID/*/*`")
      }
    })

  private static let apiGateway = "apigateway.amazonaws.com"

  private static func isKnown(_ part: String) -> Bool { !part.isEmpty && !part.contains("$") && !part.contains("*") }

  private static func source(_ service: String) -> String {
    let arn = "!Sub \"arn:${AWS::Partition}:\(service):${AWS::Region}:${AWS::AccountId}:${apis.store}/*/*\""
    return "SourceArn: " + (service.hasPrefix("⟪") ? "⟦\(arn)⟧" : arn)
  }

  private static func permission(
    _ properties: String..., action: String = "lambda:InvokeFunction", function: String = "!Ref functions.books"
  ) -> String {
    """
    functions:
      books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
    apis:
      store:
        routes:
          GET /books: books
    resources:
      MayCall:
        Type: AWS::Lambda::Permission
        Properties:
          Action: \(action)
          FunctionName: \(function)
          \(properties.joined(separator: "\n      "))
    """
  }
}
