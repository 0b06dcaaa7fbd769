import SpecReading

extension Rule {
  /// A logical ID where AWS needs an ID.
  static let idAsText = Rule(
    id: "REF012",
    severity: .error,
    summary: "logical ID as a text where an ID is expected",
    why: """
      A logical ID is a name inside of the template. As a text AWS gets it as it is, and does not find an API, a route or a VPC link
      with this ID.
      """,
    source: "CloudFormation User Guide: Ref; the pages of the types of AWS::ApiGatewayV2",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Pens: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: pens, ProtocolType: HTTP}}
        Live: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: ⟦Pens → !Ref Pens⟧, StageName: $default, AutoDeploy: true}}
        ⟪→
        Shop:
          Type: AWS::ApiGatewayV2::Integration
          Properties: {ApiId: !Ref Pens, IntegrationType: HTTP_PROXY, IntegrationMethod: ANY, IntegrationUri: "https://pens.example.com", PayloadFormatVersion: "1.0"}
        List: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Pens, RouteKey: $default, Target: !Sub "integrations/${Shop}"}}
        ⟫
      """,
    check: { model, report in
      for type in model.types where type.hasPrefix(ResourceType.prefix) {
        for resource in model.resources(type) where [.resources, .document].contains(resource.source) {
          for name in ids {
            guard let id = resource[name], id.isWritten, let text = id.text else { continue }
            if name == "ApiId", let api = model.names.spec.apis.first(where: { $0.name == text }) {
              report.report(
                at: id, "\(Reader.quoted(text)) is a name of the spec, which AWS does not know",
                related: [.init(message: "the API", mark: api.mark)], help: "write `!Ref apis.\(text)`")
              continue
            }
            if name == "ConnectionId", let link = model.names.spec.vpcLinks.first(where: { $0.name == text }) {
              report.report(
                at: id, "\(Reader.quoted(text)) is a name of the spec, which AWS does not know",
                related: [.init(message: "the VPC link", mark: link.mark)], help: "write `!Ref vpcLinks.\(text)`")
              continue
            }
            if isKey(text), name == "RouteId" || name == "IntegrationId" {
              report.report(
                at: id, "\(Reader.quoted(text)) is a key, not the ID that AWS gives",
                help: "write `!Ref` and the logical ID")
            }
            guard let found = model.resource(text), found.type != "AWS::CloudFormation::CustomResource" else {
              continue
            }
            report.report(
              at: id, "\(Reader.quoted(text)) is a logical ID, which AWS does not know",
              related: [.init(message: "the resource", mark: found.mark)], help: "write `!Ref \(text)`")
          }
        }
      }
      for function in model.resources("AWS::Serverless::Function") {
        for event in function["Events"]?.members ?? [] {
          guard let id = event["Properties"]?["ApiId"], id.isWritten, let text = id.text,
            let found = model.resource(text)
          else { continue }
          report.report(
            at: id, "\(Reader.quoted(text)) is a logical ID, which AWS does not know",
            related: [.init(message: "the resource", mark: found.mark)], help: "write `!Ref \(text)`")
        }
      }
    })

  /// Whether a text is a route key: no ID has a space or begins with `$`.
  private static func isKey(_ text: String) -> Bool { text.contains(" /") || text.hasPrefix("$") }

  /// Properties that are IDs that AWS gives.
  private static let ids = ["ApiId", "AuthorizerId", "IntegrationId", "RouteId", "ConnectionId", "DeploymentId"]
}
