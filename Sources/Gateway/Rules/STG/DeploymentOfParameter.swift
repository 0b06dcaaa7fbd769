import CloudFormation
import SpecReading

extension Rule {
  /// A deployment that does not follow a parameter.
  static let deploymentOfParameter = Rule(
    id: "STG039",
    severity: .note,
    summary: "parameter in an API with manual deployments",
    why: """
      A deployment is an unchangeable copy of the API. The template contains a new one whenever the API changes in it, but it
      does not change with the value of a parameter: the update changes the API, and the stage still serves the old copy.
      """,
    source: "API Gateway's page on stages of HTTP APIs",
    example: """
      ⟪→
      variables: {host: books.example.com}
      ⟫
      parameters:
        Host: {Type: String, Default: books.example.com}
      apis:
        store:
          autoDeploy: false
          routes:
            GET /books: ⟪⟦!Sub "https://${Host}"⟧ → https://$(host)⟫
      outputs:
        Host: {Value: !Ref Host}
      """,
    check: { model, report in
      for deployment in model.resources("Deployment") where !deployment.isRaw {
        guard let api = model.apis.all.first(where: { $0.key == deployment.apiKey }) else { continue }
        var known: Set<String> = []
        let parts = api.routes.map(\.resource) + api.integrations.map(\.resource) + api.authorizers.map(\.resource)
        for part in parts where part.isInTemplate {
          for property in part.properties.members where property.name != "ApiId" {
            if DeploymentContent.omitted.contains(property.name) { continue }
            property.forEachParameter(in: model) { property, parameter in
              guard known.insert(parameter).inserted else { return }
              report.report(
                at: property,
                "a new value of the parameter \(Reader.quoted(parameter)) is not deployed: the stage keeps the old one",
                help: helpForParameter)
            }
          }
        }
      }
    })
}
