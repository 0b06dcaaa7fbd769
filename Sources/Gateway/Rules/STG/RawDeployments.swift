import CloudFormation
import SpecReading
import YAMLTree

/// What has to stand before a deployment or a stage of `resources`. The language says so of its own.
extension Rule {
  /// A deployment of half an API.
  static let deploymentBeforeRoutes = Rule(
    id: "STG005",
    severity: .error,
    summary: "a deployment that may be made before the routes of its API",
    why: """
      A deployment is the API as it is at that moment. CloudFormation makes resources side by side unless one depends on
      the other: without `DependsOn` routes are missing, or there is none at all, and AWS says "At least one route is
      required before deploying the Api".
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
    check: { spec, report in
      let deployments = spec.rawGateway("Deployment")
      if deployments.isEmpty { return }
      let order = RawOrder(spec)
      for deployment in deployments {
        let before = order.before(deployment.id)
        let late = spec.rawRoutes[deployment].filter { !before.contains($0.id) }
        guard let first = late.first else { continue }
        let keys = late.map(\.key.text)
        report.report(
          at: deployment.mark, "this deployment does not wait for " + Suggestion.list(keys),
          related: [.init(message: "a route that it may miss", mark: first.mark)],
          help: "name the routes under its `DependsOn`")
      }
    })

  /// Settings before what they are for.
  static let settingsBeforeRoutes = Rule(
    id: "STG007",
    severity: .error,
    summary: "a stage with settings of routes that it does not wait for",
    why: """
      AWS looks for the route of each key of `RouteSettings` when the stage is made: "Unable to find Route by key".
      CloudFormation makes both side by side unless the stage depends on the route.
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
    check: { spec, report in
      let stages = spec.rawGateway("Stage").filter { $0["RouteSettings"] != nil }
      if stages.isEmpty { return }
      let order = RawOrder(spec)
      for stage in stages {
        let before = order.before(stage.id)
        let routes = Dictionary(spec.rawRoutes[stage].map { ($0.key.text, $0) }) { first, _ in first }
        for settings in stage["RouteSettings"]?.members ?? [] {
          guard let route = routes[settings.name], !before.contains(route.id) else { continue }
          report.report(
            at: settings.key, "this stage may be made before the route `\(settings.name)`",
            related: [.init(message: "the route", mark: route.mark)],
            help: "name the route under the stage's `DependsOn`")
        }
      }
    })
}

/// What CloudFormation makes before what.
struct RawOrder {
  private let spec: ResolvedSpec
  private var resources: [String: RawResource] = [:]

  init(_ spec: ResolvedSpec) {
    self.spec = spec
    for resource in spec.rawResourcesByType.values.joined() { resources[resource.id] = resource }
  }

  /// The logical ids that a resource waits for, as far as `resources` tells.
  func before(_ id: String) -> Set<String> {
    var found: Set<String> = []
    var open = [id]
    while let next = open.popLast() {
      guard let resource = resources[next] else { continue }
      var ids = resource.dependsOn.flatMap { spec.values.dependencies($0.text ?? "", at: $0.mark) }
      resource.properties.value.forEachReference { ids.append($0) }
      for id in ids where found.insert(id).inserted { open.append(id) }
    }
    return found
  }
}

extension RawResource {
  /// What `DependsOn` names, one or many.
  fileprivate var dependsOn: [RawProperty] {
    guard let names = attributes["DependsOn"] else { return [] }
    return names.items ?? [names]
  }
}
