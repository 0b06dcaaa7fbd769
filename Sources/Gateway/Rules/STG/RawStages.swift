import SpecReading
import YAMLTree

/// Stages of `resources`. The language writes its own so that none of this can happen to them.
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
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        ⟦Live⟧:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref apis.store, StageName: live⟪→ , AutoDeploy: true⟫}
        ⟪
        Test:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref apis.store, StageName: test, AutoDeploy: ⟦false⟧}
        →⟫
      """,
    check: { spec, report in
      // A deployment may say itself which stage it is for.
      let deployed = Set(spec.rawGateway("Deployment").filter { $0["StageName"] != nil }.map(\.apiKey))
      for stage in spec.rawGateway("Stage") where stage.isWhole && stage["DeploymentId"] == nil {
        let auto = stage["AutoDeploy"]
        if auto?.isFunction == true || auto?.bool == true { continue }
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
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties: {ApiId: !Ref apis.store, StageName: live, AutoDeploy: true⟪, DeploymentId: ⟦!Ref Now⟧ →⟫}
        ⟪
        Now:
          Type: AWS::ApiGatewayV2::Deployment
          DependsOn: apis.store.routes.GET /books
          Properties: {ApiId: !Ref apis.store}
        →⟫
      """,
    check: { spec, report in
      for stage in spec.rawGateway("Stage") where stage["AutoDeploy"]?.bool == true {
        guard let deployment = stage["DeploymentId"] else { continue }
        report.report(
          at: deployment.mark, "this stage deploys by itself, so it takes no `DeploymentId`",
          help: "leave out one of the two")
      }
    })

  /// Half of what logs need.
  static let halfAccessLog = Rule(
    id: "STG014",
    severity: .error,
    summary: "`AccessLogSettings` with only one of `DestinationArn` and `Format`",
    why: "A log line has a form and a place to go to. API Gateway refuses one without the other.",
    source: "CloudFormation's page of AWS::ApiGatewayV2::Stage (AccessLogSettings)",
    example: """
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
            ⟦AccessLogSettings⟧: {⟪→ DestinationArn: !GetAtt Lines.Arn, ⟫Format: $context.requestId}
        ⟪→
        Lines: {Type: AWS::Logs::LogGroup, DeletionPolicy: Delete}
        ⟫
      """,
    check: { spec, report in
      for stage in spec.rawGateway("Stage") {
        let names = ["DestinationArn", "Format"]
        // What is misspelt is told by itself.
        guard let logs = stage["AccessLogSettings"], logs.form == .mapping, !logs.isFunction,
          logs.members.allSatisfy({ names.contains($0.name) })
        else { continue }
        for name in names where logs[name] == nil {
          report.report(at: logs.key, "access logs need `\(name)`", help: "write `\(name)`")
        }
      }
    })
}
