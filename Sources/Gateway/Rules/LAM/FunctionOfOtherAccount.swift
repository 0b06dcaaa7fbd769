import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A permission that only the other account can give.
  static let functionOfOtherAccount = Rule(
    id: "LAM017",
    severity: .warning,
    summary: "functions of different accounts, to which the template cannot give permissions",
    why: """
      The permission to call a function stands in the function's own account. A stack can only write it for functions of
      the account that it is deployed to, so that of at least one of these fails.
      """,
    source: "Lambda's page on resource-based policies",
    example: """
      ⟪→
      functions:
        authors:
          arn: arn:aws:lambda:eu-west-1:444455556666:function:authors
          lambdaPermissions: none
      ⟫
      apis:
        store:
          routes:
            GET /books: arn:aws:lambda:eu-west-1:111122223333:function:books
            GET /authors: ⟦arn:aws:lambda:eu-west-1:444455556666:function:authors → authors⟧
      """,
    check: { spec, report in
      let functions = spec.calledFunctions().filter { !$0.isOpen }
      // The stack's own account is not known; most likely it is the one that has most of the functions.
      let accounts = Dictionary(grouping: functions) { Arn($0.arn).account }
      guard accounts.count > 1, let most = accounts.values.map(\.count).max(),
        let own = functions.first(where: { accounts[Arn($0.arn).account]?.count == most })
      else { return }
      for function in functions where Arn(function.arn).account != Arn(own.arn).account {
        report.report(
          only: function.mark,
          "this function is of another account than others, so its permission cannot be written here",
          related: [Related(message: "a function of the account \(Arn(own.arn).account)", mark: own.mark)],
          help: """
            name it in `functions` with `lambdaPermissions: none`, and let its account run
            aws lambda add-permission --function-name \(function.arn) --statement-id api-gateway \
            --action lambda:InvokeFunction --principal apigateway.amazonaws.com \
            --source-arn 'arn:aws:execute-api:REGION:ACCOUNT:API_ID/\(function.calls)'
            """)
      }
    })
}

extension ResolvedSpec {
  /// The ARN of a function that exists, as the spec gives it.
  func functionArn(of name: Given<String>) -> Given<String>? {
    switch names.find(.function, name) {
    case .literal: name
    case .element(let index): names.importedFunctions[index]
    case .resource, .intrinsic, nil: nil
    }
  }

  /// A function by its ARN that routes or an authorizer call.
  struct CalledFunction {
    let arn: String
    let mark: Mark
    /// What it is called for, as the end of an ARN.
    let calls: String
    /// Whether a stage variable tells which function it is, so that no permission can be written.
    var isOpen: Bool { arn.mentions("${stageVariables.") }
  }

  /// The functions that exist, by their ARNs, that need a permission.
  func calledFunctions() -> [CalledFunction] {
    // Most specs make all of their functions.
    if !namesFunctionArns { return [] }
    var functions: [CalledFunction] = []
    var seen: Set<String> = []
    func add(_ name: Given<String>, _ setting: LambdaPermissions?, _ calls: String) {
      guard setting != LambdaPermissions.none, let given = functionArn(of: name), let text = given.literal,
        Arn(text).flawAsFunction(text) == nil, seen.insert(text).inserted
      else { return }
      functions.append(CalledFunction(arn: text, mark: given.mark, calls: calls))
    }
    forEachCall { call in add(call.target.name, call.setting?.literal, "*/*") }
    forEachLambdaAuthorizer { used, authorizer in
      guard authorizer.credentials == nil else { return }
      var setting = used.api.value.lambdaPermissions?.literal
      if case .element(let index) = names.find(.function, authorizer.function) {
        setting = names.spec.functions[index].value.permissions?.literal ?? setting
      }
      add(authorizer.function, setting, "authorizers/AUTHORIZER_ID")
    }
    return functions
  }
}
