import Diagnostics

extension Rule {
  /// Deployments that name a stage.
  static let stageOfDeployment = Rule(
    id: "STG038",
    severity: .error,
    summary: "deployment with the name of a stage that does not exist yet",
    why: """
      `StageName` of a deployment is an existing stage, which gets the deployment. A stage with the `DeploymentId` of this deployment
      is created after it, so the deployment fails.
      """,
    source: "CloudFormation's page of AWS::ApiGatewayV2::Deployment (StageName: the name of an existing stage)",
    example: """
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
          Properties: {ApiId: !Ref apis.store⟪, StageName: ⟦live⟧ →⟫}
      """,
    check: { model, report in
      for deployment in model.resources("Deployment") {
        guard let name = deployment["StageName"], let text = name.text, let api = deployment.apiKey,
          let stage = model.apis.stages.first(where: {
            $0.resource.apiKey == api && $0["StageName"]?.text == text && $0.resource.isInTemplate
          })?.resource, !stage.excludes(deployment), model.createdBefore(stage).contains(deployment.id)
        else { continue }
        report.report(
          at: name, "the stage `\(text)` is created after this deployment",
          related: [Related(message: "the stage", mark: stage.mark)],
          help: "remove it: the `DeploymentId` of the stage is sufficient")
      }
    })
}
