import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

/// Permissions for API Gateway.
extension Rule {
  /// A permission without a source.
  static let permissionWithoutSource = Rule(
    id: "LAM003",
    severity: .warning,
    summary: "permission for every API of every account",
    why: """
      `apigateway.amazonaws.com` is API Gateway as a whole. Without a `SourceArn`, an API of any account can call the function if its
      owner knows the function's ARN; with the principal `*`, any account can call it.
      """,
    source: "Lambda's page on resource-based policies (the confused deputy); Security Hub control Lambda.1",
    example: permission(
      "Principal: ⟦apigateway.amazonaws.com⟧⟪→", "\(source("execute-api"))⟫"),
    check: { model, report in
      lazy var calls = Dictionary(grouping: model.callPermissions?.calls ?? [], by: \.function)
      for permission in model.permissions {
        guard let principal = permission["Principal"], permission.lacks("SourceArn"),
          permission.lacks("SourceAccount"), permission.lacks("PrincipalOrgID")
        else { continue }
        if principal.text == Permission.principal {
          let function = permission["FunctionName"].flatMap { model.functionTable.reference($0.value) }
          let callers = Set(function.flatMap { calls[$0] }?.map(\.api) ?? [])
          let caller = callers.count == 1 ? callers.first.flatMap { model.apis[$0] } : nil
          report.report(
            at: principal, "every API of every account may call this function",
            help: "add `SourceArn: \(sourceArn(of: caller))`")
        } else if principal.text == "*", permission.lacks("FunctionUrlAuthType"),
          permission.lacks("InvokedViaFunctionUrl"), permission["Action"]?.text?.lowercased() == "lambda:invokefunction"
        {
          report.report(
            at: principal, "every account may call this function",
            help: "write `\(Permission.principal)`, and add `SourceArn: \(sourceArn())`")
        }
      }
    })

  /// Another principal than API Gateway.
  static let principalOfCalls = Rule(
    id: "LAM018",
    severity: .error,
    summary: "permission for the calls of an API has another principal",
    why: """
      APIs of every kind call functions as `apigateway.amazonaws.com`. A permission for another principal does not allow the calls
      of an API, and clients get status 500.
      """,
    source: "API Gateway's page on Lambda integrations of HTTP APIs",
    example: permission(
      "Principal: ⟦execute-api.amazonaws.com → apigateway.amazonaws.com⟧", source("execute-api")),
    check: { model, report in
      for permission in model.permissions {
        guard let principal = permission.principalFlaw, let text = principal.text else { continue }
        report.report(
          at: principal, "APIs do not call functions as \(Reader.quoted(text))", help: "use `\(Permission.principal)`")
      }
    })

  /// Another action than a call.
  static let actionOfCalls = Rule(
    id: "LAM019",
    severity: .error,
    summary: "permission for API Gateway does not allow calls",
    why: "API Gateway needs the action `lambda:InvokeFunction`. With another action, clients get status 500.",
    source: "API Gateway's page on Lambda integrations of HTTP APIs; Lambda's AddPermission (Action)",
    example: permission(
      "Principal: apigateway.amazonaws.com", source("execute-api"),
      action: "⟦lambda:InvokeFunctionUrl → lambda:InvokeFunction⟧"),
    check: { model, report in
      for permission in model.permissions where permission["Principal"]?.text == Permission.principal {
        guard let action = permission["Action"], let text = action.text,
          !["lambda:invokefunction", "lambda:*", "*"].contains(text.lowercased())
            || text != "*" && !text.hasPrefix("lambda:")
        else { continue }
        report.report(
          at: action, "\(Reader.quoted(text)) does not allow API Gateway to call the function",
          help: "use `lambda:InvokeFunction`")
      }
    })

  /// A source that does not call functions.
  static let sourceOfCalls = Rule(
    id: "LAM020",
    severity: .error,
    summary: "permission for API Gateway whose `SourceArn` is not an API's calls",
    why: """
      The calls of an API have ARNs of the service `execute-api`. `arn:aws:apigateway:…` is the API as a resource that is managed,
      which does not call functions, so clients get status 500.
      """,
    source: "API Gateway's pages on Lambda integrations and on ARNs",
    example: permission("Principal: apigateway.amazonaws.com", source("⟪apigateway → execute-api⟫")),
    check: { model, report in
      for permission in model.permissions {
        guard let arn = permission.sourceFlaw else { continue }
        report.report(at: arn, "this is not the ARN of an API's calls", help: "use `\(sourceArn())`")
      }
    })

  /// A source of another place than the function.
  static let permissionOfOtherPlace = Rule(
    id: "LAM015",
    severity: .error,
    summary: "permission whose function and source are in different partitions, regions or accounts",
    why: """
      A permission is created in the account and region of its function, which are those of the stack and its APIs. With another
      account or region in the `SourceArn` it does not allow their calls, and clients get status 500.
      """,
    source: "Lambda's AddPermission; found by deployments (cdk-preflight: lambda-perm-cross-region-function)",
    example: permission(
      "Principal: apigateway.amazonaws.com",
      "SourceArn: ⟦!Sub \"arn:aws:execute-api:⟪us-east-1 → eu-west-1⟫:111122223333:${apis.store}/*/*\"⟧",
      function: "arn:aws:lambda:eu-west-1:111122223333:function:books"),
    check: { model, report in
      for permission in model.permissions where permission["Principal"]?.text == Permission.principal {
        // The ARN is only taken apart where there is something to compare it with.
        let (account, named) = (permission["SourceAccount"], permission["FunctionName"])
        guard account != nil || named?.text?.hasPrefix("arn:") == true, let arn = permission["SourceArn"],
          let source = CallSource(arn), source.arn.service == "execute-api"
        else { continue }
        if let account, let text = account.text, isKnown(source.arn.account), text != source.arn.account {
          report.report(
            at: account, "the source is of the account \(source.arn.account), not of \(text)",
            related: [Related(message: "the source", mark: arn.mark)], help: "remove it: the ARN has the account")
          continue
        }
        guard let function = named, let name = function.text, name.hasPrefix("arn:") else { continue }
        let own = Arn(name)
        let isOwn = source.api.map { model.apis[$0] != nil } ?? false
        let parts =
          [("partition", own.partition, source.arn.partition)]
          + (isOwn ? [("region", own.region, source.arn.region), ("account", own.account, source.arn.account)] : [])
        guard let different = parts.first(where: { isKnown($0.1) && isKnown($0.2) && $0.1 != $0.2 }) else { continue }
        report.report(
          at: arn, "the function is in the \(different.0) `\(different.1)`, the source in `\(different.2)`",
          related: [Related(message: "the function", mark: function.mark)],
          help: "use `\(sourceArn())`")
      }
    })

  /// The calls of an API, for `SourceArn`.
  private static func sourceArn(of api: Model.Api? = nil) -> String { "!Sub \"\(Model.startOfCalls(of: api))/*/*\"" }

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
