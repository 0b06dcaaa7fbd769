import Testing

/// A mistake and what follows from it are one finding.
@Suite struct OneFindingTests {
  @Test(arguments: [
    (
      "resources: {Books: {Type: AWS::Lambda::Functions, Properties: {Runtime: nodejs24.x}}}\n"
        + "apis: {store: {routes: {GET /books: Books}}}", "CFN020"
    ),
    (
      "vpcs: {main: {}}\nloadBalancers: {web: {type: application, vpc: main, listeners: {http: {port: 80, forward: {port: 8080}}}}}\n"
        + "apis: {store: {routes: {GET /books: {alb: web}}}}\nresources: {Other: {Type: AWS::ApiGatewayV2::Integration, "
        + "Properties: {ApiId: !Ref apis.store, IntegrationType: HTTP_PROXY, IntegrationMethod: GET, PayloadFormatVersion: '1.0', "
        + "ConnectionType: VPCLINK, IntegrationUri: !Ref loadBalancers.web.listeners.http}}, Books: "
        + "{Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref apis.store, RouteKey: GET /pens, "
        + "Target: !Sub 'integrations/${Other}'}}}", "INT038"
    ),
    (
      "transform: AWS::Serverless-2016-10-31\nresources: {Books: {Type: AWS::Serverless::Function, Properties: "
        + "{Runtime: nodejs24.x, Handler: index.handler, InlineCode: 'exports.handler = async () => 1', Events: "
        + "{Nightly: {Tpye: Schedule, Properties: {Schedule: rate(1 day)}}}}}}", "CFN018"
    ),
    (
      "functions: {check: {arn: 'arn:aws:labmda:eu-west-1:111122223333:function:f'}}\n"
        + "apis: {store: {authorizers: {users: {lambda: check}}, routes: {GET /books: {http: 'https://books.example.com', "
        + "auth: users}}}}", "INT033"
    ),
  ])
  func isReported(_ text: String, _ id: String) throws {
    let workspace = try Workspace(["spec.yaml": text])
    let found = try Outcome(of: [Program.path, "validate", "spec.yaml", "--quiet"], in: workspace).errors
    #expect(found.contains("[\(id)]") && found.split(separator: " error: ").count == 2, "\(found)")
  }
}
