import CloudFormation
import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// A stage variable without a value.
  static let missingStageVariable = Rule(
    id: "INT015",
    severity: .error,
    premise: .spec,
    summary: "stage variable that a stage does not define",
    why: """
      API Gateway replaces `${stageVariables.NAME}` by the variable of the stage that is called. On a stage without the variable
      the URL or ARN is incomplete and every request fails; a missing identity source is answered with 401.
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
    check: { model, report in
      for api in model.apis.all where !api.stages.isEmpty {
        api.forEachStageVariable { property, name, mark in
          let lacking = api.stages.filter { $0.resource.lacks(variable: name) }
          guard let first = lacking.first else { return }
          let others = lacking.count == 1 ? "" : ", and \(lacking.count - 1) more do not"
          report.report(
            at: mark,
            "the stage `\(first.name)` does not define the stage variable \(Reader.quoted(name))\(others)",
            related: [Related(message: "stage", mark: first.mark)], help: helpForStageVariable(name, first, api))
        }
      }
    })

  static func helpForStageVariable(_ name: String, _ stage: Model.Stage, _ api: Model.Api) -> String {
    let known = api.stages.flatMap { $0["StageVariables"]?.members.map(\.name) ?? [] }
    if !known.contains(name), let near = Suggestion.nearest(to: name, among: known) { return "did you mean `\(near)`?" }
    if stage.resource.source == .quickCreate {
      return "set `StageVariables` in `Stage` of an `AWS::ApiGatewayV2::ApiGatewayManagedOverrides`"
    }
    return stage.resource.isRaw
      ? "add it to `StageVariables` of that stage"
      : "add it to `variables` of that stage, or of the API for all stages"
  }

  /// A function that is only known when it is called.
  static let functionOfStageVariable = Rule(
    id: "INT016",
    severity: .warning,
    premise: .spec,
    summary: "Lambda function chosen by a stage variable gets no permission",
    why: """
      The stage variable chooses the function when a request arrives, so no permission can be created for it. Without one
      every request fails with 500. The function must be in the API's own account.
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
    check: { model, report in
      for function in model.spec.calledFunctions() where function.isOpen {
        report.report(
          at: function.mark, "no permission is created for this function: a stage variable chooses it",
          help: """
            write `lambdaPermissions: none`, and for each function that the variable may name run
            aws lambda add-permission --function-name FUNCTION --statement-id api-gateway \
            --action lambda:InvokeFunction --principal apigateway.amazonaws.com \
            --source-arn 'arn:aws:execute-api:REGION:ACCOUNT:API_ID/\(function.calls)'
            """)
      }
      // A permission may be one for all functions.
      if model.permissions.contains(where: { $0.isRaw }) || model.hasUnseenResources { return }
      for integration in model.apis.integrations
      where integration.resource.isRaw && integration["CredentialsArn"] == nil {
        guard let uri = integration["IntegrationUri"], uri.value.namesStageVariable,
          uri.value.spelled?.mentions(":function:") ?? false
        else { continue }
        report.report(
          at: uri, "no permission allows this function: a stage variable chooses it",
          help: "add an `AWS::Lambda::Permission` for each function that the variable may name")
      }
    })
}

extension Model.Api {
  /// The stage variables in URIs, roles and identity sources, all of which must have a value; with the place of each.
  fileprivate func forEachStageVariable(_ body: (Model.Property, String, Mark) -> Void) {
    func uses(_ property: Model.Property?) {
      property?.value.forEachText { text in
        for variable in MappingVariable.all(in: text) where variable.root == .stageVariables && variable.isBraced {
          if let property { body(property, variable.path, property.mark(ofPiece: variable.text)) }
        }
      }
    }
    for integration in integrations {
      uses(integration["IntegrationUri"])
      uses(integration["CredentialsArn"])
      uses(integration["ConnectionId"])
    }
    for authorizer in authorizers {
      uses(authorizer["AuthorizerUri"])
      uses(authorizer["AuthorizerCredentialsArn"])
      for source in authorizer["IdentitySource"]?.items ?? [] {
        // HTTP APIs write `$stageVariables.NAME`, WebSocket APIs `stageVariables.NAME`.
        guard let text = source.text?.drop(while: { $0 == "$" }), text.hasPrefix("stageVariables.") else { continue }
        let name = String(text.dropFirst("stageVariables.".count))
        if !name.isEmpty { body(source, name, source.mark) }
      }
    }
  }
}

extension Model.Resource {
  /// Whether a stage surely does not define a variable.
  func lacks(variable name: String) -> Bool {
    // In other letters it is another variable.
    self["StageVariables"].map { $0[name] == nil && !$0.isFunction } ?? lacks("StageVariables")
  }
}

extension Value {
  /// Calls `body` with every text that mentions stage variables, as API Gateway gets it.
  fileprivate func forEachText(_ body: (String) -> Void) {
    switch self {
    case .string(let text):
      if text.mentions("stageVariables.") { body(text.replacing("${!", with: "${")) }
    case .list(let items): for item in items { item.forEachText(body) }
    case .object(let object): for member in object.members { member.value.forEachText(body) }
    case .ref, .getAtt, .number, .bool, .null: break
    }
  }
}
