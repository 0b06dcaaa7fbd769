import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A variable that a stage has not.
  static let missingStageVariable = Rule(
    id: "INT015",
    severity: .error,
    summary: "a stage variable in a URL, an ARN or an identity source, and a stage without that variable",
    why: """
      The stage that is called fills in its variables with each request. On one that lacks a variable nothing is filled in:
      the URL has no host, and the request fails. An identity source that is missing is answered with 401.
      """,
    source: "API Gateway's page on stage variables",
    example: """
      apis:
        store:
          routes:
            GET /books: https://⟦${stageVariables.host}⟧/books
          ⟪→
          variables: {host: books.example.com}
          ⟫
          stages:
            ⟪
            $default: {variables: {host: books.example.com}}
            beta: {}
            →
            $default: {}
            beta: {variables: {host: beta.example.com}}
            ⟫
      """,
    check: { spec, report in
      var seen: Set<Mark> = []
      spec.forEachStageVariableUse { api, given, variable in
        let shared = api.value.stageOptions.variables ?? []
        let lacking = api.value.resolvedStages.filter { stage in
          !stage.exists && !(shared + (stage.value?.stageOptions.variables ?? [])).contains { $0.name == variable.path }
        }
        guard let first = lacking.first, spec.isWhole(api.mark) else { return }
        let mark = given.mark(of: variable.range)
        guard seen.insert(mark).inserted else { return }
        let others = lacking.count == 1 ? "" : ", and neither do \(lacking.count - 1) more"
        let known =
          shared.map(\.name) + (api.value.stages ?? []).flatMap { $0.value.stageOptions.variables ?? [] }.map(\.name)
        report.report(
          at: mark, "the stage `\(first.name)` does not have the variable \(Reader.quoted(variable.path))\(others)",
          related: first.mark.map { [Related(message: "the stage", mark: $0)] } ?? [],
          help: known.contains(variable.path)
            ? "write it under `variables` of that stage, or of the API for all stages"
            : Suggestion.nearest(to: variable.path, among: known).map { "did you mean `\($0)`?" }
              ?? "write `variables: {\(variable.path): …}` on the API or its stages")
      }
    })

  /// A function that nobody knows before the call.
  static let functionOfStageVariable = Rule(
    id: "INT016",
    severity: .warning,
    summary: "a function that a stage variable names, which gets no permission",
    why: """
      Which function is called is known when a request comes, so that no permission can be written for it here. Without one
      every request is answered with 500. The function must be of the API's own account.
      """,
    source: "API Gateway's page on stage variables",
    example: """
      apis:
        store:
          variables: {function: books}
          ⟪→
          lambdaPermissions: none
          ⟫
          routes:
            GET /books: ⟦"arn:aws:lambda:eu-west-1:111122223333:function:${stageVariables.function}"⟧
      """,
    check: { spec, report in
      for function in spec.calledFunctions() where function.isOpen {
        report.report(
          at: function.mark,
          "which function this is, is known only when it is called, so no permission is written for it",
          help: """
            write `lambdaPermissions: none`, and for each function that the variable may name run
            aws lambda add-permission --function-name FUNCTION --statement-id api-gateway \
            --action lambda:InvokeFunction --principal apigateway.amazonaws.com \
            --source-arn 'arn:aws:execute-api:REGION:ACCOUNT:API_ID/\(function.calls)'
            """)
      }
    })
}

extension ResolvedSpec {
  /// Every use of a stage variable in what a target or an authorizer calls, in a role, and in an identity source, which
  /// has to be there; a parameter without its value is only not sent.
  fileprivate func forEachStageVariableUse(_ body: (Named<Api>, Given<String>, MappingVariable) -> Void) {
    func add(_ given: Given<String>?, of api: Named<Api>, isBraced: Bool = true) {
      guard let given, let text = given.literal, text.mentions("stageVariables.") else { return }
      for variable in MappingVariable.all(in: text)
      where variable.root == .stageVariables && variable.isBraced == isBraced {
        body(api, given, variable)
      }
    }
    forEachTarget { answering in
      add(functionArn(of: answering.name) ?? answering.name, of: answering.api)
      add(answering.target.integration.options.credentials, of: answering.api)
    }
    forEachLambdaAuthorizer { used, authorizer in
      // One that no route uses is not written.
      if used.routes.isEmpty { return }
      add(functionArn(of: authorizer.function) ?? authorizer.function, of: used.api)
      add(authorizer.credentials, of: used.api)
      for source in used.element.value.identitySource?.items ?? [] {
        guard used.api.value.isWebSocket, let text = source.literal else {
          add(source, of: used.api, isBraced: false)
          continue
        }
        let root = "stageVariables."
        guard text.hasPrefix(root), text != root else { continue }
        let variable = MappingVariable(
          root: .stageVariables, path: String(text.dropFirst(root.count)), isBraced: false,
          range: text.startIndex..<text.endIndex)
        body(used.api, source, variable)
      }
    }
  }
}
