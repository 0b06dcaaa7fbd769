import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A permission that only a stack in another region can create.
  static let functionOfOtherRegion = Rule(
    id: "INT034",
    severity: .error,
    summary: "permission for a Lambda function in another region",
    why: """
      A stack creates the permission to call a function in its own region. For a function of another region the deployment
      fails: Lambda does not find the function.
      """,
    source: "Lambda's AddPermission, found by deployments (cdk-preflight: lambda-perm-cross-region-function)",
    example: """
      ⟪→
      functions:
        authors:
          arn: arn:aws:lambda:us-east-1:111122223333:function:authors
          lambdaPermissions: none
      ⟫
      apis:
        store:
          routes:
            GET /books: arn:aws:lambda:eu-west-1:111122223333:function:books
            GET /authors: ⟦arn:aws:lambda:us-east-1:111122223333:function:authors → authors⟧
      """,
    check: { model, report in
      let permissions = model.permissions.compactMap(PermittedArn.init)
      guard !permissions.isEmpty else { return }
      let regions = Dictionary(grouping: permissions, by: \.arn.region)
      // A VPC link's target shows the stack's region; else it is most likely the region of most functions.
      let most = regions.values.map(\.count).max()
      guard
        let own = model.privateTargetArn ?? permissions.first(where: { regions[$0.arn.region]?.count == most })
      else { return }
      for permission in permissions where permission.arn.region != own.arn.region {
        let region = permission.arn.region
        report.report(
          at: permission.property,
          "this function is in the region `\(region)`, where the stack cannot create its permission",
          related: [Related(message: "in the region `\(own.arn.region)`", mark: own.property.mark)],
          help: """
            \(permission.property.resource.isRaw ? removal : importing), and run
            aws lambda add-permission --region \(region) --function-name \(permission.property.text ?? "") \
            --statement-id api-gateway --action lambda:InvokeFunction --principal apigateway.amazonaws.com \
            --source-arn 'arn:aws:execute-api:REGION:ACCOUNT:API_ID/*'
            """)
      }
    })

  private static let removal = "remove the permission"
  private static let importing = "import it under `functions` with `lambdaPermissions: none`"
}

/// An ARN with a region, and where it is written.
private struct PermittedArn {
  let arn: Arn
  let property: Model.Property

  /// The function of a permission.
  init?(_ permission: Model.Resource) {
    self.init(permission["FunctionName"])
    // An ARN that is wrong as such is reported by itself.
    if let text = property.text, arn.flawAsFunction(text) != nil { return nil }
  }

  init?(_ property: Model.Property?) {
    guard let property, let text = property.text, text.hasPrefix("arn:") else { return nil }
    arn = Arn(text)
    if arn.region.isEmpty || arn.region.contains("$") { return nil }
    self.property = property
  }
}

extension Model {
  /// The first listener or Cloud Map service behind a VPC link: it is in the stack's region.
  fileprivate var privateTargetArn: PermittedArn? {
    apis.integrations.lazy.filter { $0.isPrivate == true }.compactMap { PermittedArn($0["IntegrationUri"]) }.first
  }
}
