import CloudFormation
import SpecReading
import YAMLTree

/// Stages and deployments of `resources`. The language writes both so that none of this can happen to its own.
extension Rule {
  /// A stage that shows nothing.
  static let stageWithoutDeployment = Rule(
    id: "STG003",
    severity: .error,
    summary: "a stage that neither deploys by itself nor has a deployment",
    why: """
      A stage shows what was deployed to it. With no `AutoDeploy` and no `DeploymentId` there is nothing, and every call
      is answered with 404.
      """,
    source: "CloudFormation's page of AWS::ApiGatewayV2::Stage; API Gateway's page on stages of HTTP APIs",
    bad: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        ⟦Live⟧:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref apis.store, StageName: live}
        Test:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref apis.store, StageName: test, AutoDeploy: ⟦false⟧}
      """,
    good: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref apis.store, StageName: live, AutoDeploy: true}
      """,
    check: { spec, report in
      // A deployment may say itself which stage it is for.
      let deployed = Set(spec.rawGateway("Deployment").filter { $0["StageName"] != nil }.map(\.apiKey))
      for stage in spec.rawGateway("Stage") where stage.isWhole && stage["DeploymentId"] == nil {
        let auto = stage["AutoDeploy"]
        if stage.properties.isFunction || auto?.isFunction == true || auto?.bool == true { continue }
        if deployed.contains(stage.apiKey) { continue }
        report.report(
          at: auto?.mark ?? stage.mark, "nothing is deployed to this stage", help: "write `AutoDeploy: true`")
      }
    })

  /// Two ways to deploy.
  static let stageOfTwoDeployments = Rule(
    id: "STG004",
    severity: .error,
    summary: "a stage that deploys by itself and has a deployment",
    why: "A stage that deploys by itself always shows the API as it is now; AWS changes no `DeploymentId` of it.",
    source: "CloudFormation's page of AWS::ApiGatewayV2::Stage (DeploymentId)",
    bad: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref apis.store, StageName: live, AutoDeploy: true, DeploymentId: ⟦!Ref Now⟧}
        Now:
          Type: AWS::ApiGatewayV2::Deployment
          DependsOn: apis.store.routes.GET /books
          Properties: {ApiId: !Ref apis.store}
      """,
    good: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref apis.store, StageName: live, AutoDeploy: true}
      """,
    check: { spec, report in
      for stage in spec.rawGateway("Stage") where stage["AutoDeploy"]?.bool == true {
        guard let deployment = stage["DeploymentId"] else { continue }
        report.report(
          at: deployment.mark, "this stage deploys by itself, so it takes no `DeploymentId`",
          help: "leave out one of the two")
      }
    })

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
    bad: """
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
          Properties: {ApiId: !Ref apis.store}
      """,
    good: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref apis.store, StageName: live, DeploymentId: !Ref Now}
        Now:
          Type: AWS::ApiGatewayV2::Deployment
          DependsOn: apis.store.routes.GET /books
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
    bad: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: !Ref apis.store
            StageName: live
            AutoDeploy: true
            RouteSettings: {⟦GET /books⟧: {ThrottlingRateLimit: 10}}
      """,
    good: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Live:
          Type: AWS::ApiGatewayV2::Stage
          DependsOn: apis.store.routes.GET /books
          Properties:
            ApiId: !Ref apis.store
            StageName: live
            AutoDeploy: true
            RouteSettings: {GET /books: {ThrottlingRateLimit: 10}}
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

  /// Half of what logs need.
  static let halfAccessLog = Rule(
    id: "STG014",
    severity: .error,
    summary: "`AccessLogSettings` with only one of `DestinationArn` and `Format`",
    why: "A log line has a form and a place to go to. API Gateway refuses one without the other.",
    source: "CloudFormation's page of AWS::ApiGatewayV2::Stage (AccessLogSettings)",
    bad: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: !Ref apis.store
            StageName: live
            AutoDeploy: true
            ⟦AccessLogSettings⟧: {Format: $context.requestId}
      """,
    good: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: !Ref apis.store
            StageName: live
            AutoDeploy: true
            AccessLogSettings: {DestinationArn: !GetAtt Lines.Arn, Format: $context.requestId}
        Lines: {Type: AWS::Logs::LogGroup}
      """,
    check: { spec, report in
      for stage in spec.rawGateway("Stage") {
        guard let logs = stage["AccessLogSettings"], logs.form == .mapping, !logs.isFunction else { continue }
        for name in ["DestinationArn", "Format"] where logs[name] == nil {
          report.report(at: logs.key, "access logs need `\(name)`", help: "write `\(name)`")
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
