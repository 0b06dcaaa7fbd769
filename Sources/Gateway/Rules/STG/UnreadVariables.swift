import SpecReading
import TextSearch

extension Rule {
  /// A stage variable where API Gateway does not replace it.
  static let unreadStageVariable = Rule(
    id: "STG040",
    severity: .warning,
    summary: "stage variable in a value that is the same on every stage",
    why: """
      API Gateway replaces stage variables in the URL or the function of a target, in its role, in identity sources, mappings and
      templates. In other values, such as CORS settings, environment variables of functions and tags, the text stays as it is.
      """,
    source: "API Gateway's reference of stage variables",
    example: """
      ⟪→
      variables: {site: www}
      ⟫
      apis:
        store:
          variables: {site: www}
          cors: {allowOrigins: "https://⟦${stageVariables.site} → $(site)⟧.example.com"}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      let isInSpec = model.spec.expressions.contains { $0.text.mentions(start) }
      if !isInSpec, model.names.spec.resources.isEmpty { return }
      for (type, name) in properties {
        for resource in model.resources(type) where isInSpec || resource.isRaw {
          resource[name]?.forEachPart { part in
            guard let text = part.texts.first(where: { $0.mentions(start) }),
              let variable = text.substitutions.first(where: { $0.hasPrefix("stageVariables.") })
            else { return }
            report.report(
              at: part.mark(ofPiece: "${\(variable)}"), "\(Reader.quoted("${\(variable)}")) is not replaced here",
              help: name == "Environment"
                ? "the function finds stage variables in its event: `event.stageVariables`"
                : "write the value, or `$(name)` for a variable of the spec")
          }
        }
      }
    })

  private static let start: StaticString = "${stageVariables."

  /// The properties that hold the same text on all stages. Another rule reports issuers.
  private static let properties = [
    ("AWS::ApiGatewayV2::Api", "CorsConfiguration"), ("AWS::ApiGatewayV2::Api", "Tags"),
    ("AWS::ApiGatewayV2::Authorizer", "JwtConfiguration"), ("AWS::ApiGatewayV2::Integration", "TlsConfig"),
    ("AWS::ApiGatewayV2::Stage", "Tags"), ("AWS::Lambda::Function", "Environment"), ("AWS::Lambda::Function", "Tags"),
  ]
}

extension Model.Property {
  /// Calls `body` with each value in it that is neither a list nor a mapping, except an issuer.
  fileprivate func forEachPart(_ body: (Model.Property) -> Void) {
    if let items {
      for item in items { item.forEachPart(body) }
    } else if value.object != nil, !isFunction {
      for member in members where member.name != "Issuer" { member.forEachPart(body) }
    } else {
      body(self)
    }
  }
}
