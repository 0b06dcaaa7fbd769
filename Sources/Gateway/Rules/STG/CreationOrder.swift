import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  static let deploymentBeforeRoutes = Rule(
    id: "STG005",
    severity: .error,
    premise: .spec,
    summary: "deployment that may be created before its API's routes",
    why: """
      A deployment is a snapshot of the API. CloudFormation creates resources in parallel unless one depends on the other:
      without `DependsOn` routes are missing, or AWS rejects the deployment with "At least one route is required before
      deploying the Api".
      """,
    source: "public reports of API Gateway's message; API Gateway's pages on deployments",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref apis.store, StageName: live, DeploymentId: !Ref Now}
        ⟦Now⟧:
          Type: AWS::ApiGatewayV2::Deployment
          ⟪→
          DependsOn: apis.store.routes.GET /books
          ⟫
          Properties: {ApiId: !Ref apis.store}
      """,
    check: { model, report in
      for deployment in model.resources("Deployment") {
        guard let routes = deployment.api?.createdRoutes, !routes.isEmpty else { continue }
        let before = model.createdBefore(deployment)
        let late = routes.filter { !before.contains($0.resource.id) }
        guard let first = late.first else { continue }
        report.report(
          at: deployment.mark,
          "this deployment does not depend on the route\(late.count == 1 ? "" : "s") "
            + Suggestion.list(late.map(\.name)),
          related: [Related(message: "a route that it may miss", mark: first.mark)],
          help: deployment.isRaw
            ? "name the routes in its `DependsOn`" : "define the routes in the API's `routes`")
      }
    })

  static let settingsBeforeRoutes = Rule(
    id: "STG007",
    severity: .error,
    premise: .spec,
    summary: "stage with settings of a route that may not exist yet",
    why: """
      When the stage is created, AWS looks up the route of each key of `RouteSettings`: "Unable to find Route by key".
      CloudFormation creates both in parallel unless the stage depends on the route.
      """,
    source: "public reports (terraform-aws-modules/apigateway-v2)",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Live:
          Type: AWS::ApiGatewayV2::Stage
          ⟪→
          DependsOn: apis.store.routes.GET /books
          ⟫
          Properties:
            ApiId: !Ref apis.store
            StageName: live
            AutoDeploy: true
            RouteSettings: {⟦GET /books⟧: {ThrottlingRateLimit: 10}}
      """,
    check: { model, report in
      for stage in model.apis.stages {
        guard let property = stage["RouteSettings"], let api = stage.api else { continue }
        var direct = SameOrder(stage.resource.record.dependsOn)
        let later = api.createdRoutes.filter { !direct.contains($0.resource.id) }
        if later.isEmpty { continue }
        let named = Dictionary(property.members.map { ($0.name, $0) }) { first, _ in first }
        let open = later.filter { named[$0.name] != nil }
        if open.isEmpty { continue }
        let before = model.createdBefore(stage.resource)
        for route in open where !before.contains(route.resource.id) {
          guard let property = named[route.name] else { continue }
          report.report(
            at: property.key, "the stage may be created before the route `\(route.name)`",
            related: [Related(message: "the route", mark: route.mark)],
            help: "add the route to the stage's `\(stage.resource.isRaw ? "DependsOn" : "dependsOn")`")
        }
      }
    })
}

extension Model.Api {
  /// Its routes that CloudFormation creates; those of a document and of `Target` are created with the API.
  fileprivate var createdRoutes: [Model.Route] {
    routes.filter { $0.key != nil && $0.resource.isInTemplate }
  }
}
