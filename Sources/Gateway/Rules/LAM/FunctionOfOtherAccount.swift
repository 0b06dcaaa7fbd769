import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// A function of another account.
  static let functionOfOtherAccount = Rule(
    id: "LAM017",
    severity: .error,
    summary: "functions of different accounts, but permissions only for one",
    why: """
      A permission is created in the account of its function, and a stack only in its own account. The deployment of the other
      account's permission fails.
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
    check: { model, report in
      var functions: [(arn: String, property: Model.Property, calls: String)] = []
      var seen: Set<String> = []
      for permission in model.permissions {
        guard let property = permission["FunctionName"], let arn = property.text, Arn(arn).flawAsFunction(arn) == nil,
          // Another rule reports what is not an account.
          [0, 12].contains(Arn(arn).account.utf8.count), seen.insert(arn).inserted
        else { continue }
        let calls = permission["SourceArn"].flatMap { CallSource($0) }?.calls
        functions.append((arn, property, calls ?? "*/*"))
      }
      // The stack's own account is not known; most likely it is the one that has most of the functions.
      let accounts = Dictionary(grouping: functions) { Arn($0.arn).account }
      if accounts.count == 1, let known = model.ownAccount, let first = functions.first,
        Arn(first.arn).account != known.account, !known.account.isEmpty
      {
        for (arn, property, calls) in functions {
          report.report(
            only: property.mark, "this function belongs to another account, so its permission cannot be created here",
            related: [Related(message: "the account of the stack is \(known.account)", mark: known.mark)],
            help: help(property, arn, calls, model))
        }
        return
      }
      guard accounts.count > 1, let most = accounts.values.map(\.count).max(),
        let own = functions.first(where: { accounts[Arn($0.arn).account]?.count == most })
      else { return }
      for (arn, property, calls) in functions where Arn(arn).account != Arn(own.arn).account {
        report.report(
          only: property.mark, "this function belongs to another account, so its permission cannot be created here",
          related: [Related(message: "a function of the account \(Arn(own.arn).account)", mark: own.property.mark)],
          help: help(property, arn, calls, model))
      }
    })

  private static func help(_ property: Model.Property, _ arn: String, _ calls: String, _ model: Model) -> String {
    let isDefined = model.names.importedFunctions.contains { $0?.literal == arn }
    let first =
      property.isRaw
      ? "remove the permission"
      : "\(isDefined ? "add `lambdaPermissions: none` to it" : "add it to `functions` with `lambdaPermissions: none`")"
    return """
      \(first), and in its account run
      aws lambda add-permission --function-name \(arn) --statement-id api-gateway \
      --action lambda:InvokeFunction --principal apigateway.amazonaws.com \
      --source-arn 'arn:aws:execute-api:REGION:ACCOUNT:API_ID/\(calls)'
      """
  }
}

extension Model {
  /// The account of the stack, if an ARN shows it: certificates, roles and listeners must be in the same account.
  fileprivate var ownAccount: (account: String, mark: Mark)? {
    let certificates = resources("DomainName").flatMap { domain in
      (domain["DomainNameConfigurations"]?.items ?? []).compactMap { $0["CertificateArn"] }
    }
    let roles = apis.integrations.compactMap { $0["CredentialsArn"] }
    let listeners = apis.integrations.filter { $0.isPrivate == true }.compactMap { $0["IntegrationUri"] }
    for property in certificates + roles + listeners {
      guard let text = property.text, text.hasPrefix("arn:") else { continue }
      let account = Arn(text).account
      if account.utf8.count == 12 { return (String(account), property.mark) }
    }
    return nil
  }
}

extension ResolvedSpec {
  /// The ARN of a function that exists, as the spec gives it.
  func functionArn(of name: Given<String>) -> Given<String>? {
    switch names.find(.function, name) {
    case .literal: name
    case .element(let index): names.importedFunctions[index]
    case .intrinsic: name
    case .resource, nil: nil
    }
  }

  /// A function by its ARN that routes or an authorizer call.
  struct CalledFunction {
    let arn: String
    let mark: Mark
    /// What it is called for, as the end of an ARN.
    let calls: String
    /// Whether a stage variable chooses the function, so that no permission can be written.
    var isOpen: Bool { arn.mentions("${stageVariables.") }
  }

  /// An ARN that is known: all of it, or only that a stage variable is a part of it.
  private func functionText(_ given: Given<String>) -> String? {
    if let text = given.literal { return Arn(text).flawAsFunction(text) == nil ? text : nil }
    let value = values.value(given)
    return value.namesStageVariable ? value.spelled?.replacing("${!", with: "${") : nil
  }

  /// The functions that exist, by their ARNs, that need a permission.
  func calledFunctions() -> [CalledFunction] {
    // Most specs make all of their functions.
    if !namesFunctionArns { return [] }
    var functions: [CalledFunction] = []
    var seen: Set<String> = []
    func add(_ name: Given<String>, _ setting: LambdaPermissions?, _ calls: String) {
      guard setting != LambdaPermissions.none, let given = functionArn(of: name), let text = functionText(given),
        seen.insert(text).inserted
      else { return }
      functions.append(CalledFunction(arn: text, mark: given.mark, calls: calls))
    }
    forEachPermittedTarget { _, target, setting in add(target.name, setting?.literal, "*/*") }
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
