import CloudFormation
import SpecReading

extension Rule {
  static let stageWithoutDeployment = Rule(
    id: "STG003",
    severity: .error,
    premise: .spec,
    summary: "stage without a deployment",
    why: """
      A stage serves what was deployed to it. With neither `AutoDeploy` nor `DeploymentId` nothing is, and every call is
      answered with 404.
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
    check: { model, report in
      // A deployment may name its stage.
      let deployed = Set(model.resources("Deployment").filter { $0["StageName"] != nil }.map(\.apiKey))
      for stage in model.apis.stages where stage.deploysItself == false && stage.resource.lacks("DeploymentId") {
        // A missing API is reported as such.
        if deployed.contains(stage.resource.apiKey) || stage.resource.lacks("ApiId") { continue }
        report.report(
          at: stage["AutoDeploy"]?.mark ?? stage.mark, "nothing is deployed to the stage `\(stage.name)`",
          help: "set `AutoDeploy: true`")
      }
    })

  static let stageOfTwoDeployments = Rule(
    id: "STG004",
    severity: .error,
    summary: "`DeploymentId` on a stage with `AutoDeploy`",
    why: """
      A stage with `AutoDeploy` always serves the current API. Every later update of the stage fails: "Deployment ID cannot
      be set on this stage because AutoDeploy is enabled".
      """,
    source: "CloudFormation's page of AWS::ApiGatewayV2::Stage (DeploymentId); apigatewayv2-controller#15",
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
    check: { model, report in
      for stage in model.apis.stages where stage.deploysItself == true {
        guard let deployment = stage["DeploymentId"] else { continue }
        report.report(
          at: deployment, "`DeploymentId` must not be set on a stage with `AutoDeploy`",
          help: "leave out one of the two")
      }
    })
}
