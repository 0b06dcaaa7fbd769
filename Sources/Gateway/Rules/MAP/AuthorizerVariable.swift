import YAMLTree

extension Rule {
  /// A variable that no authorizer provides.
  static let authorizerVariable = Rule(
    id: "MAP008",
    severity: .warning,
    premise: .element,
    summary: "authorizer variable is mapped on routes whose authorizer does not provide it",
    why: """
      `$context.authorizer.claims.NAME` are the claims of a token that a JWT authorizer checked, `$context.authorizer.NAME` the
      context that a Lambda authorizer returned, and `$context.identity.userArn` the caller that signed a request to a route with
      IAM authorization. On other routes the value is empty.
      """,
    source: "API Gateway's page on logging variables of HTTP APIs",
    example: """
      apis:
        store:
          ⟪→
          authorizers:
            users: {jwt: {issuer: https://login.example.com, audience: web}}
          ⟫
          routes:
            GET /books:
              http: https://books.example.com/v1
              ⟪→
              auth: users
              ⟫
              requestParameters:
                append:header.x-user: ⟦$context.authorizer.claims.sub⟧
      """,
    check: { model, report in
      // A mapping that routes get by default needs one route that has an authorizer.
      var order: [(mark: Mark, isClaim: Bool, isOfCaller: Bool)] = []
      var served: [Mark: Bool] = [:]
      model.forEachMappingVariable { change, variable in
        if variable.root == .context, ContextVariables.ofIam.contains(variable.path) {
          for line in change.integration.lines {
            let mark = line.place(of: change.value.mark(of: variable.range))
            if served[mark] == nil { order.append((mark, false, true)) }
            served[mark] = served[mark] == true || line.routes.contains { !$0.isSurelyWithoutIam }
          }
          return
        }
        guard variable.root == .context, variable.path.hasPrefix("authorizer."), variable.path != "authorizer.error"
        else { return }
        // REST APIs have `claims`, and events of functions `jwt.claims`; a mapping of an HTTP API has only the former.
        let isNested = variable.path.hasPrefix("authorizer.jwt.")
        let isClaim = isNested || variable.path.hasPrefix("authorizer.claims.")
        if !isClaim || isNested, change.integration.routes.allSatisfy({ $0.authorizationType == "JWT" }) {
          // MAP007 covers claims in brackets.
          if let name = variable.path.split(separator: ".").last, !name.contains("["),
            !change.integration.routes.isEmpty
          {
            report.report(
              at: change.value.mark(of: variable.range), "a JWT authorizer does not provide `\(variable.text)`",
              help: "write `$context.authorizer.claims.\(ContextVariables.claim(name))`")
          }
          return
        }
        if let name = variable.nameInEvent("iam"),
          change.integration.routes.contains(where: { $0.authorizationType == "AWS_IAM" })
        {
          return report.report(
            at: change.value.mark(of: variable.range), "IAM authorization does not provide `\(variable.text)`",
            help: "write `$context.\(ContextVariables.ofCaller(name))`; `iam` is only in the events of functions")
        }
        if let name = variable.nameInEvent("lambda"),
          change.integration.routes.contains(where: { $0.authorizationType == "CUSTOM" })
        {
          return report.report(
            at: change.value.mark(of: variable.range), "a Lambda authorizer does not provide `\(variable.text)`",
            help: "write `$context.authorizer.\(name)`; `lambda` is only in the events of functions")
        }
        for line in change.integration.lines {
          let mark = line.place(of: change.value.mark(of: variable.range))
          if served[mark] == nil { order.append((mark, isClaim, variable.path.hasPrefix("authorizer.iam."))) }
          served[mark] = (served[mark] ?? false) || line.routes.contains { $0.provides(claims: isClaim) }
        }
      }
      for integration in model.apis.messageIntegrations {
        guard let api = integration.api, api.hasAllRoutes else { continue }
        let type = api.route("$connect").map(\.authorizationType) ?? "NONE"
        let templates = integration["RequestTemplates"]?.members ?? []
        for (value, text) in (integration.requestParameters + templates).flatMap(\.choices) {
          guard let variable = text.firstRange(of: "context.authorizer.") else { continue }
          let isTemplate = variable.lowerBound > text.startIndex
          // A template may contain the word without a variable.
          if isTemplate, text[..<variable.lowerBound].last != "$" { continue }
          let isClaim = ["claims.", "jwt."].contains(where: text[variable.upperBound...].hasPrefix)
          guard isClaim || type == "NONE" || type == "AWS_IAM" else { continue }
          report.report(
            only: isTemplate ? value.mark(ofPiece: "$context.authorizer.") : value.mark,
            isClaim
              ? "WebSocket APIs have no JWT authorizers, and no claims"
              : "authorizer variables are only available with a Lambda authorizer on `$connect`",
            help: "use `\(isTemplate ? "$" : "")context.authorizer.NAME` of a Lambda authorizer on `$connect`")
        }
      }
      for (mark, isClaim, isOfCaller) in order where served[mark] == false {
        report.report(
          only: mark,
          isClaim
            ? "claims are only available on routes with a JWT authorizer"
            : isOfCaller
              ? "the caller is only known on routes with `auth: iam`"
              : "authorizer variables are only available on routes with an authorizer",
          help: isOfCaller
            ? "with `auth: iam`, write `$context.identity.userArn` or another variable of `$context.identity`"
            : isClaim
              ? "use a JWT authorizer, or a variable `$context.authorizer.NAME` of a Lambda authorizer"
              : "add an authorizer to the route, or remove the mapping")
      }
    })
}

extension MappingVariable {
  /// NAME of `authorizer.lambda.NAME` or `authorizer.iam.NAME`.
  fileprivate func nameInEvent(_ part: String) -> Substring? {
    let prefix = "authorizer.\(part)."
    return path.hasPrefix(prefix) ? path.dropFirst(prefix.count) : nil
  }
}

extension Model.Route {
  /// Whether callers of this route do not sign their requests.
  fileprivate var isSurelyWithoutIam: Bool { ["NONE", "CUSTOM", "JWT"].contains(authorizationType) }

  /// Whether an authorizer of this route may provide claims, or any variable.
  fileprivate func provides(claims: Bool) -> Bool {
    switch authorizationType {
    case "NONE", "AWS_IAM": false
    case "CUSTOM": !claims
    default: true
    }
  }
}
