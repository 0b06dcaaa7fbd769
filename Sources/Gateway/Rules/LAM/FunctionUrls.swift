import CloudFormation
import Diagnostics

extension Rule {
  /// Public URLs of functions.
  static let functionUrlPermission = Rule(
    id: "LAM047",
    severity: .warning,
    premise: .spec,
    summary: "public function URL without permission to call it",
    why: """
      `AuthType: NONE` checks no signature, but the resource-based policy of the function must still allow everyone to call it, with
      `lambda:InvokeFunctionUrl` and `lambda:InvokeFunction`. Without both, each request gets status 403. CloudFormation does not
      add them.
      """,
    source: "Lambda's page on access to function URLs (since October 2025 both actions are required)",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
      resources:
        Address: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref functions.books, AuthType: ⟦NONE⟧}}
        ⟪→
        MayUseUrl:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunctionUrl
            FunctionName: !Ref functions.books
            Principal: "*"
            FunctionUrlAuthType: NONE
        MayCallByUrl:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref functions.books
            Principal: "*"
            InvokedViaFunctionUrl: true
        ⟫
      outputs:
        Address: {Value: !GetAtt Address.FunctionUrl}
      """,
    check: { model, report in
      let urls = model.resources("AWS::Lambda::Url").filter { $0["AuthType"]?.text == "NONE" }
      if urls.isEmpty || model.hasUnseenResources || model.spec.hasConnectors { return }
      // Such a policy may allow it as well.
      if !model.resources("AWS::Lambda::ResourcePolicy").isEmpty { return }
      let functions = model.functionTable
      let permissions = model.permissionsByFunction { $0["Principal"]?.text ?? "*" == "*" }
      for url in urls {
        guard let type = url["AuthType"], let target = url["TargetFunctionArn"],
          let called = functions.reference(target.value), let function = model.resource(called.function),
          function.isFunction
        else { continue }
        let qualifier = url["Qualifier"].map { $0.text ?? $0.target } ?? called.qualifier
        let own = permissions.all(for: called.function).filter { permission in
          guard let qualifier, let name = permission["FunctionName"], let allowed = functions.reference(name.value)
          else { return true }
          return allowed.qualifier == qualifier
        }
        let missing = ["lambda:InvokeFunctionUrl", "lambda:InvokeFunction"].filter { action in
          !own.contains { $0.mayAllow(action) }
        }
        guard let first = missing.first else { continue }
        let condition = first == "lambda:InvokeFunction" ? "InvokedViaFunctionUrl: true" : "FunctionUrlAuthType: NONE"
        report.report(
          at: type, "no permission allows everyone `\(first)`: requests to this URL get status 403",
          related: [Related(message: "the function", mark: function.mark)],
          help: "add an `AWS::Lambda::Permission` with `Action: \(first)`, `Principal: \"*\"` and `\(condition)`"
            + (missing.count == 2 ? ", and one with `Action: lambda:InvokeFunction`" : ""))
      }
    })

  /// Aliases that URLs and settings of functions name.
  static let qualifierOfFunction = Rule(
    id: "LAM048",
    severity: .error,
    premise: .spec,
    summary: "`Qualifier` with an alias that does not exist, or not yet",
    why: """
      A function URL or a configuration for asynchronous calls belongs to an alias, which must exist: otherwise Lambda answers
      ResourceNotFoundException. CloudFormation creates both in parallel unless one depends on the other. The URL of a version
      is not possible.
      """,
    source: "Lambda's CreateFunctionUrlConfig and PutFunctionEventInvokeConfig (Qualifier, errors)",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books, alias: live}
      resources:
        Retries:
          Type: AWS::Lambda::EventInvokeConfig
          ⟪→
          DependsOn: functions.books.alias
          ⟫
          Properties: {FunctionName: !Ref functions.books, Qualifier: ⟦live⟧, MaximumRetryAttempts: 0}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      let aliases = model.aliasesByFunction()
      for (type, target) in [
        ("AWS::Lambda::Url", "TargetFunctionArn"), ("AWS::Lambda::EventInvokeConfig", "FunctionName"),
      ] {
        for resource in model.resources(type) {
          guard let qualifier = resource["Qualifier"], let name = qualifier.text else { continue }
          let isVersion = name == "$LATEST" || name.allSatisfy(\.isNumber)
          if isVersion {
            guard type == "AWS::Lambda::Url" else { continue }
            report.report(
              at: qualifier, "a function URL belongs to an alias, not to the version `\(name)`",
              help: name == "$LATEST" ? "remove it" : "write the name of an alias")
            continue
          }
          if model.hasUnseenResources { continue }
          // SAM makes aliases of its functions.
          guard let function = model.function(of: resource[target]), let aliases,
            model.resource(function.id)?.type != "AWS::Serverless::Function"
          else { continue }
          let named = (aliases[function.id] ?? []).filter { $0["Name"]?.text == name }
          guard let alias = named.first else {
            report.report(
              at: qualifier, "the function `\(function.name)` has no alias `\(name)`",
              related: [Related(message: "the function", mark: function.mark)],
              help: function.isRaw ? "add an `AWS::Lambda::Alias`" : "set `alias: \(name)` on the function")
            continue
          }
          if model.creates(resource, afterOneOf: named) { continue }
          report.report(
            at: qualifier, "`\(resource.name)` may be created before the alias `\(name)`",
            related: [Related(message: "the alias", mark: alias.mark)],
            help: "add `DependsOn: \(alias.isRaw ? alias.id : "functions.\(function.name).alias")`")
        }
      }
    })
}

extension Model {
  /// The aliases of the functions, by their logical IDs; nil where not all are known.
  fileprivate func aliasesByFunction() -> [String: [Resource]]? {
    var found: [String: [Resource]] = [:]
    for alias in resources("AWS::Lambda::Alias") {
      guard let function = function(of: alias["FunctionName"]), alias["Name"]?.text != nil else { return nil }
      found[function.id, default: []].append(alias)
    }
    return found
  }
}

extension Model.Resource {
  /// Whether a permission allows an action, or may.
  fileprivate func mayAllow(_ action: String) -> Bool {
    guard let text = self["Action"]?.text?.lowercased() else { return true }
    return [action.lowercased(), "lambda:*", "*"].contains(text)
  }
}
